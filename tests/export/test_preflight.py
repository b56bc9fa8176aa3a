"""The last look at the evidence before it leaves."""

import pytest

from appealwriter.export import preflight as room
from appealwriter.export.preflight import preflight
from tests.export.test_annexes import pdf, photo, picture

HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00"
GOOD = [
    ("invoice.pdf", pdf()),
    ("photo.jpg", photo()),
    ("label.PNG", picture()),
    ("table.xlsx", b"PK\x03\x04 ..."),
    ("letter.doc", b"\xd0\xcf\x11\xe0 ..."),
    ("notes.txt", b"any"),
    ("only named.pdf", None),
]


def test_good_files_pass_without_a_word():
    assert preflight(GOOD) == ()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("invoice.pdf", b"", "is empty"),
        ("locked.pdf", pdf(password="x"), "asks for a password"),
        ("broken.pdf", b"%PDF-1.7 nothing", "is a damaged PDF"),
        ("phone.heic", HEIC, "HEIC"),
        ("phone.jpg", HEIC, "HEIC"),
        ("invoice.pdf", picture(), "is not what its name ends in"),
        ("table.xlsx", b"a;b;c", "is not what its name ends in"),
    ],
)
def test_a_file_a_reviewer_could_not_open_is_named_with_its_number(name, data, said):
    (found,) = preflight([*GOOD, (name, data)])
    assert found.number == len(GOOD) + 1
    assert found.what.startswith(f"Exhibit {found.number}, {name},")
    assert said in found.what
    assert found.advice.endswith(".")


def test_too_much_for_a_mailbox_is_said_once(monkeypatch):
    monkeypatch.setattr(room, "MOST_TOGETHER", 100)
    (found,) = preflight([("a.txt", b"x" * 60), ("b.txt", b"x" * 60)])
    assert found.number == 0
    assert "All exhibits together" in found.what
