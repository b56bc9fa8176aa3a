"""All cases of this PC: kept in one SQLite file, with every version of each."""

import sqlite3
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from appealwriter.base.errors import BadInput, StoreError
from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.model.case import Case
from appealwriter.store import backups, codec, database, evidence, finder, repair
from appealwriter.store.atomic import explained
from appealwriter.store.entries import Entry, Revision, Summary

_REST = timedelta(minutes=5)  # of work between two revisions
# Revisions cut without the seller's doing; one that equals the one before it is left out.
_QUIET = ("opened", "work", "elsewhere")


Entries: TypeAlias = list[Entry]  # inside the class below, `list` is a method

_ENTRY = (  # in the order of Entry's fields
    "id, title, shop, platform, marketplace, reason, state, rounds, due, missing, weak, next, "
    "step, saved_at, deleted_at"
)


class Drafts:
    """The store of cases in one folder. Every method raises StoreError when the disk fails.

    Use it from one thread; a second window on the same folder may have its own.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime] | None = None) -> None:
        """Open the store in `folder`, making it where needed; `now` is the clock."""
        self.folder = folder
        self._now = now or (lambda: datetime.now(UTC))
        self._writer = uuid.uuid4().hex
        self._finder = finder.Finder(folder)
        with database.told(folder):
            self._db = database.connect(folder)

    @classmethod
    def open(cls, folder: Path, now: Callable[[], datetime] | None = None) -> "Opened":
        """The store in `folder`, repaired first where it is damaged, and what to say of that."""
        with database.told(folder):
            broken = repair.find_damage(folder)
        found = repair.set_aside(folder, now() if now else datetime.now(UTC)) if broken else None
        drafts = cls(folder, now)
        news = repair.news(found, drafts._take_rescued(found)) if found else ""
        with explained(folder):
            (folder / database.SUSPECT).unlink(missing_ok=True)
        return Opened(drafts, news)

    def close(self) -> None:
        """Finish; everything acknowledged is on the disk already."""
        self._finder.close()
        self._db.close()

    # Cases

    def save(self, case: Case, summary: Summary) -> datetime:
        """Keep `case` as its present version; when it returns, the case is safe on the disk."""
        with self._change():
            at, new = self._put(case, summary)
        if new:
            self._index_in_passing()
        return at

    def autosave(self, case: Case, summary: Summary) -> datetime:
        """As `save`, and cut a revision when the last one is more than five minutes old."""
        with self._change():
            at, new = self._put(case, summary)
            last = self._db.execute(
                "SELECT at FROM revisions WHERE case_id = ? ORDER BY number DESC LIMIT 1",
                (case.id,),
            ).fetchone()
            if last is None or at - datetime.fromisoformat(last[0]) > _REST:
                self._cut(case.id, "work", codec.encode(case))
        if new:
            self._index_in_passing()
        return at

    def load(self, case_id: str) -> Case:
        """The present version of a case. BadInput where its text cannot be read."""
        row = self._ask(
            "SELECT json FROM contents JOIN cases USING (number) WHERE id = ?", (case_id,)
        ).fetchone()
        if row is None:
            raise _gone()
        return codec.decode(row[0])

    def list(self) -> Entries:
        """Every case that is not in the bin, the last saved first."""
        return self._entries("cases WHERE deleted_at = '' ORDER BY saved_at DESC")

    def deleted(self) -> Entries:
        """The cases in the bin, the last deleted first."""
        return self._entries("cases WHERE deleted_at <> '' ORDER BY deleted_at DESC")

    def search(self, text: str) -> Entries:
        """The cases that hold every word of `text`, or the beginning of it; all where it is empty.

        Chinese is found by any run of characters.
        """
        asked = finder.query(text)
        if not asked:
            return self.list() if not text.strip() else []
        with database.told(self.folder):
            try:
                found = self._find(asked)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError) and not database.is_damage(error):
                    raise
                self._finder.start_anew()  # its words are all in the cases too
                found = self._find(asked)
        return self._entries(
            "cases WHERE number IN (SELECT value FROM json_each(?))"
            " AND deleted_at = '' ORDER BY saved_at DESC",
            (found,),
        )

    def remember_place(self, case_id: str, step: str) -> None:
        """Remember the step at which the case was left."""
        with self._change() as db:
            db.execute("UPDATE cases SET step = ? WHERE id = ?", (step, case_id))

    def delete(self, case_id: str) -> None:
        """Put the case into the bin."""
        with self._change() as db:
            at = _stamp(self._now())
            db.execute("UPDATE cases SET deleted_at = ? WHERE id = ?", (at, case_id))

    def undelete(self, case_id: str) -> None:
        """Take the case out of the bin."""
        with self._change() as db:
            db.execute("UPDATE cases SET deleted_at = '' WHERE id = ?", (case_id,))

    def purge(self, case_id: str) -> None:
        """Remove the case, its versions and the evidence no other case has, for good.

        The daily backups still hold it until the last of them is two weeks old.
        """
        with self._change() as db:
            files = db.execute(
                "SELECT hash FROM files AS f WHERE case_id = ? AND NOT EXISTS"
                " (SELECT 1 FROM files WHERE hash = f.hash AND case_id <> f.case_id)",
                (case_id,),
            ).fetchall()
            number = db.execute("SELECT number FROM cases WHERE id = ?", (case_id,)).fetchone()
            db.execute("DELETE FROM cases WHERE id = ?", (case_id,))
        self._finder.forget(number[0] if number else 0)
        for (name,) in files:
            evidence.forget(self._files, name)
        backups.forget_case(self.folder, case_id)

    # Versions

    def revision(self, case_id: str, case: Case, why: str) -> None:
        """Keep `case` as a version of the saved case `case_id` for good.

        `why` is "opened", "exported", "sent", "imported", "restored", or the seller's own name.
        """
        with self._change() as db:
            if db.execute("SELECT 1 FROM cases WHERE id = ?", (case_id,)).fetchone() is None:
                raise _gone()
            self._cut(case_id, why, codec.encode(case))

    def revisions(self, case_id: str) -> "tuple[Revision, ...]":
        """The versions of the case, the newest first."""
        rows = self._ask(
            "SELECT number, at, why FROM revisions WHERE case_id = ? ORDER BY number DESC",
            (case_id,),
        )
        return tuple(Revision(n, datetime.fromisoformat(at), why) for n, at, why in rows)

    def load_revision(self, number: int) -> Case:
        """The case as it was in that version."""
        row = self._ask("SELECT json FROM revisions WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise _gone()
        try:
            return codec.decode(zlib.decompress(row[0]))
        except zlib.error as error:
            raise StoreError(
                tr("This version is damaged."), tr("Take the version before or after it.")
            ) from error

    # Evidence

    def keep_file(self, path: Path) -> tuple[str, int]:
        """Copy a file into the store; its hash and its size in bytes."""
        return evidence.keep_file(self._files, path)

    def keep_bytes(self, data: bytes) -> str:
        """Keep the bytes of a file, as from a case file; their hash."""
        return evidence.keep_bytes(self._files, data)

    def file_bytes(self, name: str) -> bytes | None:
        """The kept bytes with the hash `name`; None where they are missing or damaged."""
        return evidence.file_bytes(self._files, name)

    @property
    def _files(self) -> Path:
        return self.folder / "evidence"

    # Backup

    def backup(self) -> Path | None:
        """Copy everything into backups/ once a day; the copy, or None where today's is there.

        It reads the whole file: call it when the seller is not waiting.
        """
        with database.told(self.folder):
            return backups.daily(self._db, self.folder, self._now())

    # Inside

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with database.told(self.folder), database.change(self._db) as db:
            yield db

    def _ask(self, sql: str, values: tuple[Any, ...] = ()) -> sqlite3.Cursor:
        with database.told(self.folder):
            return self._db.execute(sql, values)

    def _entries(self, source: str, values: tuple[Any, ...] = ()) -> Entries:
        with database.told(self.folder):
            rows = self._db.execute(f"SELECT {_ENTRY} FROM {source}", values)
            return [Entry._make(row) for row in rows]

    def _put(self, case: Case, summary: Summary) -> tuple[datetime, bool]:
        """Write the case; when, and whether it was not there before."""
        at, text = self._now(), codec.encode(case)
        known = self._db.execute("SELECT 1 FROM cases WHERE id = ?", (case.id,)).fetchone()
        self._keep_work_of_others(case.id, text)
        row = {
            **_shown(case, summary),
            "saved_at": _stamp(at),
            "writer": self._writer,
            "indexed": 0,
        }
        names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
        new = ", ".join(f"{name} = excluded.{name}" for name in row)
        (number,) = self._db.execute(
            f"INSERT INTO cases ({names}) VALUES ({marks})"
            f" ON CONFLICT (id) DO UPDATE SET {new} RETURNING number",
            row,
        ).fetchone()
        self._db.execute(
            "INSERT INTO contents VALUES (?, ?, ?) ON CONFLICT (number)"
            " DO UPDATE SET json = excluded.json, letter = excluded.letter",
            (number, text, clean(summary.letter)),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO files VALUES (?, ?)",
            [(case.id, exhibit.hash) for exhibit in case.evidence if exhibit.hash],
        )
        return at, known is None

    def _keep_work_of_others(self, case_id: str, text: str) -> None:
        """What another window saved is kept as a version before it is written over."""
        row = self._db.execute(
            "SELECT json FROM cases JOIN contents USING (number) WHERE id = ? AND writer <> ?",
            (case_id, self._writer),
        ).fetchone()
        if row and row[0] != text:
            self._cut(case_id, "elsewhere", row[0])

    def _cut(self, case_id: str, why: str, text: str) -> None:
        packed = zlib.compress(text.encode())
        last = self._db.execute(
            "SELECT json FROM revisions WHERE case_id = ? ORDER BY number DESC LIMIT 1", (case_id,)
        ).fetchone()
        if why in _QUIET and last and last[0] == packed:
            return
        self._db.execute(
            "INSERT INTO revisions (case_id, at, why, json) VALUES (?, ?, ?, ?)",
            (case_id, _stamp(self._now()), clean(why), packed),
        )

    def _find(self, asked: str) -> str:
        self._index()
        return self._finder.find(asked)

    def _index(self) -> None:
        """Put into the search what was saved since the last one; autosave is faster without."""
        with database.change(self._db) as db:
            if self._finder.is_new():
                db.execute("UPDATE cases SET indexed = 0")
            waiting = db.execute("SELECT number FROM cases WHERE indexed = 0").fetchall()
            self._finder.put(self._words(number) for (number,) in waiting)
            db.execute("UPDATE cases SET indexed = 1 WHERE indexed = 0")

    def _index_in_passing(self) -> None:
        """So that many new cases do not all wait for one search; a failure is the search's."""
        with suppress(sqlite3.Error, StoreError):
            self._index()

    def _words(self, number: int) -> tuple[int, str]:
        text, letter = self._db.execute(
            "SELECT json, letter FROM contents WHERE number = ?", (number,)
        ).fetchone()
        try:
            return number, finder.words_of(codec.decode(text), letter)
        except BadInput:  # a case that cannot be read must not end the search for others
            return number, letter

    def _take_rescued(self, found: "repair.Found") -> int:
        """Put in what the damaged file still gave and the backup does not have; how many cases."""
        taken = 0
        with self._change() as db:
            for id_, each in found.rescued.items():
                row = db.execute("SELECT saved_at FROM cases WHERE id = ?", (id_,)).fetchone()
                if row is None or row[0] < each.at:
                    self._put(each.case, each.summary)
                    taken += 1
        return taken


@dataclass(frozen=True, slots=True)
class Opened:
    """The store, and what the seller must be told about its opening; "" where all is well."""

    drafts: Drafts
    news: str = ""


def _shown(case: Case, summary: Summary) -> dict[str, str | int]:
    """What the home screen shows of a case, by column, cleaned as the case's own text is."""
    shown = {
        "id": case.id,
        "title": case.title,
        "shop": case.sender.shop or case.sender.company,
        "platform": case.platform,
        "marketplace": case.marketplace,
        "reason": case.reason_detail or case.reason,
        "state": case.state.value,
        "rounds": len(case.rounds),
        "due": summary.due,
        "missing": summary.missing,
        "weak": summary.weak,
        "next": summary.next,
    }
    return {name: clean(part) if isinstance(part, str) else part for name, part in shown.items()}


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _gone() -> StoreError:
    return StoreError(
        tr("This case is no longer on this PC."), tr("Look in the bin, or open its case file.")
    )
