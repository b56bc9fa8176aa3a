"""Days as people type them, in three languages, and the same days said back."""

import re
from datetime import date
from functools import cache

from appealwriter.base.text import fold_width

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_HAN = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_TWO = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_FILLERS = {"г", "года", "год", "st", "nd", "rd", "th", "of", "the"}
_SHOWN = {
    "zh": ("y年M月d日", "M月d日"),
    "en": ("d MMM y", "d MMM"),
    "ru": ("d MMMM y 'г'.", "d MMMM"),
}


def parse_date(text: str, today: date, language: str = "zh") -> date | None:
    """The day that `text` means, or None where it means no day that exists.

    Year first (2026-11-19, 2026年11月19日, 20261119) and month names (19 Nov 2026, 19 ноября) are
    plain. Year last: with dots or dashes day-month (19.11.2026), with slashes month/day, in
    Russian day/month. Two bare numbers are month-day (11.19), in Russian day-month (19.11). Where
    that order gives no month, the other one is taken. Without a year it is this year's or last
    year's day, whichever is nearer to `today`.
    """
    text = fold_width(text).strip().lower().rstrip(".,;")
    if found := _YEAR_FIRST.fullmatch(text) or _PACKED.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _HAN.fullmatch(text):
        return _near(int(found[1]), int(found[2]), today)
    day_first = language == "ru"
    if found := _YEAR_LAST.fullmatch(text.removesuffix("г").strip()):
        return _year_last(found, day_first)
    if found := _TWO.fullmatch(text):
        month, day = _order(int(found[1]), int(found[2]), day_first)
        return _near(month, day, today)
    return _with_name(_PARTS.findall(text), today)


def show_date(iso: str, language: str, year: bool = True) -> str:
    """The day YYYY-MM-DD in `language`, with or without its year; "" for anything else."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return ""
    from babel.dates import format_date  # noqa: PLC0415  not needed to start the program

    said = format_date(day, _SHOWN[language][0 if year else 1], locale=language)
    return said.replace(" ", "\u00a0")


def _year_last(found: re.Match[str], day_first: bool) -> date | None:
    sign, year = found[2], found[4]
    if len(year) == 2 and sign == "-":
        return None
    month, day = _order(int(found[1]), int(found[3]), day_first or sign != "/")
    return _day(int(year) if len(year) == 4 else 2000 + int(year), month, day)


def _order(first: int, second: int, day_first: bool) -> tuple[int, int]:
    """Month and day of two numbers; the usual order gives way only to an impossible month."""
    month, day = (second, first) if day_first else (first, second)
    return (day, month) if month > 12 else (month, day)


def _with_name(parts: list[str], today: date) -> date | None:
    words = [part for part in parts if not part.isdecimal() and part not in _FILLERS]
    numbers = [part for part in parts if part.isdecimal()]
    if len(words) != 1 or not 1 <= len(numbers) <= 2:
        return None
    month = _month(words[0])
    if len(numbers) == 1:
        return _near(month, int(numbers[0]), today) if len(numbers[0]) < 3 else None
    day, year = numbers if len(numbers[0]) < 3 else reversed(numbers)
    if len(day) > 2 or len(year) != 4:
        return None
    return _day(int(year), month, int(day))


def _month(word: str) -> int:
    """The month whose English or Russian name begins with `word` (three letters or more)."""
    if len(word) < 3:
        return 0
    return next((n for name, n in _month_names() if name.startswith(word)), 0)


@cache
def _month_names() -> tuple[tuple[str, int], ...]:
    from babel.dates import get_month_names  # noqa: PLC0415  only for dates with a name in them

    names = {("sept", 9)}
    for language in ("en", "ru"):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                known = get_month_names(width, context, language)
                names.update((name.lower().rstrip("."), n) for n, name in known.items())
    return tuple(sorted(names))


def _near(month: int, day: int, today: date) -> date | None:
    days = [found for year in (today.year, today.year - 1) if (found := _day(year, month, day))]
    return min(days, key=lambda found: abs((found - today).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2099:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
