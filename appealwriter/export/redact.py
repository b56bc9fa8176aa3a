"""A copy of the letter to show around: who the seller is and which orders are meant is covered."""

import re
from dataclasses import replace

from appealwriter.model.letter import Block, Letter, Section, Sentence, Span

_COVER = "█████"
_SENDER = "sender/"
_ORDERS = ("orders", "order_ids")
_MARKS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|\b\d{3}[-\u2011]\d{7}[-\u2011]\d{7}\b"  # Amazon order
    r"|\b\d{6,10}[-\u2011]\d{4}[-\u2011]\d{1,2}\b"  # Ozon shipment
    r"|\+?\d[\d ()\u2011-]{8,}\d"  # telephone
)


def redacted(letter: Letter) -> Letter:
    """`letter` with the sender, order ids, e-mail addresses and telephone numbers covered."""
    return replace(
        letter,
        title=_sentence(letter.title),
        sections=tuple(_section(section) for section in letter.sections),
        author="",
        subject="",
    )


def _section(section: Section) -> Section:
    heading = _sentence(section.heading) if section.heading else None
    return replace(section, heading=heading, blocks=tuple(map(_block, section.blocks)))


def _block(block: Block) -> Block:
    return replace(
        block,
        items=tuple(tuple(map(_sentence, item)) for item in block.items),
        header=tuple(map(_sentence, block.header)),
        rows=tuple(tuple(map(_sentence, row)) for row in block.rows),
    )


def _sentence(sentence: Sentence) -> Sentence:
    return replace(
        sentence, spans=tuple(map(_span, sentence.spans)), twin=tuple(map(_span, sentence.twin))
    )


def _span(span: Span) -> Span:
    named = span.path.startswith(_SENDER) or span.path.rpartition("/")[2] in _ORDERS
    if span.kind == "slot" and named:
        return replace(span, text=_COVER)
    if span.kind in ("slot", "own"):
        return replace(span, text=_MARKS.sub(_COVER, span.text))
    return span
