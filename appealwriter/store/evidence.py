"""Copies of the seller's evidence, each under the SHA-256 of its bytes.

The seller's own file may be moved or lost afterwards; the same file is kept only once.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr
from appealwriter.store.atomic import explained, replacing, write_atomic

_HASH = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20  # bytes copied at a time


def keep_file(folder: Path, path: Path) -> tuple[str, int]:
    """Copy the file at `path` into `folder`; its hash and its size in bytes. Raises StoreError."""
    name, size = _measure(_pieces(path))
    kept = folder / name
    with explained(kept):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with replacing(kept) as copy:
            if _measure(_copied(path, copy)) != (name, size):
                raise StoreError(
                    tr("“{name}” changed while it was being copied.", name=path.name),
                    tr("Close it in the other program, then add it again."),
                )
    return name, size


def keep_bytes(folder: Path, data: bytes) -> str:
    """Keep `data` in `folder`; its hash. Raises StoreError."""
    name = hashlib.sha256(data).hexdigest()
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_atomic(folder / name, data)
    return name


def file_bytes(folder: Path, name: str) -> bytes | None:
    """The kept bytes with the hash `name`; None where they are missing or have been damaged."""
    if not _HASH.fullmatch(name):
        return None
    path = folder / name
    with explained(path):
        if not path.is_file():
            return None
        data = path.read_bytes()
    return data if hashlib.sha256(data).hexdigest() == name else None


def forget(folder: Path, name: str) -> None:
    """Remove the kept file with the hash `name`. Raises StoreError."""
    if _HASH.fullmatch(name):
        with explained(folder / name):
            (folder / name).unlink(missing_ok=True)


def _pieces(path: Path) -> Iterator[bytes]:
    with explained(path), path.open("rb") as source:
        while piece := source.read(_PIECE):
            yield piece


def _copied(path: Path, copy: BinaryIO) -> Iterator[bytes]:
    for piece in _pieces(path):
        copy.write(piece)
        yield piece


def _measure(pieces: Iterator[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size
