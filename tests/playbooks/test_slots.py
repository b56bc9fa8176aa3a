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
        ("count", "1 200 300", 1200300),
        ("count", "1\u00a0200", 1200),
        ("count", "１，２００", 1200),
        ("count", 12.0, 12),
        ("count", "999999999999", 999_999_999_999),
        ("percent", 6.2, Decimal("6.2")),
        ("percent", "６，２％", Decimal("6.2")),
        ("percent", "6,2 %", Decimal("6.2")),
        ("date", "2026-11-19", date(2026, 11, 19)),
        (
            "period",
            {"from": "2026-09-03", "to": "2026-11-12"},
            Period(date(2026, 9, 3), date(2026, 11, 12)),
        ),
        ("money", {"amount": "12.50", "currency": "usd"}, Money(Decimal("12.50"), "USD")),
        ("asins", ("B0D7K4QX2M",), ("B0D7K4QX2M",)),
        ("asins", ("b0d7k4qx2m", "", "B0D7K4QX2M, B000000001"), ("B0D7K4QX2M", "B000000001")),
        ("skus", (" Box 12/a ", "Box 12/a"), ("Box 12/a",)),
        ("text", {"en": "label", "ru": None}, Words(en="label")),
        ("name", 2608, "2608"),
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
        ("count", "1,5"),
        ("count", "1.000"),
        ("count", "1,00"),
        ("count", "1,200 300"),
        ("count", "12e3"),
        ("count", "1_000"),
        ("count", "Infinity"),
        ("count", "1e9999"),
        ("count", "1000000000000"),
        ("count", 10**12),
        ("count", float("inf")),
        ("count", 1e300),
        ("percent", "Infinity"),
        ("percent", "NaN"),
        ("percent", float("nan")),
        ("percent", "1e-9999999"),
        ("percent", True),
        ("money", {"amount": "Infinity", "currency": "USD"}),
        ("money", {"amount": "NaN", "currency": "USD"}),
        ("money", {"amount": -1, "currency": "USD"}),
        ("money", {"amount": True, "currency": "USD"}),
        ("money", {"amount": None, "currency": "USD"}),
        ("money", {"amount": "1", "currency": None}),
        ("money", {"amount": "1", "currency": "元元元"}),
        ("date", 20261119),
        ("period", {"from": "2026-11-12", "to": None}),
        ("asins", ("B0D7K4QX2M", None)),
        ("asins", (7,)),
        ("asins", ({"id": 1},)),
        ("asins", ("()",)),
        ("role", {"own": {"en": 5}}),
        ("role", {"own": "the boss"}),
        ("role", True),
        ("text", {"en": 5}),
        ("text", {"en": ["x"]}),
        ("name", True),
        ("name", 1.5),
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
