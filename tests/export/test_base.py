import importlib.util
from io import BytesIO
from pathlib import Path

from docx import Document

from appealwriter.base import paths
from appealwriter.export.archive import parts_of

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "make_base.py"
BASE = paths.templates() / "base.docx"


def test_the_base_is_what_its_script_builds():
    spec = importlib.util.spec_from_file_location("make_base", SCRIPT)
    make_base = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_base)
    assert parts_of(make_base.build()) == parts_of(BASE.read_bytes()), (
        "run packaging/make_base.py after changing it"
    )


def test_the_base_holds_styles_and_not_one_word():
    document = Document(BytesIO(BASE.read_bytes()))
    assert [p.text for p in document.paragraphs] == []
    assert document.core_properties.author == ""
    assert BASE.stat().st_size < 12_000
