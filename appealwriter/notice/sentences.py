"""A notice cut into sentences, each knowing under which heading it stands and if it asks."""

import itertools
import re
from dataclasses import dataclass, replace

from appealwriter.notice.cues import Cues, CueSet, CueSets, within

# Notices are far shorter; beyond this a text is a book, and only ids are still looked for.
READ_AT_MOST = 30_000
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?](?=\s)|[。!?](?![\"'»)])|;(?=\s)")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|no|inc|ltd|co|etc|vs|г|т\.д|т\.е|ул|стр|п)$")
_BULLET = re.compile(r"\s*(?:[-–—*•·●○▪–➢>]+\s*|\(?\d{1,2}[.)、:](?!\d)\s*|\(?[a-zа-г][.)]\s+)")
_LONG_LINE = 60
_LONG_HEADING = 160
_SAME_AGAIN = re.compile(r"\b(?:send|submit|upload|provide) (?:it|them|this|these) (?:again|to us)")
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\t": " "})
_ADDRESS = re.compile(r"https?://\S+|www\.\S+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A half-open range of the text; `section` is the kind of heading above it ("" for none).

    `weight` says how much its words count as a cause; `asked` that it belongs to a request.
    """

    start: int
    end: int
    section: str
    weight: float
    asked: bool
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A cleaned text, its folded twin of the same length, and its sentences in order."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]

    def at(self, place: int) -> Sentence | None:
        """The sentence that holds `place`, or None between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= place:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= place:
            return self.sentences[low]
        return None

    def words(self, start: int, end: int) -> str:
        """The notice's own words of a range."""
        return self.text[start:end]


def fold(text: str) -> str:
    """`text` in lower case, half width, straight quotes; every character keeps its place."""
    wide = text.translate(_STRAIGHT).translate(_HALF_WIDTH)
    low = wide.lower()
    if len(low) != len(wide):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in wide)
    return low.replace("ё", "е")


_HALF_WIDTH = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def read_page(text: str, cues: Cues) -> Page:
    """Cut cleaned `text` into sentences and say of each what it is for."""
    folded = fold(_unwrap(text[:READ_AT_MOST]))
    folded = _ADDRESS.sub(lambda m: "\x00" * len(m.group()), folded)
    return Page(text, folded, _sentences(folded, within(cues.sections, folded)))


def _unwrap(text: str) -> str:
    """Join lines that a mail program broke: a long line that goes on in small letters."""
    lines = text.split("\n")
    joined = [lines[0]]
    for before, line in itertools.pairwise(lines):
        goes_on = line[:1].islower() and before[-1:] not in ".:;?!。" and len(before) > _LONG_LINE
        joined.append((" " if goes_on and len(before) < 2 * _LONG_LINE else "\n") + line)
    return "".join(joined)


def _ranges(folded: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(folded):
        start = line.start()
        for end in _END.finditer(folded, line.start(), line.end()):
            before = folded[max(start, end.start() - 6) : end.start()]
            if _ABBREVIATION.search(before) or before.strip().isdigit():
                continue
            found.append((start, end.end()))
            start = end.end()
        found.append((start, line.end()))
    return [(start, end) for start, end in found if folded[start:end].strip()]


def _sentences(folded: str, sections: CueSets) -> tuple[Sentence, ...]:
    headings = [s for s in sections.values() if s.trait("heading")]
    asides = sections["aside"]
    section, leads, aside, listing = "", False, False, False
    made: list[Sentence] = []
    for start, end in _ranges(folded):
        said = folded[start:end]
        heading = _heading(said, headings)
        if heading:
            section, leads, aside = heading, False, False
        goes_on = bool(made) and "\n" not in folded[made[-1].end : start] and made[-1].asked
        asks = _asks(said, sections)
        bullet = _BULLET.match(said) is not None or (
            listing and _is_item(said, folded[max(0, start - 3) : start])
        )
        if not bullet and not goes_on:
            listing = said.rstrip().endswith(":")
            leads = asks or (section in ("ask", "error") and said.rstrip().endswith(":"))
        asked = asks or goes_on or (bullet and (leads or section == "ask"))
        aside = asides.speaks_in(said) or (bullet and aside)
        weight = _weight(sections, section)
        if aside:
            weight = min(weight, _number(asides.traits.get("counts")))
        if made and _SAME_AGAIN.search(said):
            made[-1] = replace(made[-1], asked=True)
        made.append(Sentence(start, end, section, weight, asked, bool(heading)))
    return tuple(made)


def _is_item(said: str, before: str) -> bool:
    """Whether a line under a colon is an item whose mark was lost on the way."""
    begins_line = before.endswith("\n") and not before.endswith("\n\n\n")
    return begins_line and len(said) < _LONG_LINE and not said.rstrip().endswith((".", "。", ":"))


def _heading(said: str, headings: list[CueSet]) -> str:
    """The section a short sentence opens, or ""."""
    if len(said) >= _LONG_HEADING:
        return ""
    return next((one.id for one in headings if one.speaks_in(said)), "")


def _asks(said: str, sections: CueSets) -> bool:
    return sections["asking"].speaks_in(said) and not sections["not_asking"].speaks_in(said)


def _weight(sections: CueSets, section: str) -> float:
    return _number(sections[section].traits.get("counts")) if section else 1.0


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 1.0
