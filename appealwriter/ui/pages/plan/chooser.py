"""A plain list in the page: choose from the playbook, or write your own."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts import Card, IconButton, MarkLabel, label, rule
from appealwriter.ui.parts.painting import draw_focus

OWN = ""
"""The id that stands for own words."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A phrase to choose: its id, its name, the question or words it stands for, and whether the
    case uses it already."""

    id: str
    name: str
    about: str = ""
    used: bool = False


class Chooser(Card):
    """`groups` are (heading, offers); a heading may be empty. The last entry is own words."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[Offer]]],
        own: Offer,
        *,
        closable: bool = True,
    ) -> None:
        super().__init__()
        self.closable = closable
        self.body.setContentsMargins(1, 4, 1, 1)
        self.body.setSpacing(0)
        self.lines: list[_Line] = []
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.addWidget(label(title, bold=True, wrap=True), 1)
        if closable:
            close = IconButton("close", tr("Close the list"))
            close.clicked.connect(self.closed)
            head.addWidget(close)
        self.body.addLayout(head)
        for heading, offers in (*groups, ("", (own,))):
            if heading and offers:
                said = label(heading, "small", "text2")
                said.setContentsMargins(12, 8, 12, 2)
                self.body.addWidget(said)
            for offer in offers:
                self._add(offer)

    def focus_first(self) -> None:
        """Put the keyboard on the first entry."""
        self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the list, Esc closes it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = next((n for n, line in enumerate(self.lines) if line.hasFocus()), -1)
        if step and here >= 0:
            self.lines[max(0, min(here + step, len(self.lines) - 1))].setFocus(
                Qt.FocusReason.TabFocusReason
            )
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, offer: Offer) -> None:
        line = _Line(offer)
        line.pressed.connect(lambda: self.chosen.emit(offer.id))
        self.lines.append(line)
        self.body.addWidget(rule())
        self.body.addWidget(line)


class _Line(QWidget):
    """One entry: its name, what it asks, and a tick where it is used already."""

    pressed = Signal()

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self._hover = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(offer.name)
        self.setAccessibleDescription(offer.about)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(offer.name, "body", "accent", wrap=True))
        if offer.about:
            words.addWidget(label(offer.about, "small", "text2", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 7)
        line.addLayout(words, 1)
        if offer.used:
            mark = MarkLabel("complete", tr("in the letter"), tone="text2", role="small")
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.pressed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the mouse."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer under the mouse."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground under the mouse, a ring while focused."""
        painter = QPainter(self)
        if self._hover:
            painter.fillRect(self.rect(), theme.current().colour("sunken"))
        if self.hasFocus():
            draw_focus(painter, self.rect())
