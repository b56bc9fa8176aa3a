"""The tables that go with a letter where the seller wants them."""

import tracemalloc
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.export.plain import write_text
from appealwriter.export.tables import listed_ids, with_answers, with_lists
from appealwriter.export.word import write_docx
from appealwriter.model.case import Notice

WORKSHOP = Workshop(paths.resources(), paths.templates())


@pytest.fixture(scope="module", params=["en", "zh"])
def draft(request):
    return WORKSHOP.draft(sample_case(request.param), date(2026, 11, 21), "zh")


def with_ids(draft, **ids):
    case = replace(draft.case, notice=replace(draft.case.notice, **ids), facts={})
    return with_lists(draft.letter, case, WORKSHOP.shelf.for_case(case))


def test_each_demand_names_its_part_and_its_exhibits(draft):
    letter = with_answers(draft.letter, draft.case, draft.coverage)
    section = letter.section("answers")
    (block,) = section.blocks
    assert len(block.rows) == len(draft.coverage)
    for row, covered in zip(block.rows, draft.coverage, strict=True):
        part = draft.letter.section(covered.section)
        named = part.heading.text if part and part.heading else "—"
        assert row[2].text == named
        paths = [span.path for span in row[3].spans if span.kind == "exhibit"]
        assert paths == [f"evidence/{ref}" for ref in covered.exhibits]
    order = [each.id for each in letter.sections]
    assert order.index("answers") + 1 == order.index("exhibits")


def test_a_notice_that_asks_nothing_adds_no_table(draft):
    assert with_answers(draft.letter, draft.case, ()) is draft.letter


def test_asins_and_orders_are_listed_once_each_on_pages_of_their_own(draft):
    asins = ("B0EXAMPLE1", "B0EXAMPLE2", "B0EXAMPLE1")
    letter = with_ids(draft, asins=asins, order_ids=("111-2222222-3333333",))
    assert [s.id for s in letter.sections][-2:] == ["asins", "orders"]
    document = Document(BytesIO(write_docx(letter)))
    table = document.tables[-2]
    assert [[c.text for c in row.cells][1] for row in table.rows][1:] == [
        "B0EXAMPLE1",
        "B0EXAMPLE2",
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    heading = [p for p in document.paragraphs if p.style.name == "Heading 1"][-1]
    assert heading.paragraph_format.page_break_before


def test_what_the_seller_answered_stands_before_what_the_notice_names():
    case = replace(sample_case(), notice=Notice(asins=("B0EXAMPLE9",)))
    answered = case.facts.get("asins") or ()
    found = listed_ids(case, WORKSHOP.shelf.for_case(case))["asins"]
    assert found == (*answered, "B0EXAMPLE9")


def test_a_case_without_ids_stays_as_it_is(draft):
    letter = with_ids(draft, asins=(), order_ids=())
    assert letter == draft.letter


def test_five_thousand_rows_stay_valid_and_small(draft, tmp_path):
    tracemalloc.start()
    letter = with_ids(draft, asins=tuple(f"B0{n:08}" for n in range(5000)), order_ids=())
    written = write_docx(letter)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 120_000_000
    file = tmp_path / "long.docx"
    file.write_bytes(written)
    document = Document(str(file))
    assert len(document.tables[-1]._tbl.tr_lst) == 5001


def test_a_letter_with_both_tables_has_nothing_to_repair(draft, tmp_path):
    letter = with_answers(draft.letter, draft.case, draft.coverage)
    letter = with_lists(letter, draft.case, WORKSHOP.shelf.for_case(draft.case))
    file = tmp_path / "letter.docx"
    file.write_bytes(write_docx(letter))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []
    assert draft.coverage[0].name.get(letter.language) in write_text(letter)
