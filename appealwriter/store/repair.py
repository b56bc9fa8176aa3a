"""A damaged database: set aside, replaced by the newest backup, and read for what it still gives.

Nothing is thrown away: the damaged file stays beside the new one.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr, trn
from appealwriter.model.case import Case
from appealwriter.store import backups, codec, database, finder
from appealwriter.store.atomic import explained, replacing
from appealwriter.store.entries import Summary


@dataclass(frozen=True, slots=True)
class Rescued:
    """The newest version of a case that the damaged file still gave; `at` is "" if unknown."""

    at: str
    case: Case
    summary: Summary


@dataclass(frozen=True, slots=True)
class Found:
    """What a repair had to work with: the file set aside, the backup's day, the rescued cases."""

    aside: str
    backup: str
    rescued: Mapping[str, Rescued] = field(default_factory=dict)


def find_damage(folder: Path) -> bool:
    """True if the database in `folder` cannot be used, or has vanished while backups exist."""
    path = folder / database.NAME
    if not path.exists() or not path.stat().st_size:
        return bool(backups.newest_first(folder))
    thorough = database.should_be_checked(folder)
    with closing(sqlite3.connect(path)) as db:
        try:
            database.touch_tables(db)
        except sqlite3.Error as error:
            return database.is_damage(error)
        return thorough and not database.is_sound(db)


def set_aside(folder: Path, now: datetime) -> Found:
    """Move the damaged database away and put the newest sound backup in its place.

    Raises StoreError, for one where another window holds the file.
    """
    path = folder / database.NAME
    aside = path.with_name(f"drafts-damaged-{now.astimezone():%Y-%m-%d-%H%M%S}.db")
    with explained(path):
        for part in database.PARTS:
            with suppress(FileNotFoundError):
                Path(f"{path}{part}").rename(f"{aside}{part}")
    rescued: dict[str, Rescued] = {}
    if aside.exists():
        for found in _rescue(aside):
            known = rescued.get(found.case.id)
            if known is None or known.at < found.at:
                rescued[found.case.id] = found
    database.remove(folder / finder.NAME)  # its words are those of the damaged file
    backup = _restore(folder, path)
    return Found(aside.name if aside.exists() else "", backup, rescued)


def news(found: Found, taken: int) -> str:
    """What the seller is told: what happened, what is back, what to look at."""
    said = [
        tr("The file with your cases was damaged, so it was repaired.")
        if found.aside
        else tr("The file with your cases had vanished, so it was put back.")
    ]
    if found.backup:
        said.append(tr("Your cases are back as they were on {date}.", date=found.backup))
    if taken:
        said.append(
            trn(
                "{n} case in a newer state was saved from the damaged file.",
                "{n} cases in a newer state were saved from the damaged file.",
                taken,
            )
        )
    if not found.backup and not taken:
        said.append(tr("No case could be brought back."))
    said.append(tr("Please open your latest cases and look whether all is there."))
    if found.aside:
        said.append(tr("The damaged file is kept as {name}.", name=found.aside))
    return " ".join(said)


def _restore(folder: Path, path: Path) -> str:
    """Put the newest sound backup at `path`; its day, "" where there is none."""
    for backup in backups.newest_first(folder):
        with closing(sqlite3.connect(backup)) as db:
            if not database.is_sound(db):
                continue
        with explained(path), replacing(path) as copy, backup.open("rb") as source:
            while piece := source.read(1 << 20):
                copy.write(piece)
        return backup.stem.removeprefix("drafts-")
    return ""


def _rescue(path: Path) -> Iterator[Rescued]:
    """Every case and version that can still be read, row by row, past the broken ones."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")  # reads on though a table or index is broken
        for number in range(1, _last(db, "contents") + 1):
            content = _row(db, "SELECT json, letter FROM contents WHERE number = ?", number)
            if content:
                facts = "SELECT saved_at, due, missing, weak, next FROM cases WHERE number = ?"
                at, due, missing, weak, next_ = _row(db, facts, number) or ("", "", 0, 0, "")
                summary = Summary(due, missing, weak, next_, content[1])
                yield from _readable(at, content[0], summary)
        for number in range(1, _last(db, "revisions") + 1):
            version = _row(db, "SELECT at, json FROM revisions WHERE number = ?", number)
            if version:
                with suppress(zlib.error):
                    yield from _readable(version[0], zlib.decompress(version[1]), Summary())


def _readable(at: str, text: str | bytes, summary: Summary) -> Iterator[Rescued]:
    with suppress(BadInput):
        yield Rescued(at, codec.decode(text), summary)


def _last(db: sqlite3.Connection, table: str) -> int:
    found = _row(db, f"SELECT max(number) FROM {table} WHERE number > ?", 0)
    return found[0] or 0 if found else 0


def _row(db: sqlite3.Connection, sql: str, number: int) -> tuple[Any, ...] | None:
    try:
        row: tuple[Any, ...] | None = db.execute(sql, (number,)).fetchone()
    except sqlite3.Error:  # this row is gone; the next may be whole
        return None
    return row
