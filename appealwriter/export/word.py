"""A letter as a Word file: styles from templates/base.docx, words from the letter, no other mark.

The file holds no clock, no user name and no path: the same letter gives the same bytes.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.styles.style import ParagraphStyle

from appealwriter.base import paths
from appealwriter.base.text import clean_line
from appealwriter.export.additions import added
from appealwriter.export.annexes import Picture
from appealwriter.export.archive import pack_parts, parts_of
from appealwriter.export.formal import arranged
from appealwriter.export.letterhead import open_letterhead
from appealwriter.export.look import (
    EAST_BODY,
    EAST_HEADING,
    EAST_TAG,
    LOOKS,
    Look,
)
from appealwriter.export.pairs import read_back as paired
from appealwriter.export.runs import text_of
from appealwriter.export.word_body import Body
from appealwriter.export.word_pictures import pictures_xml
from appealwriter.export.word_runs import runs_xml
from appealwriter.model.letter import Letter

_UNDATED = datetime(2000, 1, 1)  # for a letter without a date; never the clock
_MAIN, _BODY = "word/document.xml", re.compile(rb"<w:body[^>]*>")
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_PROPERTY_LIMIT = 255  # Word's own
_HEADER_LIMIT = 60  # characters a side, so that both fit on one line
_HEADINGS = ("Title", "Heading 1", "Table Heading")


def write_docx(
    letter: Letter,
    read_back: bool = False,
    *,
    letterhead: bytes = b"",
    pictures: Sequence[Picture] = (),
) -> bytes:
    """The letter as a .docx; with `read_back` beside its twin in the seller's language.

    `letterhead` is the seller's own .docx, whose paper, header and styles the letter then has;
    `pictures` follow the letter, each on a page of its own. Raises BadInput for a `letterhead`
    that is no Word file.
    """
    if read_back:
        letter = paired(letter)
    look = LOOKS[letter.language]
    document = Document(BytesIO(_base()))
    if letterhead:
        document = open_letterhead(letterhead, document)
        _set_language(document, look)
    else:
        _set_page(document, look)
        _set_fonts(document, look)
        _set_habits(document, look)
        _set_header(document, letter, look)
    _set_requisites(document, look)
    _set_footer(document, letter.language)
    _set_properties(document, letter, look)
    width, height = _room(document.sections[-1])
    body = Body(document, arranged(letter), width).xml()
    body += pictures_xml(document, pictures, letter.language, (width, height))
    stream = BytesIO()
    document.save(stream)
    parts = parts_of(stream.getvalue())
    # Put in here as text: moving a long table from one lxml tree to another takes seconds.
    parts[_MAIN] = _BODY.sub(lambda found: found[0] + body.encode(), parts[_MAIN], count=1)
    return pack_parts(parts)


def check_letterhead(data: bytes) -> None:
    """Raise BadInput where `data` cannot be the base of a letter."""
    open_letterhead(data, Document(BytesIO(_base())))


@cache
def _base() -> bytes:
    return (paths.templates() / "base.docx").read_bytes()


def _set_page(document: WordDocument, look: Look) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(look.width), Mm(look.height)
    top, right, bottom, left = look.margins
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.header_distance = section.footer_distance = Mm(min(top, bottom) / 2)


def _set_fonts(document: WordDocument, look: Look) -> None:
    defaults = document.styles.element.find(
        "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
    )
    fonts, tags = defaults.find(qn("w:rFonts")), defaults.find(qn("w:lang"))
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), look.body_font)
    fonts.set(qn("w:eastAsia"), EAST_BODY)
    tags.set(qn("w:val"), look.tag)
    tags.set(qn("w:eastAsia"), EAST_TAG)
    for name in _HEADINGS:
        style = _style(document, name)
        style.font.name = look.heading_font
        style.element.rPr.rFonts.set(qn("w:eastAsia"), EAST_HEADING)


def _set_language(document: WordDocument, look: Look) -> None:
    """What the seller's own styles leave open: in which language Word spells the letter."""
    styles = document.styles.element
    place = "/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr")))
    defaults = styles.find(place)
    if defaults is None:
        return
    tags = defaults.find(qn("w:lang"))
    if tags is None:
        tags = parse_xml(f"<w:lang {nsdecls('w')}/>")
        defaults.append(tags)
    tags.set(qn("w:val"), look.tag)
    tags.set(qn("w:eastAsia"), EAST_TAG)


def _set_habits(document: WordDocument, look: Look) -> None:
    """What a secretary does differently in each language: spacing, indents, alignment."""
    _style(document, "Normal").paragraph_format.line_spacing = look.line
    body = _style(document, "Body Text").paragraph_format
    if look.justified:
        body.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if look.indent:
        body.first_line_indent = Mm(look.indent)
    if look.indent_characters:
        indent = _style(document, "Body Text").element.get_or_add_pPr().get_or_add_ind()
        # Word goes by the characters, other programs by the length.
        indent.set(qn("w:firstLineChars"), str(100 * look.indent_characters))
        indent.firstLine = Mm(look.character_indent)
    if look.centred_title:
        _style(document, "Title").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.signature_right:
        _style(document, "Signature").paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _set_header(document: WordDocument, letter: Letter, look: Look) -> None:
    """Company on the left, shop and case on the right."""
    style = _style(document, "Header").paragraph_format
    style.tab_stops.add_tab_stop(Mm(look.text_width), WD_TAB_ALIGNMENT.RIGHT)
    sides = [_shortened(side, _HEADER_LIMIT) for side in (letter.author, letter.subject)]
    if not any(sides):
        return
    words = runs_xml("\t".join(sides), letter.language)
    paragraph = document.sections[0].header.paragraphs[0]._p
    for run in list(parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>")):
        paragraph.append(run)


def _set_requisites(document: WordDocument, look: Look) -> None:
    indent = _style(document, "Requisites").paragraph_format
    indent.left_indent = Mm(look.requisites_indent)


def _set_footer(document: WordDocument, language: str) -> None:
    """ "Page 1 of 3" in the letter's language; a letterhead's own footer stays as it is."""
    footer = document.sections[-1].footer
    if footer.is_linked_to_previous or not footer.paragraphs:
        footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    if footer.tables or any(each.text.strip() for each in footer.paragraphs):
        return
    paragraph.style = document.styles["Footer"]
    words = added("page_of", language)
    before, _, rest = words.partition("{page}")
    between, _, after = rest.partition("{pages}")
    pieces = (
        runs_xml(before, language) + _FIELD.format(name="PAGE") + runs_xml(between, language)
        + _FIELD.format(name="NUMPAGES") + runs_xml(after, language)
    )  # fmt: skip
    for run in list(parse_xml(f"<w:p {nsdecls('w')}>{pieces}</w:p>")):
        paragraph._p.append(run)


def _room(section: Section) -> tuple[float, float]:
    """Width and height between the margins, in millimetres."""
    width = _mm(section.page_width) - _mm(section.left_margin) - _mm(section.right_margin)
    height = _mm(section.page_height) - _mm(section.top_margin) - _mm(section.bottom_margin)
    return max(width, 40), max(height, 60)


def _mm(length: Length | None) -> float:
    return length.mm if length is not None else 0


def _set_properties(document: WordDocument, letter: Letter, look: Look) -> None:
    properties = document.core_properties
    title = text_of([letter.title], letter.language)
    properties.title = _shortened(title, _PROPERTY_LIMIT)
    properties.subject = _shortened(letter.subject, _PROPERTY_LIMIT)
    properties.author = _shortened(letter.author, _PROPERTY_LIMIT)
    properties.language = look.property_tag
    properties.created = properties.modified = _day(letter.date)
    properties.revision = 1


def _day(iso: str) -> datetime:
    try:
        return datetime.strptime(iso, "%Y-%m-%d")
    except ValueError:
        return _UNDATED


def _shortened(text: str, limit: int) -> str:
    line = clean_line(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def _style(document: WordDocument, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style
