"""Words to search by: whole words and their beginnings, and any run of Chinese characters.

Chinese has no spaces, and its words are mostly two characters long, too short for SQLite's
trigrams. So each run is kept as overlapping pairs: 深圳市 becomes 深圳 圳市 市. The words live in a
file of their own: should it break, it is thrown away and made anew, and no save depends on it.
"""

import json
import re
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from appealwriter.model.case import Case
from appealwriter.store import database

NAME = "search.db"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_RUN = re.compile(rf"(?P<han>[{_HAN}]+)|[^\W_{_HAN}]+")


class Finder:
    """The words of all cases by the case's number. Its methods raise sqlite3.Error."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._db: sqlite3.Connection | None = None

    def is_new(self) -> bool:
        """True if nothing was put in yet, so that every case must be."""
        return not self._open().execute("SELECT 1 FROM words LIMIT 1").fetchone()

    def find(self, asked: str) -> str:
        """The numbers of the cases that answer a `query`, as a JSON list."""
        rows = self._open().execute("SELECT rowid FROM words WHERE words MATCH ?", (asked,))
        return json.dumps([number for (number,) in rows])

    def put(self, words: Iterable[tuple[int, str]]) -> None:
        """Keep the words of cases, in place of those known before."""
        with database.change(self._open()) as db:
            for number, text in words:
                db.execute("DELETE FROM words WHERE rowid = ?", (number,))
                db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, text))

    def forget(self, number: int) -> None:
        """Remove the words of a case."""
        try:
            self._open().execute("DELETE FROM words WHERE rowid = ?", (number,))
        except sqlite3.DatabaseError:
            self.start_anew()

    def start_anew(self) -> None:
        """Throw all words away. Raises StoreError."""
        self.close()
        database.remove(self._path)

    def close(self) -> None:
        """Finish."""
        if self._db:
            self._db.close()
        self._db = None

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = database.connect_file(self._path)
            self._db.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, tokenize = 'unicode61')"
            )
        return self._db


def words_of(case: Case, letter: str) -> str:
    """What a case is found by: shop, people, ids, notice, notes and the letter's text."""
    notice, sender = case.notice, case.sender
    parts = (
        case.title,
        *(sender.shop, sender.company, sender.person, sender.merchant_token, sender.case_id),
        *(*notice.asins, *notice.order_ids, *notice.case_ids, *notice.brands),
        *(notice.text, case.private_notes, letter),
    )
    return _HAN_RUN.sub(lambda run: f" {_pairs(run[0] + ' ')} ", _folded("\n".join(parts)))


def query(text: str) -> str:
    """`text` as a question to SQLite: every word must occur; "" where there is none."""
    return " AND ".join(_asked(match) for match in _RUN.finditer(_folded(text)))


def _asked(match: "re.Match[str]") -> str:
    run = match[0]
    return f'"{_pairs(run)}"' if match["han"] and len(run) > 1 else f'"{run}"*'


def _pairs(run: str) -> str:
    return " ".join(run[n : n + 2] for n in range(len(run) - 1))


def _folded(text: str) -> str:
    """One form for what looks alike: full-width letters and digits as half-width ones."""
    return unicodedata.normalize("NFKC", text)
