"""What goes in and out of the command line: files, lines of JSON, exit codes."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from appealwriter.base.errors import BadInput
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


def json_lines(name: str) -> Iterator[tuple[str, str]]:
    """Id and text of each line {"id": ..., "text": ...} of a file."""
    for n, line in enumerate(read_bytes(name).decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            found = str(raw["id"]), str(raw["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput(
                tr("{file}, line {n} is no object with “id” and “text”.", file=name, n=n)
            ) from error
        yield found
