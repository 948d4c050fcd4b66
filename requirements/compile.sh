#!/bin/sh
# Writes the hashed requirement files from pyproject.toml. Versions younger than a week are left out on purpose.
set -eu
cd "$(dirname "$0")/.."
week=$(date -u -d '7 days ago' +%Y-%m-%d)
compile() {
  .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
    --no-emit-index-url --no-emit-find-links --exclude-newer "$week" --python-version 3.11 "$@"
}
compile pyproject.toml -o requirements/run.txt
compile --group test --all-extras pyproject.toml -o requirements/test.txt
compile --extra desk --extra postgres --extra documents --extra pdf --extra plots -c requirements/test.txt pyproject.toml -o requirements/desk.txt
compile --group docs -o requirements/docs.txt
