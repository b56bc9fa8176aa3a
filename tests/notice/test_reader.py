"""What a whole notice is read as, and that no text can upset the reader."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from appealwriter.base.text import clean
from appealwriter.model.case import Deadline
from appealwriter.model.reading import Reading
from appealwriter.model.terms import ASKS_FOR, Kind, Route
from appealwriter.notice.cues import Cues
from appealwriter.notice.reader import read

HERE = Path(__file__).parent
NOTICES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "notices.toml").read_text("utf-8"))
OTHERS: dict[str, str] = tomllib.loads((HERE / "others.toml").read_text("utf-8"))


def _short(deadline: Deadline | None) -> str | None:
    if deadline is None:
        return None
    return deadline.date or f"{deadline.value} {deadline.unit}"


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_read_as_a_careful_reader_would(name: str, cues: Cues) -> None:
    told = dict(NOTICES[name])
    reading = read(told.pop("text"), cues)
    assert reading.is_notice
    assert _short(reading.deadline) == told.pop("deadline", None)
    for field, expected in told.items():
        found = getattr(reading, field)
        assert (sorted(found) if isinstance(found, tuple) else found) == (
            sorted(expected) if isinstance(expected, list) else expected
        ), field


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_are_no_notice(name: str, cues: Cues) -> None:
    reading = read(OTHERS[name], cues)
    assert not reading.is_notice
    assert reading.deadline is None
    assert reading.demands == ()


def _holds(reading: Reading, text: str) -> None:
    for places in reading.spans.values():
        assert places
        for start, end in places:
            assert 0 <= start < end <= len(text)
    for demand in reading.demands:
        assert text[demand.start : demand.end] == demand.words
        assert demand.asks_for in ASKS_FOR
    assert [d.id for d in reading.demands] == [f"d{n}" for n in range(1, len(reading.demands) + 1)]
    assert [d.start for d in reading.demands] == sorted(d.start for d in reading.demands)
    assert reading.kind in ("", *Kind)
    assert reading.route in list(Route)
    if reading.deadline:
        ((start, end),) = reading.spans["deadline"]
        assert text[start:end].strip() == reading.deadline.words


@pytest.mark.parametrize("name", NOTICES)
def test_spans_hold_the_very_words(name: str, cues: Cues) -> None:
    text = clean(NOTICES[name]["text"])
    reading = read(text, cues)
    _holds(reading, text)
    assert {text[a:b].upper() for a, b in reading.spans.get("asins", ())} == set(reading.asins)
    assert {text[a:b] for a, b in reading.spans.get("brands", ())} == set(reading.brands)
    if reading.reason != "other":
        first = reading.candidates[0]
        assert first.reason == reading.reason
        assert first.because


PIECES = st.sampled_from(
    [
        "Your account has been deactivated. ",
        "within 72 hours ",
        "ASIN: B0\uff21bcd1234, ",
        "\r\n- ",
        "\x00\ud83d",
        "до 31.02.2026 ",
        "Brand: \u0130stanbul\n",
        "请在三天内提交发票。",
        "Пришлите план действий\n",
        "e\u0301\u200b",
        "How do I reactivate my account?\n",
    ]
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(PIECES | st.text(max_size=40), max_size=12).map("".join))
@example("")
@example("\ud800\udfff\x07")
@example("İ" * 50 + " your account is suspended, send invoices within 3 days")
def test_any_text_gets_a_calm_answer(cues: Cues, text: str) -> None:
    _holds(read(text, cues), clean(text))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 500_000,
        "your account " * 40_000,
        "within 7 " * 60_000,
        "invoice, " * 60_000,
        "\n" * 500_000,
        "1" * 500_000,
        "asin " * 100_000,
        "asin: " + "1234567890 " * 40_000,
        "它在雨里走了很久。" * 50_000,
    ],
    ids=range(9),
)
def test_a_book_gets_a_calm_answer(cues: Cues, text: str) -> None:
    assert read(text, cues).asins is not None


def test_the_last_day_is_known_only_with_the_notice_s_date(cues: Cues) -> None:
    body = "Your Amazon selling account may be deactivated. Send your plan within 72 hours."
    assert read(body, cues).due == ""
    assert "due" in read(body, cues).unsure
    dated = read("Date: Mon, 16 Nov 2026 09:12:00 +0000\n" + body, cues)
    assert (dated.date, dated.due) == ("2026-11-16", "2026-11-19")


def test_a_date_yet_to_come_is_not_the_notice_s_own(cues: Cues) -> None:
    text = "Date: 16 November 2026\nYour Amazon account is suspended. Send invoices."
    assert read(text, cues, today=date(2026, 11, 1)).date == ""


def test_a_notice_without_a_cause_says_so(cues: Cues) -> None:
    reading = read("Your Amazon seller account has been deactivated. Appeal within 5 days.", cues)
    assert (reading.reason, reading.sure, reading.candidates[0].reason) == ("other", False, "other")
    assert reading.unsure["reason"]


def test_two_causes_of_equal_weight_are_not_sure(cues: Cues) -> None:
    text = (
        "Your selling account has been deactivated. Why is this happening? "
        "Your late shipment rate is 6% and your valid tracking rate is 80%."
    )
    reading = read(text, cues)
    assert not reading.sure
    assert {reading.reason, *reading.also} >= {"late_shipment", "valid_tracking"}


def test_items_that_lost_their_marks_are_still_asked_for(cues: Cues) -> None:
    text = (
        "Your Amazon selling account is deactivated. Please provide these documents:\n"
        "Utility bill\nBusiness license\nPassport\n"
    )
    assert read(text, cues).asks_for == ("utility_bill", "business_licence", "identity_document")


def test_the_demands_for_other_complaints_are_left_aside(cues: Cues) -> None:
    text = (
        "We removed your listing. Complaint type: inauthentic\n"
        "What you can do\nFor authenticity complaints:\n1. Invoices of the last 180 days\n"
        "For all other complaints:\nA plan of action that explains\n1. the root cause\n"
    )
    reading = read(text, cues)
    assert (reading.asks_poa, reading.asks_for) == (False, ("invoices",))


@pytest.mark.parametrize(
    ("words", "working"),
    [("в течение 5 рабочих дней", True), ("в течение 5 дней", False)],
)
def test_working_days_are_told_from_days(words: str, working: bool, cues: Cues) -> None:
    text = f"Ozon: ваш магазин заблокирован из-за отмен. Направьте пояснения {words}."
    deadline = read(text, cues).deadline
    assert deadline is not None
    assert (deadline.value, deadline.unit, deadline.working) == (5, "days", working)


def test_a_shop_restricted_from_selling_is_no_restricted_product(cues: Cues) -> None:
    text = "尊敬的卖家，您的店铺因违反平台规则已被限制销售，详情请联系客服。"
    assert read(text, cues).reason == "other"
