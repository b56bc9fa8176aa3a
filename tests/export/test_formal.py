"""A claim as a business letter: what stands above its title, how it is signed."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from appealwriter.export.plain import write_text
from appealwriter.export.web import write_html
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from tests.export.letters import ENGLISH, letter, numbered, para, say


def requisite(path: str, *pieces: str) -> Block:
    """A line of a claim: fixed words and answers by turns."""
    kinds = ("text", "slot")
    spans = tuple(Span(piece, kinds[n % 2]) for n, piece in enumerate(pieces))
    return Block("paragraph", ((Sentence(spans, path=path),),))


def row(number: int, *cells: str) -> tuple[Sentence, ...]:
    path = f"evidence/e{number}"
    texts = (str(number), *cells)
    return tuple(Sentence((Span(text, "slot"),), path=path) for text in texts)


def named(path: str, text: str) -> Block:
    return Block("paragraph", ((Sentence((Span(text, "slot"),), path=path),),))


CITED = Sentence((Span("Товар закуплен у дистрибьютора ("), Span("приложение 1", "exhibit", "evidence/e1"), Span(").")))  # fmt: skip  # noqa: E501
EXHIBITS = Block(
    "table",
    header=tuple(say(head) for head in ("№", "Документ", "Дата", "Что подтверждает")),
    rows=(
        row(1, "Договор поставки", "1 июня 2025 г.", "Довод 1"),
        row(2, "Переписка с покупателями", "—", "Довод 2"),
    ),
)
CLAIM = letter(
    "ru",
    Section(
        "requisites",
        None,
        (
            requisite("sender/addressee", "Кому: ", "ООО «Пример», Москва, ул. Новая, д. 1"),
            requisite(
                "sender/company",
                "От кого: ",
                "Liangsong Co., Ltd.",
                ", ",
                "г. Шэньчжэнь, д. 18",
                ", тел. ",
                "+86 755 1234 5678",
            ),
            requisite("sender/outgoing", "Исх. № ", "17", ", ", "21 ноября 2026 г."),
        ),
    ),
    Section("greeting", None, (para(say("Уважаемые господа!")), para(say("Факты.")))),
    Section("points", say("Основания"), (para(CITED),)),
    Section(
        "closing",
        None,
        (para(say("Требуем:")), numbered(say("снять блокировку;"), say("выплатить."))),
    ),
    Section("exhibits", say("Приложения"), (EXHIBITS,)),
    Section(
        "signature",
        None,
        (
            para(say("С уважением,")),
            named("sender/person", "Линь Янин"),
            named("sender/role", "Генеральный директор"),
            named("letter_date", "21 ноября 2026 г."),
        ),
    ),
    title="Претензия о снятии блокировки",
)


def opened(written: Letter):
    return Document(BytesIO(write_docx(written)))


def test_addressee_and_sender_stand_on_the_right_above_the_title():
    document = opened(CLAIM)
    first, second, third, title = document.paragraphs[:4]
    assert first.text == "Кому: ООО «Пример», Москва, ул. Новая, д. 1"
    assert (
        second.text == "От кого: Liangsong Co., Ltd.\nг. Шэньчжэнь, д. 18\nтел. +86 755 1234 5678"
    )
    assert [p.style.name for p in (first, second, third)] == ["Requisites"] * 2 + ["Reference"]
    assert document.styles["Requisites"].paragraph_format.left_indent.mm > 80
    assert third.text == "Исх. № 17, 21 ноября 2026 г."
    assert title.style.name == "Title"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Претензия о снятии блокировки", "ПРЕТЕНЗИЯ\nо снятии блокировки"),
        ("Claim concerning the block", "CLAIM\nconcerning the block"),
        ("关于解除账户 12 封锁的索赔函", "关于解除账户 12 封锁的索赔函"),
    ],
)
def test_the_title_is_centred_and_names_its_subject_below(title, lines):
    (found,) = [
        p for p in opened(replace(CLAIM, title=say(title))).paragraphs if p.style.name == "Title"
    ]
    assert found.text == lines
    assert found.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_demands_and_annexes_are_numbered_each_from_one():
    document = opened(CLAIM)
    lists = [p for p in document.paragraphs if p.style.name == "List Number"]
    assert [p.text for p in lists] == [
        "снять блокировку;",
        "выплатить.",
        "Договор поставки от 1 июня 2025 г.",
        "Переписка с покупателями",
    ]
    assert len({p._p.pPr.numPr.numId.val for p in lists}) == 2
    assert not document.tables


def test_there_is_a_line_to_sign_on_and_a_place_for_the_seal():
    signed = [p.text for p in opened(CLAIM).paragraphs if p.style.name == "Signature"]
    assert signed == [
        "С уважением,",
        "Генеральный директор",
        "____________________ / Линь Янин /",
        "М. П.",
        "21 ноября 2026 г.",
    ]


def test_a_claim_without_a_name_leaves_a_line_for_it():
    nameless = replace(CLAIM, sections=(*CLAIM.sections[:-1], Section("signature", None, ())))
    signed = [p.text for p in opened(nameless).paragraphs if p.style.name == "Signature"]
    assert signed == ["____________________ / ____________________ /", "М. П."]


def test_the_signature_never_stands_alone_on_the_last_page():
    document = opened(CLAIM)
    last = [p for p in document.paragraphs if p.style.name == "List Number"][-1]
    assert last.paragraph_format.keep_with_next


def test_a_cited_annex_leads_to_its_place_in_the_list():
    body = opened(CLAIM).element.body
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert links == ["exhibit_e1"]
    assert marks == ["exhibit_e1", "exhibit_e2"]


def test_a_claim_has_nothing_for_word_to_repair(tmp_path):
    file = tmp_path / "claim.docx"
    file.write_bytes(write_docx(CLAIM))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_text_and_web_page_keep_the_same_order():
    text = write_text(CLAIM)
    places = [text.index(words) for words in ("Кому:", "Исх. № 17", "ПРЕТЕНЗИЯ", "Уважаемые")]
    assert places == sorted(places)
    page = write_html(CLAIM)
    assert page.index('class="requisites"') < page.index('class="reference"') < page.index("<h1>")
    assert 'class="pen"' in page
    assert "<title>Претензия о снятии" not in page  # the title says it as the page does
    assert "<title>ПРЕТЕНЗИЯ о снятии" in page


def test_another_letter_keeps_its_table_of_exhibits_and_its_title_first():
    document = opened(ENGLISH)
    assert document.paragraphs[0].text == ENGLISH.title.text
    assert document.tables[-1].rows[1].cells[1].text == "Supplier invoice 2608-B.pdf"
