"""All playbooks: each is read when it is first asked for, and stays."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr
from appealwriter.base.words import Words
from appealwriter.model.case import Case
from appealwriter.playbooks.book import PARTS, REQUEST, Phrase, Playbook
from appealwriter.playbooks.chain import check_chain, check_cited, check_units, check_whole
from appealwriter.playbooks.loader import Vocabulary, load_book, load_phrases
from appealwriter.playbooks.structures import Structures, StructureSpec, load_structures
from appealwriter.playbooks.tables import Table, open_table
from appealwriter.playbooks.taxonomy import Platform, load_taxonomy
from appealwriter.playbooks.units import Units, load_units

LAST_RESORT = "general/other"
_ID = re.compile("[a-z0-9_]{1,64}")  # nothing else becomes part of a path
T = TypeVar("T")


class Shelf:
    """The knowledge of the program. The folders in `own` are searched first, so that a user's own
    playbooks may stand before the shipped ones.

    An own file that is wrong never takes its reason away: the shipped one is used instead, and
    `news` says so, once for each file.
    """

    def __init__(self, resources: Path, *own: Path) -> None:
        self._resources = resources
        self._folders = (*own, resources)
        self.news: list[DataFileError] = []
        self._books: dict[str, Playbook | None] = {}
        self._shared: dict[str, dict[str, tuple[Phrase, ...]]] = {}
        self.platforms: dict[str, Platform] = load_taxonomy(resources / "taxonomy.toml")
        self.units: Units = load_units(resources / "units.toml")
        self.vocabulary: Vocabulary = _vocabulary(resources / "vocabulary.toml")
        self.terms: Vocabulary = _terms(resources / "terms.toml")
        self.structures: Structures = load_structures(resources / "structures.toml")

    def ids(self) -> list[str]:
        """The ids of all playbooks there are, sorted."""
        return sorted(
            {
                f"{path.parent.name}/{path.stem}"
                for folder in self._folders
                for path in (folder / "playbooks").glob("*/*.toml")
                if _ID.fullmatch(path.parent.name) and _ID.fullmatch(path.stem)
            }
        )

    def books(self) -> Iterator[Playbook]:
        """Every playbook that can be read, by id."""
        for book_id in self.ids():
            if found := self._book(book_id):
                yield found

    def book(self, book_id: str) -> Playbook:
        """The playbook "<platform>/<reason>". Raises DataFileError where it is absent, or a
        shipped one is wrong."""
        found = self._book(book_id)
        if found is None:
            raise DataFileError(tr("There is no playbook “{id}”.", id=book_id))
        return found

    def for_case(self, case: Case) -> Playbook:
        """The playbook that fits a case best: its finer reason's, its reason's, the general one."""
        for reason in (case.reason_detail, case.reason):
            if reason and (found := self._book(f"{case.platform}/{reason}")):
                return found
        return self.book(LAST_RESORT)

    def books_for(self, case: Case) -> tuple[Playbook, ...]:
        """The playbook that fits a case best, then those of its other reasons."""
        others = (self._book(f"{case.platform}/{reason}") for reason in case.also)
        return (self.for_case(case), *(book for book in others if book))

    def offered(self, case: Case, part: str) -> tuple[Phrase, ...]:
        """The phrases a case may choose from: its own book's, then those of its other reasons. What
        may be asked for is the same for all."""
        if part == REQUEST:
            return self._phrases("requests").get(part, ())
        phrases = (phrase for book in self.books_for(case) for phrase in book.phrases(part))
        return tuple({phrase.id: phrase for phrase in phrases}.values())

    def structure(self, case: Case) -> StructureSpec:
        """The document that a case is written as."""
        return self.structures[case.structure]

    def documents(self, case: Case) -> tuple[StructureSpec, ...]:
        """The documents that a case may be written as, those that fit its reason first."""
        return self.structures.offered(case, self.for_case(case))

    def recommended(self, case: Case) -> StructureSpec | None:
        """The document that answers its route best; None where nothing should be sent."""
        return self.structures.recommended(case, self.for_case(case))

    def phrase(self, case: Case, ref: str, part: str) -> Phrase | None:
        """The phrase `ref` ("<book>:<id>" or a bare id of the case's own book); None if unknown."""
        if not ref:
            return None
        book, _, name = ref.rpartition(":")
        if not book:
            return _named(self.for_case(case).phrases(part), name)
        if "/" not in book:
            return _named(self._phrases(book).get(part, ()), name)
        found = self._book(book)
        return _named(found.phrases(part), name) if found else None

    def reason_name(self, case: Case) -> Words:
        """What the case's reason is called."""
        platform = self.platforms.get(case.platform)
        reason = platform.reasons.get(case.reason_detail or case.reason) if platform else None
        return reason.name if reason else self.book(LAST_RESORT).name

    def _book(self, book_id: str) -> Playbook | None:
        """The playbook of that id; None, remembered too, where none can be read."""
        if book_id not in self._books:
            self._books[book_id] = self._first(self._load_book, "playbooks", *book_id.split("/"))
        return self._books[book_id]

    def _phrases(self, name: str) -> dict[str, tuple[Phrase, ...]]:
        if name not in self._shared:
            self._shared[name] = self._first(self._load_phrases, "phrases", name) or {}
        return self._shared[name]

    def _first(self, load: Callable[[Path], T], *parts: str) -> T | None:
        """What the first readable file of that name holds; an own one that is wrong makes news."""
        for path in self._find(*parts):
            try:
                return load(path)
            except DataFileError as error:
                if path.is_relative_to(self._resources):
                    raise
                self.news.append(_passed_over(path, error))
        return None

    def _find(self, *parts: str) -> Iterator[Path]:
        """The files of that name, own ones first; none for a name that is no id, since a case
        from anybody may name anything."""
        if all(map(_ID.fullmatch, parts)):
            paths = (folder.joinpath(*parts).with_suffix(".toml") for folder in self._folders)
            yield from (path for path in paths if path.is_file())

    def _load_book(self, path: Path) -> Playbook:
        book = self._with_shared(load_book(path, self.vocabulary), path)
        check_whole(book)
        check_units(book.id, (*book.statements, *_all(book)), book.facts, self.units.forms)
        check_chain(book)
        if path.is_relative_to(self._resources):  # sellers need not cite themselves
            check_cited(book)
        return book

    def _load_phrases(self, path: Path) -> dict[str, tuple[Phrase, ...]]:
        found = load_phrases(path, self.vocabulary)
        check_units(
            path.stem, [each for part in found.values() for each in part], (), self.units.forms
        )
        return found

    def _with_shared(self, book: Playbook, path: Path) -> Playbook:
        """`book` with the shared phrases that its `[use]` names."""
        use = open_table(path).table("use")
        found = {part: (*book.phrases(part), *self._used(use, part)) for part in PARTS}
        return replace(
            book,
            causes=found["cause"],
            corrective=found["corrective"],
            preventive=found["preventive"],
            points=found["point"],
        )

    def _used(self, use: Table, part: str) -> Iterator[Phrase]:
        for ref in use.texts(part):
            name, _, wanted = ref.partition(":")
            phrase = _named(self._phrases(name).get(part, ()), wanted)
            if phrase is None:
                raise use.error(tr("there is no phrase “{id}”.", id=ref))
            yield phrase


def _passed_over(path: Path, error: DataFileError) -> DataFileError:
    told = tr("Your own file {file} is not used: {problem}", file=path, problem=error.what)
    return DataFileError(told, error.advice)


def _all(book: Playbook) -> tuple[Phrase, ...]:
    return tuple(phrase for part in PARTS for phrase in book.phrases(part))


def _named(phrases: tuple[Phrase, ...], name: str) -> Phrase | None:
    return next((phrase for phrase in phrases if phrase.name == name), None)


def _vocabulary(path: Path) -> Vocabulary:
    table = open_table(path)
    found = {}
    for name in ("role", "rhythm", "record", "found_by"):
        options = {}
        for item in table.tables(name):
            options[item.text("id")] = Words(**{k: item.text(k) for k in ("zh", "en", "ru")})
            item.done()
        found[name] = options
    table.done()
    return found


def _terms(path: Path) -> Vocabulary:
    table = open_table(path)
    found = {}
    for name in table.raw:
        inner = table.table(name)
        found[name] = {key: inner.words(key) for key in inner.raw}
    return found
