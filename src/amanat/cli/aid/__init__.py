"""`amanat aid`: who can help, and whether their numbers are right. One module a command, imported when it is called."""

from amanat.cli.lazy import LazyGroup

COMMANDS = {
    "find": "Find who can help, from a line of words: need, place, language, age.",
    "box": "Write the help box of a story: text, HTML or Word.",
    "verify": "List the numbers that somebody has to call: the call sheet.",
    "confirm": "Record one call: the number was right, wrong, or nobody answered.",
    "refer": "Hand a person on to a body that helps, by sealed file.",
    "import": "Take a partner's list, or anybody's HSDS, into the office's directory.",
    "export": "Write the directory as HSDS: JSON, JSON lines, or CSV tables.",
    "check": "Say what is not settled: differing sources, likely doubles, numbers to call.",
    "coverage": "Show which needs are served by nobody, by district.",
    "conformance": "Hold anybody's API of services against HSDS 3.1.",
}
"""Command to what it does in one line; the command is `COMMAND` in the module of the same name."""

EXAMPLES = """\b
Examples:
  amanat aid find "bonded family, Tharparkar, Sindhi"
  amanat aid verify
  amanat aid confirm pk-023 --by "A. Editor"

No number is shown as fit to print before somebody has called it.
"""

COMMAND = LazyGroup(
    name="aid",
    commands_at=__name__,
    lazy=COMMANDS,
    help="Legal aid and other help: find it, check it, hand a case over safely.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXAMPLES,
)
