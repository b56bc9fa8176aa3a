"""What the program says is missing, weak or worth a thought in a case."""

from dataclasses import replace
from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.drafting.draft import Workshop
from appealwriter.model.answers import UNKNOWN
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Demand,
    Exhibit,
    Ignored,
    Notice,
    PreventiveMeasure,
    Sender,
)
from appealwriter.model.terms import Deed, Level, Route, Stance, Structure

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)
OWN = Words(zh="做了一件事", en="We did one thing.", ru="Сделано одно дело.")


@pytest.fixture
def case():
    """A small case in which nothing is missing."""
    return Case(
        id="whole",
        reason="late_shipment",
        notice=Notice(date="2026-11-18"),
        facts={fact.id: UNKNOWN for fact in WORKSHOP.shelf.book("amazon/late_shipment").facts},
        sender=Sender(
            shop="Brightpine", company="Chengling Ltd", person="Lin", email="l@example.com"
        ),
        causes=(Cause("c1", own=OWN),),
        corrective=(CorrectiveAction("a1", ("c1",), own=OWN, done="2026-11-19", exhibits=("e1",)),),
        preventive=(
            PreventiveMeasure(
                "p1",
                ("c1",),
                own=OWN,
                since="2026-11-20",
                owner="warehouse_lead",
                rhythm="daily",
                record="dispatch_log",
            ),
        ),
        evidence=(Exhibit("e1", "a.pdf", title=OWN, proves=("a1",)),),
    )


def found(case):
    return {finding.rule: finding for finding in WORKSHOP.draft(case, TODAY, "en").findings}


def with_action(case, **changes):
    return replace(case, corrective=(replace(case.corrective[0], **changes),))


def test_a_whole_case_has_no_findings(case):
    assert found(case) == {}
    assert found(replace(case, structure=Structure.FIVE_PART)) == {}


def test_open_questions_of_step_three_are_one_finding(case):
    finding = found(replace(case, facts={"lsr_10d": 6.2}))["facts_open"]
    assert finding.path.startswith("facts/")
    assert "lsr_10d" not in finding.path


def test_each_part_of_the_plan_is_required(case):
    assert "no_cause" in found(replace(case, causes=()))
    assert "no_corrective" in found(replace(case, corrective=()))
    assert "no_preventive" in found(replace(case, preventive=()))


def test_five_parts_require_who_writes_and_to_whom_to_turn(case):
    bare = replace(case, sender=Sender(), structure=Structure.FIVE_PART)
    gaps = [f.path for f in WORKSHOP.draft(bare, TODAY, "en").findings if f.rule == "gap"]
    assert {"sender/company", "sender/shop", "sender/person", "sender/email"} <= set(gaps)


def test_every_cause_needs_a_finished_action_and_a_measure(case):
    two = replace(case, causes=(*case.causes, Cause("c2", own=OWN)))
    assert {"cause_without_action", "cause_without_measure"} <= found(two).keys()
    assert found(two)["cause_without_action"].values["n"] == "2"


def test_what_answers_no_cause_is_named(case):
    assert "answers_no_cause" in found(with_action(case, answers=()))


def test_a_deed_without_a_date_is_called_a_plan(case):
    findings = found(with_action(case, done=""))
    assert findings["undated_deed"].path == "corrective/a1/done"
    assert findings["no_corrective"].level is Level.MISSING


def test_a_deed_marked_as_planned_is_no_news_but_does_not_count_as_done(case):
    findings = found(with_action(case, status=Deed.PLANNED, done=""))
    assert "undated_deed" not in findings
    assert "no_corrective" in findings


def test_a_day_that_does_not_exist_or_has_not_come_is_named(case):
    assert "unreadable_date" in found(with_action(case, done="2026-02-31"))
    assert "deed_in_future" in found(with_action(case, done="2026-12-24"))


def test_a_finished_deed_wants_proof(case):
    assert "deed_without_proof" in found(with_action(case, exhibits=()))


def test_partly_done_wants_both_numbers(case):
    assert "partly_without_numbers" in found(with_action(case, status=Deed.PARTLY))
    assert "partly_without_numbers" in found(
        with_action(case, status=Deed.PARTLY, count=9, total=3)
    )
    assert "partly_without_numbers" not in found(
        with_action(case, status=Deed.PARTLY, count=3, total=9)
    )


def test_a_control_wants_owner_rhythm_and_record(case):
    bare = PreventiveMeasure("p1", ("c1",), own=OWN, since="2026-11-20")
    names = found(replace(case, preventive=(bare,)))
    assert {
        "measure_without_owner",
        "measure_without_rhythm",
        "measure_without_record",
    } <= names.keys()


def test_own_words_without_the_letters_language_are_missing(case):
    finding = found(with_action(case, own=Words(zh="退款")))["needs_language"]
    assert finding.path == "corrective/a1/own"
    assert finding.values["own"] == "退款"


def test_an_open_demand_is_missing_and_an_exhibit_closes_it(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "invoices"),))
    case = replace(case, notice=asked)
    assert found(case)["demand_open"].path == "notice/demands/d1"
    proof = replace(case.evidence[0], proves=("d1",))
    assert "demand_open" not in found(replace(case, evidence=(proof,)))


def test_a_rejected_demand_asks_for_nothing(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "invoices", state="rejected"),))
    assert "demand_open" not in found(replace(case, notice=asked))


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"file": "sheet.xlsx"}, "format_not_taken"),
        ({"file": ""}, "exhibit_without_file"),
        ({"size": 11_000_000}, "file_too_big"),
        ({"kind": "supplier_invoices", "date": "2025-11-17"}, "exhibit_too_old"),
        ({"kind": "supplier_invoices", "date": ""}, "exhibit_undated"),
    ],
)
def test_exhibits_the_platform_would_send_back_are_named(case, changes, rule):
    case = replace(case, reason="inauthentic")
    assert rule in found(replace(case, evidence=(replace(case.evidence[0], **changes),)))


def test_an_invoice_of_the_last_365_days_before_the_notice_is_fine(case):
    case = replace(case, reason="inauthentic")
    proof = replace(case.evidence[0], kind="supplier_invoices", date="2025-11-18")
    assert "exhibit_too_old" not in found(replace(case, evidence=(proof,)))


def test_a_plan_where_the_notice_wants_something_else_is_weak(case):
    assert "wrong_route" in found(replace(case, route=Route.DISPUTE))


def test_a_plan_that_is_meant_to_dispute_is_named(case):
    mixed = replace(case, stance=Stance.DISPUTE)
    assert "stance_and_form" in found(mixed)
    assert "stance_and_form" not in found(replace(mixed, structure=Structure.DISPUTE))


def test_an_ignored_finding_leaves_the_list_and_can_come_back(case):
    case = with_action(case, exhibits=())
    aside = Ignored("deed_without_proof", "corrective/a1/exhibits", "no paper")
    draft = WORKSHOP.draft(replace(case, ignored=(aside,)), TODAY, "en")
    assert "deed_without_proof" not in {f.rule for f in draft.findings}
    assert "deed_without_proof" in {f.rule for f in draft.ignored}


def test_a_rule_can_be_switched_off(case):
    case = with_action(case, exhibits=())
    draft = WORKSHOP.draft(case, TODAY, "en", off=("deed_without_proof",))
    assert "deed_without_proof" not in {f.rule for f in draft.findings}


def test_every_finding_can_be_said_in_every_language_without_a_hole(case):
    bare = replace(
        case,
        corrective=(CorrectiveAction("a1", own=OWN),),
        preventive=(),
        evidence=(Exhibit("e1"),),
    )
    for language in LANGUAGES:
        for finding in WORKSHOP.draft(bare, TODAY, language).findings:
            rule = WORKSHOP.rules[finding.rule]
            for words in (rule.message, rule.why, rule.mend, rule.example):
                assert "{" not in rule.say(words, finding, language)


@pytest.mark.parametrize(
    "period", ["soon", {"from": "2026-09-03"}, {"from": "2026-02-31", "to": "x"}]
)
def test_an_answer_that_cannot_be_read_is_not_called_empty(case, period):
    cause = replace(case.causes[0], period=period)
    names = found(replace(case, causes=(cause,)))
    assert "unreadable_answer" in names
    assert not {"gap", "needs_language"} & names.keys()


def test_a_planned_measure_answers_its_demand_only_weakly(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "preventive_actions"),))
    planned = replace(case.preventive[0], since="")
    draft = WORKSHOP.draft(replace(case, notice=asked, preventive=(planned,)), TODAY, "en")
    assert [row.verdict for row in draft.coverage] == ["weak"]


def test_a_planned_deed_answers_no_demand_for_measures(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "preventive_actions"),))
    planned = replace(case.corrective[0], done="")
    case = replace(case, notice=asked, corrective=(planned,), preventive=())
    draft = WORKSHOP.draft(case, TODAY, "en")
    assert [row.verdict for row in draft.coverage] == ["missing"]


def test_a_demand_names_the_causes_it_leaves_open(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "corrective_actions"),))
    two = replace(case, notice=asked, causes=(*case.causes, Cause("c2", own=OWN)))
    row = WORKSHOP.draft(two, TODAY, "en").coverage[0]
    assert (row.verdict, row.lacking) == ("missing", (2,))


def test_an_exhibit_without_a_file_answers_only_weakly(case):
    asked = Notice(date="2026-11-18", demands=(Demand("d1", "invoices"),))
    named = Exhibit("e2", title=OWN, proves=("d1",))
    draft = WORKSHOP.draft(
        replace(case, notice=asked, evidence=(*case.evidence, named)), TODAY, "en"
    )
    assert [row.verdict for row in draft.coverage] == ["weak"]


def test_a_block_for_good_is_said_plainly():
    blocked = Case(
        "x",
        platform="ozon",
        reason="low_rating",
        structure=Structure.OZON_REQUEST,
        facts={"block_term": "permanent"},
    )
    rules = [f.rule for f in WORKSHOP.draft(blocked, date(2026, 11, 21), "en").findings]
    assert {"not_liftable", "wrong_route"} <= set(rules)
    open_still = replace(blocked, facts={"block_term": "seven_days"})
    rules = [f.rule for f in WORKSHOP.draft(open_still, date(2026, 11, 21), "en").findings]
    assert "not_liftable" not in rules
