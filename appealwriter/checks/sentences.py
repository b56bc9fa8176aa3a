"""A letter cut into lines and sentences, in English, Chinese or Russian."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(
    r"\s*(?:[#>*_]+\s*)*"
    r"(?:[-*•·–—●▪◦✓√]+\s*|\(?\d{1,2}\s*[.)、）:：-]\)?\s*|[(（]\d{1,2}[)）]\s*"
    r"|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*|第[一二三四五六七八九十][、,，:：]?\s*|\(?[a-zа-я][.)]\s+)?[*_]*",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*•·–—●▪◦✓√]|\(?\d{1,2}[.)、）]|[(（]\d{1,2}[)）])")
_END = re.compile(r"[。！？；]+[”’」』)）]*|[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_SHORT = re.compile(
    r"(?:\b(?:e\.g|i\.e|no|inc|co|ltd|mr|mrs|ms|vs|approx|etc|dr|corp|st|fig|т\.е|т\.д|т\.п|г|ул|д|руб|стр|п))\.$",
    re.IGNORECASE,
)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a letter: its place, and where its words begin after a bullet or number."""

    start: int
    end: int
    words: int
    bullet: bool


def lines(text: str) -> Iterator[Line]:
    """Every line that says something."""
    for found in _LINE.finditer(text):
        start, end = found.span()
        end -= len(found.group()) - len(found.group().rstrip())
        if end <= start:
            continue
        mark = _MARK.match(text, start, end)
        words = mark.end() if mark else start
        yield Line(start, end, words, _BULLET.match(text, start, end) is not None)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences between two places; none is longer than 600 signs."""
    begin = start
    for found in _END.finditer(text, start, end):
        stop = found.end()
        if _SHORT.search(text, max(begin, stop - 8), stop):
            continue
        yield from _pieces(text, begin, stop)
        begin = stop
    yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end
