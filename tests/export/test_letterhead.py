"""The letter on the seller's own paper."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from appealwriter.base.errors import BadInput
from appealwriter.export.archive import pack_parts, parts_of
from appealwriter.export.word import check_letterhead, write_docx
from tests.export.letters import ENGLISH, LETTERS

EVERY_LANGUAGE = pytest.mark.parametrize("language", ["en", "ru", "zh"])


def paper() -> bytes:
    """What a seller's Word saves: his header and footer, A5 paper, an old letter in it."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(148), Mm(210)
    page.left_margin = page.right_margin = Mm(15)
    page.header.paragraphs[0].text = "Brightpine · since 2011"
    page.footer.paragraphs[0].text = "IBAN 12 34"
    document.add_paragraph("An old letter to somebody else")
    document.core_properties.author = "lin@DESKTOP-77"
    document.core_properties.last_modified_by = "lin"
    settings = document.settings.element
    settings.append(parse_xml(f"<w:rsids {nsdecls('w')}><w:rsidRoot w:val='00A1'/></w:rsids>"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def without_lists() -> bytes:
    """The paper of a program that keeps no part for lists as long as there is none."""
    document = Document(BytesIO(paper()))
    for key in [k for k, r in document.part.rels.items() if r.reltype.endswith("numbering")]:
        del document.part.rels[key]
    for counted in list(document.styles.element.iter(qn("w:numPr"))):
        counted.getparent().remove(counted)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def chinese_ids() -> bytes:
    """Word in Chinese numbers its styles: "a" is Normal, and our ids may belong to others."""
    parts = parts_of(paper())
    styles = parts["word/styles.xml"].decode()
    styles = styles.replace('"Normal"/>', '"a"/>').replace('styleId="Normal"', 'styleId="a"')
    styles = styles.replace('w:name w:val="a"', 'w:name w:val="Normal"')
    styles = styles.replace('w:name w:val="Body Text"', 'w:name w:val="Nobody"')
    return pack_parts({**parts, "word/styles.xml": styles.encode()})


def test_paper_header_and_footer_are_the_sellers_and_the_words_are_ours():
    document = Document(BytesIO(write_docx(ENGLISH, letterhead=paper())))
    page = document.sections[0]
    assert round(page.page_width.mm) == 148
    assert page.header.paragraphs[0].text == "Brightpine · since 2011"
    assert [p.text for p in page.footer.paragraphs] == ["IBAN 12 34"]
    said = [p.text for p in document.paragraphs]
    assert said[0] == ENGLISH.title.text
    assert not any("somebody else" in text for text in said)
    width = sum(int(col.get(qn("w:w"))) for col in document.tables[0]._tbl.tblGrid)
    assert width == pytest.approx(118 / 25.4 * 1440, abs=2)


@EVERY_LANGUAGE
@pytest.mark.parametrize("made", [paper(), without_lists(), chinese_ids()])
def test_what_the_paper_lacks_is_added_and_word_finds_nothing_to_repair(language, made, tmp_path):
    file = tmp_path / "letter.docx"
    file.write_bytes(write_docx(LETTERS[language], letterhead=made))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []
    document = Document(str(file))
    styles = [p.style.name for p in document.paragraphs]
    assert {"Title", "Heading 1", "Body Text", "Salutation", "Signature"} <= set(styles)
    ids = [style.get(qn("w:styleId")) for style in document.styles.element.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
    numbers = {
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"
    }
    lists = document.part.numbering_part.element
    for number in numbers:
        assert lists.num_having_numId(number).lvlOverride_lst[0].startOverride.val == 1
    kinds = [child.tag for child in lists]
    assert kinds == sorted(kinds), "Word wants every abstractNum before the first num"


def test_nothing_tells_whose_computer_the_paper_came_from():
    written = write_docx(ENGLISH, letterhead=paper())
    with zipfile.ZipFile(BytesIO(written)) as archive:
        text = b"".join(archive.read(name) for name in archive.namelist())
        assert "docProps/app.xml" not in archive.namelist()
    for mark in (b"DESKTOP-77", b"lin@", b"rsidRoot", b"somebody else"):
        assert mark not in text
    assert Document(BytesIO(written)).core_properties.author == "Brightpine Trading Co., Ltd."


def test_a_paper_without_a_footer_gets_page_numbers():
    document = Document()
    stream = BytesIO()
    document.save(stream)
    written = Document(BytesIO(write_docx(ENGLISH, letterhead=stream.getvalue())))
    assert written.sections[0].footer.paragraphs[0].text == "Page 1 of 1"


def test_a_letter_of_ours_can_be_the_paper_of_the_next():
    first = write_docx(ENGLISH)
    again = Document(BytesIO(write_docx(ENGLISH, letterhead=first)))
    assert [p.text for p in again.paragraphs] == [
        p.text for p in Document(BytesIO(first)).paragraphs
    ]
    assert again.sections[0].footer.paragraphs[0].text == "Page 1 of 1"


def test_a_header_that_only_the_first_section_names_is_kept():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Brightpine"
    document.add_section()
    stream = BytesIO()
    document.save(stream)
    written = Document(BytesIO(write_docx(ENGLISH, letterhead=stream.getvalue())))
    (page,) = written.sections
    assert page.header.paragraphs[0].text == "Brightpine"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xd0\xcf\x11\xe0 an old .doc, or one with a password",
        b"%PDF-1.4",
        pack_parts({"xl/workbook.xml": b"<x/>"}),
        pack_parts({"word/document.xml": b"<broken"}),
        paper()[:3000],
    ],
)
def test_what_is_no_word_file_is_refused_with_advice(data):
    with pytest.raises(BadInput) as told:
        check_letterhead(data)
    assert "letterhead" in told.value.what
    assert "choose it again" in told.value.advice


def test_the_same_letter_on_the_same_paper_gives_the_same_bytes():
    assert write_docx(ENGLISH, letterhead=paper()) == write_docx(ENGLISH, letterhead=paper())


PAPER = paper()
PARTS = parts_of(PAPER)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(sorted(PARTS)), st.integers(0, 9000), st.integers(1, 400), st.booleans())
def test_damaged_paper_is_refused_or_written_on_but_never_a_crash(name, start, length, packed):
    if packed:
        data = PAPER[: start * 4] + PAPER[start * 4 + length :]
    else:
        part = PARTS[name]
        data = pack_parts({**PARTS, name: part[:start] + part[start + length :]})
    try:
        check_letterhead(data)
    except BadInput:
        return
    write_docx(ENGLISH, letterhead=data)


def test_paper_that_has_lost_its_relations_is_refused():
    kept = {name: data for name, data in PARTS.items() if name != "word/_rels/document.xml.rels"}
    with pytest.raises(BadInput):
        check_letterhead(pack_parts(kept))
