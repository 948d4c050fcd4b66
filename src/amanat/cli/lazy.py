"""A group of commands whose help needs none of them to be imported: `amanat --help` stays quick."""

from importlib import import_module
from keyword import iskeyword

import click


class LazyGroup(click.Group):
    """Knows each command's name and purpose; imports a command's module when it is called."""

    def __init__(self, *, commands_at: str, lazy: dict[str, str], **settings: object) -> None:
        """Remember where the commands are.

        Args:
            commands_at: package with one module a command, each with the command as `COMMAND`.
            lazy: command to its purpose in one line.
            settings: what `click.Group` takes.
        """
        super().__init__(**settings)  # type: ignore[arg-type]
        self._package = commands_at
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands, in the order of the work."""
        del ctx
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in self._lazy:
            return None
        # a command may be called like a word of Python: its module then ends in `_`
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = import_module(f"{self._package}.{module}").COMMAND
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lazy.items()))


def print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    """Print the version and stop; reading it costs time, so it is read here only."""
    del param
    if not value or ctx.resilient_parsing:
        return
    from importlib.metadata import version  # noqa: PLC0415 - 0.08 s that no other call should pay

    click.echo(f"amanat {version('amanat')}")
    ctx.exit()
