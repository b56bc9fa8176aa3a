"""The letter on paper: read-only, every sentence a way to its question."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit

from appealwriter.base.i18n import tr
from appealwriter.model.letter import Letter
from appealwriter.ui import theme
from appealwriter.ui.panels.letter_look import LetterLook
from appealwriter.ui.panels.letter_text import LetterText, Stretch
from appealwriter.ui.panels.paragraphs import Paragraph, paragraphs
from appealwriter.ui.parts import announce

_MARGIN = 24


class Paper(QTextEdit):
    """Shows a letter. A click on a sentence, or Enter on it, asks for its question by `go`.

    Tab walks the sentences that have a question. The sentence being written is tinted. A right
    click, or F2, writes a sentence anew.
    """

    go = Signal(str)
    rewrite = Signal(str, str)
    """The path and the words of a sentence that is to be written anew."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Paragraph, ...] = ()
        self._look = LetterLook("", False)
        self._path = ""
        self._stop = -1
        self._seen = False
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._text = LetterText(self.document())
        self.document().setDocumentMargin(theme.current().px(_MARGIN))
        self.document().setIndentWidth(theme.current().px(24))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.current().colour("paper"))
        self.setPalette(palette)

    def show_letter(self, letter: Letter, *, stock: bool, tags: Mapping[str, str]) -> None:
        """Show `letter`; where it is scrolled to stays. Nothing is done where nothing changed."""
        new, look = paragraphs(letter, tags), LetterLook(letter.language, stock)
        if new == self._shown and look == self._look:
            return
        self._shown, self._look = new, look
        bar = self.verticalScrollBar()
        before = bar.value()
        self._text.write(new, look)
        if not self.textCursor().hasSelection():
            self.setTextCursor(QTextCursor(self.document()))  # writing left it at the end
        self.document().size()  # lay out now, so that the bar knows its range
        bar.setValue(before)
        self._stop = min(self._stop, len(self._stops()) - 1)
        self._tint()

    def show_path(self, path: str) -> None:
        """Tint what the answer at `path` writes; scroll to it only where it is out of sight. A
        letter nobody has seen yet stands at its head: its lines have no places before."""
        self._path = path
        stretches = self._tint()
        if stretches and self._seen:
            self._bring_into_sight(stretches[0])

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the lines have places."""
        super().showEvent(event)
        self._seen = True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from sentence to sentence, and on at the end."""
        stops = self._stops()
        target = self._stop + (1 if forward else -1)
        if not self.hasFocus() or not 0 <= target < len(stops):
            return super().focusNextPrevChild(forward)
        self._stand_on(target)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab: start at the first sentence, or at the last."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._stand_on(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._stand_on(len(self._stops()) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No sentence has the keyboard any more."""
        super().focusOutEvent(event)
        self._stop = -1
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the question of the sentence."""
        stops = self._stops()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and 0 <= self._stop < len(stops):
            self.go.emit(stops[self._stop].path)
        elif event.key() == Qt.Key.Key_F2 and 0 <= self._stop < len(stops):
            self.rewrite.emit(stops[self._stop].path, stops[self._stop].text)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the sentence below the pointer."""
        sentence = self._sentence_at(QPointF(self.viewport().mapFrom(self, event.pos())))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if sentence is not None:
            path, text = sentence.path, sentence.text
            menu.addAction(tr("Write this sentence anew…"), lambda: self.rewrite.emit(path, text))
            menu.addAction(tr("Go to its question"), lambda: self.go.emit(path))
        if self.textCursor().hasSelection():
            menu.addAction(tr("Copy"), self.copy)
        menu.popup(event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, not the end of a selection, goes to the question."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            path = self.path_at(event.position())
            if path:
                self.go.emit(path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        super().mouseMoveEvent(event)
        leads = bool(self.path_at(event.position()))
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Boxes of gaps and tags under the words, the focus ring over them."""
        look = theme.current()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = QPen(look.colour("border"), 1, Qt.PenStyle.DashLine)
        self._draw_boxes(painter, self._text.stretches("gap"), dashed, "sunken")
        edge = QPen(look.colour("line"), 1)
        self._draw_boxes(painter, self._text.stretches("tag"), edge, "paper")
        painter.end()
        super().paintEvent(event)
        stops = self._stops()
        if self.hasFocus() and 0 <= self._stop < len(stops):
            painter = QPainter(self.viewport())
            painter.setPen(QPen(look.colour("accent"), 2))
            for box in self._boxes(stops[self._stop]):
                painter.drawRect(box.adjusted(-2, 0, 2, 0))
            painter.end()

    def path_at(self, point: QPointF) -> str:
        """Where the words at `point` (in the viewport) lead; "" beside the words."""
        position = self._position(point)
        for stretch in self._text.stretches("span", "gap") + self._text.stretches("sentence"):
            if stretch.path and stretch.holds(position):
                return stretch.path
        return ""

    def _position(self, point: QPointF) -> int:
        offset = QPointF(0, self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        return layout.hitTest(point + offset, Qt.HitTestAccuracy.ExactHit)

    def _sentence_at(self, point: QPointF) -> Stretch | None:
        position = self._position(point)
        found = (s for s in self._text.stretches("sentence") if s.path and s.holds(position))
        return next(found, None)

    def _stops(self) -> list[Stretch]:
        """The sentences Tab stops at; the cells of one table row are one stop."""
        stops: list[Stretch] = []
        for stretch in self._text.stretches("sentence"):
            if stretch.path and not (stops and stops[-1].path == stretch.path):
                stops.append(stretch)
        return stops

    def _stand_on(self, stop: int) -> None:
        stops = self._stops()
        if 0 <= stop < len(stops):
            self._stop = stop
            self._bring_into_sight(stops[stop])
            self.viewport().update()
            announce(self, stops[stop].text)

    def _tint(self) -> list[Stretch]:
        look = theme.current()
        shape = QTextCharFormat()
        shape.setBackground(look.colour("tint"))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(look.colour("accent"))
        stretches = written_by(self._text, self._path) if self._path else []
        selections = []
        for stretch in stretches:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(stretch)  # type: ignore[attr-defined]
            selection.format = shape  # type: ignore[attr-defined]
            selections.append(selection)
        self.setExtraSelections(selections)
        return stretches

    def _cursor(self, stretch: Stretch) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(stretch.start)
        cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _bring_into_sight(self, stretch: Stretch) -> None:
        boxes = list(self._boxes(stretch))
        if not boxes:
            return
        top, bottom = boxes[0].top(), boxes[-1].bottom()
        high, bar = self.viewport().height(), self.verticalScrollBar()
        if top < 0 or bottom > high:
            bar.setValue(round(bar.value() + top - high / 4))

    def _draw_boxes(
        self, painter: QPainter, stretches: Sequence[Stretch], pen: QPen, ground: str
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(theme.current().colour(ground))
        for stretch in stretches:
            for box in self._boxes(stretch):
                painter.drawRoundedRect(box.adjusted(-2, 1.5, 2, -1.5), 2, 2)

    def _boxes(self, stretch: Stretch) -> Iterator[QRectF]:
        """The rectangles of a stretch, one a line, in the viewport."""
        block = self.document().findBlock(stretch.start)
        layout = block.layout()
        frame = self.document().documentLayout().blockBoundingRect(block)
        start, end = (place - block.position() for place in (stretch.start, stretch.end))
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _across(line.cursorToX(first)), _across(line.cursorToX(last))
                box = QRectF(left, line.y(), right - left, line.height())
                yield box.translated(frame.topLeft()).translated(
                    0, -self.verticalScrollBar().value()
                )


def _across(found: object) -> float:
    """Qt's binding gives (x, position) here."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def written_by(text: LetterText, path: str) -> list[Stretch]:
    """The sentences that the answer at `path` writes: the nearest question above it, else the
    first one below it."""
    sentences = text.stretches("sentence")
    exact = [s for s in sentences if s.path == path]
    if exact:
        return exact
    span = next((s for s in text.stretches("span", "gap") if s.path == path), None)
    if span is not None:
        return [s for s in sentences if s.holds(span.start)]
    above = [s for s in sentences if s.path and path.startswith(f"{s.path}/")]
    if above:
        longest = max(len(s.path) for s in above)
        return [s for s in above if len(s.path) == longest]
    return [s for s in sentences if s.path.startswith(f"{path}/")][:1]
