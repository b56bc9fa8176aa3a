"""The letter as a value: preview, read-back, findings, Word and plain text are made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from appealwriter.model.terms import Structure


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letter text and where it came from.

    `kind` is "text" (fixed wording), "slot" (an answer), "gap" (an answer not given yet, shown
    in brackets), "own" (the seller's own words) or "exhibit" (a reference). `path` leads to the
    answer in the case; for an exhibit it is "evidence/<id>".
    """

    text: str
    kind: str = "text"
    path: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its twin in the seller's language, and the answer it was made from.

    `phrase` is the id of the phrase it words, empty for own words; `choices` is how many
    wordings the phrase has; `untranslated` is True where own words lack the letter's language.
    Where the seller rewrote the sentence, `program` is what it would be otherwise, and `stale` is
    True when that has changed since.
    """

    spans: tuple[Span, ...]
    twin: tuple[Span, ...] = ()
    path: str = ""
    phrase: str = ""
    choices: int = 1
    untranslated: bool = False
    program: str = ""
    stale: bool = False

    @property
    def text(self) -> str:
        """The sentence as it stands in the letter."""
        return "".join(span.text for span in self.spans)

    @property
    def twin_text(self) -> str:
        """The sentence as the seller reads it back."""
        return "".join(span.text for span in self.twin)

    @property
    def has_gap(self) -> bool:
        """True while an answer it needs is missing."""
        return any(span.kind == "gap" for span in self.spans)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a "numbered" or "bulleted" list (one sentence group an item), or a table.

    `items` holds the sentences: a paragraph has one item, a list one an entry. A table has its
    `header` and its `rows` of cells instead.
    """

    kind: str
    items: tuple[tuple[Sentence, ...], ...] = ()
    header: tuple[Sentence, ...] = ()
    rows: tuple[tuple[Sentence, ...], ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence and cell, in reading order."""
        for item in self.items:
            yield from item
        yield from self.header
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the letter. `id` is one of playbooks.structures.LETTER_SECTIONS."""

    id: str
    heading: Sentence | None = None
    blocks: tuple[Block, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """The heading, then every sentence of the blocks."""
        if self.heading:
            yield self.heading
        for block in self.blocks:
            yield from block.sentences()


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter in one language, with its twin in the seller's.

    `language` and `twin_language` are "en", "ru" or "zh"; `title` heads page one; `author` is the
    legal company, `subject` shop and case id for the running header; `date` is YYYY-MM-DD or "";
    `dropped` are sentences left out so that the letter fits its box.
    """

    language: str
    twin_language: str
    structure: Structure
    title: Sentence
    sections: tuple[Section, ...] = ()
    author: str = ""
    subject: str = ""
    date: str = ""
    dropped: tuple[Sentence, ...] = ()

    def section(self, name: str) -> Section | None:
        """The section called `name`, if the letter has it."""
        return next((s for s in self.sections if s.id == name), None)

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, title first, in reading order."""
        yield self.title
        for section in self.sections:
            yield from section.sentences()
