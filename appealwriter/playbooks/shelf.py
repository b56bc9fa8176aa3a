"""All playbooks: each is read when it is first asked for, and stays."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr
from appealwriter.base.words import Words
from appealwriter.model.case import Case
from appealwriter.playbooks.book import PARTS, Phrase, Playbook
from appealwriter.playbooks.loader import Vocabulary, load_book, load_phrases
from appealwriter.playbooks.tables import open_table
from appealwriter.playbooks.taxonomy import Platform, load_taxonomy
from appealwriter.playbooks.units import Units, load_units

LAST_RESORT = "general/other"


class Shelf:
    """The knowledge of the program. `folders` are searched in order, so that a user's own
    playbooks may stand before the shipped ones."""

    def __init__(self, resources: Path, *own: Path) -> None:
        self._resources = resources
        self._folders = (*own, resources)
        self._found: dict[tuple[str, ...], Path | None] = {}
        self._books: dict[str, Playbook] = {}
        self._shared: dict[str, dict[str, tuple[Phrase, ...]]] = {}
        self.platforms: dict[str, Platform] = load_taxonomy(resources / "taxonomy.toml")
        self.units: Units = load_units(resources / "units.toml")
        self.vocabulary: Vocabulary = _vocabulary(resources / "vocabulary.toml")
        self.terms: Vocabulary = _terms(resources / "terms.toml")

    def ids(self) -> list[str]:
        """The ids of all playbooks there are, sorted."""
        return sorted(
            {
                f"{path.parent.name}/{path.stem}"
                for folder in self._folders
                for path in (folder / "playbooks").glob("*/*.toml")
            }
        )

    def book(self, book_id: str) -> Playbook:
        """The playbook "<platform>/<reason>". Raises DataFileError where it is wrong or absent."""
        if book_id not in self._books:
            path = self._find("playbooks", f"{book_id}.toml")
            if path is None:
                raise DataFileError(tr("There is no playbook “{id}”.", id=book_id))
            self._books[book_id] = self._with_shared(load_book(path, self.vocabulary), path)
        return self._books[book_id]

    def for_case(self, case: Case) -> Playbook:
        """The playbook that fits a case best: its finer reason's, its reason's, the general one."""
        for reason in (case.reason_detail, case.reason):
            if reason and self._find("playbooks", f"{case.platform}/{reason}.toml"):
                return self.book(f"{case.platform}/{reason}")
        return self.book(LAST_RESORT)

    def offered(self, case: Case, part: str) -> tuple[Phrase, ...]:
        """The phrases a case may choose from: its own book's, then those of its other reasons."""
        phrases = list(self.for_case(case).phrases(part))
        for reason in case.also:
            if self._find("playbooks", f"{case.platform}/{reason}.toml"):
                phrases += self.book(f"{case.platform}/{reason}").phrases(part)
        return tuple({phrase.id: phrase for phrase in phrases}.values())

    def phrase(self, case: Case, ref: str, part: str) -> Phrase | None:
        """The phrase `ref` ("<book>:<id>" or a bare id of the case's own book); None if unknown."""
        if not ref:
            return None
        book, _, name = ref.rpartition(":")
        if not book:
            return _named(self.for_case(case).phrases(part), name)
        if "/" not in book:
            return _named(self._phrases(book).get(part, ()), name)
        if self._find("playbooks", f"{book}.toml") is None:
            return None
        return _named(self.book(book).phrases(part), name)

    def reason_name(self, case: Case) -> Words:
        """What the case's reason is called."""
        platform = self.platforms.get(case.platform)
        reason = platform.reasons.get(case.reason_detail or case.reason) if platform else None
        return reason.name if reason else self.book(LAST_RESORT).name

    def _find(self, *parts: str) -> Path | None:
        """The first file of that name; remembered, since a draft asks for it at every edit."""
        if parts not in self._found:
            paths = (folder.joinpath(*parts) for folder in self._folders)
            self._found[parts] = next((path for path in paths if path.is_file()), None)
        return self._found[parts]

    def _phrases(self, name: str) -> dict[str, tuple[Phrase, ...]]:
        if name not in self._shared:
            path = self._find("phrases", f"{name}.toml")
            self._shared[name] = load_phrases(path, self.vocabulary) if path else {}
        return self._shared[name]

    def _with_shared(self, book: Playbook, path: Path) -> Playbook:
        """`book` with the shared phrases that its `[use]` names, and its chain checked."""
        use = open_table(path).raw.get("use", {})
        found = {part: [*book.phrases(part), *self._used(path, part, use)] for part in PARTS}
        book = replace(
            book,
            causes=tuple(found["cause"]),
            corrective=tuple(found["corrective"]),
            preventive=tuple(found["preventive"]),
        )
        check_chain(book)
        return book

    def _used(self, path: Path, part: str, use: dict[str, list[str]]) -> Iterator[Phrase]:
        for ref in use.get(part, []):
            name, _, wanted = ref.partition(":")
            phrase = _named(self._phrases(name).get(part, ()), wanted)
            if phrase is None:
                raise DataFileError(
                    tr("{file}, use: there is no phrase “{id}”.", file=path.name, id=ref)
                )
            yield phrase


def check_chain(book: Playbook) -> None:
    """Raise DataFileError where a cause has no action or measure, or one answers no cause."""
    names = {phrase.name for phrase in book.causes}
    for part in ("corrective", "preventive"):
        answered: set[str] = set()
        for phrase in book.phrases(part):
            ours = set(phrase.answers)
            if "*" in ours:
                ours = names
            for name in ours - names if phrase.id.startswith(book.id) else ():
                raise _broken_chain(book, phrase.name, name)
            answered |= ours
        for name in sorted(names - answered):
            told = tr(
                "{book}, cause {id}: nothing in “{part}” answers it.",
                book=book.id,
                id=name,
                part=part,
            )
            raise DataFileError(told)


def _broken_chain(book: Playbook, phrase: str, cause: str) -> DataFileError:
    return DataFileError(
        tr("{book}, {phrase}: there is no cause “{id}”.", book=book.id, phrase=phrase, id=cause),
        tr("The causes are: {ids}.", ids=", ".join(phrase.name for phrase in book.causes)),
    )


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
