"""The letter as PDF pages: Qt breaks the lines, we add header and page numbers."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
)

from appealwriter.base.text import clean
from appealwriter.export.additions import added
from appealwriter.export.look import LOOKS, Look
from appealwriter.export.web import write_html
from appealwriter.model.letter import Letter

_DPI = 96  # the unit of the HTML's lengths, so that 11 pt comes out as 11 pt
_SMALL_POINTS = 9
_HEADER_MM = 12
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def write_pdf(letter: Letter) -> bytes:
    """The letter on pages of its language's paper. Works without a window or screen."""
    keep_alive = QGuiApplication.instance() or _offscreen()
    look = LOOKS[letter.language]
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, letter, look)
    document = _document(letter, look)
    painter = QPainter(writer)
    scale = writer.resolution() / _DPI
    painter.scale(scale, scale)
    painter.translate(_px(look.margins[3]), _px(look.margins[0]))
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        _paint(painter, document, letter, page, pages)
    painter.end()
    buffer.close()
    del keep_alive
    return bytes(data.data())


def missing_glyphs(letter: Letter) -> str:
    """The signs of the letter that no font of this PC can draw, each once."""
    keep_alive = QGuiApplication.instance() or _offscreen()
    font = QFont()
    font.setFamilies([LOOKS[letter.language].body_font])
    signs = {sign for said in letter.sentences() for sign in clean(said.text) if sign > "~"}
    missing = "".join(sorted(sign for sign in signs if not sign.isspace() and _lacks(font, sign)))
    del keep_alive
    return missing


def _lacks(font: QFont, sign: str) -> bool:
    """True where even the fonts that Qt falls back to draw an empty box, which is glyph 0."""
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return any(0 in run.glyphIndexes() for run in layout.glyphRuns())


def _offscreen() -> QGuiApplication:
    """For the command line: a Qt that draws, but opens no window and needs no screen."""
    return QGuiApplication(["appealwriter", "-platform", "offscreen"])


def _writer(buffer: QBuffer, letter: Letter, look: Look) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    size = QPageSize(QSizeF(look.width, look.height), QPageSize.Unit.Millimeter)
    writer.setPageSize(size)
    writer.setPageMargins(QMarginsF())  # Qt paints nothing outside them: the header stands there
    writer.setTitle(letter.title.text)
    writer.setCreator("")
    return writer


def _document(letter: Letter, look: Look) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_readable(document.defaultFont()))
    document.setHtml(write_html(letter, for_qt=True))
    top, _, bottom, _ = look.margins
    document.setPageSize(QSizeF(_px(look.text_width), _px(look.height - top - bottom)))
    _move_headings(document)
    return document


def _readable(font: QFont) -> QFont:
    """`font` without forms of digits that only a locale has: they carry no letter in the PDF, so
    that nobody could find or copy an ASIN."""
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _move_headings(document: QTextDocument) -> None:
    """A heading that would stand last on a page begins the next: Qt has no "keep with next"."""
    layout, height = document.documentLayout(), document.pageSize().height()

    def page_of(block: QTextBlock) -> int:
        return int(layout.blockBoundingRect(block).top() // height)

    block = document.begin()
    while block.isValid():
        after = block.next()
        heads = block.blockFormat().headingLevel() > 0
        begins = after.blockFormat().pageBreakPolicy() == _BREAK
        if heads and after.isValid() and not begins and page_of(after) > page_of(block):
            kind = block.blockFormat()
            kind.setPageBreakPolicy(_BREAK)
            QTextCursor(block).setBlockFormat(kind)
        block = after


def _px(millimetres: float) -> float:
    return millimetres / 25.4 * _DPI


def _paint(
    painter: QPainter, document: QTextDocument, letter: Letter, page: int, pages: int
) -> None:
    """One page: its part of the document, the running header above, its number below."""
    width, height = document.pageSize().width(), document.pageSize().height()
    painter.save()
    painter.translate(0, -page * height)
    document.drawContents(painter, QRectF(0, page * height, width, height))
    painter.restore()
    font = _readable(QFont(document.defaultFont()))
    font.setFamilies([LOOKS[letter.language].body_font, *font.families()])
    font.setPixelSize(round(_SMALL_POINTS * _DPI / 72))
    painter.setFont(font)
    band = _px(_HEADER_MM)
    above = QRectF(0, -band, width, band / 2)
    below = QRectF(0, height + band / 3, width, band / 2)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft, letter.author)
    painter.drawText(above, Qt.AlignmentFlag.AlignRight, letter.subject)
    words = added("page_of", letter.language).format(page=page + 1, pages=pages)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
