"""Ids and names a notice holds: ASINs, orders, cases, brands, and its own date."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from appealwriter.model.reading import Span
from appealwriter.notice.cues import Cues
from appealwriter.notice.deadlines import parse_date
from appealwriter.notice.sentences import fold

_ASIN = re.compile(r"(?<![a-z0-9])b0[a-z0-9]{8}(?![a-z0-9])")
_BOOK = re.compile(r"(?<![\w-])(?:\d{9}[\dx])(?![\w-])")
_ASIN_WORD = re.compile(r"\basins?\b|isbn")
_ASIN_LIST = re.compile(r"asins?\W{1,3}(?:[\w-]+[\s,;/]+){0,40}$")
_AMAZON_ORDER = re.compile(r"(?<![\d-])\d{3}-\d{7}-\d{7}(?![\d-])")
_POSTING = re.compile(r"(?<![\d-])\d{6,12}-\d{4}(?:-\d{1,3})?(?![\d-])")
_OTHER_ORDER = re.compile(
    r"(?:\border(?:s| ids?| numbers?| no\.?)?|заказ\w*|订单(?:号|编号)?)"
    r"\s*(?:#|no\.|№|:|id)\s{0,3}(\d[\d-]{5,24}\d)"
)
_CASE = re.compile(
    r"(?:\bcase(?: ?id| ?number| ?no\.?| #)?|\bticket(?: ?id| ?number)?|\breference(?: ?id| no\.?)?"
    r"|\bcomplaint ?id|\bnotice ?id|обращени[ея]|обращения|заявк[аи]|案例(?:编号|号)?|问题编号"
    r"|投诉编号|case编号|ケース(?:id|番号))\s{0,3}(?:[#:№]|is|为){0,2}\s{0,3}"
    r"([a-z]{0,4}-?\d[\d-]{5,24})(?![\w-])"
)
_BRAND = re.compile(
    r"(?:^|[\n;,(.]|asin[^\n]{0,40})\s{0,3}(?:brands?(?: names?)?|品牌(?:名称)?|бренд|ブランド)"
    r"\s{0,2}[:=]\s{0,3}([^\n;,()]{1,60})"
)
_TRADEMARK = re.compile(r"\(([^()\n]{2,40}?) is an? (?:\w+ )?trademark")
_DATE_LABEL = re.compile(
    r"^[ \t]{0,4}(?:date|sent|дата|отправлено|日期|发送时间|发件时间|日付|送信日時)"
    r"\s{0,3}[:]\s{0,3}([^\n]{6,60})",
    re.MULTILINE,
)
_MASK = re.compile(r"^[\W_x]*$")
_MANY_LINES = 12


@dataclass(frozen=True, slots=True)
class Found:
    """Things of one sort: each value once in order of the text, and every place it stands."""

    values: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


def find_asins(text: str) -> Found:
    """ASINs, and ten-digit book numbers where the text speaks of ASINs just before."""
    folded = fold(text)
    places = [match.span() for match in _ASIN.finditer(folded)]
    if _ASIN_WORD.search(folded):
        for match in _BOOK.finditer(folded):
            before = folded[max(0, match.start() - 240) : match.start()]
            if _ASIN_LIST.search(before):
                places.append(match.span())
    return _gather(folded, places, str.upper)


def find_orders(text: str, platform: str) -> Found:
    """Amazon order ids, Ozon posting numbers, and numbers that a label calls an order."""
    folded = fold(text)
    places = [match.span() for match in _AMAZON_ORDER.finditer(folded)]
    if platform in ("ozon", "wildberries", ""):
        places += [match.span() for match in _POSTING.finditer(folded)]
    places += [match.span(1) for match in _OTHER_ORDER.finditer(folded)]
    return _gather(folded, places, str.upper)


def find_cases(text: str) -> Found:
    """Numbers that a label calls a case, a ticket, a complaint or a request."""
    folded = fold(text)
    return _gather(folded, [match.span(1) for match in _CASE.finditer(folded)], str.upper)


def find_brands(text: str) -> Found:
    """Brand names behind an obvious label; masked ones are left out."""
    folded = fold(text)
    places: list[Span] = []
    for pattern in (_BRAND, _TRADEMARK):
        places += [_trim(text, match.span(1)) for match in pattern.finditer(folded)]
    kept = [(start, end) for start, end in places if not _MASK.match(folded[start:end])]
    return _gather(text, kept, str)


def find_date(text: str, cues: Cues) -> tuple[str, Span | None]:
    """The notice's own date as YYYY-MM-DD, from a header line or a date that stands alone on top.

    "" where it has none, or none that can only mean one day.
    """
    folded = fold(text)
    for match in _DATE_LABEL.finditer(folded):
        if date := parse_date(match.group(1), cues):
            return date, _trim(text, match.span(1))
    for start, end in _first_lines(folded):
        line = folded[start:end].strip()
        if len(line) <= 40 and (date := parse_date(line, cues, alone=True)):
            return date, _trim(text, (start, end))
    return "", None


def _first_lines(folded: str) -> Iterator[Span]:
    for number, match in enumerate(re.finditer(r"[^\n]+", folded[:4000])):
        if number >= _MANY_LINES:
            return
        yield match.span()


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".\"'"):
        end -= 1
    return start, end


def _gather(text: str, places: list[Span], form: Callable[[str], str]) -> Found:
    places = sorted({place for place in places if place[0] < place[1]})
    values: dict[str, None] = {}
    for start, end in places:
        values.setdefault(form(text[start:end]), None)
    return Found(tuple(values), tuple(places))
