import zipfile
from hashlib import sha256
from io import BytesIO

from appealwriter.export.package import write_package
from appealwriter.export.plain import write_text
from appealwriter.export.word import write_docx
from tests.export.letters import ENGLISH

FILES = [
    ("Supplier invoice.PDF", b"%PDF invoice"),
    ("Supplier invoice.PDF", b"%PDF the second"),
    ("C:\\Users\\lin\\..\\photo: label?.jpg", b"\xff\xd8"),
    ("Carrier letter.pdf", b""),
    ("x" * 300 + ".docx", b"PK"),
]


def opened(package: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(package))


def test_letter_text_and_exhibits_travel_together_in_order():
    with opened(write_package(ENGLISH, FILES)) as archive:
        names = archive.namelist()
        assert names[:5] == [
            "Letter.docx",
            "Letter.txt",
            "Exhibit 01 - Supplier invoice.PDF",
            "Exhibit 02 - Supplier invoice.PDF",
            "Exhibit 03 - photo- label-.jpg",
        ]
        assert names[-1] == "Exhibits.txt"
        assert archive.read(names[3]) == b"%PDF the second"
        assert archive.read("Letter.docx") == write_docx(ENGLISH)
        text = archive.read("Letter.txt").decode("utf-8-sig")
        assert text.replace("\r\n", "\n") == write_text(ENGLISH)


def test_a_file_that_is_only_named_keeps_its_number():
    with opened(write_package(ENGLISH, FILES)) as archive:
        assert not any(name.startswith("Exhibit 04") for name in archive.namelist())
        listed = archive.read("Exhibits.txt").decode("utf-8-sig").splitlines()
    name, size, mark = listed[0].split("\t")
    assert (name, size) == ("Exhibit 01 - Supplier invoice.PDF", "12 bytes")
    assert mark == f"SHA-256 {sha256(b'%PDF invoice').hexdigest()}"
    assert listed[3] == "Exhibit 04 - Carrier letter.pdf\t—"
    assert len(listed) == len(FILES)


def test_word_file_and_pdf_that_were_made_already_go_in_as_they_are():
    with opened(write_package(ENGLISH, [], docx=b"PK with annexes", pdf=b"%PDF")) as archive:
        assert archive.namelist() == ["Letter.docx", "Letter.pdf", "Letter.txt", "Exhibits.txt"]
        assert archive.read("Letter.docx") == b"PK with annexes"
        assert archive.read("Letter.pdf") == b"%PDF"


def test_the_steps_to_send_it_lie_beside_the_letter():
    with opened(write_package(ENGLISH, [], steps="1. Account Health\n")) as archive:
        assert archive.namelist()[-1] == "Steps.txt"
        assert archive.read("Steps.txt").decode("utf-8-sig") == "1. Account Health\r\n"


def test_names_fit_every_system():
    with opened(write_package(ENGLISH, FILES)) as archive:
        for name in archive.namelist():
            assert len(name) <= 100
            assert not set('<>:"/\\|?*') & set(name)


def test_the_exhibit_is_called_what_the_letter_calls_it():
    with opened(write_package(ENGLISH, FILES[:1], word="Приложение")) as archive:
        assert "Приложение 01 - Supplier invoice.PDF" in archive.namelist()


def test_the_same_letter_and_files_give_the_same_bytes():
    assert write_package(ENGLISH, FILES) == write_package(ENGLISH, FILES)
