from datetime import date
from decimal import Decimal

import pytest

from appealwriter.base.errors import BadInput
from appealwriter.base.words import Words
from appealwriter.model.answers import UNKNOWN
from appealwriter.playbooks.slots import Money, Period, SlotSpec, Unknown, read_value

ROLES = {"clerk": Words("发货员", "our clerk", "сотрудник")}


@pytest.mark.parametrize(
    ("kind", "answer", "value"),
    [
        ("count", 12, 12),
        ("count", " 1,200 ", 1200),
        ("percent", 6.2, Decimal("6.2")),
        ("percent", "6,2 %", Decimal("6.2")),
        ("date", "2026-11-19", date(2026, 11, 19)),
        (
            "period",
            {"from": "2026-09-03", "to": "2026-11-12"},
            Period(date(2026, 9, 3), date(2026, 11, 12)),
        ),
        ("money", {"amount": "12.50", "currency": "usd"}, Money(Decimal("12.50"), "USD")),
        ("asins", ("B0D7K4QX2M",), ("B0D7K4QX2M",)),
        ("role", "clerk", ROLES["clerk"]),
        ("role", {"own": {"zh": "夜班组长"}}, Words(zh="夜班组长")),
        ("text", {"en": "label"}, Words(en="label")),
        ("name", "2608-B", "2608-B"),
        ("count", UNKNOWN, Unknown()),
        ("count", None, None),
        ("text", {"en": " "}, None),
    ],
)
def test_an_answer_means_what_its_slot_says(kind, answer, value):
    assert read_value(SlotSpec("s", kind, choices=ROLES), answer) == value


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("count", "many"),
        ("count", -1),
        ("count", 1.5),
        ("count", True),
        ("percent", "high"),
        ("date", "2026-02-31"),
        ("period", {"from": "2026-11-12", "to": "2026-09-03"}),
        ("money", {"amount": "x", "currency": "USD"}),
        ("asins", "B0D7K4QX2M"),
        ("role", "boss"),
    ],
)
def test_an_answer_that_does_not_fit_says_what_to_write(kind, answer):
    with pytest.raises(BadInput) as caught:
        read_value(SlotSpec("s", kind, choices=ROLES), answer)
    assert caught.value.advice
