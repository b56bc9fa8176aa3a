import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from appealwriter.export.word import write_docx
from appealwriter.model.letter import Block, Section, Sentence, Span
from tests.export.letters import CHINESE, ENGLISH, LETTERS, letter, numbered, para, raw, say, table

EVERY_LANGUAGE = pytest.mark.parametrize("language", ["en", "ru", "zh"])
PAGE_ONE = {"en": "Page 1 of 1", "ru": "Страница 1 из 1", "zh": "第 1 页，共 1 页"}
HOSTILE = '<w:p/> & "x" \x00\x0b\x1f\ud83d {{ 7 * 7 }} ]]> \u202e 😀 \ufffe' + "B" * 200


def opened(written: bytes):
    return Document(BytesIO(written))


def parts(written: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def texts(document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == style]


def runs_with(document, words: str):
    return [r for p in document.paragraphs for r in p.runs if words in r.text]


@EVERY_LANGUAGE
@pytest.mark.parametrize("read_back", [False, True])
def test_word_has_nothing_to_repair(language, read_back, tmp_path):
    file = tmp_path / "letter.docx"
    file.write_bytes(write_docx(LETTERS[language], read_back))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


@EVERY_LANGUAGE
def test_title_headings_and_signature_are_real_styles(language):
    source = LETTERS[language]
    document = opened(write_docx(source))
    assert texts(document, "Title") == [source.title.text]
    assert texts(document, "Heading 1") == [s.heading.text for s in source.sections if s.heading]
    signed = source.section("signature").blocks
    assert texts(document, "Signature") == [block.items[0][0].text for block in signed]
    assert len(texts(document, "Salutation")) == 1


def test_every_numbered_list_begins_at_one():
    document = opened(write_docx(ENGLISH))
    numbering = document.part.numbering_part.element
    lists = {}
    for paragraph in document.paragraphs:
        if paragraph.style.name == "List Number":
            own = paragraph._p.pPr.numPr.numId.val
            lists.setdefault(own, []).append(paragraph.text[:15])
    assert [len(items) for items in lists.values()] == [3, 2]
    for number in lists:
        num = numbering.num_having_numId(number)
        assert num.lvlOverride_lst[0].startOverride.val == 1
    kinds = [child.tag for child in numbering]
    assert kinds == sorted(kinds), "Word wants every abstractNum before the first num"


def test_bullets_are_a_real_list():
    document = opened(write_docx(ENGLISH))
    assert len(texts(document, "List Bullet")) == 2
    style = document.styles["List Bullet"].element
    assert style.pPr.numPr.numId.val == 2


def test_a_heading_stays_with_its_text_and_no_line_stands_alone():
    document = opened(write_docx(ENGLISH))
    assert document.styles["Heading 1"].paragraph_format.keep_with_next
    assert document.styles["Normal"].paragraph_format.widow_control


def test_the_table_repeats_its_header_and_never_splits_a_row():
    found = opened(write_docx(ENGLISH)).tables[-1]
    assert [cell.text for cell in found.rows[0].cells] == ["No.", "Document", "What it shows"]
    header = found.rows[0]._tr.trPr.find(qn("w:tblHeader"))
    assert header is not None
    assert not header.attrib, "w:val fails the schema"
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in found.rows)
    assert found.style.name == "Letter Table"
    widths = [int(col.get(qn("w:w"))) for col in found._tbl.tblGrid]
    assert sum(widths) == round((215.9 - 50.8) / 25.4 * 1440)


def test_figures_stand_to_the_right_but_row_names_do_not():
    found = opened(write_docx(ENGLISH)).tables[0]
    sides = [cell.paragraphs[0].alignment for cell in found.rows[1].cells]
    assert [side is not None for side in sides] == [False, True, False]


def test_a_short_row_and_an_empty_table_do_no_harm(tmp_path):
    short = table(["a", "b"], ["only one"])
    source = letter("en", Section("root_cause", None, (short, Block("table"), short)))
    file = tmp_path / "letter.docx"
    file.write_bytes(write_docx(source))
    assert OpenXmlValidator().validate(str(file)).is_valid
    assert len(opened(file.read_bytes()).tables) == 2


@EVERY_LANGUAGE
def test_every_cell_has_a_paragraph_and_the_letter_ends_in_one(language):
    document = opened(write_docx(LETTERS[language]))
    cells = list(document.element.body.iter(qn("w:tc")))
    assert cells
    assert all(cell.find(qn("w:p")) is not None for cell in cells)
    children = [child.tag for child in document.element.body]
    assert children[-2:] == [qn("w:p"), qn("w:sectPr")]


@EVERY_LANGUAGE
def test_fields_are_balanced_and_count_the_pages(language):
    for name, xml in parts(write_docx(LETTERS[language])).items():
        marks = [xml.count(f'fldCharType="{mark}"') for mark in ("begin", "separate", "end")]
        assert len(set(marks)) == 1, name
    footer = opened(write_docx(LETTERS[language])).sections[0].footer
    assert "PAGE" in footer._element.xml
    assert "NUMPAGES" in footer._element.xml
    assert footer.paragraphs[0].text == PAGE_ONE[language]


def test_the_running_header_names_company_and_case():
    header = opened(write_docx(ENGLISH)).sections[0].header.paragraphs[0]
    assert header.text == "Brightpine Trading Co., Ltd.\tBrightpine Home · Case 42"
    assert header.style.name == "Header"


def test_a_letter_without_sender_has_an_empty_header():
    header = opened(write_docx(letter("en", author="", subject=""))).sections[0].header
    assert header.paragraphs[0].text == ""


@pytest.mark.parametrize(
    ("language", "size", "margins"),
    [
        ("en", (216, 279), (25, 25, 25, 25)),
        ("ru", (210, 297), (20, 10, 20, 20)),
        ("zh", (210, 297), (25, 25, 25, 25)),
    ],
)
def test_paper_and_margins_follow_the_language(language, size, margins):
    page = opened(write_docx(LETTERS[language])).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == size
    found = (page.top_margin, page.right_margin, page.bottom_margin, page.left_margin)
    assert tuple(round(margin.mm) for margin in found) == margins


@pytest.mark.parametrize(
    ("language", "tag", "font"),
    [("en", "en-US", "Cambria"), ("ru", "ru-RU", "Times New Roman"), ("zh", "en-US", None)],
)
def test_defaults_name_language_and_fonts(language, tag, font):
    document = opened(write_docx(LETTERS[language]))
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}")
    lang, fonts = defaults.find(f".//{qn('w:lang')}"), defaults.find(f".//{qn('w:rFonts')}")
    assert (lang.get(qn("w:val")), lang.get(qn("w:eastAsia"))) == (tag, "zh-CN")
    assert fonts.get(qn("w:eastAsia")) == "SimSun"
    assert font is None or fonts.get(qn("w:ascii")) == font
    heading = document.styles["Heading 1"].element.rPr.rFonts
    assert heading.get(qn("w:eastAsia")) == "Microsoft YaHei"
    assert "Theme=" not in parts(write_docx(LETTERS[language]))["word/styles.xml"]


def test_words_in_another_script_name_their_own_language():
    document = opened(write_docx(ENGLISH))
    (chinese,) = runs_with(document, "深圳市亮松贸易有限公司")
    assert chinese.text == "深圳市亮松贸易有限公司"
    assert chinese._r.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert chinese._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"
    russian = opened(write_docx(LETTERS["ru"]))
    (latin,) = runs_with(russian, "Brightpine")
    assert latin._r.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-US"
    (quoted,) = runs_with(opened(write_docx(CHINESE)), "“正品”")
    assert quoted._r.rPr.rFonts.get(qn("w:hint")) == "eastAsia"


def test_gaps_and_exhibits_are_plain_to_see():
    document = opened(write_docx(ENGLISH))
    (gap,) = runs_with(document, "[date of change]")
    assert gap.style.name == "Gap"
    assert gap.style.element.rPr.find(qn("w:shd")) is not None
    (exhibit,) = runs_with(document, "Exhibit\u00a03")
    assert exhibit.style.name == "Exhibit"


def test_own_words_in_the_wrong_language_are_marked_as_a_gap():
    own = Sentence((Span("仓库漏贴标签。", "own"),), untranslated=True)
    source = letter("en", Section("root_cause", None, (para(own),)))
    (run,) = runs_with(opened(write_docx(source)), "仓库漏贴标签")
    assert run.style.name == "Gap"


def test_properties_name_the_company_and_nobody_else():
    properties = opened(write_docx(ENGLISH)).core_properties
    assert properties.author == "Brightpine Trading Co., Ltd."
    assert properties.title == "Plan of action: 3 ASINs"
    assert properties.subject == "Brightpine Home · Case 42"
    assert properties.language == "en-US"
    assert properties.created == properties.modified == datetime(2026, 11, 21, tzinfo=UTC)
    assert properties.revision == 1
    assert (properties.comments, properties.last_modified_by, properties.keywords) == ("", "", "")


@pytest.mark.parametrize("date", ["", "2026-02-30", "tomorrow"])
def test_a_letter_without_a_day_never_asks_the_clock(date):
    properties = opened(write_docx(letter("en", date=date))).core_properties
    assert properties.created == datetime(2000, 1, 1, tzinfo=UTC)


@EVERY_LANGUAGE
def test_no_program_user_or_folder_leaves_a_mark(language):
    for name, text in parts(write_docx(LETTERS[language])).items():
        for mark in ("python", "docx", "Macintosh", "generated", "rsid", "/home", "Users"):
            if name not in ("[Content_Types].xml",):
                assert mark not in text, (mark, name)


def test_the_same_letter_gives_the_same_bytes():
    written = write_docx(ENGLISH)
    assert written == write_docx(ENGLISH)
    with zipfile.ZipFile(BytesIO(written)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_text_is_only_text(tmp_path):
    hostile = Section("root_cause", raw(HOSTILE), (para(raw(HOSTILE)), numbered(raw(HOSTILE))))
    row = (raw(HOSTILE), raw(HOSTILE))
    cells = Section("exhibits", None, (Block("table", header=row, rows=(row,)),))
    names = {"title": HOSTILE * 3, "author": HOSTILE, "subject": HOSTILE}
    source = letter("en", hostile, cells, **names)
    file = tmp_path / "letter.docx"
    file.write_bytes(write_docx(source))
    assert OpenXmlValidator().validate(str(file)).is_valid
    document = opened(file.read_bytes())
    assert '<w:p/> & "x"' in texts(document, "Body Text")[0]
    assert "{{ 7 * 7 }} ]]>" in document.tables[0].rows[1].cells[1].text
    assert "😀" in texts(document, "Heading 1")[0]
    assert len(document.core_properties.title) <= 255


def test_line_breaks_and_no_break_signs_survive():
    source = letter("en", Section("closing", None, (para(say("a\nb\u00a0c\r\nd\u2011e\tf")),)))
    document = opened(write_docx(source))
    assert texts(document, "Body Text") == ["a\nb\u00a0c\nd-e\tf"]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.sampled_from(["en", "ru", "zh"]))
def test_whatever_is_typed_word_can_open_it(typed, language):
    source = letter(
        language, Section("closing", None, (para(say("", ""), Sentence((Span(typed),))),))
    )
    assert len(opened(write_docx(source)).paragraphs) == 2


def test_read_back_sets_each_sentence_beside_its_twin():
    document = opened(write_docx(ENGLISH, read_back=True))
    pairs = [[cell.text for cell in row.cells] for t in document.tables for row in t.rows]
    assert pairs[0] == ["English", "中文"]
    assert [
        "On November 20, we refunded all eight orders (Exhibit\u00a04).",
        "11月20日,我们退还了全部八单的货款(附件 4)。",
    ] in pairs
    assert ["B0EXAMPLE1 | 5 | Serial label left out on the second packing line", ""] in pairs
    assert "1. Root cause · 1. 根本原因" in texts(document, "Heading 1")
    said = " ".join(pair[0] for pair in pairs)
    for sentence in ENGLISH.sections[0].sentences():
        assert sentence.text in said


def test_a_date_in_a_narrow_column_stays_on_one_line():
    long = "Supplier contact sheet and signed statement of the manufacturer"
    wide = table(["No.", "Document", "Date"], ["1", long, "November\u00a020,\u00a02026"])
    source = letter("en", Section("exhibits", None, (wide,)))
    (found,) = opened(write_docx(source)).tables
    widths = [int(col.get(qn("w:w"))) for col in found._tbl.tblGrid]
    assert widths[2] > 17 * 100
    assert widths[1] > widths[2]
    assert sum(widths) == 9360


def test_a_word_too_long_for_any_column_leaves_room_for_its_neighbour():
    source = letter("en", Section("exhibits", None, (table(["a", "b"], ["x" * 500, "y" * 500]),)))
    (found,) = opened(write_docx(source)).tables
    assert [int(col.get(qn("w:w"))) for col in found._tbl.tblGrid] == [4680, 4680]


@pytest.mark.parametrize(
    "last", [table(["a"], ["one"], ["two"]), numbered(say("one"), say("two")), para(say("two"))]
)
def test_the_signature_never_stands_alone_on_a_page(last):
    signed = Section("signature", None, (para(say("Lin Yaning")), para(say("Manager"))))
    source = letter("en", Section("exhibits", None, (last,)), signed)
    body = opened(write_docx(source)).element.body
    bound = {
        "".join(t.text for t in p.iter(qn("w:t"))): p.pPr.find(qn("w:keepNext")) is not None
        for p in body.iter(qn("w:p"))
    }
    assert bound["two"]
    assert bound["Lin Yaning"]
    assert not bound["Manager"]
    assert not bound.get("one")
    assert bound.get("", True), "the empty line after a table too"
