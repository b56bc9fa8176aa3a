from html.parser import HTMLParser

import pytest
from PySide6.QtGui import QTextDocument

from appealwriter.export.web import write_html
from appealwriter.model.letter import Section
from tests.export.letters import ENGLISH, LETTERS, letter, para, say, table


class Outline(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
@pytest.mark.parametrize("for_qt", [False, True])
def test_the_page_is_well_formed_and_holds_all_by_itself(language, for_qt):
    page = write_html(LETTERS[language], for_qt=for_qt)
    outline = Outline(page)
    assert outline.open == []
    names = {name for name, _ in outline.tags}
    assert {"h1", "h2", "ol", "table", "thead", "th"} <= names
    assert not names & {"script", "link", "img", "iframe"}
    assert "http" not in page
    assert "url(" not in page


@pytest.mark.parametrize(
    ("language", "tag", "paper"),
    [("en", "en-US", "letter"), ("ru", "ru-RU", "A4"), ("zh", "zh-CN", "A4")],
)
def test_language_and_paper_are_named(language, tag, paper):
    page = write_html(LETTERS[language])
    assert f'<html lang="{tag}">' in page
    assert f"@page {{ size: {paper};" in page


def test_what_a_seller_types_is_never_markup():
    typed = '<b>bold</b> &amp; <script>alert("x")</script> {title}'
    source = letter(
        "en",
        Section("closing", say(typed.replace("{title}", "")), (para(say("<i>&lt;")),)),
        Section("exhibits", None, (table(["<td>"], ["</table>"]),)),
        title="<title> & co",
        author="<header>",
        subject="</header>",
    )
    page = write_html(source)
    assert Outline(page).open == []
    assert "<script>" not in page
    assert "&lt;b&gt;bold&lt;/b&gt; &amp;amp;" in page
    assert "&lt;i&gt;&amp;lt;" in page


def test_gaps_and_exhibits_are_marked():
    page = write_html(ENGLISH)
    assert '<span class="gap">[date of change]</span>' in page
    assert '<span class="exhibit">Exhibit\u00a03</span>' in page


def test_qt_understands_the_page(qapp):
    document = QTextDocument()
    document.setHtml(write_html(ENGLISH, for_qt=True))
    text = document.toPlainText()
    assert text.startswith("Plan of action: 3 ASINs")
    assert "On November 20, we refunded all eight orders" in text
    assert "font-size" not in text
    assert "@page" not in write_html(ENGLISH, for_qt=True)


def test_read_back_stands_in_two_columns():
    page = write_html(ENGLISH, read_back=True)
    assert "<th>English</th><th>中文</th>" in page
    assert "<td>Lin Yaning</td><td>林雅宁</td>" in page
