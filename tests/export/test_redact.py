"""What a redacted copy must not say, wherever in the letter it stands."""

import pytest

from appealwriter.export.plain import write_text
from appealwriter.export.redact import private_names, redacted
from appealwriter.model.case import Case, Notice, Sender
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from tests.export.letters import letter, para

SENDER = Sender(
    shop="Brightpine Home",
    company="Brightpine Trading Co., Ltd.",
    person="Lin Yaning",
    role="Operations manager",
    merchant_token="A3EXAMPLETOKEN",
    email="lin@brightpine.example",
    case_id="17284096351",
)
NAMES = private_names(Case("c", sender=SENDER))
COVER = "█████"


def own(text: str, kind: str = "own", path: str = "causes/c1/own") -> Letter:
    """A letter of one sentence whose twin says the same."""
    spans = (Span(text, kind, path),)
    return letter("en", Section("closing", None, (para(Sentence(spans, spans)),)), title="T")


def said(source: Letter, *also: str) -> str:
    """The last line of the covered letter; its twin must say the same."""
    covered = redacted(source, also)
    (sentence,) = covered.sections[-1].sentences()
    assert sentence.twin_text == sentence.text
    return write_text(covered).split("\n\n")[-1].strip()


def test_own_words_do_not_name_the_seller():
    told = "Brightpine Home lost the parcel, as Lin Yaning noticed (ID A3EXAMPLETOKEN)."
    assert said(own(told), *NAMES) == f"{COVER} lost the parcel, as {COVER} noticed (ID {COVER})."


@pytest.mark.parametrize("kind", ["gap", "text", "slot", "exhibit"])
def test_no_kind_of_text_names_the_seller(kind):
    told = "〔English needed: Lin Yaning, lin@brightpine.example〕"
    assert said(own(told, kind), *NAMES) == f"〔English needed: {COVER}, {COVER}〕"


def test_what_the_letter_says_of_the_sender_is_covered_without_a_word_from_the_case():
    signature = Section("signature", None, (para(_slot("Lin Yaning", "sender/person")),))
    greeting = Section("greeting", None, (para(_slot("Brightpine Home", "sender/shop")),))
    body = own("Lin Yaning of Brightpine Trading Co., Ltd. checked Brightpine Home.").sections
    text = write_text(redacted(letter("en", greeting, *body, signature, title="T")))
    assert text == f"T\n\n{COVER}\n\n{COVER} of {COVER}. checked {COVER}.\n\n{COVER}\n"


@pytest.mark.parametrize(
    "written", ["brightpine-home", "BRIGHTPINE_HOME", "Brightpine\u00a0Home", "BrightpineHome"]
)
def test_a_name_is_found_however_it_is_written(written):
    assert said(own(f"See {written} 2."), *NAMES) == f"See {COVER} 2."


def test_a_short_name_is_not_found_within_other_words():
    assert said(own("Ann paid the annual fee."), "Ann") == f"{COVER} paid the annual fee."
    assert said(own("We ship to LA."), "LA") == "We ship to LA."
    assert said(own("由林雅和李娜核对。"), "李娜", "林雅") == f"由{COVER}和{COVER}核对。"


def test_russian_and_chinese_names_are_covered():
    told = "магазин «Светлый дом» и 深圳市亮松贸易有限公司的仓库"
    names = ("Светлый Дом", "深圳市亮松贸易有限公司")
    assert said(own(told), *names) == f"магазин «{COVER}» и {COVER}的仓库"


def test_a_title_that_is_a_file_name_is_covered_and_others_stay():
    titles = ("Brightpine invoice 2608.pdf", "宁波 账单.XLSX", "Supplier invoice No. 12")
    rows = tuple((_slot(title, f"evidence/e{n}/title"),) for n, title in enumerate(titles))
    source = letter("en", Section("exhibits", None, (Block("table", rows=rows),)), title="T")
    text = write_text(redacted(source))
    assert text == f"T\n\n{COVER}.pdf\n{COVER}.XLSX\nSupplier invoice No. 12\n"


def test_order_ids_are_covered_and_counts_of_orders_are_not():
    assert said(own("12-34567-89012", "slot", "facts/late_order_ids")) == COVER
    assert said(own("12-34567-89012", "slot", "facts/orders")) == COVER
    assert said(own("47 orders", "slot", "facts/late_orders")) == "47 orders"
    notice = Notice(order_ids=("7654321-0005",), case_ids=("5566778",))
    names = private_names(Case("c", notice=notice))
    assert said(own("Order 7654321-0005, case 5566778."), *names) == f"Order {COVER}, case {COVER}."


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("请联系lin.y+1@mail.example.com谢谢", f"请联系{COVER}谢谢"),
        ("пишите на почта@пример.рф.", f"пишите на {COVER}."),
        ("订单111-7654321-1234567已退款", f"订单{COVER}已退款"),
        ("отправление 12345678-0001-1", f"отправление {COVER}"),
        ("call +7 912 345-67-89 now", f"call {COVER} now"),
        ("1,200 units on B0EXAMPLE1", "1,200 units on B0EXAMPLE1"),
    ],
)
def test_addresses_orders_and_telephones_are_covered_and_no_word_beside_them(told, left):
    assert said(own(told)) == left


def test_a_long_text_without_a_space_keeps_every_word():
    chinese = "仓库没有核对标签" * 20_000
    assert said(own(chinese + "lin@a.example")) == chinese + COVER
    latin = "a.b-" * 40_000
    assert said(own(latin)) == latin


def test_header_and_author_are_empty():
    covered = redacted(letter("en"))
    assert (covered.author, covered.subject) == ("", "")


def _slot(text: str, path: str) -> Sentence:
    return Sentence((Span(text, "slot", path),))
