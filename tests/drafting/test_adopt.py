from dataclasses import replace

from appealwriter.base import paths
from appealwriter.drafting.adopt import adopt, adopt_as_chosen, with_fitting_form
from appealwriter.model.case import Case, Demand, Sender
from appealwriter.model.reading import Reading
from appealwriter.model.terms import Route, Structure
from appealwriter.playbooks.shelf import Shelf

SHELF = Shelf(paths.resources())
READING = Reading(
    is_notice=True,
    platform="ozon",
    kind="warning",
    route="plan",
    reason="late_or_cancelled_orders",
    asins=("B0D7K4QX2M",),
    case_ids=("17284096351",),
    demands=(Demand("d1", "root_cause", "the root cause"),),
    date="2026-11-18",
)


def test_what_was_read_becomes_a_proposal_and_nothing_is_confirmed():
    case = adopt(Case("x"), "text", "", READING, "ru")
    assert (case.platform, case.reason, case.letter_language) == (
        "ozon",
        "late_or_cancelled_orders",
        "ru",
    )
    assert case.notice.date == "2026-11-18"
    assert case.notice.states == {}
    assert [demand.state for demand in case.notice.demands] == ["read"]
    assert case.sender.case_id == "17284096351"
    assert case.facts["asins"] == ("B0D7K4QX2M",)


def test_what_the_seller_wrote_before_stays():
    before = Case("x", sender=Sender(case_id="mine"), facts={"asins": ("B000000001",)})
    case = adopt(before, "text", "", READING, "ru")
    assert case.sender.case_id == "mine"
    assert case.facts["asins"] == ("B000000001",)


def test_a_text_that_is_no_notice_changes_no_answers():
    before = Case("x", platform="amazon", reason="inauthentic")
    case = adopt(before, "a novel", "", Reading(is_notice=False), "ru")
    assert (case.platform, case.reason) == ("amazon", "inauthentic")
    assert case.notice.text == "a novel"


def test_a_notice_without_a_reason_leaves_the_one_chosen_by_hand():
    before = Case("x", platform="ozon", reason="low_rating")
    unclear = Reading(is_notice=True, platform="ozon", reason="other", route="plan")
    assert adopt(before, "text", "", unclear, "ru").reason == "low_rating"


def test_a_platform_and_reason_chosen_beforehand_stay_and_the_one_read_stands_beside():
    before = Case("x", platform="ozon", reason="low_rating", route=Route.DISPUTE)
    case = adopt_as_chosen(before, "text", READING)
    assert (case.platform, case.reason) == ("ozon", "low_rating")
    assert case.also == ("late_or_cancelled_orders",)
    assert case.route is Route.DISPUTE
    assert [demand.id for demand in case.notice.demands] == ["d1"]


def test_a_notice_of_another_platform_offers_none_of_its_reasons():
    case = adopt_as_chosen(Case("x", platform="amazon", marketplace="US"), "text", READING)
    assert (case.platform, case.marketplace, case.reason, case.also) == (
        "amazon",
        "US",
        "other",
        (),
    )


def followed(before, **changes):
    return with_fitting_form(before, replace(before, **changes), SHELF).structure


def test_the_document_follows_the_route_until_the_seller_chooses_another():
    case = Case("x", reason="inauthentic")
    assert followed(case, route=Route.DOCUMENTS) is Structure.COVER_NOTE
    chosen = replace(case, structure=Structure.FIVE_PART, structure_chosen=True)
    assert followed(chosen, route=Route.DOCUMENTS) is Structure.FIVE_PART
    assert followed(case, structure=Structure.DISPUTE) is Structure.DISPUTE


def test_the_first_notice_brings_its_document_along():
    case = Case("x", reason="inauthentic", structure=Structure.FIVE_PART)
    notice = replace(case.notice, text="Please send invoices.")
    assert followed(case, notice=notice, route=Route.DOCUMENTS) is Structure.COVER_NOTE


def test_a_route_that_wants_no_letter_leaves_the_document_as_it_is():
    assert followed(Case("x", reason="inauthentic"), route=Route.WATCH) is Structure.THREE_PART
