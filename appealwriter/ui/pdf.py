"""The letter as PDF pages: Qt breaks the lines, we add header and page numbers."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from appealwriter.export.look import LOOKS, Look
from appealwriter.export.web import write_html
from appealwriter.model.letter import Letter

_DPI = 96  # the unit of the HTML's lengths, so that 11 pt comes out as 11 pt
_SMALL_POINTS = 9
_HEADER_MM = 12


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
    document.setHtml(write_html(letter, for_qt=True))
    top, _, bottom, _ = look.margins
    document.setPageSize(QSizeF(_px(look.text_width), _px(look.height - top - bottom)))
    return document


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
    font = QFont(document.defaultFont())
    font.setFamilies([LOOKS[letter.language].body_font, *font.families()])
    font.setPixelSize(round(_SMALL_POINTS * _DPI / 72))
    painter.setFont(font)
    band = _px(_HEADER_MM)
    above = QRectF(0, -band, width, band / 2)
    below = QRectF(0, height + band / 3, width, band / 2)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft, letter.author)
    painter.drawText(above, Qt.AlignmentFlag.AlignRight, letter.subject)
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, f"{page + 1} / {pages}")
