"""The front door: the window when nothing is asked, the command line when a command is given."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from appealwriter.base.i18n import set_language, system_language, tr
from appealwriter.model.letter import Letter

CASE_FILE = ".appeal"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or do one command; the number is the process's exit code.

    `argv` are the arguments after the program's name; without it those of the process count.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        return _window(None)
    if arguments == ["--self-test"]:
        return _self_test()
    if len(arguments) == 1 and arguments[0].lower().endswith(CASE_FILE):
        return _window(Path(arguments[0]))
    from appealwriter import cli

    return cli.main(arguments, write_pdf)


def write_pdf(letter: Letter) -> bytes:
    """The letter as PDF pages. Qt paints them, so it is loaded here and for nothing else."""
    from appealwriter.ui import pdf

    return pdf.write_pdf(letter)


def _window(case_file: Path | None) -> int:
    if not _has_screen():
        set_language(system_language())
        print(tr("There is no screen here, so the window cannot open."), file=sys.stderr)
        print(tr("From the command line: appealwriter --help"), file=sys.stderr)
        return 1
    from appealwriter.ui import app

    return app.run(open_file=case_file)


def _has_screen() -> bool:
    """False where Qt would end the process because there is nothing to draw on."""
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in asked)


def _self_test() -> int:
    """Is everything on board? The build is tried with this before anyone gets it."""
    import appealwriter.ui.app
    import appealwriter.ui.pdf  # noqa: F401  a build that lost a part of Qt fails here
    from appealwriter.cli.selftest import self_test

    problems = self_test()
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Self-test: " + (f"{len(problems)} problem(s)." if problems else "all is well."))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
