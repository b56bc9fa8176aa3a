"""How much of a letter can be checked: per section, what its sentences name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from appealwriter.base.text import word_count
from appealwriter.checks.letter_cues import LetterCues
from appealwriter.checks.parts import LetterParts
from appealwriter.checks.prose import hits
from appealwriter.checks.rules import RuleBook
from appealwriter.model.letter import Letter, Section, Sentence, Span
from appealwriter.model.terms import SECTIONS

_TOLD = (*SECTIONS, "points", "documents")
_FIXED = ("template_text",)  # rules that know stock wording in a letter from elsewhere
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST_LETTERS = 2  # a sign alone is no sentence


@dataclass(frozen=True, slots=True)
class Specific:
    """What the sentences of a section name: how many of them a day, a figure, an id, a role, and
    how many nothing of these. `fixed` is the share of fixed wording in per cent: in our own letters
    what no answer was put into, in others what fits any letter."""

    section: str
    sentences: int
    words: int
    dated: int
    figures: int
    ids: int
    roles: int
    bare: int
    fixed: int


def of_letter(letter: Letter, cues: LetterCues) -> tuple[Specific, ...]:
    """Section by section of one of our own letters; headings and tables' heads are left out."""
    told = []
    for section in letter.sections:
        sentences = _sentences(section) if section.id in _TOLD else []
        if sentences:
            fixed = [sum(len(s.text) for s in _program(sentence)) for sentence in sentences]
            texts = [sentence.text for sentence in sentences]
            share = round(100 * sum(fixed) / max(1, sum(map(len, texts))))
            told.append(_specific(section.id, texts, share, letter.language, cues))
    return tuple(told)


def of_parts(parts: LetterParts, rules: RuleBook) -> tuple[Specific, ...]:
    """Section by section of a letter from elsewhere."""
    fixed = {
        number
        for rule in rules.prose_for(parts.language)
        if rule.rule.id in _FIXED
        for number in hits(parts, rule)
    }
    told = []
    for name in SECTIONS:
        held = [n for n, (_, _, section) in enumerate(parts.sentences) if section == name]
        if held:
            texts = [parts.text[slice(*parts.sentences[n][:2])] for n in held]
            stock = sum(len(text) for n, text in zip(held, texts, strict=True) if n in fixed)
            share = round(100 * stock / max(1, sum(map(len, texts))))
            told.append(_specific(name, texts, share, parts.language, parts.cues))
    return tuple(told)


def _sentences(section: Section) -> list[Sentence]:
    """What the section says: items and rows, without heads and without what is left empty."""
    said = [s for block in section.blocks for item in (*block.items, *block.rows) for s in item]
    return [s for s in said if word_count(s.text) and len(s.text) >= _FEWEST_LETTERS]


def _program(sentence: Sentence) -> Iterable[Span]:
    """The runs of a sentence that no answer stands in."""
    return (span for span in sentence.spans if span.kind == "text")


def _specific(
    section: str, texts: list[str], fixed: int, language: str, cues: LetterCues
) -> Specific:
    named = [_named(text, language, _Signs(cues)) for text in texts]
    dated, figures, ids, roles = (sum(column) for column in zip(*named, strict=True))
    bare = sum(not any(row) for row in named)
    words = sum(map(word_count, texts))
    return Specific(section, len(texts), words, dated, figures, ids, roles, bare, fixed)


@dataclass(frozen=True, slots=True)
class _Signs:
    """The cues as a key of the memory: compared by identity."""

    cues: LetterCues

    def __hash__(self) -> int:
        return id(self.cues)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Signs) and other.cues is self.cues


@lru_cache(maxsize=4096)
def _named(text: str, language: str, signs: _Signs) -> tuple[bool, bool, bool, bool]:
    """Whether a sentence names a day, a figure, an id, a role. The digits of a day or an id are no
    figure."""
    left, there = " ".join(text.split()), []  # no unbroken spaces, as dates in letters have
    for name in ("date", "id"):
        found = False
        for pattern in signs.cues.signs[name][language]:
            left, n = re.subn(pattern, " ", left)
            found = found or n > 0
        there.append(found)
    dated, held = there
    left = _YEAR.sub(" ", left) if dated else left
    figure, role = (
        any(pattern.search(left) for pattern in signs.cues.signs[name][language])
        for name in ("figure", "role")
    )
    return dated, figure, held, role
