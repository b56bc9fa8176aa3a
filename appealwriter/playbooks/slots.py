"""What an answer means: the type of a slot or fact, and reading an answer by it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
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

LISTS = ("asins", "skus", "orders", "ids")
CHOICES = ("choice", "role", "rhythm", "record", "found_by")


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
    except (ValueError, TypeError, KeyError, InvalidOperation) as error:
        raise BadInput(*_complaint(spec, answer)) from error


def _count(spec: SlotSpec, answer: Answer) -> int:
    number = Decimal(str(answer).strip().replace(" ", "").replace(",", ""))
    if isinstance(answer, bool) or number != number.to_integral_value() or number < 0:
        raise ValueError(answer)
    return int(number)


def _percent(spec: SlotSpec, answer: Answer) -> Decimal:
    if isinstance(answer, bool):
        raise TypeError(answer)
    number = Decimal(str(answer).strip().rstrip("%％").strip().replace(",", "."))
    if not 0 <= number <= 1000:
        raise ValueError(answer)
    return number


def _money(spec: SlotSpec, answer: Answer) -> Money:
    if not isinstance(answer, Mapping):
        raise TypeError(answer)
    currency = str(answer["currency"]).upper()
    if len(currency) != 3 or not currency.isalpha():
        raise ValueError(currency)
    return Money(Decimal(str(answer["amount"])), currency)


def _date(spec: SlotSpec, answer: Answer) -> date:
    return date.fromisoformat(str(answer))


def _period(spec: SlotSpec, answer: Answer) -> Period:
    if not isinstance(answer, Mapping):
        raise TypeError(answer)
    period = Period(date.fromisoformat(str(answer["from"])), date.fromisoformat(str(answer["to"])))
    if period.end < period.start:
        raise ValueError(answer)
    return period


def _ids(spec: SlotSpec, answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, tuple):
        return tuple(str(item) for item in answer)
    raise TypeError(answer)


def _choice(spec: SlotSpec, answer: Answer) -> Words:
    if isinstance(answer, Mapping):
        own = answer.get("own", answer)
        if isinstance(own, Mapping):
            return Words.from_json(own)
    return spec.choices[str(answer)]


def _name(spec: SlotSpec, answer: Answer) -> str:
    if not isinstance(answer, str | int):
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


def _complaint(spec: SlotSpec, answer: Answer) -> tuple[str, str]:
    what = tr("“{answer}” does not fit here.", answer=answer)
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
