"""Daily copies of all cases: one database a day, and one readable case file for each case.

The case files name their evidence by hash; the bytes lie once, in the store's evidence folder.
"""

import os
import re
import sqlite3
import tempfile
from datetime import datetime
from pathlib import Path

from appealwriter.base.errors import BadInput
from appealwriter.store import codec
from appealwriter.store.atomic import explained, write_atomic
from appealwriter.store.casefile import write_case
from appealwriter.store.database import is_sound

KEPT = 14  # daily copies


def daily(db: sqlite3.Connection, folder: Path, now: datetime) -> Path | None:
    """Make today's copy of `db` under `folder`; None where it is there already.

    A damaged database is never copied over good backups: then it raises sqlite3.DatabaseError.
    Also raises StoreError.
    """
    home = folder / "backups"
    target = home / f"drafts-{now.astimezone():%Y-%m-%d}.db"
    if target.exists():
        return None
    if not is_sound(db):
        raise sqlite3.DatabaseError("database disk image is malformed")
    with explained(target):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy(db, target)
        for old in newest_first(folder)[KEPT:]:
            old.unlink(missing_ok=True)
    _write_case_files(db, home / "cases")
    return target


def newest_first(folder: Path) -> list[Path]:
    """The daily copies under `folder`."""
    return sorted((folder / "backups").glob("drafts-*.db"), reverse=True)


def forget_case(folder: Path, case_id: str) -> None:
    """Remove the readable copy of a case. Raises StoreError."""
    path = _case_file(folder / "backups" / "cases", case_id)
    with explained(path):
        path.unlink(missing_ok=True)


def _copy(db: sqlite3.Connection, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".appealwriter-", suffix=".tmp")
    os.close(handle)
    copy = sqlite3.connect(name)
    try:
        db.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        copy.close()
        Path(name).replace(target)
    finally:
        copy.close()
        Path(name).unlink(missing_ok=True)


def _write_case_files(db: sqlite3.Connection, home: Path) -> None:
    """Write the cases saved since their file was written."""
    with explained(home):
        home.mkdir(mode=0o700, exist_ok=True)
    for number, case_id, saved_at in db.execute(
        "SELECT number, id, saved_at FROM cases"
    ).fetchall():
        path = _case_file(home, case_id)
        saved = datetime.fromisoformat(saved_at).timestamp()
        if path.exists() and path.stat().st_mtime >= saved:
            continue
        (text,) = db.execute("SELECT json FROM contents WHERE number = ?", (number,)).fetchone()
        try:
            write_atomic(path, write_case(codec.decode(text), lambda _: None))
        except BadInput:
            continue  # its text cannot be read: the copy of the database has it as it is


def _case_file(home: Path, case_id: str) -> Path:
    return home / f"{re.sub(r'[^A-Za-z0-9-]', '_', case_id)[:100]}.appeal"
