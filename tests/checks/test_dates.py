"""Dates that cannot both be right are named once, at the one to look at."""

from dataclasses import replace
from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Deadline,
    Exhibit,
    Notice,
    PreventiveMeasure,
)
from appealwriter.model.terms import Deed, State, Structure

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 25)
RULES = (
    "deadline_passed",
    "letter_before_notice",
    "after_letter",
    "cause_after_notice",
    "cause_after_letter",
    "deed_before_cause",
    "invoice_after_notice",
)
FALL = {"from": "2026-10-01", "to": "2026-10-31"}


def found(letter="2026-11-21", notice="2026-11-12", reason="late_shipment", **more):
    case = Case(id="d", reason=reason, letter_date=letter, notice=Notice(date=notice), **more)
    return {f.rule: f.path for f in WORKSHOP.draft(case, TODAY, "en").findings if f.rule in RULES}


def deed(done, answers=("c1",), status=Deed.DONE):
    return (CorrectiveAction("a1", answers, done=done, status=status),)


def test_dates_in_order_are_let_be():
    assert (
        found(
            causes=(Cause("c1", period=FALL),),
            corrective=deed("2026-11-10"),
            preventive=(PreventiveMeasure("p1", ("c1",), since="2026-11-21"),),
            evidence=(Exhibit("e1", date="2026-11-21"),),
        )
        == {}
    )


def test_a_letter_older_than_its_notice_is_named():
    assert found(letter="2026-11-11") == {"letter_before_notice": "letter_date"}


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"corrective": deed("2026-11-22")}, "corrective/a1/done"),
        ({"preventive": (PreventiveMeasure("p1", since="2026-11-24"),)}, "preventive/p1/since"),
        ({"evidence": (Exhibit("e1", date="2026-12-01"),)}, "evidence/e1/date"),
    ],
)
def test_what_is_later_than_the_letter_is_named(more, path):
    assert found(**more) == {"after_letter": path}


def test_a_plan_may_lie_after_the_letter_and_a_future_deed_is_said_elsewhere():
    assert found(corrective=deed("2026-11-24", status=Deed.PLANNED)) == {}
    assert found(corrective=deed("2026-12-24")) == {}


def test_a_cause_lies_before_the_notice_and_ends_before_the_letter():
    late = {"from": "2026-11-13", "to": "2026-11-14"}
    long = {"from": "2026-10-01", "to": "2026-12-01"}
    assert found(causes=(Cause("c1", slots={"period": late}),)) == {
        "cause_after_notice": "causes/c1/slots/period"
    }
    assert found(causes=(Cause("c1", period=long),)) == {"cause_after_letter": "causes/c1/period"}
    assert found(causes=(Cause("c1", period=late),), structure=Structure.DISPUTE) == {}


def test_a_deed_comes_after_its_cause_began():
    causes = (Cause("c1", period=FALL), Cause("c2"))
    assert "deed_before_cause" in found(causes=causes, corrective=deed("2026-09-30"))
    assert found(causes=causes, corrective=deed("2026-10-15")) == {}
    assert found(causes=causes, corrective=deed("2026-09-30", ("c1", "c2"))) == {}


def test_an_invoice_of_a_day_after_the_notice_is_named_and_another_paper_is_not():
    invoice = Exhibit("e1", kind="supplier_invoices", date="2026-11-14")
    assert found(reason="inauthentic", evidence=(invoice,)) == {
        "invoice_after_notice": "evidence/e1/date"
    }
    other = Exhibit("e1", kind="removal_record", date="2026-11-14")
    assert found(reason="inauthentic", evidence=(other,)) == {}


def test_a_time_limit_that_is_over_is_told_until_the_letter_is_sent():
    case = Case(id="d", notice=Notice(date="2026-11-12", deadline=Deadline(3, "days")))
    assert told(case) == ["deadline_passed"]
    assert told(replace(case, state=State.SENT)) == []
    later = Notice(date="2026-11-12", deadline=Deadline(30, "days"))
    assert told(replace(case, notice=later)) == []


def told(case):
    return [f.rule for f in WORKSHOP.draft(case, TODAY, "en").findings if f.rule in RULES]
