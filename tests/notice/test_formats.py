"""Files a notice comes in, good and bad."""

import io
import zipfile
from email.message import EmailMessage

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from appealwriter.base.errors import BadInput
from appealwriter.notice.formats import LARGEST, notice_text

RUSSIAN = "Ваш магазин заблокирован. Пришлите документы в течение 3 рабочих дней."
CHINESE = "您的卖家账户已被停用。请在72小时内提交行动计划。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16"),
        (CHINESE, "utf-8-sig"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16"),
    ],
)
def test_text_is_decoded_as_it_was_written(text: str, encoding: str) -> None:
    assert notice_text("notice.txt", text.encode(encoding)) == text


def test_a_mail_keeps_its_date_sender_and_subject_on_top() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "notice@example.com", "Ваш магазин"
    mail["Date"] = "Mon, 16 Nov 2026 09:12:00 +0000"
    mail.set_content("<p>other</p>", subtype="html")
    mail.clear_content()
    mail.set_content("Send invoices.")
    mail.add_alternative("<p>Send <b>other</b> things.</p>", subtype="html")
    text = notice_text("notice.eml", bytes(mail))
    assert text.splitlines()[:3] == [
        "Date: Mon, 16 Nov 2026 09:12:00 +0000",
        "From: notice@example.com",
        "Subject: Ваш магазин",
    ]
    assert "Send invoices." in text
    assert "other" not in text


def test_a_mail_of_html_only_is_read() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Notice"
    mail.set_content(
        "<style>p{}</style><p>Why?</p><ul><li>Send&nbsp;invoices</li></ul>", subtype="html"
    )
    assert notice_text("n.eml", bytes(mail)).endswith("Why?\n- Send invoices")


def test_a_page_gives_its_visible_words_line_by_line() -> None:
    page = b"<html><head><title>x</title></head><body><h2>Why?</h2>Late <b>ship</b>ment<br>4%"
    page += b"<script>bad()</script></body></html>"
    assert notice_text("n.html", page) == "Why?\nLate shipment\n4%"


def test_a_word_file_gives_paragraphs_and_tables_in_order() -> None:
    document = Document()
    document.add_paragraph("First")
    document.add_table(1, 2).rows[0].cells[1].text = "B07XQ2M4LT"
    document.add_paragraph("Last")
    out = io.BytesIO()
    document.save(out)
    lines = [line.strip() for line in notice_text("n.docx", out.getvalue()).splitlines()]
    assert lines == ["First", "B07XQ2M4LT", "Last"]


def _pdf() -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    words = DecodedStreamObject()
    words.set_data(b"BT /F 12 Tf 20 200 Td (Send invoices) Tj ET")
    page[NameObject("/Contents")] = words
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_words() -> None:
    assert "Send invoices" in notice_text("n.pdf", _pdf())


def _blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _zip_of_something_else() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("hello.txt", "hello")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("n.txt", b"", "empty"),
        ("n.docx", b" \n", "empty"),
        ("n.docx", b"\x89PNG\r\n\x1a\n123", "picture"),
        ("n.pdf", _blank_pdf(), "no text"),
        ("n.pdf", b"%PDF-1.4 broken", "damaged"),
        ("n.pdf", b"no pdf at all", "damaged"),
        ("n.docx", b"PK\x03\x04broken", "damaged"),
        ("n.docx", _zip_of_something_else(), "damaged"),
        ("n.docx", b"plain words", "damaged"),
        ("n.txt", b"\x00\x01\x02\xff", "damaged"),
        ("n.txt", b"\xff\xfeabc", "damaged"),
        ("n.xls", b"cells", "cannot be read"),
        ("n.eml", b"\x00\x00", "damaged"),
        ("n.html", b"<html><body></body></html>", "no text"),
        ("n.txt", b"a" * (LARGEST + 1), "20 MB"),
    ],
)
def test_a_bad_file_gets_a_sentence_and_advice(name: str, data: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        notice_text(name, data)
    assert caught.value.advice
    assert "notice" not in str(caught.value)  # letters are read by the same door


@given(
    st.sampled_from(["n.txt", "n.eml", "n.html", "n.pdf", "n.docx"]),
    st.binary(max_size=200),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"Subject: x\n\n", b"<p>"]),
)
def test_no_bytes_raise_anything_but_bad_input(name: str, data: bytes, start: bytes) -> None:
    try:
        said = notice_text(name, start + data)
    except BadInput as bad:
        said = bad.what
    assert said.strip()
