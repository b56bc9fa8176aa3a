"""Every playbook, every document, every language: a whole letter without a flaw that shows."""

import re
from dataclasses import replace

import pytest

from appealwriter.base import paths
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.drafting.draft import Workshop
from appealwriter.export.plain import write_text
from appealwriter.model.case import Case, CorrectiveAction, Exhibit, Point
from appealwriter.model.terms import Deed, Structure
from benchmarks.invented import LETTER_DAY, invented_case

WORKSHOP = Workshop(paths.resources(), paths.templates())
IDS = WORKSHOP.shelf.ids()
CLAIM = {
    "address": "Room 5, 18 Keyuan Road, Shenzhen",
    "phone": "+86 755 0000 0000",
    "registration": "91440300MA5XXXXX0X",
    "contract": "Marketplace",
    "contract_date": "2025-03-14",
    "outgoing": "12/2026",
}
POINT = Point(
    "q9",
    own=Words(
        zh="承运商记录显示已按时交运",
        en="The carrier's record shows the handover in time",
        ru="Запись перевозчика подтверждает передачу в срок",
    ),
    claim=Words(zh="迟发", en="late shipment", ru="поздняя отправка"),
    exhibits=("e0",),
)
ABBREVIATED = re.compile(r"\b(Co|Ltd|nab|г|тел|руб|наб|шт|д)\.")
FLAWS = {
    "a gap": re.compile("〔"),
    "a brace": re.compile("[{}]"),
    "a doubled space": re.compile(r"\S  +\S"),
    "a space before a sign": re.compile(r" [,.;:!?](?!\d)"),
    "two signs": re.compile(r"[,;:]{2}|\.[.,;:]|[,;:]\.|[，。；：、]{2}"),
    "an empty bracket": re.compile(r"\(\s*\)|（\s*）"),
    "a value of the program": re.compile(r"\bNone\b|\bnan\b|Words\("),
    "a wrong plural": re.compile(
        r"(?<![\d.,])1 (?:orders|units|days|items|parcels|buyers|products)\b"
    ),
    "a wrong plural in Russian": re.compile(r"(?<![\d.,])1 (?:дней|заказов|единиц|товаров)\b"),
}


def whole(book_id, language, structure, seller):
    """A case with every answer that the document asks for."""
    case = invented_case(
        WORKSHOP.shelf, WORKSHOP.shelf.book(book_id), seller, seller, language, structure
    )
    points = tuple(replace(point, exhibits=("e0",)) for point in case.points)
    sender = replace(
        case.sender, **CLAIM, addressee="" if case.platform == "ozon" else "Marketplace"
    )
    return replace(case, points=(*points, POINT), sender=sender)


@pytest.mark.parametrize("structure", Structure)
@pytest.mark.parametrize("book_id", IDS)
def test_a_whole_letter_has_no_flaw_that_shows(book_id, structure):
    for language in LANGUAGES:
        draft = WORKSHOP.draft(whole(book_id, language, structure, 3), LETTER_DAY, "zh")
        text = write_text(draft.letter).replace("\u00a0", " ")
        text = ABBREVIATED.sub(r"\1", text)
        found = {
            name: match.group()
            for name, pattern in FLAWS.items()
            for match in [pattern.search(text)]
            if match
        }
        assert not found, f"{language}: {found}\n{text}"


@pytest.mark.parametrize("structure", Structure)
def test_a_letter_has_the_parts_that_its_document_needs(structure):
    draft = WORKSHOP.draft(whole("ozon/low_rating", "ru", structure, 1), LETTER_DAY, "zh")
    there = [section.id for section in draft.letter.sections]
    assert set(draft.form.needs) <= set(there)
    assert not [f.rule for f in draft.findings if f.rule.startswith("no_")]


@pytest.mark.parametrize("book_id", IDS[::6])
def test_what_was_worded_before_never_leaks_into_another_letter(book_id):
    fresh = Workshop(paths.resources(), paths.templates())
    for language in LANGUAGES:
        for structure in (Structure.FIVE_PART, Structure.DISPUTE):
            for seller in (1, 2, 1):
                case = whole(book_id, language, structure, seller)
                for reader in ("zh", "ru"):
                    again = WORKSHOP.draft(case, LETTER_DAY, reader).letter
                    assert again == fresh.draft(case, LETTER_DAY, reader).letter
        fresh = Workshop(paths.resources(), paths.templates())


@pytest.mark.parametrize("structure", Structure)
@pytest.mark.parametrize("platform", ["amazon", "ozon"])
def test_an_empty_and_a_half_filled_case_make_a_letter_of_any_kind(platform, structure):
    empty = Case("x", platform=platform, structure=structure)
    half = replace(
        empty,
        letter_language="ru",
        limit=900,
        points=(Point("q1"), Point("q2", phrase="dispute:no_such_phrase")),
        requests=(Point("r1"), Point("r2", phrase="requests:lift_block", exhibits=("e9",))),
        corrections=(Point("k1"),),
        corrective=(CorrectiveAction("a1", status=Deed.PLANNED),),
        evidence=(Exhibit("e1", "a.pdf", proves=("a1",)),),
    )
    for case in (empty, half):
        draft = WORKSHOP.draft(case, LETTER_DAY, "zh")
        assert write_text(draft.letter).strip()
        assert draft.findings
