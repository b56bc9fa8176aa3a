"""What the seller writes is read by the rules of prose; what the playbooks say is not."""

from dataclasses import replace
from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.drafting.draft import Workshop
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Notice,
    Point,
    PreventiveMeasure,
    Rewritten,
    Sender,
    Why,
)
from appealwriter.model.terms import Deed, Level, Structure
from tests.checks.filled import letters

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)


def found(case):
    """The findings about own words."""
    return [f for f in WORKSHOP.draft(case, TODAY, "zh").findings if f.where is not None]


def told(**parts):
    return found(Case(id="own", letter_date="2026-11-21", **parts))


def en(text):
    return Words(en=text)


def test_a_finding_leads_to_the_words_and_their_place_in_them():
    said = "We refunded 8 orders. This will never happen again."
    (finding,) = told(corrective=(CorrectiveAction("a1", own=en(said), done="2026-11-20"),))
    assert (finding.rule, finding.path) == ("over_promises", "corrective/a1/own")
    assert said[finding.where.start : finding.where.end] == finding.where.text
    assert finding.where.section == "corrective_actions"


@pytest.mark.parametrize(
    ("parts", "path"),
    [
        ({"causes": (Cause("c1", whys=(Why("w1", en("We beg you.")),)),)}, "causes/c1/whys/w1/own"),
        ({"preventive": (PreventiveMeasure("p1", catches=en("We beg you.")),)}, "preventive/p1/"),
        ({"requests": (Point("r1", own=en("We beg you.")),)}, "requests/r1/own"),
        ({"corrections": (Point("k1", own=en("We beg you.")),)}, "corrections/k1/own"),
        ({"rewritten": (Rewritten("facts/x", own=en("We beg you.")),)}, "facts/x"),
    ],
)
def test_every_place_for_own_words_is_read(parts, path):
    assert [f.path.startswith(path) for f in told(**parts)] == [True]


def test_a_point_is_read_and_may_deny_where_the_letter_is_a_dispute():
    said = en("All our lamps are genuine. We beg you.")
    dispute = told(structure=Structure.DISPUTE, points=(Point("q1", own=said),))
    assert [f.rule for f in dispute] == ["emotional"]


def test_only_the_letters_language_and_the_parts_it_holds_are_read():
    plea = CorrectiveAction("a1", own=Words(zh="求求你们！！", en="We refunded 8 orders."))
    assert told(corrective=(plea,)) == []
    begging = (CorrectiveAction("a1", own=en("We beg you.")),)
    assert told(structure=Structure.DISPUTE, corrective=begging) == []


def test_a_plan_may_speak_of_the_future_and_a_deed_may_not():
    said = CorrectiveAction("a1", own=en("We will remove the stock soon."), done="2026-11-20")
    assert "future_instead_of_done" in [f.rule for f in told(corrective=(said,))]
    assert told(corrective=(replace(said, status=Deed.PLANNED),)) == []


def test_words_of_a_playbook_are_not_judged():
    book = WORKSHOP.shelf.book("amazon/late_shipment")
    causes = tuple(Cause(f"c{n}", phrase.id) for n, phrase in enumerate(book.causes))
    assert told(reason="late_shipment", causes=causes) == []


def test_what_the_notice_asks_to_be_admitted_is_only_advice():
    said = (Cause("c1", own=en("We changed the date on the invoice.")),)
    (plain,) = told(reason="inauthentic", causes=said)
    (asked,) = told(reason="forged_documents", causes=said)
    assert (plain.rule, plain.level) == ("admits_illegal", Level.WEAK)
    assert (asked.rule, asked.level) == ("admits_illegal", Level.ADVICE)


def test_a_chain_that_ends_in_a_person_is_sent_one_why_further():
    first = Cause("c1", own=en("Nine parcels held the wrong item."))
    person = Why("w1", en("The packer swapped two labels."))
    check = Why("w2", en("We had no scan of label and order before dispatch."))
    (finding,) = told(causes=(replace(first, whys=(person,)),))
    assert (finding.rule, finding.path) == ("chain_ends_early", "causes/c1/whys/w1/own")
    assert told(causes=(replace(first, whys=(person, check)),)) == []


def test_two_apologies_in_different_places_are_too_many_and_one_is_not():
    one = CorrectiveAction("a1", own=en("We apologized to 8 buyers."), done="2026-11-20")
    two = PreventiveMeasure("p1", own=en("We apologize once more."))
    assert told(corrective=(one,)) == []
    assert {f.rule for f in told(corrective=(one,), preventive=(two,))} == {"apologies"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_as_good_as_a_playbooks_is_let_be_as_own_words(language):
    held_against = []
    for book in WORKSHOP.shelf.books():
        case = next(letters(WORKSHOP, book, language))
        for sentence in WORKSHOP.draft(case, TODAY, "en").letter.sentences():
            part, _, ref = sentence.path.partition("/")
            if part == "causes" and ref and sentence.phrase.count(":") and not sentence.has_gap:
                said = Words(**{language: clean(sentence.text)})
                own = Case(id="own", letter_language=language, causes=(Cause("c1", own=said),))
                held_against += [(book.id, f.rule, said) for f in found(own)]
    assert held_against == []


def test_what_was_read_once_is_not_read_again():
    words = WORKSHOP._own_words
    causes = tuple(Cause(f"c{n}", own=en(f"Step {n} was not checked.")) for n in range(5))
    case = Case(id="memo", causes=causes, notice=Notice())
    found(case)
    before = words._read.cache_info().misses
    found(replace(case, title="x"))
    found(replace(case, causes=(*causes[:4], Cause("c4", own=en("Step 9 was not checked.")))))
    assert words._read.cache_info().misses == before + 1


def test_a_name_in_another_script_or_with_look_alike_letters_is_named_where_it_was_answered():
    def named(**sender):
        case = Case(id="s", structure=Structure.FIVE_PART, sender=Sender(**sender))
        return [(f.rule, f.path) for f in found(case)]

    assert named(shop="Brightpine", company="Chengling Trading Co., Ltd. (澄岭)") == []
    assert named(shop="明松家居") == [("foreign_script", "sender/shop")]
    assert named(company="\u0421hengling Trading") == [("look_alike", "sender/company")]
