"""One finding as a row: closed a line and how to mend it, open the reason, example and deeds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.buttons import Button
from appealwriter.ui.parts.finding_view import FindingView, IgnoredView
from appealwriter.ui.parts.flow import FlowLayout
from appealwriter.ui.parts.labels import label
from appealwriter.ui.parts.painting import draw_bar, draw_focus
from appealwriter.ui.parts.question import level_word
from appealwriter.ui.parts.visibility import show_if


class FindingRow(QWidget):
    """A finding; Space or a click opens it, Enter goes to the field, I ignores it."""

    toggled = Signal()
    go_to = Signal()
    ignore = Signal()
    about = Signal()
    stepped = Signal(int)

    def __init__(self, view: FindingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FindingView | None = None
        self._open = False
        self._more: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign, self._level, self._message, words = _first_line(self)
        self._mend = label("", "dense", "text2", wrap=True)
        words.addWidget(self._mend)
        self._words = words
        self.show_view(view)

    def show_view(self, view: FindingView) -> None:
        """Show other words; does nothing where they are the same."""
        if view == self._view:
            return
        self._view = view
        _fill(self._sign, self._level, self._message, view.level, view.message)
        self._mend.setText(view.mend)
        self.setAccessibleName(f"{level_word(view.level)}, {view.group}, {view.message}")
        self.setAccessibleDescription(view.mend)
        self.set_open(self._open)

    def set_open(self, is_open: bool) -> None:
        """Open with reason, mend, example and buttons, or close to one line and the mend."""
        self._open = is_open
        if self._more is not None:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
        show_if(self._mend, not is_open and bool(self._view and self._view.mend))
        if is_open and self._view is not None:
            self._more = self._make_more(self._view)
            self._words.addWidget(self._more)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space, I, Up and Down."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_to.emit()
        elif key == Qt.Key.Key_Space:
            self.toggled.emit()
        elif key == Qt.Key.Key_I and not event.modifiers():
            self.ignore.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens or closes."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.toggled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface with a hairline; tint and bar while open; ring while focused."""
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(self.rect(), look.colour("tint" if self._open else "surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        if self._open:
            draw_bar(painter, self.rect())
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _make_more(self, view: FindingView) -> QWidget:
        more = QWidget()
        column = QVBoxLayout(more)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        for head, words in ((tr("Why it matters"), view.why), (tr("How to mend it"), view.mend)):
            if words:
                column.addWidget(_headed(head, words))
        if view.example:
            column.addWidget(_example(view.example))
        deeds = FlowLayout(gap=6)
        go_to = Button(tr("Go to it"), icon="arrow-back", small=True)
        go_to.clicked.connect(self.go_to)
        ignore = Button(tr("Ignore…"), small=True)
        ignore.clicked.connect(self.ignore)
        about = Button(tr("About this rule"), role="link", small=True)
        about.clicked.connect(self.about)
        for button in (go_to, ignore, about):
            deeds.addWidget(button)
        column.addLayout(deeds)
        return more


class IgnoredRow(QWidget):
    """A finding that was set aside, with the reason and the way back."""

    bring_back = Signal()

    def __init__(self, view: IgnoredView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, level, message, words = _first_line(self)
        _fill(sign, level, message, view.level, view.message)
        if view.reason:
            words.addWidget(label(view.reason, "dense", "text2", wrap=True))
        line = QHBoxLayout()
        line.addWidget(label(view.when, "small", "text2"))
        back = Button(tr("Bring back"), role="link", icon="undo", small=True)
        back.clicked.connect(self.bring_back)
        line.addWidget(back)
        line.addStretch(1)
        words.addLayout(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sunken ground with a hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("sunken"))
        line = self.height() - 1
        painter.fillRect(0, line, self.width(), 1, theme.current().colour("line"))


def _first_line(row: QWidget) -> tuple[QLabel, QLabel, QLabel, QVBoxLayout]:
    """Mark, level word and message, and the column in which more may follow."""
    sign, level = QLabel(), label("", "dense", bold=True)
    sign.setContentsMargins(0, 2, 0, 0)
    message = label("", "dense", wrap=True)
    across = QHBoxLayout(row)
    across.setContentsMargins(14, 8, 12, 9)
    across.setSpacing(8)
    across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    first = QHBoxLayout()
    first.setSpacing(12)
    first.addWidget(level, 0, Qt.AlignmentFlag.AlignTop)
    first.addWidget(message, 1)
    words.addLayout(first)
    across.addLayout(words, 1)
    return sign, level, message, words


def _fill(sign: QLabel, level: QLabel, message: QLabel, name: str, text: str) -> None:
    sign.setPixmap(theme.mark(name).pixmap(16, 16))
    level.setText(level_word(name))
    theme.set_look(level, "tone", name)
    message.setText(text)


def _headed(head: str, words: str) -> QLabel:
    """A bold word and its explanation in one wrapping text."""
    made = label("", "dense", wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    made.setText(f"<b>{head}</b>&nbsp;&nbsp; {safe}")
    return made


def _example(words: str) -> QFrame:
    box = QFrame()
    box.setProperty("example", True)
    column = QVBoxLayout(box)
    column.setContentsMargins(10, 1, 4, 1)
    column.addWidget(label(words, "dense", wrap=True))
    return box
