"""The program without a window: for agencies, scripts and tests. Described in docs/cli.md."""

import argparse
import sys
from collections.abc import Callable, Sequence

from appealwriter import __version__
from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import set_language, system_language
from appealwriter.cli import cases, checking, exporting, listing, reading
from appealwriter.cli.arguments import Parser, unknown
from appealwriter.cli.output import BAD_INPUT
from appealwriter.model.letter import Letter

WritePdf = Callable[[Letter], bytes]

_COMMANDS = (reading, checking, exporting, cases, listing)
_NAMES = ["read", "check", "export", "new", "fill", "playbooks"]


def main(argv: Sequence[str], write_pdf: WritePdf) -> int:
    """Do one command. Exit code 0 done, 1 `check` found something missing, 2 bad input."""
    set_language(system_language())
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            # Windows would write in its own code page, with its own line ends. Half an emoji in
            # an id or a file name is written as JSON writes it.
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        options = _understood(argv)
        options.write_pdf = write_pdf
        return int(options.do(options))
    except AppealError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0


def _understood(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments read. Raises BadInput."""
    if argv and not argv[0].startswith("-") and argv[0] not in _NAMES:
        raise unknown(argv[0], _NAMES)
    return _parser().parse_args(argv)


def _parser() -> Parser:
    parser = Parser(
        prog="appealwriter",
        description="Without a command the window opens. The program never goes online.",
    )
    parser.add_argument("--version", action="version", version=f"Appeal Writer {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
