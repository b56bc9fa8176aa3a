"""The SQLite file of all cases: opened, brought up to date, its errors put into plain words.

`cases` holds what the home screen shows, so that listing never touches the large `contents`.
A new layout: add one tuple of statements to _STEPS; user_version counts them.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr
from appealwriter.store.atomic import disk_full, explained

NAME = "drafts.db"
PARTS = ("", "-wal", "-shm")  # a SQLite file, its log and the log's index
SUSPECT = "check-at-next-start"
_WAIT = 5.0  # seconds for another window to finish its commit
_SMALL = 20_000_000  # bytes that are looked through at every start without being felt

_STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE cases (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,
            shop TEXT NOT NULL, platform TEXT NOT NULL, marketplace TEXT NOT NULL,
            reason TEXT NOT NULL, state TEXT NOT NULL, rounds INTEGER NOT NULL,
            due TEXT NOT NULL, missing INTEGER NOT NULL, weak INTEGER NOT NULL,
            next TEXT NOT NULL, step TEXT NOT NULL DEFAULT '', saved_at TEXT NOT NULL,
            deleted_at TEXT NOT NULL DEFAULT '', writer TEXT NOT NULL,
            indexed INTEGER NOT NULL DEFAULT 0)""",
        "CREATE INDEX cases_to_index ON cases (number) WHERE indexed = 0",
        """CREATE TABLE contents (
            number INTEGER PRIMARY KEY REFERENCES cases ON DELETE CASCADE,
            json TEXT NOT NULL, letter TEXT NOT NULL)""",
        """CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            at TEXT NOT NULL, why TEXT NOT NULL, json BLOB NOT NULL)""",
        "CREATE INDEX revisions_of_case ON revisions (case_id, number)",
        """CREATE TABLE files (
            case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
            hash TEXT NOT NULL, PRIMARY KEY (case_id, hash)) WITHOUT ROWID""",
        "CREATE INDEX files_by_hash ON files (hash)",
    ),
)


def connect(folder: Path) -> sqlite3.Connection:
    """The database in `folder`, made or brought up to date. Raises sqlite3.Error, StoreError."""
    db = connect_file(folder / NAME)
    try:
        _bring_up_to_date(db)
    except BaseException:
        db.close()
        raise
    return db


def connect_file(path: Path) -> sqlite3.Connection:
    """The SQLite file at `path`, made where needed, readable by its owner only.

    Raises sqlite3.Error, StoreError.
    """
    with explained(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name != "nt":  # there the user's profile folder is closed to others already
            with suppress(PermissionError):  # a folder of somebody else's, named by the person
                path.parent.chmod(0o700)
                path.chmod(0o600)
    db = sqlite3.connect(path, isolation_level=None, timeout=_WAIT)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        db.close()
        raise
    return db


def touch_tables(db: sqlite3.Connection) -> None:
    """Raise sqlite3.Error if a finished database lacks a table or cannot be read at all."""
    if _version(db):
        for table in ("cases", "contents", "revisions", "files"):
            db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()


def remove(path: Path) -> None:
    """Remove a closed SQLite file with what belongs to it. Raises StoreError."""
    with explained(path):
        for part in PARTS:
            Path(f"{path}{part}").unlink(missing_ok=True)


def is_sound(db: sqlite3.Connection) -> bool:
    """True if SQLite finds no damage; reads the whole file."""
    try:
        return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def should_be_checked(folder: Path) -> bool:
    """True if the file is small, was not closed in peace, or drew suspicion the last time."""
    path = folder / NAME
    return (
        (folder / SUSPECT).exists()
        or path.with_name(NAME + "-wal").exists()
        or not path.exists()
        or path.stat().st_size < _SMALL
    )


@contextmanager
def change(db: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One commit: everything in the block, or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn SQLite's errors into a StoreError; damage is looked into at the next start."""
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error):
            with suppress(OSError):
                (folder / SUSPECT).touch()
        raise StoreError(*_explain(error, folder)) from error


def is_damage(error: sqlite3.Error) -> bool:
    """True if the error says that the file itself is broken."""
    return any(sign in str(error) for sign in ("malformed", "not a database", "no such table"))


def _bring_up_to_date(db: sqlite3.Connection) -> None:
    if _version(db) == len(_STEPS):
        return
    with change(db):
        found = _version(db)  # again: another window may have been faster
        if found > len(_STEPS):
            raise StoreError(
                tr("Your cases were saved by a newer version of Appeal Writer."),
                tr("Update the program, then start it again. Nothing was changed."),
            )
        for step in _STEPS[found:]:
            for statement in step:
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(_STEPS)}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _explain(error: sqlite3.Error, folder: Path) -> tuple[str, str]:
    said = str(error)
    if "full" in said:
        return disk_full()
    if "locked" in said:
        return (
            tr("Another window of Appeal Writer is busy with your cases."),
            tr("Wait a moment; if it stays so, close the other window."),
        )
    if "readonly" in said or "unable to open" in said:
        return (
            tr("The folder of your cases cannot be written to: {folder}", folder=folder),
            tr("Give yourself the right to write there, then save again."),
        )
    if is_damage(error):
        return (
            tr("The file with your cases is damaged."),
            tr("Export the open case now, then start the program again: it repairs the file."),
        )
    return (
        tr("The disk did not take or give your case: {reason}.", reason=said),
        tr("Export the open case to another disk to be safe, then try again."),
    )
