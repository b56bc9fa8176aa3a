"""Letters of any words, written as Word and opened again: not one word is lost or changed."""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from appealwriter.export.plain import write_text
from appealwriter.export.runs import text_of
from appealwriter.export.web import write_html
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from appealwriter.model.terms import Structure

NASTY = (
    "<w:p/>&amp;]]>", "{{ 7 * 7 }}{% raw %}", "=SUM(A1)\t@cmd", "\u202eпротив\u202c", "👩‍👩‍👧 ✅",
    "\x00\x0b\x1f\ufffe\ud83d", "深圳市“亮松”——公司", "ООО «Тест» № 5", "a\r\nb\u2028c",
    "\u00a0\u2011",
    "e\u0301" * 3, "ﷺ عربي", "\\u0041 %s {0}", "B" * 4000,
)  # fmt: skip
KINDS = ("text", "slot", "gap", "own", "exhibit")
typed = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
spans = st.builds(
    Span, typed, st.sampled_from(KINDS), st.sampled_from(("", "evidence/e1", "sender/company"))
)
sentences = st.builds(
    Sentence,
    st.lists(spans, max_size=3).map(tuple),
    st.lists(spans, max_size=1).map(tuple),
    path=st.sampled_from(("", "evidence/e1", "sender/outgoing", "sender/person")),
    untranslated=st.booleans(),
)
groups = st.lists(sentences, min_size=1, max_size=3).map(tuple)
blocks = st.one_of(
    st.builds(
        Block,
        st.sampled_from(("paragraph", "numbered", "bulleted")),
        st.lists(groups, max_size=3).map(tuple),
    ),
    st.builds(
        lambda header, rows: Block("table", header=header, rows=tuple(rows)),
        groups,
        st.lists(groups, max_size=3),
    ),
)
NAMES = ("greeting", "root_cause", "closing", "exhibits", "signature", "requisites", "asins")
sections = st.builds(
    Section,
    st.sampled_from(NAMES),
    st.one_of(st.none(), sentences),
    st.lists(blocks, max_size=3).map(tuple),
)
letters = st.builds(
    Letter,
    st.sampled_from(("en", "ru", "zh")),
    st.just("zh"),
    st.sampled_from((Structure.THREE_PART, Structure.OZON_CLAIM)),
    sentences.filter(lambda sentence: sentence.spans),
    st.lists(sections, max_size=4, unique_by=lambda section: section.id).map(tuple),
    typed,
    typed,
    st.sampled_from(("", "2026-11-21", "tomorrow")),
)
# One letter of every twenty goes through the validator, which takes ten times as long.
SOME = 20


def squeezed(text: str) -> str:
    """Without blanks: where a line breaks and how words are set apart is layout."""
    return "".join(text.replace("\u2011", "-").split())


def said_in(letter: Letter) -> list[str]:
    """What the letter says, sentence by sentence, as any document can hold it."""
    found = [text_of([sentence], letter.language) for sentence in letter.sentences()]
    return [squeezed(text) for text in found if squeezed(text)]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(letters, st.integers(0, SOME - 1))
def test_every_word_comes_back_from_word_text_and_web_page(tmp_path_factory, letter, turn):
    written = write_docx(letter)
    document = Document(BytesIO(written))
    body = document.element.body
    pieces = (node.text or "-" for node in body.iter(qn("w:t"), qn("w:noBreakHyphen")))
    back = squeezed("".join(pieces))
    told = said_in(letter)
    if letter.section("requisites") is None:  # a claim is arranged anew: see test_formal.py
        for said in told:
            assert said in back
    assert write_docx(letter) == written
    write_text(letter)
    write_html(letter)
    if turn == 0:
        file = tmp_path_factory.mktemp("word") / "letter.docx"
        file.write_bytes(written)
        assert [str(e) for e in OpenXmlValidator().validate(str(file)).errors] == []


def test_a_paragraph_of_a_hundred_thousand_letters_comes_back_whole():
    long = "Ordinary words & <marks>. " * 4000
    paragraph = Block("paragraph", ((Sentence((Span(long, "own"),)),),))
    title = Sentence((Span("Title"),))
    section = Section("root_cause", None, (paragraph,))
    letter = Letter("en", "zh", Structure.THREE_PART, title, (section,))
    document = Document(BytesIO(write_docx(letter)))
    assert document.paragraphs[1].text == long
