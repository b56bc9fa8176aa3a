"""The letter as PDF: its pages are those of a careful secretary."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from appealwriter.model.letter import Section
from appealwriter.ui.pdf import write_pdf
from tests.export.letters import LETTERS, letter, para, say, table
from tests.export.test_formal import CLAIM

pytestmark = pytest.mark.usefixtures("qapp")
PAGES = {"en": "Page 1 of", "ru": "Страница 1 из", "zh": "第 1"}


def pages(made) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(write_pdf(made))).pages]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_every_page_has_its_number_in_the_letters_language(language):
    found = pages(LETTERS[language])
    assert squeezed(PAGES[language]) in squeezed(found[0])
    assert squeezed(LETTERS[language].author) in squeezed(found[0])


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_an_asin_can_be_found_and_copied(language):
    made = letter(language, Section("closing", None, (para(say("ID B0D7K4QX2M, 2608-B.")),)))
    assert "B0D7K4QX2M" in squeezed(pages(made)[0])


def test_a_heading_never_stands_last_on_a_page():
    for lines in range(25, 40):
        blocks = tuple(para(say(f"Line {n} of the letter.")) for n in range(lines))
        made = letter(
            "en",
            Section("root_cause", None, blocks),
            Section("closing", say("Heading here"), (table(["No.", "What"], ["1", "Below it"]),)),
        )
        for page in pages(made):
            text = squeezed(page)
            assert ("Headinghere" in text) == ("Belowit" in text), lines


def test_a_list_of_asins_begins_on_a_page_of_its_own():
    made = letter("en", Section("asins", say("List of ASINs"), (table(["No."], ["B0EXAMPLE1"]),)))
    first, second = pages(made)
    assert "B0EXAMPLE1" not in first
    assert "ListofASINs" in squeezed(second)


def test_the_requisites_of_a_claim_stand_above_its_title():
    (page,) = pages(CLAIM)
    text = squeezed(page)
    assert text.index("Кому:") < text.index("ПРЕТЕНЗИЯ") < text.index("Уважаемые")


def test_the_file_names_its_title_and_nobody_else():
    found = PdfReader(BytesIO(write_pdf(LETTERS["en"]))).metadata
    assert found.title == LETTERS["en"].title.text
    assert not found.author
    assert not found.creator
