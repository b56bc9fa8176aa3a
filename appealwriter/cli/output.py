"""What goes in and out of the command line: files, lines of JSON, exit codes."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from appealwriter.base.errors import AppealError, BadInput
from appealwriter.base.i18n import tr

DONE, MISSING, BAD_INPUT = 0, 1, 2


def print_json(value: dict[str, Any]) -> None:
    """One compact JSON object on one line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_bytes(name: str) -> bytes:
    """The file's bytes; "-" is standard input. Raises BadInput where it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise BadInput(
            tr("{file} cannot be read: {why}.", file=name, why=error.strerror or error),
            tr("Check the name and whether you may open it."),
        ) from error


def warn(news: Iterable[AppealError]) -> None:
    """What went on in spite of a fault, on standard error."""
    for each in news:
        print(each, file=sys.stderr)


def some_input(files: list[str], lines: str | None) -> None:
    """Raise BadInput where a command was given nothing to work on."""
    if not files and lines is None:
        raise BadInput(
            tr("No file is named."),
            tr("Name one, - for standard input, or a file of lines after --jsonl."),
        )


def json_lines(name: str) -> Iterator[tuple[Any, str]]:
    """Id (as it was given, of any type) and text of each line {"id": ..., "text": ...}."""
    text = read_bytes(name).decode("utf-8-sig", "replace")
    for n, line in enumerate(text.split("\n"), 1):  # other line ends may stand inside a text
        if line.strip():
            yield _pair(name, n, line)


def _pair(name: str, n: int, line: str) -> tuple[Any, str]:
    try:
        raw = json.loads(line)
        key, text = raw["id"], raw["text"]
        if isinstance(text, str):
            return key, text
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise BadInput(
        tr("{file}, line {n} is no object with “id” and “text”.", file=name, n=n),
        tr("Write each line as {example}.", example='{"id": "n1", "text": "..."}'),
    )
