"""What an answer means: the type of a slot or fact, and reading an answer by it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import listed, tr
from appealwriter.base.text import clean_line, fold_width, split_ids
from appealwriter.base.words import Words
from appealwriter.model.answers import Answer, is_empty, is_unknown


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Period:
    """From day to day, both counted."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Unknown:
    """The seller knows that this cannot be known."""


Value: TypeAlias = int | Decimal | Money | date | Period | tuple[str, ...] | Words | str | Unknown

SHAPES = {
    "asins": re.compile(r"B0[A-Z0-9]{8}|\d{9}[\dX]"),
    "orders": re.compile(r"[\d-]{6,30}"),
}
"""What the ids of a list look like; others are kept, and the seller is told."""

LISTS = ("asins", "skus", "orders", "ids")
CHOICES = ("choice", "role", "rhythm", "record", "found_by")

_NEVER_SPACED = ("asins", "orders")  # a seller's own SKU may hold a space, a comma or a slash
# Plain digits, or groups of three parted by one sign throughout: "1,5" and "1.000" are no counts.
_WHOLE = re.compile("[0-9]{1,12}|[0-9]{1,3}([, \u00a0\u2009\u202f])[0-9]{3}(?:\\1[0-9]{3}){0,2}")
_NO_DIGIT = re.compile("[^0-9]")
_DECIMAL = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,20})?")
_CURRENCY = re.compile("[A-Z]{3}")
_MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True)
class Threshold:
    """The platform's limit for a figure: `better` is "below" or "above" `limit`.

    `version` is the day the limit was last seen (YYYY-MM-DD), `source` a source id of the book.
    """

    limit: Decimal
    better: str
    window: Words = Words()
    version: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class SlotSpec:
    """A typed slot or fact: how it is named, asked for and read.

    `type` is count, percent, money, date, period, asins, skus, orders, ids, choice, role, rhythm,
    record, found_by, name or text. `unit` names the unit of a count in resources/units.toml.
    """

    id: str
    type: str
    label: Words = Words()
    ask: Words = Words()
    why: Words = Words()
    example: Words = Words()
    unit: str = ""
    required: bool = True
    choices: Mapping[str, Words] = field(default_factory=dict)
    threshold: Threshold | None = None


def read_value(spec: SlotSpec, answer: Answer) -> Value | None:
    """`answer` as `spec` means it; None where it is empty. Raises BadInput where it cannot be."""
    if is_empty(answer):
        return None
    if is_unknown(answer):
        return Unknown()
    try:
        return _READERS[spec.type](spec, answer)
    except (ValueError, TypeError, KeyError) as error:
        raise BadInput(*_complaint(spec, answer)) from error


def _count(spec: SlotSpec, answer: Answer) -> int:
    if isinstance(answer, float) and answer.is_integer():
        answer = int(answer)
    found = _WHOLE.fullmatch(_typed(answer))
    if not found:
        raise ValueError(answer)
    return int(_NO_DIGIT.sub("", found[0]))


def _percent(spec: SlotSpec, answer: Answer) -> Decimal:
    number = _decimal(_typed(answer).rstrip("%").rstrip().replace(",", "."))
    if number > _MOST_PERCENT:
        raise ValueError(answer)
    return number


def _money(spec: SlotSpec, answer: Answer) -> Money:
    if not isinstance(answer, Mapping):
        raise TypeError(answer)
    currency = _line(answer["currency"]).upper()
    if not _CURRENCY.fullmatch(currency):
        raise ValueError(currency)
    return Money(_decimal(_typed(answer["amount"])), currency)


def _typed(answer: Answer) -> str:
    """A number as it was typed, in half-width signs."""
    if isinstance(answer, bool) or not isinstance(answer, str | int | float):
        raise TypeError(answer)
    return fold_width(str(answer)).strip()


def _decimal(text: str) -> Decimal:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _line(answer: Answer) -> str:
    if not isinstance(answer, str):
        raise TypeError(answer)
    return answer


def _date(spec: SlotSpec, answer: Answer) -> date:
    return date.fromisoformat(_line(answer))


def _period(spec: SlotSpec, answer: Answer) -> Period:
    if not isinstance(answer, Mapping):
        raise TypeError(answer)
    start, end = (date.fromisoformat(_line(answer[key])) for key in ("from", "to"))
    if end < start:
        raise ValueError(answer)
    return Period(start, end)


def _ids(spec: SlotSpec, answer: Answer) -> tuple[str, ...]:
    if not isinstance(answer, tuple):
        raise TypeError(answer)
    return _tidy_ids(answer, spec.type in _NEVER_SPACED)


@lru_cache(maxsize=256)  # a draft reads the same long list several times at every edit
def _tidy_ids(given: tuple[Answer, ...], apart: bool) -> tuple[str, ...]:
    """Every id once, in order; `apart` parts one text that holds several."""
    seen: dict[str, None] = {}
    for item in map(_line, given):
        parts = split_ids(item) if apart else (clean_line(fold_width(item)),)
        seen.update(dict.fromkeys(part for part in parts if part))
    if not seen:
        raise ValueError(given)
    return tuple(seen)


def _choice(spec: SlotSpec, answer: Answer) -> Words:
    if isinstance(answer, Mapping):
        own = answer.get("own", answer)
        if isinstance(own, Mapping):
            return Words.from_json(own)
    return spec.choices[_line(answer)]


def _name(spec: SlotSpec, answer: Answer) -> str:
    if isinstance(answer, bool) or not isinstance(answer, str | int):
        raise TypeError(answer)
    return str(answer)


def _text(spec: SlotSpec, answer: Answer) -> Words:
    if isinstance(answer, Mapping):
        return Words.from_json(answer)
    raise TypeError(answer)


_READERS: dict[str, Callable[[SlotSpec, Answer], Value]] = {
    "count": _count,
    "percent": _percent,
    "money": _money,
    "date": _date,
    "period": _period,
    **dict.fromkeys(LISTS, _ids),
    **dict.fromkeys(CHOICES, _choice),
    "name": _name,
    "text": _text,
}
TYPES = tuple(_READERS)


def _shown(answer: Answer) -> str:
    """An answer as the person may know it again, kept short."""
    parts = answer.values() if isinstance(answer, Mapping) else answer
    if isinstance(parts, str | int | float) or parts is None:
        return str(answer)[:80]
    return listed(str(part) for part in parts)[:80]


def _complaint(spec: SlotSpec, answer: Answer) -> tuple[str, str]:
    what = tr("“{answer}” does not fit here.", answer=_shown(answer))
    advice = {
        "count": tr("Write a whole number, such as 12."),
        "percent": tr("Write a percentage, such as 6.2."),
        "money": tr("Write an amount and a currency, such as 12.50 USD."),
        "date": tr("Write a day that exists, such as 2026-11-19."),
        "period": tr("Write two days, the first not after the second."),
    }.get(spec.type)
    if advice is None and spec.type in CHOICES:
        advice = tr("Choose one of: {choices}.", choices=", ".join(spec.choices))
    return what, advice or tr("Write it in its own field.")
