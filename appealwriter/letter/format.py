"""One typed answer as it stands in a letter: dates, numbers, plurals and lists by CLDR."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from appealwriter.base.words import Words
from appealwriter.playbooks.slots import Money, Period, Value
from appealwriter.playbooks.units import Units

_LETTER = re.compile("[A-Za-z]")
_NO_BREAK = "\u00a0"
_LOCALES = {"en": "en_US", "ru": "ru", "zh": "zh_CN"}
_PERCENT = {"en": "%", "ru": f"{_NO_BREAK}%", "zh": "%"}
_MORE = {"en": " and {n} more", "ru": " и ещё {n}", "zh": " 等 {n} 个"}
_PERIOD = {"en": "{} to {}", "ru": "{} {} по {}", "zh": "{}至{}"}
_SO = (2,)  # «со 2 по 15 ноября»: «со» stands before «втор-»
_SHORT_LIST = 3


def say(
    value: Value, language: str, units: Units, form: str = "", args: tuple[str, ...] = ()
) -> str:
    """`value` in words. `form` "unit" with (unit, case) adds the counted noun, "short" cuts a
    long list, "year" says only the year of a date."""
    if form == "unit" and isinstance(value, int):
        case = args[1] if len(args) > 1 else ""
        noun = units.form(args[0], language, value, case)
        return f"{_number(value, language)}{_NO_BREAK}{noun}"
    if form == "short" and isinstance(value, tuple):
        return _short(value, language)
    if form == "year" and isinstance(value, date):
        return str(value.year)
    return _SAYERS[type(value)](value, language)


def _number(value: int | Decimal, language: str) -> str:
    return _unbroken(str(format_decimal(value, locale=_LOCALES[language])))


def _percent(value: Decimal, language: str) -> str:
    return _number(value, language) + _PERCENT[language]


def _money(value: Money, language: str) -> str:
    """With the currency's sign; one whose sign would be letters is named: "310.00 Chinese yuan"."""
    locale = _LOCALES[language]
    said = str(format_currency(value.amount, value.currency, locale=locale))
    if _LETTER.search(said):
        said = str(format_currency(value.amount, value.currency, locale=locale, format_type="name"))
    return _unbroken(said)


@lru_cache(maxsize=512)
def day(value: date, language: str) -> str:
    """A day with its year, unbroken: "November 19, 2026"."""
    said = format_date(value, "long", locale=_LOCALES[language])
    return _unbroken(str(said))


def _unbroken(text: str) -> str:
    """One kind of no-break space, which every font has."""
    return text.replace(" ", _NO_BREAK).replace("\u202f", _NO_BREAK)


def _period(value: Period, language: str) -> str:
    """What both days share is said once: "October 1 to 30, 2026", «с 1 по 30 октября 2026 г.»."""
    if value.start == value.end:
        return day(value.start, language)
    start, end = _start(value, language), _end(value, language)
    if language == "ru":
        return _PERIOD["ru"].format("со" if value.start.day in _SO else "с", start, end)
    return _PERIOD[language].format(start, end)


def _start(value: Period, language: str) -> str:
    """The first day without what the last day says too; the Chinese form names the year first."""
    start, end = value.start, value.end
    if start.year != end.year or language == "zh":
        return day(start, language)
    if language == "ru" and start.month == end.month:
        return str(start.day)
    return _unbroken(str(format_skeleton("MMMMd", start, locale=_LOCALES[language])))


def _end(value: Period, language: str) -> str:
    start, end = value.start, value.end
    if start.year != end.year:
        return day(end, language)
    if language == "zh":
        same_month = f"{end.day}日"
        return same_month if start.month == end.month else f"{end.month}月{end.day}日"
    if language == "en" and start.month == end.month:
        return _unbroken(f"{end.day}, {end.year}")
    return day(end, language)


def _list(value: tuple[str, ...], language: str) -> str:
    unbroken = [item.replace("-", "\u2011") if item.count("-") > 1 else item for item in value]
    if language == "en":  # British serial comma style reads calmer in short id lists
        return " and ".join(filter(None, (", ".join(unbroken[:-1]), unbroken[-1])))
    if language == "zh":
        return "、".join(unbroken)
    return str(format_list(unbroken, locale=_LOCALES[language]))


def _short(value: tuple[str, ...], language: str) -> str:
    if len(value) <= _SHORT_LIST:
        return _list(value, language)
    shown = value[:2]
    rest = len(value) if language == "zh" else len(value) - len(shown)
    separator = "、" if language == "zh" else ", "
    return separator.join(shown) + _MORE[language].format(n=rest)


def _words(value: Words, language: str) -> str:
    return value.get(language)


_SAYERS: dict[type, Callable[..., str]] = {
    int: _number,
    Decimal: _percent,
    Money: _money,
    date: day,
    Period: _period,
    tuple: _list,
    Words: _words,
    str: lambda value, language: value,
}
