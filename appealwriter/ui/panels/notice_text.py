"""The notice as it was pasted, with the words it was read by marked and numbered."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPainter,
    QPalette,
    QPixmap,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.pages.reading.rows import Mark
from appealwriter.ui.parts import label

_PAPER_WIDTH = 720
_RATIO = 2.0  # chips are drawn at twice their size, sharp on scaled screens


class NoticeTextPanel(QWidget):
    """The companion tab of step 1. `number_clicked` carries the number of a mark that was clicked
    or jumped back from with Ctrl+J."""

    number_clicked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("Notice text"))
        self._shown: object = None
        self._places: dict[int, tuple[int, int]] = {}
        self._current = 0
        self._about = label("", "dense", "text2", wrap=True)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setUndoRedoEnabled(False)
        self.text.setAccessibleName(tr("Notice text"))
        self.text.document().setDocumentMargin(20)
        self.text.anchorClicked.connect(self._follow)
        hint = label(tr("A number leads to its row"), "small", "text2")
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.addWidget(self._about, 1)
        top.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(_on_paper(self.text), 1)
        self.setFocusProxy(self.text)
        back = QShortcut(QKeySequence("Ctrl+J"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._jump_back)

    def show_notice(
        self, text: str, marks: Sequence[Mark], *, about: str = "", language: str = "en"
    ) -> None:
        """Show `text` with `marks` in it; spans are ranges of its code points. `about` is the
        line above, `language` chooses the letter's face."""
        shown = (text, tuple(marks), about, language, theme.current())
        if shown == self._shown:
            return
        same_text = isinstance(self._shown, tuple) and self._shown[0] == text
        at = self.text.verticalScrollBar().value() if same_text else 0
        self._shown = shown
        self._about.setText(about)
        self._write(text, marks, language)
        self.text.verticalScrollBar().setValue(at)

    def show_number(self, number: int) -> None:
        """Bring the words of a mark into sight and frame them."""
        if number not in self._places:
            return
        self._current = number
        start, end = self._places[number]
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = theme.current()
        found = QTextEdit.ExtraSelection()
        found.cursor = cursor  # type: ignore[attr-defined]
        form = QTextCharFormat()
        form.setBackground(look.colour("accent"))
        form.setForeground(look.colour("on_accent"))
        found.format = form  # type: ignore[attr-defined]
        self.text.setExtraSelections([found])

    def _follow(self, link: QUrl) -> None:
        self._current = int(link.fragment() or 0)
        self.number_clicked.emit(self._current)

    def _jump_back(self) -> None:
        """The mark at the cursor, else the one jumped to."""
        anchor = self.text.textCursor().charFormat().anchorHref()
        number = int(anchor[1:]) if anchor.startswith("#") else self._current
        if number:
            self.number_clicked.emit(number)

    def _write(self, text: str, marks: Sequence[Mark], language: str) -> None:
        document = self.text.document()
        self.text.setExtraSelections([])
        self._places = {}
        document.clear()
        document.setDefaultFont(theme.current().letter_font(language))
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        block.setLineHeight(
            theme.current().line_height("letter"),
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        cursor.setBlockFormat(block)
        plain, marked = QTextCharFormat(), _mark_format()
        starts: dict[int, int] = {}
        for start, end, covering, ending in _runs(text, marks):
            for number in covering:
                starts.setdefault(number, cursor.position())
            if covering:
                marked.setAnchorHref(f"#{covering[0]}")
            cursor.insertText(text[start:end], marked if covering else plain)
            for number in ending:
                self._places[number] = starts[number], cursor.position()
                _insert_chip(document, cursor, number)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _on_paper(text: QTextBrowser) -> QWidget:
    """The text on a sheet, as the letter beside it."""
    text.setFrameShape(QFrame.Shape.NoFrame)
    palette = text.palette()
    palette.setColor(QPalette.ColorRole.Base, theme.current().colour("paper"))
    text.setPalette(palette)
    sheet = QFrame()
    sheet.setProperty("card", True)
    sheet.setMaximumWidth(theme.current().px(_PAPER_WIDTH))
    inside = QVBoxLayout(sheet)
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(text)
    desk = QWidget()
    desk.setProperty("zone", "paper")
    desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    around = QHBoxLayout(desk)
    around.setContentsMargins(12, 12, 12, 0)
    around.addWidget(sheet)
    return desk


def _runs(
    text: str, marks: Sequence[Mark]
) -> Iterator[tuple[int, int, tuple[int, ...], tuple[int, ...]]]:
    """Pieces of `text`, each with the numbers that cover it, and those whose first place ends
    with it."""
    spans = [(max(0, a), min(b, len(text)), m.number) for m in marks for a, b in m.spans if a < b]
    spans = [span for span in spans if span[0] < span[1]]
    firsts = {m.number: min(m.spans) for m in marks if m.spans}
    ends: dict[int, list[int]] = {}
    for number, (_, end) in firsts.items():
        ends.setdefault(min(end, len(text)), []).append(number)
    edges = sorted({0, len(text), *(edge for a, b, _ in spans for edge in (a, b))})
    spans.sort(reverse=True)
    active: list[tuple[int, int, int]] = []
    for start, end in pairwise(edges):
        while spans and spans[-1][0] <= start:
            active.append(spans.pop())
        active = [span for span in active if span[1] > start]
        covering = dict.fromkeys(number for _, _, number in active)
        yield start, end, tuple(covering), tuple(ends.get(end, ()))


def _mark_format() -> QTextCharFormat:
    look = theme.current()
    form = QTextCharFormat()
    form.setBackground(look.colour("mark"))
    form.setForeground(look.colour("mark_text"))
    form.setFontUnderline(True)
    form.setUnderlineColor(look.colour("weak"))
    form.setAnchor(True)
    return form


def _insert_chip(document: QTextDocument, cursor: QTextCursor, number: int) -> None:
    """A small boxed number that belongs to the words before it."""
    picture, wide, high = _chip(number)
    name = f"mark:{number}"
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    form = QTextImageFormat()
    form.setName(name)
    form.setWidth(wide)
    form.setHeight(high)
    form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    form.setAnchor(True)
    form.setAnchorHref(f"#{number}")
    form.setToolTip(tr("Go to the row, {number}", number=number))
    cursor.insertImage(form)


def _chip(number: int) -> tuple[QPixmap, int, int]:
    look = theme.current()
    wide, high = look.px(18 if number < 10 else 24), look.px(16)
    picture = QPixmap(round(wide * _RATIO), round(high * _RATIO))
    picture.setDevicePixelRatio(_RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("weak"))
    painter.setBrush(look.colour("surface"))
    box = QRectF(2.5, 0.5, wide - 3, high - 1)
    painter.drawRoundedRect(box, 2, 2)
    painter.setFont(look.font("small", bold=True))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))
    painter.end()
    return picture, wide, high
