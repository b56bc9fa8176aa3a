"""The read-back as a letter of its own: every sentence beside its twin in the seller's language."""

from collections.abc import Iterator
from dataclasses import replace

from appealwriter.model.letter import Block, Letter, Section, Sentence, Span

READ_BACK = "read_back"  # the id of a section in two columns


def read_back(letter: Letter) -> Letter:
    """`letter` as tables of two columns, letter language and seller's language.

    Sections and headings stay; a sentence without a twin has an empty cell beside it.
    """
    header = (_named(letter.language), _named(letter.twin_language))
    sections = tuple(_paired(section, header) for section in letter.sections)
    return replace(letter, title=_both(letter.title), sections=sections)


def _paired(section: Section, header: tuple[Sentence, Sentence]) -> Section:
    rows = tuple(_twins(sentence) for sentence in _sentences(section) if sentence.spans)
    heading = _both(section.heading) if section.heading else None
    blocks = (Block("table", header=header, rows=rows),) if rows else ()
    # Signature lines are laid out apart; as a table they are an ordinary section.
    return Section(READ_BACK, heading, blocks)


def _sentences(section: Section) -> Iterator[Sentence]:
    for block in section.blocks:
        for item in block.items:
            yield from item
        if block.kind == "table":
            rows = [block.header, *block.rows] if block.header else block.rows
            yield from map(_row_as_sentence, rows)


def _row_as_sentence(row: tuple[Sentence, ...]) -> Sentence:
    """A table's row on one line, so that its cells are still read together."""
    spans: list[Span] = []
    twins: list[Span] = []
    for cell in row:
        spans += [Span(" | "), *cell.spans] if spans else cell.spans
        twins += [Span(" | "), *cell.twin] if twins else cell.twin
    return Sentence(tuple(spans), tuple(twins), untranslated=any(c.untranslated for c in row))


def _twins(sentence: Sentence) -> tuple[Sentence, Sentence]:
    return sentence, replace(sentence, spans=sentence.twin, untranslated=False)


def _both(sentence: Sentence) -> Sentence:
    if not sentence.twin:
        return sentence
    return replace(sentence, spans=(*sentence.spans, Span(" · "), *sentence.twin))


def _named(language: str) -> Sentence:
    """The language's name for itself, as a column heading."""
    from babel import Locale  # noqa: PLC0415  not needed for a letter without read-back

    name = Locale(language).get_language_name(language) or language
    return Sentence((Span(name[:1].upper() + name[1:]),))
