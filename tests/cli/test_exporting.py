"""What goes with a letter: tables, pages of the exhibits, the seller's own paper."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from appealwriter.__main__ import main
from appealwriter.drafting.sample import sample_case
from appealwriter.model.case import Exhibit
from appealwriter.store.casefile import write_case
from tests.export.test_annexes import picture

FILES = {"label.png": picture(), "locked.jpg": b"no picture"}


@pytest.fixture
def export(tmp_path, monkeypatch, capsys):
    """Export c.appeal, the sample with two files; the exit code and what was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    kept = {sha256(data).hexdigest(): data for data in FILES.values()}
    evidence = tuple(
        Exhibit(f"e{n}", name, sha256(data).hexdigest(), len(data))
        for n, (name, data) in enumerate(FILES.items(), 1)
    )
    case = replace(sample_case(), evidence=evidence)
    Path("c.appeal").write_bytes(write_case(case, kept.get))
    paper = Document()
    paper.sections[0].header.paragraphs[0].text = "Our own paper"
    paper.save("paper.docx")

    def run(*arguments: str):
        code = main(["export", "c.appeal", *arguments])
        return code, capsys.readouterr().err

    return run


def test_tables_pages_and_paper_are_there_when_asked_for(export):
    code, said = export(
        "-o", "x.docx", "--answers", "--lists", "--annexes", "--letterhead", "paper.docx"
    )
    assert code == 0
    document = Document("x.docx")
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert {"Where each request is answered", "List of ASINs"} <= set(headings)
    assert len(document.inline_shapes) == 1
    assert document.sections[0].header.paragraphs[0].text == "Our own paper"
    assert "Exhibit 2, locked.jpg, is not what its name ends in." in said
    assert "Not shown as pages in Word: locked.jpg." in said


def test_a_plain_export_has_none_of_them(export):
    assert export("-o", "x.docx")[0] == 0
    document = Document("x.docx")
    assert len(document.inline_shapes) == 0
    assert "Where each request is answered" not in [p.text for p in document.paragraphs]


def test_a_redacted_copy_shows_neither_pictures_nor_paper(export):
    code, said = export("-o", "x.zip", "--redacted", "--annexes", "--letterhead", "paper.docx")
    assert (code, said) == (0, "")
    with ZipFile("x.zip") as package:
        assert package.namelist() == ["Letter.docx", "Letter.txt", "Exhibits.txt"]
        package.extract("Letter.docx")
    document = Document("Letter.docx")
    assert len(document.inline_shapes) == 0
    assert "Our own paper" not in document.sections[0].header.paragraphs[0].text


def test_a_letterhead_that_is_no_word_file_stops_with_one_sentence(export):
    Path("paper.docx").write_bytes(b"a picture")
    code, said = export("-o", "x.docx", "--letterhead", "paper.docx")
    assert code == 2
    assert "no Word file" in said
    assert "Traceback" not in said
    assert not Path("x.docx").exists()
    assert export("-o", "x.docx", "--letterhead", "gone.docx")[0] == 2
