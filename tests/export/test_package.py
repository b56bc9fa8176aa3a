import zipfile
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
    assert listed[0] == "Exhibit 01 - Supplier invoice.PDF\t12 bytes"
    assert listed[3] == "Exhibit 04 - Carrier letter.pdf\t—"
    assert len(listed) == len(FILES)


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
