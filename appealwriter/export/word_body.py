"""The body of a Word letter: paragraphs, lists and tables as WordprocessingML.

The XML is put together as text, which is several times faster than python-docx's own elements;
every word of the letter goes through `word_runs`, which escapes it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from docx.document import Document

from appealwriter.export.look import LOOKS, Look
from appealwriter.export.pairs import READ_BACK
from appealwriter.export.runs import Run, is_salutation, runs, text_of
from appealwriter.export.word_runs import runs_xml
from appealwriter.model.letter import Block, Letter, Section, Sentence

PARAGRAPH_STYLES = (
    "Title",
    "Heading 1",
    "Body Text",
    "Salutation",
    "List Number",
    "List Bullet",
    "Table Text",
    "Table Heading",
    "After Table",
    "Signature",
)
OTHER_STYLES = ("Letter Table", "Exhibit", "Gap")

_TWIPS_PER_MM = 1440 / 25.4
_NUMBER = re.compile(r"[\d\s.,%\u00a0+–-]+")
_NARROWEST, _WIDEST = 6, 40  # a column's share, in letters
_RIGHT = '<w:jc w:val="right"/>'
# The closing has no heading to set it off, and must not leave the signature alone on a page.
_CLOSING = '<w:keepNext/><w:spacing w:before="200"/>'
_BEFORE_SIGNATURE = '<w:spacing w:before="240"/>'


class Body:
    """Puts a letter into words for an open document, one section after the other."""

    def __init__(self, document: Document, letter: Letter) -> None:
        self._document = document
        self._letter = letter
        self._look: Look = LOOKS[letter.language]
        named = (*PARAGRAPH_STYLES, *OTHER_STYLES)
        # Ids are looked up by name: Word in Chinese saves ids such as "a3".
        self._ids = {name: document.styles[name].style_id for name in named}
        self._even = any(section.id == READ_BACK for section in letter.sections)
        self._xml: list[str] = []

    def xml(self) -> str:
        """Title and sections as the inside of w:body; new lists go into the document's own."""
        self._paragraph("Title", self._words([self._letter.title]))
        for section in self._letter.sections:
            self._section(section)
        return "".join(self._xml)

    def _section(self, section: Section) -> None:
        if section.heading:
            self._paragraph("Heading 1", self._words([section.heading]))
        if section.id == "signature":
            self._signature(section)
            return
        for place, block in enumerate(section.blocks):
            self._block(block, section.id if place == 0 else "")

    def _block(self, block: Block, begins: str) -> None:
        """`begins` names the section whose first block this is."""
        if block.kind == "table":
            self._table(block)
        elif block.kind == "numbered":
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._new_list()}"/></w:numPr>'
            for item in block.items:
                self._paragraph("List Number", self._words(item), number)
        elif block.kind == "bulleted":
            for item in block.items:
                self._paragraph("List Bullet", self._words(item))
        else:
            for place, item in enumerate(block.items):
                self._plain(item, begins if place == 0 else "")

    def _plain(self, item: Sequence[Sentence], begins: str) -> None:
        greets = is_salutation(begins, 0, text_of(item, self._letter.language))
        space = _CLOSING if begins == "closing" else ""
        self._paragraph("Salutation" if greets else "Body Text", self._words(item), space)

    def _signature(self, section: Section) -> None:
        lines = [item for block in section.blocks for item in block.items]
        for place, line in enumerate(lines):
            together = "<w:keepNext/>" if place < len(lines) - 1 else ""
            space = "" if place else _BEFORE_SIGNATURE
            self._paragraph("Signature", self._words(line), together + space)

    def _new_list(self) -> int:
        """The number of a new list that begins at 1."""
        numbering = self._document.part.numbering_part.element
        style = self._document.styles["List Number"].element
        base = numbering.num_having_numId(style.pPr.numPr.numId.val)
        new = numbering.add_num(base.abstractNumId.val)
        new.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(new.numId)

    def _paragraph(self, style: str, words: str, properties: str = "") -> None:
        self._xml.append(self._paragraph_xml(style, words, properties))

    def _paragraph_xml(self, style: str, words: str, properties: str = "") -> str:
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{self._ids[style]}"/>{properties}</w:pPr>{words}</w:p>'
        )

    def _table(self, block: Block) -> None:
        rows = [block.header, *block.rows] if block.header else list(block.rows)
        if not rows:
            return
        filled = [[self._cell(cell) for cell in row] for row in rows]
        total = round(self._look.text_width * _TWIPS_PER_MM)
        widths = _widths(filled, total, self._even)
        first = int(bool(block.header))
        sides = _sides(filled[first:], len(widths))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        self._xml.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._ids["Letter Table"]}"/>'
            f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{0x0020 * first:04X}" w:firstRow="{first}" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )
        for place, row in enumerate(filled):
            self._row(row, cells, sides, heads=bool(block.header) and place == 0)
        self._xml.append("</w:tbl>")
        # Without it Word makes one table of two, and repairs a letter that ends in a table.
        self._paragraph("After Table", "")

    def _cell(self, cell: Sentence) -> list[Run]:
        return runs((cell,), self._letter.language)

    def _row(
        self, row: Sequence[list[Run]], cells: Sequence[str], sides: Sequence[str], heads: bool
    ) -> None:
        self._xml.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * heads}</w:trPr>")
        style = "Table Heading" if heads else "Table Text"
        filled = [*row, *([] for _ in range(len(cells) - len(row)))]
        for opening, side, found in zip(cells, sides, filled, strict=True):
            words = "".join(self._run(run) for run in found)
            self._xml.append(f"{opening}{self._paragraph_xml(style, words, side)}</w:tc>")
        self._xml.append("</w:tr>")

    def _words(self, sentences: Iterable[Sentence]) -> str:
        return "".join(self._run(run) for run in runs(sentences, self._letter.language))

    def _run(self, run: Run) -> str:
        style = "" if run.kind == "text" else self._ids[run.kind.capitalize()]
        return runs_xml(run.text, self._letter.language, style)


def _widths(rows: Sequence[Sequence[list[Run]]], total: int, even: bool) -> list[int]:
    """Column widths in twips that add up to `total`: `even`, or by each column's longest cell."""
    shares = [1] * max(len(row) for row in rows)
    for row in () if even else rows:
        for column, cell in enumerate(row):
            size = sum(_wide(run.text) for run in cell)
            shares[column] = max(shares[column], min(_WIDEST, max(_NARROWEST, size)))
    edges = [round(total * sum(shares[:n]) / sum(shares)) for n in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _sides(rows: Sequence[Sequence[list[Run]]], columns: int) -> list[str]:
    """How each column is aligned: figures to the right, except in the first, which names rows."""
    sides = [""] * columns
    for column in range(1, columns):
        cells = ["".join(run.text for run in row[column]) for row in rows if column < len(row)]
        figures = [_NUMBER.fullmatch(cell) for cell in cells if cell]
        if figures and all(figures):
            sides[column] = _RIGHT
    return sides


def _wide(text: str) -> int:
    """Roughly how wide a text is, in Latin letters."""
    if text.isascii():
        return len(text)
    return sum(2 if c > "\u2e7f" else 1 for c in text)
