"""A letter made to fit a box: the least needed sentences go first, and are named."""

from collections.abc import Callable
from dataclasses import replace

from appealwriter.model.letter import Block, Letter, Section, Sentence

_LEAST_NEEDED = (
    "thanks",
    "contact",
    "found_by",
    "period",
    "measure",
    "introduction",
    "whys",
    "catches",
)
"""What goes first: frames by name, sentences of the case by the field they say."""


def fit(letter: Letter, limit: int, length: Callable[[Letter], int]) -> Letter:
    """`letter` without as many of its least needed sentences as it takes to stay within `limit`
    characters, as `length` counts them; they stand in its `dropped`. 0 is no limit."""
    if not limit:
        return letter
    for kind in _LEAST_NEEDED:
        for sentence in [s for s in letter.sentences() if _kind(s) == kind][::-1]:
            if length(letter) <= limit:
                return letter
            letter = replace(_without(letter, sentence), dropped=(*letter.dropped, sentence))
    return letter


def _kind(sentence: Sentence) -> str:
    """Which of the least needed a sentence is; "" for all others."""
    frame = sentence.phrase.removeprefix("frame:").partition("_")[0]
    if sentence.phrase.startswith("frame:") and frame in ("thanks", "contact", "introduction"):
        return frame
    parts = sentence.path.split("/")[2:]
    return next((part for part in parts[:1] if part in _LEAST_NEEDED), "")


def _without(letter: Letter, sentence: Sentence) -> Letter:
    return replace(letter, sections=tuple(_section(s, sentence) for s in letter.sections))


def _section(section: Section, gone: Sentence) -> Section:
    blocks = (_block(block, gone) for block in section.blocks)
    return replace(section, blocks=tuple(b for b in blocks if b.items or b.rows))


def _block(block: Block, gone: Sentence) -> Block:
    items = (tuple(s for s in item if s is not gone) for item in block.items)
    return replace(block, items=tuple(item for item in items if item))
