"""Figures that cannot all be right, and limits that are met, are named; those that fit are not."""

from dataclasses import replace
from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.drafting.draft import Workshop
from appealwriter.model.answers import UNKNOWN
from appealwriter.model.case import Case, Cause, Notice, Sender
from appealwriter.model.terms import Structure
from appealwriter.playbooks.agreements import read_agreements
from appealwriter.playbooks.tables import Table

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)
NOTICE = "Your 30-day rate is 2.7%. It should be under 4%."
RULES = ("names_differ", "figures_disagree", "papers_outside_window", "figures_within_limits")


def found(reason, facts, platform="amazon", **more):
    case = Case(id="f", platform=platform, reason=reason, facts=facts, **more)
    case = replace(case, notice=Notice(date="2026-11-12", text=NOTICE))
    return [f for f in WORKSHOP.draft(case, TODAY, "en").findings if f.rule in RULES]


def test_a_rate_that_its_own_orders_do_not_give_is_named_with_the_sum():
    (finding,) = found("late_shipment", {"late_orders": 58, "total_orders": 1208, "lsr_30d": "6.2"})
    assert finding.path == "facts/lsr_30d"
    assert finding.values["count"] == "58 / 1208 = 4.8%"
    assert "58" in finding.values["figures"]
    assert "6.2%" in finding.values["figures"]


@pytest.mark.parametrize(
    "facts",
    [
        {"late_orders": 58, "total_orders": 1208, "lsr_30d": "4.8"},
        {"late_orders": 58, "total_orders": 1208, "lsr_30d": "4.9"},  # rounded otherwise
        {"late_orders": 58, "total_orders": 1208, "lsr_30d": 5},
        {"late_orders": 58, "total_orders": 1208, "lsr_10d": "4.8", "lsr_30d": "6.2"},
        {"late_orders": 58, "total_orders": 0, "lsr_30d": "6.2"},
        {"late_orders": 58, "total_orders": UNKNOWN, "lsr_30d": "6.2"},
        {"late_orders": "many", "total_orders": 1208, "lsr_30d": "6.2"},
        {"lsr_30d": "6.2"},
    ],
)
def test_figures_that_fit_or_cannot_be_compared_are_let_be(facts):
    assert found("late_shipment", facts) == []


def test_an_order_counted_twice_makes_the_rate_smaller_than_the_sum():
    parts = {"feedback_n": 8, "a2z_n": 11, "chargeback_n": 1, "orders_total": 1053}
    assert found("order_defect_rate", {**parts, "odr_now": "1.9"}) == []
    assert found("order_defect_rate", {**parts, "odr_now": "1.4"}) == []
    assert [f.rule for f in found("order_defect_rate", {**parts, "odr_now": "3.2"})] == [
        "figures_disagree"
    ]


def test_what_is_left_of_the_whole_is_compared_for_a_rate_of_good_ones():
    facts = {"packages": 400, "invalid": 40}
    assert found("valid_tracking", {**facts, "vtr_30d": 90}) == []
    assert found("valid_tracking", {**facts, "vtr_30d": 80})[0].values["count"] == (
        "360 / 400 = 90.0%"
    )


def test_more_ids_than_orders_and_more_sales_than_invoices_are_named():
    facts = {"late_orders": 1, "late_order_ids": ("111-1111111-1111111", "111-1111111-2222222")}
    assert found("late_shipment", facts)[0].values["count"] == "1 < 2"
    stock = {"invoiced_units": 300, "units_sold_365": 740}
    assert found("inauthentic", stock)[0].values["count"] == "300 < 740"
    assert found("inauthentic", {"invoiced_units": 740, "units_sold_365": 740}) == []


def test_causes_cannot_explain_more_orders_than_there_are():
    cause = Cause("c1", "unconfirmed_orders", slots={"late": 40})
    other = Cause("c2", "single_person", slots={"late": 21})
    facts = {"late_orders": 58}
    assert found("late_shipment", facts, causes=(cause, other))[0].values["count"] == "40 + 21 > 58"
    assert found("late_shipment", facts, causes=(cause,)) == []


@pytest.mark.parametrize(
    ("start", "end", "odd"),
    [
        ("2025-11-12", "2026-11-12", False),
        ("2025-11-11", "2026-10-01", True),
        ("2026-01-01", "2026-11-13", True),
    ],
)
def test_invoices_are_counted_back_from_the_notice(start, end, odd):
    rules = [f.rule for f in found("inauthentic", {"invoice_period": {"from": start, "to": end}})]
    assert rules == (["papers_outside_window"] if odd else [])


def test_rates_that_are_all_in_order_leave_nothing_to_admit():
    good = {"lsr_10d": 1, "lsr_30d": "3.9"}
    assert [f.rule for f in found("late_shipment", good)] == ["figures_within_limits"]
    assert found("late_shipment", {**good, "lsr_10d": 6}) == []
    assert found("late_shipment", good, structure=Structure.DISPUTE) == []
    assert found("late_shipment", {"lsr_30d": "2.7"}) == []  # the notice's own figure
    assert found("order_defect_rate", {"odr_now": "0.4"}) == []  # the notice names no such limit


@pytest.mark.parametrize(
    ("entity", "odd"),
    [
        ("SHENZHEN CHENGLING TRADING CO LTD", False),
        ("Shenzhen Chengling Trade Co., Ltd.", True),
        ("深圳市澄岭贸易有限公司", False),  # another script: nothing to compare
        ("", False),
    ],
)
def test_a_company_is_written_the_same_everywhere(entity, odd):
    sender = Sender(company="Shenzhen Chengling Trading Co., Ltd.")
    rules = [f.rule for f in found("identity_verification", {"entity": entity}, sender=sender)]
    assert rules == (["names_differ"] if odd else [])


@pytest.mark.parametrize(
    "raw",
    [
        {"ratio": ["a", "b"]},
        {"sum": ["a", "b"], "ratio": ["a", "b", "c"]},
        {"more_than": ["a", "b"]},
        {"at_least": ["a", 3]},
        {"dated_within": ["a"]},
    ],
)
def test_an_agreement_that_says_nothing_is_refused(raw):
    with pytest.raises(DataFileError, match="agree"):
        list(read_agreements(Table({"agree": [raw]}, "book.toml")))
