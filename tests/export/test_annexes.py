"""Pictures and PDF pages of the evidence as pages of the letter."""

import sys
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from PIL import Image
from pypdf import PdfWriter

from appealwriter.export import annexes as room
from appealwriter.export.annexes import Annexes, Exhibited, annexes
from appealwriter.export.word import write_docx
from tests.export.letters import ENGLISH


def picture(size=(60, 40), form="PNG", **saved) -> bytes:
    stream = BytesIO()
    Image.new("RGB", size, "red").save(stream, form, **saved)
    return stream.getvalue()


def photo() -> bytes:
    """A photo taken with the camera on its side; the camera says where and by whom."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation
    exif[0x010F] = "SecretCam"
    exif[0x013B] = "Lin Yaning"
    return picture((60, 40), "JPEG", exif=exif)


def pdf(pages=2, password="") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def made(*files: tuple[str, bytes], language="en") -> Annexes:
    return annexes([Exhibited(n, *file) for n, file in enumerate(files, 1)], language)


def written(found: Annexes) -> bytes:
    return write_docx(ENGLISH, pictures=found.pictures)


def test_a_photo_stands_upright_and_tells_nothing_of_its_camera():
    (page,) = made(("photo.jpg", photo())).pictures
    assert (page.width, page.height) == (40, 60)
    assert b"SecretCam" not in page.data
    assert b"Lin Yaning" not in page.data
    assert not Image.open(BytesIO(page.data)).getexif()


def test_every_page_of_a_pdf_has_a_page_and_a_caption_that_counts():
    found = made(("invoice.pdf", pdf(2)), ("label.png", picture()))
    assert [p.caption for p in found.pictures] == [
        "Exhibit 1: invoice (page 1 of 2)",
        "Exhibit 1: invoice (page 2 of 2)",
        "Exhibit 2: label",
    ]
    first = found.pictures[0]
    assert (first.width, first.height) == pytest.approx((1240, 1754), abs=2)


def test_captions_speak_the_letters_language():
    (page,) = made(("этикетка.png", picture()), language="ru").pictures
    assert page.caption == "Приложение 1: этикетка"


def test_a_large_picture_is_made_smaller():
    (page,) = made(("scan.png", picture((4000, 1000)))).pictures
    assert (page.width, page.height) == (1800, 450)


def test_what_is_seen_through_stands_on_white():
    stream = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(stream, "PNG")
    (page,) = made(("stamp.png", stream.getvalue())).pictures
    assert Image.open(BytesIO(page.data)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("locked.pdf", pdf(password="x")),
        ("broken.pdf", b"%PDF-1.4 and nothing more"),
        ("broken.png", picture()[:40]),
        ("table.xlsx", b"PK\x03\x04"),
        ("empty.jpg", b""),
        ("phone.heic", b"\x00\x00\x00\x18ftypheic"),
    ],
)
def test_what_cannot_be_shown_is_named_and_stops_nothing(name, data):
    found = made((name, data), ("label.png", picture()))
    assert found.left_out == (name,)
    assert [p.caption for p in found.pictures] == ["Exhibit 2: label"]


def test_a_small_file_that_unfolds_to_gigabytes_is_not_opened(monkeypatch):
    monkeypatch.setattr(room, "MOST_PIXELS", 1000)
    assert made(("bomb.png", picture((60, 40)))).left_out == ("bomb.png",)


def test_pictures_stop_before_the_file_is_too_large_to_send(monkeypatch):
    monkeypatch.setattr(room, "_MOST_BYTES", 1000)
    found = made(("a.png", picture()), ("b.png", picture((900, 900))))
    assert (len(found.pictures), found.left_out) == (1, ("b.png",))


def test_each_picture_has_its_page_its_caption_and_words_for_who_cannot_see():
    document = Document(BytesIO(written(made(("invoice.pdf", pdf(2)), ("a & b.png", picture())))))
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert len(captions) == 3
    assert all(p.paragraph_format.page_break_before for p in captions)
    assert all(p.paragraph_format.keep_with_next for p in captions)
    told = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert told == [p.text for p in captions]
    assert told[2] == "Exhibit 2: a & b"
    ids = [each.get("id") for each in document.element.body.iter(qn("wp:docPr"))]
    assert len(set(ids)) == 3
    page = document.sections[0]
    for shape in document.inline_shapes:
        assert shape.width <= page.page_width - page.left_margin - page.right_margin
        assert shape.height < page.page_height - page.top_margin - page.bottom_margin


def test_a_letter_with_pictures_has_nothing_to_repair_and_is_the_same_twice(tmp_path):
    found = made(("invoice.pdf", pdf(2)), ("photo.jpg", photo()))
    file = tmp_path / "letter.docx"
    file.write_bytes(written(found))
    assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []
    assert written(found) == file.read_bytes()


def test_the_self_test_sees_a_build_without_its_picture_library(monkeypatch):
    assert room.can_draw()
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert not room.can_draw()


FORMS = [picture(form=form) for form in ("PNG", "GIF", "BMP", "WEBP")] + [photo(), pdf(1)]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.sampled_from(FORMS),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=9),
    st.integers(8, 5000),
)
def test_no_damaged_file_stops_an_export(data, flips, length):
    damaged = bytearray(data)
    for place, value in flips:
        damaged[place % len(damaged)] = value
    found = made(("damaged", bytes(damaged[:length])), ("label.png", picture()))
    assert found.pictures[-1].caption == "Exhibit 2: label"
