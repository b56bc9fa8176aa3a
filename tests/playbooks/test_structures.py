"""Which document answers a notice: recommended, explained, and left to the seller."""

import pytest

from appealwriter.base import paths
from appealwriter.base.words import LANGUAGES
from appealwriter.model.case import Case
from appealwriter.model.terms import Route, Stance, Structure
from appealwriter.playbooks.shelf import Shelf

SHELF = Shelf(paths.resources())


def wanted(platform="amazon", reason="inauthentic", **known):
    found = SHELF.recommended(Case("x", platform=platform, reason=reason, **known))
    return found.id if found else None


@pytest.mark.parametrize(
    ("route", "structure"),
    [
        (Route.PLAN, "three_part"),
        (Route.PLAN_AND_DOCUMENTS, "three_part"),
        (Route.DOCUMENTS, "cover_note"),
        (Route.DISPUTE, "dispute"),
        (Route.EVIDENCE_FOR_REVIEW, "review_evidence"),
        (Route.FORM, "form_answers"),
        (Route.OTHER_ACCOUNT_FIRST, "other_account"),
        (Route.ACKNOWLEDGE, "dispute"),
        (Route.WATCH, None),
    ],
)
def test_each_route_has_its_document(route, structure):
    assert wanted(route=route) == structure


def test_ozon_has_documents_of_its_own():
    assert wanted("ozon", "late_or_cancelled_orders") == "ozon_request"
    assert wanted("ozon", "late_or_cancelled_orders", route=Route.NONE) in (
        "ozon_claim",
        "payout_inquiry",
    )
    offered = SHELF.documents(Case("x", platform="amazon", reason="inauthentic"))
    assert not {"ozon_request", "ozon_claim"} & {form.id for form in offered}


def test_who_contests_the_notice_writes_a_dispute_and_no_plan():
    assert wanted(stance=Stance.DISPUTE) == "dispute"


def test_every_document_can_be_chosen_whatever_is_recommended():
    offered = {form.id for form in SHELF.documents(Case("x", platform="ozon", reason="low_rating"))}
    assert offered == {structure.value for structure in Structure}


@pytest.mark.parametrize("structure", Structure)
def test_every_document_says_what_it_is_and_why(structure):
    form = SHELF.structures[structure]
    for words in (form.name, form.note, form.why):
        assert all(words.get(language) for language in LANGUAGES)
    assert set(form.needs) <= set(form.sections)


@pytest.mark.parametrize("route", [Route.WATCH, Route.ACKNOWLEDGE, Route.NONE])
def test_a_route_without_a_letter_says_what_to_do(route):
    assert SHELF.structures.nothing[route].text.any("zh")


@pytest.mark.parametrize("book_id", SHELF.ids())
def test_every_playbook_names_documents_of_its_platform(book_id):
    book = SHELF.book(book_id)
    assert book.structures
    for name in book.structures:
        assert SHELF.structures[name].fits(book.platform) or book.platform == "general"


@pytest.mark.parametrize("book_id", SHELF.ids())
def test_where_no_letter_helps_the_playbook_says_what_does(book_id):
    book = SHELF.book(book_id)
    silent = {Route.WATCH, Route.NONE, Route.OTHER_ACCOUNT_FIRST} & {r.route for r in book.routes}
    if silent or book.liftable == "no" or book.answered_by:
        assert book.instead


def test_a_block_for_good_leaves_the_honest_letters():
    facts = {"block_term": "permanent"}
    assert wanted("ozon", "low_rating", facts=facts) in ("ozon_claim", "payout_inquiry")
    assert wanted("ozon", "low_rating", facts={"block_term": "seven_days"}) == "ozon_request"
