"""A letter as one row of paragraphs, so that an edit rewrites only the one it changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from appealwriter.model.letter import Block, Letter, Section, Sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What becomes one block of text.

    `role` is title, heading, text, signed, signature, numbered, bulleted, head or cell; `starts`
    is True for the first entry of a list; `grid` is (rows, columns) on the first cell of a
    table; `tag` stands behind a heading.
    """

    role: str
    sentences: tuple[Sentence, ...]
    starts: bool = False
    grid: tuple[int, int] = (0, 0)
    tag: str = ""

    @property
    def shape(self) -> tuple[str, bool, tuple[int, int]]:
        """Paragraphs of one shape can be rewritten in place."""
        return self.role, self.starts, self.grid


def paragraphs(letter: Letter, tags: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The letter from title to signature; `tags` holds words for headings by section id."""
    found = [Paragraph("title", (letter.title,))]
    for section in letter.sections:
        found += _section(section, tags.get(section.id, ""))
    return tuple(found)


def _section(section: Section, tag: str) -> Iterator[Paragraph]:
    if section.heading:
        yield Paragraph("heading", (section.heading,), tag=tag)
    signed = section.id == "signature"
    for number, block in enumerate(section.blocks):
        if block.kind == "table":
            yield from _cells(block)
        elif block.kind in ("numbered", "bulleted"):
            for place, item in enumerate(block.items):
                yield Paragraph(block.kind, item, starts=place == 0)
        else:
            role = "text" if not signed else "signature" if number else "signed"
            for item in block.items:
                yield Paragraph(role, item)


def _cells(block: Block) -> Iterator[Paragraph]:
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    columns = max((len(row) for row in rows), default=0)
    for number, row in enumerate(rows):
        role = "head" if block.header and number == 0 else "cell"
        for column in range(columns):
            grid = (len(rows), columns) if number == column == 0 else (0, 0)
            yield Paragraph(role, row[column : column + 1], grid=grid)
