"""Set up, open, test and build Appeal Writer from its source: python3 dev.py COMMAND.

  run [FILE]     open the program (with a case file, if named)
  cli ...        the command line: python3 dev.py cli --help
  test [...]     style, types, walls and tests; with arguments only those tests, by pytest
  lint [--fix]   style, types and walls; --fix mends the style first
  bench [...]    measure against the budgets
  rules          write docs/rules.md from the rules' own files
  words          collect the interface's words and compile their translations
  build          a program in one folder, for people without Python, in dist/
  setup          only make ready what the others need

Every command first makes ready what is missing; nothing outside this folder is changed, except
that on Debian and its kin missing system packages are installed where that is allowed.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "appealwriter.stamp"
LOCALE = ROOT / "resources" / "locale"
PYTHONS = ("3.13", "3.12", "3.11")  # Qt 6.8 has nothing for 3.14

# What Qt loads from the system, and the Debian package that holds it.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONTS = {"zh": "fonts-wqy-microhei", "ru": "fonts-dejavu-core"}

PYTHON, RUFF, MYPY, LINT_IMPORTS, PYINSTALLER = (
    str(BIN / (name + (".exe" if os.name == "nt" else "")))
    for name in ("python", "ruff", "mypy", "lint-imports", "pyinstaller")
)
LINTERS = {
    "ruff check": [RUFF, "check", "--quiet", "."],
    "ruff format": [RUFF, "format", "--quiet", "--check", "."],
    "mypy": [MYPY, "--no-error-summary"],
    "lint-imports": [LINT_IMPORTS, "--no-logo"],
}


def run(arguments: list[str]) -> int:
    """Open the window."""
    if not has_screen():
        sys.exit(
            "There is no screen here, so the window cannot open. The same work can be done from\n"
            "the command line, which docs/cli.md describes: python3 dev.py cli read NOTICE.txt"
        )
    make_ready(qt=True)
    return call([PYTHON, "-m", "appealwriter", *arguments], cwd=None)


def cli(arguments: list[str]) -> int:
    """One command of the command line, in the folder where it was typed."""
    make_ready(qt=False)
    return call([PYTHON, "-m", "appealwriter", *(arguments or ["--help"])], cwd=None)


def test(arguments: list[str]) -> int:
    """All checks, or the tests that `arguments` name; pytest's summary is the last line."""
    make_ready(qt=True)
    failed = [] if arguments else failing_linters()
    return call([PYTHON, "-m", "pytest", *arguments], QT_QPA_PLATFORM="offscreen") or len(failed)


def lint(arguments: list[str]) -> int:
    """Style, types and walls, without the tests."""
    make_ready(qt=False)
    if arguments == ["--fix"]:
        call([RUFF, "check", "--fix", "--quiet", "."])
        call([RUFF, "format", "--quiet", "."])
    failed = failing_linters()
    if not failed:
        say("Style, types and walls are in order.")
    return len(failed)


def bench(arguments: list[str]) -> int:
    """The benchmarks, which need no screen."""
    make_ready(qt=True)
    return call([PYTHON, "-m", "benchmarks", *arguments], QT_QPA_PLATFORM="offscreen")


def rules(_: list[str]) -> int:
    """The page of all rules, from their data."""
    make_ready(qt=False)
    page = subprocess.check_output([PYTHON, "-m", "appealwriter.checks.rules_page"], cwd=ROOT)
    (ROOT / "docs" / "rules.md").write_bytes(page)
    return 0


def words(_: list[str]) -> int:
    """Collect the marked words of the code and bring both translations up to date."""
    make_ready(qt=False)
    babel = [PYTHON, "-m", "babel.messages.frontend", "--quiet"]
    pot, folder = str(LOCALE / "appealwriter.pot"), ["-D", "appealwriter", "-d", str(LOCALE)]
    marks = ["--no-default-keywords", "-k", "tr", "-k", "trn:1,2", "-k", "later"]
    order = ["--sort-by-file", "--add-location=file", "--width=100"]
    quietly([*babel, "extract", *marks, *order, "-o", pot, "appealwriter"], "Collecting the words")
    for language in ("zh", "ru"):
        job = ["update", "--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date"]
        job = job if (LOCALE / language).exists() else ["init"]
        target = ["-i", pot, "-l", language, *folder, "--width=100"]
        quietly([*babel, *job, *target], f"Updating the words of '{language}'")
    return call([*babel[:-1], "compile", "--statistics", *folder])


def build(_: list[str]) -> int:
    """A one-folder program by PyInstaller, then its own self-test."""
    make_ready(qt=True)
    if sys.platform == "linux" and not shutil.which("objdump"):
        install_packages(["binutils"])
    say("Building the program; this takes a minute.")
    options = ["--noconfirm", "--log-level=ERROR"]
    quietly([PYINSTALLER, *options, "appealwriter.spec"], "Building the program")
    name = "appealwriter-cli.exe" if os.name == "nt" else "appealwriter"
    program = ROOT / "dist" / "appealwriter" / name
    say(f"Built {program.parent}. It tries itself now:")
    return call([str(program), "--self-test"], QT_QPA_PLATFORM="offscreen")


def setup(_: list[str]) -> int:
    """Only make ready."""
    make_ready(qt=True)
    say("Everything is ready.")
    return 0


COMMANDS = {f.__name__: f for f in (run, cli, test, lint, bench, rules, words, build, setup)}


def main() -> int:
    """Do the command that was asked for; the number is the exit code."""
    name, *arguments = sys.argv[1:] or ["--help"]
    if name in COMMANDS:
        return COMMANDS[name](arguments)
    print(__doc__)
    return 0 if name in ("help", "--help", "-h") else 2


def make_ready(*, qt: bool) -> None:
    """Have all that the program needs; silent where nothing is to be done."""
    if qt and sys.platform == "linux":
        have_system_libraries()
    command, version = find_python()
    place = f"{ROOT} {version}"
    wanted = (ROOT / "pyproject.toml").read_bytes() + (ROOT / "constraints.txt").read_bytes()
    stamp = f"{place}\n{hashlib.sha256(wanted).hexdigest()}\n"
    old = STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""
    if old == stamp:
        return
    if not old.startswith(place + "\n"):
        make_venv(command, version)
    say("Installing the libraries into .venv; the first time this takes a minute or two.")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    quietly([*pip, "-c", "constraints.txt", "-e", ".[dev]"], "Installing the libraries")
    STAMP.write_text(stamp, encoding="utf-8")


def find_python() -> tuple[list[str], str]:
    """The command and version of a Python that fits: this one, else one that the system knows."""
    mine = "{}.{}".format(*sys.version_info[:2])
    if mine in PYTHONS:
        # In a virtual environment the one it was made from: .venv may have to be made anew.
        return [getattr(sys, "_base_executable", sys.executable)], mine
    for version in PYTHONS:
        command = ["py", f"-{version}"] if os.name == "nt" else [f"python{version}"]
        if shutil.which(command[0]) and succeeds([*command, "-c", ""]):
            return command, version
    sys.exit(
        f"Appeal Writer needs Python 3.11, 3.12 or 3.13; this is Python {mine}. Please install\n"
        "Python 3.13 from https://www.python.org/downloads/ and try again."
    )


def make_venv(command: list[str], version: str) -> None:
    """A fresh .venv; on Debian the module that makes it is a package of its own."""
    if not succeeds([*command, "-c", "import ensurepip, venv"]):
        install_packages([f"python{version}-venv"])
    quietly([*command, "-m", "venv", "--clear", str(VENV)], "Making .venv")


def has_screen() -> bool:
    """False on a Linux where no window can be shown."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in named)


def have_system_libraries() -> None:
    """Have what Qt takes from the system: libraries, and a font for each language."""
    libraries = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        libraries.update(SCREEN_LIBRARIES)
    missing = [name for name in libraries if not loads(name)]
    if missing and not shutil.which("apt-get"):
        sys.exit("Qt needs these system libraries; please install them: " + " ".join(missing))
    packages = [libraries[name] for name in missing]
    fonts = missing_fonts() if shutil.which("apt-get") else []
    if packages or fonts:
        install_packages([*packages, *fonts], must=bool(packages))


def loads(library: str) -> bool:
    """Whether the system's own loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_fonts() -> list[str]:
    """The font packages for languages that no font here can write."""
    if not shutil.which("fc-list"):
        return ["fontconfig", *FONTS.values()]
    return [FONTS[name] for name in FONTS if not hear(["fc-list", f":lang={name}"]).stdout]


def install_packages(packages: list[str], *, must: bool = True) -> None:
    """Install Debian packages where that is allowed, else say how; stop where they `must` be."""
    options = ["-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=60"]
    by_hand = (
        "Please install system packages with this command, and try again:\n    sudo apt-get update"
        " && sudo apt-get install -y --no-install-recommends " + " ".join(packages)
    )
    root = becoming_root()
    if root is not None and shutil.which("apt-get"):
        say("Installing system packages: " + " ".join(packages))
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        succeeds([*apt, "update"])
        if succeeds([*apt, "install", *options, *packages]):
            return
        by_hand = "They could not be installed. " + by_hand
    if must:
        sys.exit(by_hand)
    say("Some letters may be shown as empty boxes. " + by_hand)


def becoming_root() -> list[str] | None:
    """What to put before a command to do it as root; None where that is not allowed."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]) else None


def say(sentence: str) -> None:
    """Tell the person now, before the next program speaks."""
    print(sentence, flush=True)


def call(command: list[str], cwd: Path | None = ROOT, **environment: str) -> int:
    """Run a program that speaks for itself, with `environment` added; its exit code."""
    return subprocess.call(command, cwd=cwd, env={**os.environ, **environment})


def hear(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program in silence and keep what it says."""
    return subprocess.run(command, cwd=ROOT, capture_output=True, errors="replace", check=False)


def succeeds(command: list[str]) -> bool:
    """Run a program in silence for its exit code."""
    return hear(command).returncode == 0


def quietly(command: list[str], what: str) -> None:
    """Run a program in silence; if it fails, show all that it said and stop."""
    done = hear(command)
    if done.returncode:
        say(done.stdout + done.stderr)
        sys.exit(f"{what} failed; what it said stands above.")


def failing_linters() -> list[str]:
    """Run the linters and name those that found something."""
    failed = [name for name, command in LINTERS.items() if call(command)]
    if failed:
        say("Not in order: " + ", ".join(failed))
    return failed


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
