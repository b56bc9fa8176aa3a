"""Every file the program writes: the old one or the new one is there, never half of either."""

import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr

_HOLDS_FILES = os.name == "nt"  # there a virus scanner may hold a new file for a moment
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_TAKES_NO_FILES = (errno.ENOENT, errno.EOPNOTSUPP)  # such as Linux's /proc
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between two tries


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path`, readable by its owner only, in place of what was there.

    Raises StoreError; then the old file is as it was and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    with explained(target, writing=True), replacing(target) as file:
        file.write(data)


def write_new(path: Path, data: bytes) -> None:
    """As `write_atomic`, but never over a file that is there already. Raises StoreError."""
    with explained(path, writing=True):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        write_atomic(path, data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file to write to; when the block ends well it becomes `target`, else it vanishes."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".appealwriter-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace(Path(name), target)
        _settle(target.parent)
    finally:
        Path(name).unlink(missing_ok=True)


@contextmanager
def explained(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Turn the system's errors about `path` into a StoreError a person can act on; `writing` says
    that a file was to be made there."""
    try:
        yield
    except OSError as error:
        raise StoreError(*_explain(error, path, writing)) from error


def disk_full() -> tuple[str, str]:
    """What is said when there is no room left."""
    return (
        tr("The disk is full."),
        tr("Free some space on it and save again. What was saved before is unharmed."),
    )


def _explain(error: OSError, path: Path, writing: bool) -> tuple[str, str]:
    # os.path asks without failing where even the asking is forbidden; Path's questions raise.
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full()
    if error.errno == errno.EEXIST:
        return (
            tr("“{name}” exists already.", name=path.name),
            tr("Choose another name, or allow it to be replaced."),
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR) and not os.path.isdir(path.parent):
        return (
            tr("The folder “{folder}” does not exist.", folder=path.parent),
            tr("Create it, or choose another folder."),
        )
    if error.errno == errno.ENOENT and not writing:
        return (
            tr("“{name}” is not there any more.", name=path.name),
            tr("It may have been moved or renamed: choose it again."),
        )
    if error.errno == errno.EISDIR or os.path.isdir(path):
        return (
            tr("“{name}” is a folder, not a file.", name=path.name),
            tr("Choose another name."),
        )
    if error.errno in _CLOSED and error.filename2 is not None and _HOLDS_FILES:
        return (
            tr("“{name}” cannot be replaced now.", name=path.name),
            tr("It may be open in another program such as Word: close it there and try again."),
        )
    if error.errno in _CLOSED or (writing and error.errno in _TAKES_NO_FILES):
        return (
            tr("“{path}” is closed to you: the system does not allow it.", path=path),
            tr("Choose another folder, such as Documents, or ask for the right to use this one."),
        )
    return (
        tr("“{path}” could not be read or written: {reason}.", path=path, reason=error.strerror),
        tr("Try again, or choose another disk or folder."),
    )


def _replace(source: Path, target: Path) -> None:
    for pause in _PAUSES if _HOLDS_FILES else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut; Windows does that by itself."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network file systems cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
