"""The walls that import-linter cannot see, held by reading the code as a tree."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from appealwriter.base import paths

PACKAGE = Path(__file__).resolve().parents[1] / "appealwriter"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 500, 60  # lines
NETWORK = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.error", "urllib.request", "urllib3", "webbrowser",
    "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
}  # fmt: skip

# Import all that stands below the window while asking for Qt is an error.
WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("the core asked for " + name)

sys.meta_path.insert(0, NoQt())
import appealwriter

def bring(path, prefix):
    for found in pkgutil.iter_modules(path, prefix):
        if found.name != "appealwriter.ui":
            module = importlib.import_module(found.name)
            if found.ispkg:
                bring(module.__path__, found.name + ".")

bring(appealwriter.__path__, "appealwriter.")
print(len([name for name in sys.modules if name.startswith("appealwriter.")]))
"""


def complaints(judge: Callable[[ast.AST, Path], str | None]) -> list[str]:
    """What `judge` says against the code, each with file and line."""
    found = []
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            said = judge(node, source)
            if said:
                line = getattr(node, "lineno", 0)
                found.append(f"{source.relative_to(PACKAGE.parent)}:{line}: {said}")
    return found


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_everything_below_the_window_runs_without_qt():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(list(PACKAGE.glob("*/__init__.py"))), "too few modules came in"


def test_every_data_file_is_readable_toml():
    files = [*paths.resources().rglob("*.toml"), *paths.templates().rglob("*.toml")]
    broken = []
    for file in files:
        try:
            tomllib.loads(file.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            broken.append(f"{file.name}: {error}")
    assert broken == []


def test_words_for_people_are_marked_as_plain_text():
    """The extractor sees only literals: anything else would stay English for ever."""

    def judge(node: ast.AST, _: Path) -> str | None:
        if not isinstance(node, ast.Call):
            return None
        name = name_of(node.func)
        needed = {"tr": 1, "later": 1, "trn": 2}.get(name, 0)
        texts = node.args[:needed]
        plain = [t for t in texts if isinstance(t, ast.Constant) and isinstance(t.value, str)]
        return f"{name}() needs plain text in quotes" if len(plain) < needed else None

    assert complaints(judge) == []


def test_words_for_people_stand_outside_of_fstrings():
    """Under Python 3.11 the extractor does not look into f-strings."""

    def judge(node: ast.AST, _: Path) -> str | None:
        if not isinstance(node, ast.JoinedStr):
            return None
        calls = [name_of(n.func) for n in ast.walk(node) if isinstance(n, ast.Call)]
        lost = {"tr", "trn", "later", "said"}.intersection(calls)
        return f"{lost.pop()}() inside an f-string" if lost else None

    assert complaints(judge) == []


def test_files_fit_on_a_few_screens():
    long = {f.name: n for f in SOURCES if (n := len(f.read_bytes().splitlines())) > LONGEST_FILE}
    assert long == {}


def test_functions_fit_on_a_screen():
    def judge(node: ast.AST, _: Path) -> str | None:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return None
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        return f"{node.name} has {lines} lines" if lines > LONGEST_FUNCTION else None

    assert complaints(judge) == []


def test_only_the_store_writes_files():
    def judge(node: ast.AST, source: Path) -> str | None:
        if not isinstance(node, ast.Call) or PACKAGE / "store" in source.parents:
            return None
        name = name_of(node.func)
        on_a_path = isinstance(node.func, ast.Attribute)  # export has a write_text of its own
        if on_a_path and name in ("write_text", "write_bytes", "mkdir", "unlink", "rmtree"):
            return f"{name}() belongs in the store"
        writes = name == "open" and any(mode & set("wax+") for mode in modes(node))
        return "open() for writing belongs in the store" if writes else None

    assert complaints(judge) == []


def modes(call: ast.Call) -> Iterator[set[str]]:
    """The modes that a call of open() names: open(file, mode), file.open(mode) or mode=..."""
    place = 0 if isinstance(call.func, ast.Attribute) else 1
    given = call.args[place : place + 1] + [k.value for k in call.keywords if k.arg == "mode"]
    for mode in given:
        if isinstance(mode, ast.Constant) and isinstance(mode.value, str):
            yield set(mode.value)


def test_nothing_can_reach_the_network():
    def judge(node: ast.AST, _: Path) -> str | None:
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            if name in NETWORK or name.partition(".")[0] in NETWORK:
                return f"imports {name}"
        return None

    assert complaints(judge) == []
