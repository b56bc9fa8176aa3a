"""The letter as pairs: each sentence and the same sentence in the seller's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from appealwriter.model.letter import Block, Letter, Sentence

_BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Pair:
    """`text` in the letter's language, `twin` in the seller's, `path` to the question. `own` is
    True where the seller's own words stand in it."""

    text: str
    twin: str
    path: str = ""
    heading: bool = False
    own: bool = False


def pairs(letter: Letter) -> tuple[Pair, ...]:
    """Title, headings and sentences in reading order; a table's row is one pair."""
    return tuple(_pairs(letter))


def _pairs(letter: Letter) -> Iterator[Pair]:
    yield _heading(letter.title)
    for section in letter.sections:
        if section.heading:
            yield _heading(section.heading)
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Pair]:
    for item in block.items:
        yield from map(_pair, item)
    rows = [block.header, *block.rows] if block.header else block.rows
    for row in rows:
        yield Pair(
            _BETWEEN_CELLS.join(cell.text for cell in row),
            _BETWEEN_CELLS.join(cell.twin_text for cell in row),
            next((cell.path for cell in row if cell.path), ""),
        )


def _pair(sentence: Sentence) -> Pair:
    own = any(span.kind == "own" for span in sentence.spans)
    return Pair(sentence.text, sentence.twin_text, sentence.path, own=own)


def _heading(sentence: Sentence) -> Pair:
    return Pair(sentence.text, sentence.twin_text, sentence.path, heading=True)
