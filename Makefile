# Two commands are enough: `make run` and `make test`. Each sets up what it needs and says so.
PY    := python3
BIN   := .venv/bin
STORY ?= examples/story.txt

.DEFAULT_GOAL := help
.PHONY: help run desk test cover check bench docs clean

help:            ## Show this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n",$$1,$$2}' Makefile

$(BIN)/uv:
	@echo "setting up: .venv with uv (installs the rest quickly)"
	@$(PY) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==0.13.*"

.venv/run.ok: requirements/run.txt pyproject.toml | $(BIN)/uv
	@echo "setting up: what amanat needs to run (requirements/run.txt, hashes checked)"
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

.venv/desk.ok: requirements/desk.txt .venv/run.ok
	@echo "setting up: what the desk needs (requirements/desk.txt, hashes checked)"
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements/desk.txt
	@touch $@

.venv/test.ok: requirements/test.txt .venv/run.ok
	@echo "setting up: what the tests need (requirements/test.txt, hashes checked)"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt
	@touch $@

# What the tests use from the system: a browser, LibreOffice to open what we write, Tesseract to read pictures, PostgreSQL.
SYSTEM := chromium fonts-noto-core fonts-noto-extra fonts-dejavu-core libreoffice-writer-nogui poppler-utils postgresql \
	tesseract-ocr tesseract-ocr-eng tesseract-ocr-urd libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

.venv/system.ok: | .venv/test.ok
	@if command -v chromium >/dev/null && command -v soffice >/dev/null && command -v tesseract >/dev/null \
	    && command -v pdftotext >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then true; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  echo "setting up: Debian's chromium, LibreOffice, Tesseract, PostgreSQL and fonts, for the tests"; \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(SYSTEM)) \
	    >/dev/null 2>&1 || echo "not all could be installed: tests that need the missing ones will skip and say so"; \
	else echo "not root: tests that need chromium, LibreOffice, Tesseract or PostgreSQL will skip where one is missing"; fi
	@touch $@

run: .venv/run.ok    ## Review the example story and write its report beside it (STORY=path for your own)
	@$(BIN)/amanat review --fail-on never $(STORY)

desk: .venv/desk.ok  ## Open the desk in the browser (DEMO=1 for an invented story)
	@$(BIN)/amanat desk $(if $(DEMO),--demo)

test: .venv/test.ok .venv/system.ok check  ## Run every check and test
	$(BIN)/pytest -q -n 2

cover: .venv/test.ok .venv/system.ok ## Run the tests and say which lines none of them runs (slower)
	$(BIN)/pytest -q -n 2 --cov --cov-report=term:skip-covered

check: .venv/test.ok ## Style, types, contracts, spelling
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell src tests docs README.md ARCHITECTURE.md CONTRIBUTING.md SECURITY.md

bench: .venv/test.ok ## Measure speed, memory and quality
	$(BIN)/python bench/run.py

docs: .venv/test.ok  ## Build the manual into site/
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/docs.txt
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --strict --quiet

clean:           ## Remove what was made
	rm -rf .venv examples/*.review.html site build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
