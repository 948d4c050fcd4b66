"""`python -m amanat` is the same as `amanat`."""

from amanat.cli import main

main()
