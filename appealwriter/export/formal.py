"""A formal claim laid out as a business letter: who writes to whom stands above its title.

The letter's value has no layout. What a secretary does to a claim is done here, once for all
writers: requisites line by line, a title of two lines, annexes as a numbered list, a line to sign
on and a place for the seal.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from appealwriter.export.additions import added
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span

REQUISITES = "requisites"
NUMBER_PATH = "sender/outgoing"
"""The path of the line with number and date, which stands on the left below the requisites."""

SIGNING_LINE = "____________________"
_JOINT = re.compile(r"[,，、]\s*")  # between two requisites
_NOTHING = "—"  # an empty cell
_PERSON, _DATE = "sender/person", "letter_date"


def is_formal(letter: Letter) -> bool:
    """True for a claim: a letter with requisites."""
    return letter.section(REQUISITES) is not None


def arranged(letter: Letter) -> Letter:
    """A claim as it stands on paper; every other letter as it is."""
    if not is_formal(letter):
        return letter
    sections = tuple(_arranged(section, letter.language) for section in letter.sections)
    return replace(letter, title=_in_two_lines(letter.title), sections=sections)


def parted(letter: Letter) -> tuple[tuple[Section, ...], tuple[Section, ...]]:
    """The sections above the title, and those below it."""
    above = tuple(section for section in letter.sections if section.id == REQUISITES)
    return above, tuple(section for section in letter.sections if section.id != REQUISITES)


def _arranged(section: Section, language: str) -> Section:
    if section.id == REQUISITES:
        return replace(section, blocks=tuple(map(_line_by_line, section.blocks)))
    if section.id == "exhibits":
        blocks = tuple(_as_list(block, language) for block in section.blocks)
        return replace(section, blocks=blocks)
    if section.id == "signature":
        return replace(section, blocks=_to_sign(section.blocks, language))
    return section


def _in_two_lines(title: Sentence) -> Sentence:
    """ "ПРЕТЕНЗИЯ" over "о снятии ...". A Chinese title, whose kind stands last, stays one line."""
    first, rest = title.spans[0], title.spans[1:]
    kind, space, about = first.text.partition(" ")
    if not space or first.kind != "text" or not kind.isalpha() or kind.upper() == kind.lower():
        return title
    return replace(title, spans=(replace(first, text=f"{kind.upper()}\n{about}"), *rest))


def _line_by_line(block: Block) -> Block:
    return replace(block, items=tuple(tuple(map(_broken, item)) for item in block.items))


def _broken(sentence: Sentence) -> Sentence:
    """Company, number, address each on a line of its own: our own commas become line breaks."""
    if sentence.path == NUMBER_PATH:
        return sentence
    return replace(sentence, spans=tuple(map(_broken_span, sentence.spans)))


def _broken_span(span: Span) -> Span:
    if span.kind != "text":
        return span
    return replace(span, text=_JOINT.sub("\n", span.text))


def _as_list(block: Block, language: str) -> Block:
    """The table of exhibits as a numbered list; a list counts from 1, as the exhibits do."""
    if block.kind != "table":
        return block
    return Block("numbered", items=tuple((_entry(row, language),) for row in block.rows))


def _entry(row: Sequence[Sentence], language: str) -> Sentence:
    """Document and date; number and what it shows go, the points name their annex themselves."""
    document, *dates = row[1:-1] if len(row) > 2 else row[-1:]
    start, end = added("dated", language).split("{date}")
    for day in dates:
        if day.text.strip() not in ("", _NOTHING):
            spans = (*document.spans, Span(start), *day.spans, Span(end))
            document = replace(document, spans=tuple(span for span in spans if span.text))
    return replace(document, path=row[0].path)


def _to_sign(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Greeting, office and company; then the line to sign on with the name; seal and date last."""
    lines = [line for block in blocks for item in block.items for line in item]
    names = [line for line in lines if line.path == _PERSON]
    dates = [line for line in lines if line.path == _DATE]
    others = [line for line in lines if line.path not in (_PERSON, _DATE)]
    signed = (
        map(_signed, names) if names else [Sentence((Span(f"{SIGNING_LINE} / {SIGNING_LINE} /"),))]
    )
    seal = Sentence((Span(added("seal", language)),))
    return tuple(Block("paragraph", ((line,),)) for line in (*others, *signed, seal, *dates))


def _signed(name: Sentence) -> Sentence:
    return replace(name, spans=(Span(f"{SIGNING_LINE} / "), *name.spans, Span(" /")))
