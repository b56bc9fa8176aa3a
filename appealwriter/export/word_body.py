"""The body of a Word letter: paragraphs, lists and tables as WordprocessingML.

The XML is put together as text, which is several times faster than python-docx's own elements;
every word of the letter goes through `word_runs`, which escapes it.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from docx.document import Document

from appealwriter.export.formal import NUMBER_PATH, REQUISITES, SIGNING_LINE, is_formal, parted
from appealwriter.export.pairs import READ_BACK
from appealwriter.export.runs import Run, is_salutation, runs, text_of
from appealwriter.export.tables import LISTS as APART
from appealwriter.export.word_links import Links
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
    "Requisites",
    "Reference",
    "Caption",
)
OTHER_STYLES = ("Letter Table", "Exhibit", "Gap")

_TWIPS_PER_MM = 1440 / 25.4
_NUMBER = re.compile(r"[\d\s.,%\u00a0+–-]+")
_NARROWEST, _WIDEST = 6, 40  # a column's share, in letters
_PADDING, _LETTER = 216, 108  # twips: of a cell's two sides, of a letter in a table
_PIECES = re.compile("[ \t\n\u2e80-\uffef]+")  # a line may break here, and between Han characters
_RIGHT = '<w:jc w:val="right"/>'
# The closing has no heading to set it off, and must not leave the signature alone on a page.
_CLOSING = '<w:keepNext/><w:spacing w:before="200"/>'
_BEFORE_SIGNATURE = '<w:spacing w:before="240"/>'
_TO_SIGN = '<w:spacing w:before="480"/>'  # room for a pen
_CENTRED = '<w:jc w:val="center"/>'
_UNBOUND = re.compile('(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext/>)')
_NEW_PAGE = "<w:pageBreakBefore/>"


class Body:
    """Puts a letter into words for an open document, one section after the other."""

    def __init__(self, document: Document, letter: Letter, text_width: float) -> None:
        """`letter` as arranged on paper; `text_width` in millimetres."""
        self._document = document
        self._letter = letter
        self._total = round(text_width * _TWIPS_PER_MM)
        named = (*PARAGRAPH_STYLES, *OTHER_STYLES)
        # Ids are looked up by name: Word in Chinese saves ids such as "a3".
        self._ids = {name: document.styles[name].style_id for name in named}
        self._even = any(section.id == READ_BACK for section in letter.sections)
        self._links = Links(letter)
        self._xml: list[str] = []

    def xml(self) -> str:
        """Title and sections as the inside of w:body; new lists go into the document's own."""
        above, below = parted(self._letter)
        for section in above:
            self._section(section)
        centred = _CENTRED if is_formal(self._letter) else ""
        self._paragraph("Title", self._words([self._letter.title]), centred)
        for section in below:
            self._section(section)
        return "".join(self._xml)

    def _section(self, section: Section) -> None:
        if section.heading:
            apart = _NEW_PAGE if section.id in APART else ""
            self._paragraph("Heading 1", self._words([section.heading]), apart)
        only_lines = all(block.kind != "table" for block in section.blocks)
        if section.id == "signature" and only_lines:
            self._signature(section)
        elif section.id == REQUISITES and only_lines:
            self._requisites(section)
        else:
            for place, block in enumerate(section.blocks):
                self._block(block, section.id, first=place == 0)

    def _block(self, block: Block, section: str, first: bool) -> None:
        if block.kind == "table":
            self._table(block, section)
        elif block.kind == "numbered":
            number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._new_list()}"/></w:numPr>'
            for item in block.items:
                path = item[0].path if item else ""
                words = self._links.target(section, path, self._words(item))
                self._paragraph("List Number", words, number)
        elif block.kind == "bulleted":
            for item in block.items:
                self._paragraph("List Bullet", self._words(item))
        else:
            for place, item in enumerate(block.items):
                self._plain(item, section if first and place == 0 else "")

    def _plain(self, item: Sequence[Sentence], begins: str) -> None:
        """`begins` names the section whose first paragraph this is."""
        greets = is_salutation(begins, 0, text_of(item, self._letter.language))
        space = _CLOSING if begins == "closing" else ""
        self._paragraph("Salutation" if greets else "Body Text", self._words(item), space)

    def _requisites(self, section: Section) -> None:
        for item in (item for block in section.blocks for item in block.items):
            numbers = any(sentence.path == NUMBER_PATH for sentence in item)
            self._paragraph("Reference" if numbers else "Requisites", self._words(item))

    def _signature(self, section: Section) -> None:
        self._bind()
        lines = [item for block in section.blocks for item in block.items]
        for place, line in enumerate(lines):
            together = "<w:keepNext/>" if place < len(lines) - 1 else ""
            space = "" if place else _BEFORE_SIGNATURE
            if line and line[0].text.startswith(SIGNING_LINE):
                space = _TO_SIGN
            self._paragraph("Signature", self._words(line), together + space)

    def _bind(self) -> None:
        """What stands last goes on with what follows, so that no signature is alone on a page."""
        in_row = bool(self._xml) and self._ids["After Table"] in self._xml[-1][:80]
        for place in reversed(range(len(self._xml))):
            self._xml[place] = _UNBOUND.sub(r"\1<w:keepNext/>", self._xml[place])
            if not in_row or self._xml[place].startswith("<w:tr>"):
                return

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

    def _table(self, block: Block, section: str) -> None:
        rows = [block.header, *block.rows] if block.header else list(block.rows)
        if not rows:
            return
        filled = [[self._cell(cell) for cell in row] for row in rows]
        widths = _widths(filled, self._total, self._even)
        first = int(bool(block.header))
        sides = _sides(filled[first:], len(widths))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        self._xml.append(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._ids["Letter Table"]}"/>'
            f'<w:tblW w:w="{self._total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="{0x0020 * first:04X}" w:firstRow="{first}" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>"
        )
        for place, row in enumerate(filled):
            words = ["".join(map(self._run, cell)) for cell in row]
            if words:
                words[0] = self._links.target(section, rows[place][0].path, words[0])
            self._row(words, cells, sides, heads=bool(block.header) and place == 0)
        self._xml.append("</w:tbl>")
        # Without it Word makes one table of two, and repairs a letter that ends in a table.
        self._paragraph("After Table", "")

    def _cell(self, cell: Sentence) -> list[Run]:
        return runs((cell,), self._letter.language)

    def _row(
        self, row: Sequence[str], cells: Sequence[str], sides: Sequence[str], heads: bool
    ) -> None:
        self._xml.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * heads}</w:trPr>")
        style = "Table Heading" if heads else "Table Text"
        filled = [*row, *("" for _ in range(len(cells) - len(row)))]
        for opening, side, words in zip(cells, sides, filled, strict=True):
            self._xml.append(f"{opening}{self._paragraph_xml(style, words, side)}</w:tc>")
        self._xml.append("</w:tr>")

    def _words(self, sentences: Iterable[Sentence]) -> str:
        return "".join(self._run(run) for run in runs(sentences, self._letter.language))

    def _run(self, run: Run) -> str:
        style = "" if run.kind == "text" else self._ids[run.kind.capitalize()]
        words = runs_xml(run.text, self._letter.language, style)
        return self._links.link(run.path, words) if run.path else words


def _widths(rows: Sequence[Sequence[list[Run]]], total: int, even: bool) -> list[int]:
    """Column widths in twips that add up to `total`: `even`, or by each column's longest cell, but
    so that a date or an id stays on one line where there is room."""
    columns = max(len(row) for row in rows)
    shares, needed = [1] * columns, [0] * columns
    for row in () if even else rows:
        for column, cell in enumerate(row):
            text = "".join(run.text for run in cell)
            shares[column] = max(shares[column], min(_WIDEST, max(_NARROWEST, _wide(text))))
            needed[column] = max(needed[column], _unbroken(text))
    least = [min(_PADDING + _LETTER * letters, total // columns) for letters in needed]
    free = [
        max(0, total * share / sum(shares) - low) for share, low in zip(shares, least, strict=True)
    ]
    spare = (total - sum(least)) / (sum(free) or 1)
    wide = [low + spare * more for low, more in zip(least, free, strict=True)]
    if not sum(free):
        wide = [total / columns] * columns
    edges = [round(sum(wide[:n])) for n in range(columns + 1)]
    return [right - left for left, right in pairwise(edges)]


def _unbroken(text: str) -> int:
    """The letters of the longest piece that no line may break."""
    return max(map(len, _PIECES.split(text)), default=0)


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
