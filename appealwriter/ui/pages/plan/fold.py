"""A card that folds: its head is always seen, what is in it only while it is open."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts import Button, Card, IconButton, MarkLabel, label, rule
from appealwriter.ui.parts.painting import draw_focus
from appealwriter.ui.parts.visibility import show_if

_Key = Qt.Key


class Fold(Card):
    """One item of a list in which at most one is open. Signals tell only what the person did."""

    toggled = Signal()
    moved = Signal(int)
    doubled = Signal()
    removed = Signal()
    reworded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.head = _Head()
        self.head.toggled.connect(self.toggled)
        self.head.key.connect(self._press)
        self.head.more.clicked.connect(self._open_menu)
        self.head.reword.clicked.connect(self.reworded)
        self.body.addWidget(self.head)
        self.content: QWidget | None = None
        self._room: QWidget | None = None

    def open_with(self, content: QWidget) -> None:
        """Unfold, with `content` in it."""
        self.close_content()
        self.content = content
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(content)
        room.addLayout(inside)
        self.body.addWidget(self._room)
        self._room.show()
        self.head.set_open(True)

    def close_content(self) -> None:
        """Fold."""
        if self._room is not None:
            self._room.hide()
            self._room.deleteLater()
        self._room = self.content = None
        self.head.set_open(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in an open card folds it."""
        if event.key() == _Key.Key_Escape and self.content is not None:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        step = {_Key.Key_Up: -1, _Key.Key_Down: 1}.get(_Key(key), 0)
        if step and held & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif key in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space):
            self.toggled.emit()
        elif key == _Key.Key_Delete:
            self.removed.emit()
        elif key == _Key.Key_D and held & Qt.KeyboardModifier.ControlModifier:
            self.doubled.emit()
        else:
            return
        event.accept()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Move up"), lambda: self.moved.emit(-1))
        menu.addAction(tr("Move down"), lambda: self.moved.emit(1))
        menu.addAction(tr("Double"), self.doubled.emit)
        menu.addSeparator()
        menu.addAction(tr("Remove"), self.removed.emit)
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height())))


class _Head(QWidget):
    """Chevron, number and title; at the right another wording, the state, and more."""

    toggled = Signal()
    key = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.current().size("row"))
        self._sign = QLabel()
        self._number = label("", "body", bold=True)
        self._title = label("", "body", wrap=True)
        self._state = MarkLabel()
        self.reword = Button("", role="link", icon="refresh", small=True)
        self.more = IconButton("more", tr("More"))
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 3, 8, 3)
        line.setSpacing(8)
        line.addWidget(self._sign)
        line.addWidget(self._number)
        line.addWidget(self._title, 1)
        line.addWidget(self.reword)
        line.addWidget(self._state)
        line.addWidget(self.more)
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Turn the chevron."""
        sign = theme.icon("chevron-down" if is_open else "chevron-right", "text2")
        self._sign.setPixmap(sign.pixmap(16, 16))

    def show_item(self, number: str, title: str, mark: str, state: str) -> None:
        """What the card is about and how far it is."""
        self._number.setText(number)
        self._title.setText(title)
        self._state.set_state(mark, state, "text2")
        self.setAccessibleName(f"{number}, {title}, {state}")

    def show_wording(self, words: str) -> None:
        """The button for another wording, "" where there is only one."""
        self.reword.setText(words)
        show_if(self.reword, bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The card knows what keys mean."""
        event.ignore()
        self.key.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click folds or unfolds."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.toggled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while focused."""
        if self.hasFocus():
            draw_focus(QPainter(self), self.rect())
