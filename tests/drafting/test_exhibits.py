from appealwriter.base.words import Words
from appealwriter.drafting.exhibits import exhibit_files, unnamed_exhibits
from appealwriter.model.case import Case, Exhibit

CASE = Case(
    "x",
    evidence=(
        Exhibit("e1", "Chengling invoice.pdf", "ab", 3, title=Words(en="Invoice")),
        Exhibit("e2", "named only.png"),
    ),
)


def test_an_exhibit_is_called_by_its_title_and_one_only_named_keeps_its_number():
    assert exhibit_files(CASE, {"ab": b"pdf"}.get) == [
        ("Invoice.pdf", b"pdf"),
        ("named only.png", b""),
    ]


def test_beside_a_redacted_letter_exhibits_are_numbers_without_name_or_bytes():
    assert unnamed_exhibits(CASE) == [("not enclosed", b"")] * 2
