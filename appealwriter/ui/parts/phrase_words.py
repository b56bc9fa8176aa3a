"""The pieces of a phrase cut into what may stand alone on a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from appealwriter.ui.parts.slots import Slot

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_WORDS = re.compile(rf"\s+|[{_WIDE}]|[^\s{_WIDE}]+")
_CLOSING = "，。、；：！？）」』》〉】〕”’,.;:!?)]}%…\u00bb"
_OPENING = "（「『《〈【〔“‘([{\u00ab"
_FIELD_GAP = 4
_CLOSING_GAP = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A word (a Chinese character each), or the field of the slot called `key`.

    `gap` is in pixels before it; a glued item stays on the line of the one before.
    """

    word: str
    gap: int
    glued: bool
    key: str = ""


def read_pieces(pieces: Sequence[str | Slot], space: int) -> list[Item]:
    """Words and fields in order; punctuation sticks to what it closes or opens.

    `space` is the width of a space in pixels.
    """
    items: list[Item] = []
    gap, opened = 0, False
    for piece in pieces:
        if isinstance(piece, Slot):
            items.append(Item("", max(gap, _FIELD_GAP), opened, piece.key))
            gap, opened = _FIELD_GAP, False
            continue
        for word in _WORDS.findall(piece):
            if word.isspace():
                gap = max(gap, space)
                continue
            closing = word[0] in _CLOSING
            items.append(Item(word, min(gap, _CLOSING_GAP) if closing else gap, closing or opened))
            gap, opened = 0, word[-1] in _OPENING
    return items
