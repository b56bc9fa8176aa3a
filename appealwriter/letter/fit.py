"""A letter made to fit a box: the least needed sentences go first, and are named."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from appealwriter.model.letter import Block, Letter, Section, Sentence

_FRAMES = ("frame:thanks", "frame:thanks_payout_inquiry", "frame:contact")
_LEAST_NEEDED = (*_FRAMES, "found_by", "period", "measure", "frame:introduction", "whys", "catches")
"""What goes first: frames by their id, sentences of the case by the field they say."""


def fit(letter: Letter, limit: int, length: Callable[[Letter], int]) -> Letter:
    """`letter` without as many of its least needed sentences as it takes to stay within `limit`
    characters, as `length` counts them; they stand in its `dropped`. 0 is no limit.

    A sentence with a gap stays: it would take its question along. Where nothing helps, the letter
    stays whole: sentences are not given up in vain.
    """
    if limit <= 0:
        return letter
    left = length(letter)
    dropped: list[Sentence] = []
    fitted = letter
    for sentence in _least_needed(letter):
        if left <= limit:  # by the sentences' own lengths; counted when they are gone
            left = length(fitted := _without(letter, dropped))
        if left <= limit:
            return fitted
        dropped.append(sentence)
        left -= len(sentence.text)
    shortest = _without(letter, dropped)
    return shortest if length(shortest) <= limit else letter


def _least_needed(letter: Letter) -> Iterator[Sentence]:
    """Kind by kind, in each the last of the letter first."""
    found = [(s, _kind(s)) for s in letter.sentences() if not s.has_gap]
    for kind in _LEAST_NEEDED:
        yield from (sentence for sentence, its in reversed(found) if its == kind)


def _kind(sentence: Sentence) -> str:
    """Which of the least needed a sentence is; "" for all others."""
    if sentence.phrase in _LEAST_NEEDED:
        return sentence.phrase
    field = sentence.path.split("/")[2:3]
    return field[0] if field and field[0] in _LEAST_NEEDED else ""


def _without(letter: Letter, dropped: Sequence[Sentence]) -> Letter:
    gone = {id(sentence) for sentence in dropped}
    sections = tuple(_section(section, gone) for section in letter.sections)
    return replace(letter, sections=sections, dropped=tuple(dropped))


def _section(section: Section, gone: set[int]) -> Section:
    blocks = (_block(block, gone) for block in section.blocks)
    return replace(section, blocks=tuple(b for b in blocks if b.items or b.rows))


def _block(block: Block, gone: set[int]) -> Block:
    items = (tuple(s for s in item if id(s) not in gone) for item in block.items)
    return replace(block, items=tuple(item for item in items if item))
