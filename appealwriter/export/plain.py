"""A letter as plain text, for the platform's own box."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from appealwriter.export.formal import arranged, parted
from appealwriter.export.pairs import read_back as paired
from appealwriter.export.runs import text_of
from appealwriter.model.letter import Block, Letter, Section, Sentence

# No-break signs hold a printed line together; in a box they only spoil searching for an id.
_PLAIN_SIGNS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Plain:
    """A letter's text and how many characters the platform's box will count."""

    text: str

    @property
    def characters(self) -> int:
        """As browsers count: a sign outside the basic plane (an emoji) is two."""
        return len(self.text.encode("utf-16-le")) // 2


def write_plain(letter: Letter) -> Plain:
    """The letter as text that knows its length."""
    return Plain(write_text(letter))


def write_text(letter: Letter, read_back: bool = False) -> str:
    """Title, headings and blocks with a blank line between; lists numbered, cells by " | ".

    With `read_back` each line is a sentence and its twin in the seller's language. The requisites
    of a claim stand above its title.
    """
    if read_back:
        letter = paired(letter)
    letter = arranged(letter)
    above, below = parted(letter)
    parts = [*_sections(above, letter.language), _line([letter.title], letter.language)]
    parts += _sections(below, letter.language)
    return "\n\n".join(part for part in parts if part) + "\n"


def _sections(sections: Iterable[Section], language: str) -> list[str]:
    return [part for section in sections for part in section_parts(section, language)]


def section_parts(section: Section, language: str) -> Iterator[str]:
    """Heading and blocks of a section as text, to be set apart by a blank line; lines that sign
    stay together."""
    if section.heading:
        yield _line([section.heading], language)
    if section.id == "signature":
        yield "\n".join(_lines(section.blocks, language))
    else:
        for block in section.blocks:
            yield "\n".join(_lines([block], language))


def _lines(blocks: Iterable[Block], language: str) -> Iterator[str]:
    for block in blocks:
        if block.kind == "table":
            rows = [block.header, *block.rows] if block.header else block.rows
            for row in rows:
                yield " | ".join(_one_line(cell, language) for cell in row).rstrip()
            continue
        for number, item in enumerate(block.items, 1):
            mark = {"numbered": f"{number}. ", "bulleted": "- "}.get(block.kind, "")
            if line := _line(item, language):
                yield mark + line


def _line(sentences: Iterable[Sentence], language: str) -> str:
    """Sentences as text; breaks that the seller typed stay, spaces before them do not."""
    text = text_of(sentences, language).translate(_PLAIN_SIGNS)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _one_line(cell: Sentence, language: str) -> str:
    return " ".join(_line([cell], language).split())
