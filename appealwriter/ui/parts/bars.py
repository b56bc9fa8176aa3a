"""Bars that stay until what they say is settled, and the bar that takes a removal back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.buttons import Button
from appealwriter.ui.parts.flow import FlowLayout
from appealwriter.ui.parts.labels import announce
from appealwriter.ui.parts.sentences import sentences

# Kind: its colour, its ground, its state mark ("" means the icon given by the caller).
_KINDS = {
    "info": ("accent", "surface", ""),
    "weak": ("weak", "weak_ground", "weak"),
    "missing": ("missing", "missing_ground", "missing"),
    "done": ("done", "done_ground", "complete"),
}


class _Bar(QFrame):
    """A ground with a hairline round it and 4 px of colour at its left edge."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFrameShape(QFrame.Shape.NoFrame)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, edge, bar."""
        colour, ground, _ = _KINDS[self._kind]
        look = theme.current()
        painter = QPainter(self)
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour(ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 2, 2)
        painter.fillRect(0, 0, 4, self.height(), look.colour(colour))


class Banner(_Bar):
    """One thing to know, above the page heading: mark, text, at most two buttons.

    `kind` is info, weak, missing or done; `strong` is a first sentence in bold; `buttons` and
    `links` are (id, words), `pressed` carries the id. Said by a screen reader when it appears.
    """

    pressed = Signal(str)

    def __init__(
        self,
        kind: str,
        text: str,
        *,
        strong: str = "",
        icon: str = "info",
        buttons: Sequence[tuple[str, str]] = (),
        links: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind, parent)
        self._text = QLabel()
        self._text.setFont(theme.current().font("dense"))
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        sign = QLabel()
        mark = _KINDS[kind][2]
        shown = theme.mark(mark) if mark else theme.icon(icon)
        sign.setPixmap(shown.pixmap(16, 16))
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        middle, top = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop
        self.row.addWidget(sign, 0, middle if links else top)
        self.row.addWidget(self._text, 1)
        for key, words in links:
            self.row.addWidget(self._button(key, words, "link"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 12, 9)
        column.setSpacing(8)
        column.addLayout(self.row)
        if buttons:
            deeds = FlowLayout(gap=6)
            for key, words in buttons:
                deeds.addWidget(self._button(key, words, ""))
            indented = QHBoxLayout()
            indented.setContentsMargins(26, 0, 0, 0)
            indented.addLayout(deeds)
            column.addLayout(indented)
        self.set_text(text, strong)

    def set_text(self, text: str, strong: str = "") -> None:
        """Say something else; both are plain text."""
        self._said = sentences(strong, text)
        bold = f"<b>{_escaped(strong)}</b>" if strong else ""
        between = "" if not strong or strong[-1] in "。！？；：" else " "
        self._text.setText(f"{bold}{between}{_escaped(text)}")
        self.setAccessibleName(self._said)

    def showEvent(self, event: QShowEvent) -> None:
        """Say it aloud where a screen reader listens."""
        super().showEvent(event)
        announce(self, self._said)

    def _button(self, key: str, words: str, role: str) -> Button:
        button = Button(words, role=role, small=True)
        button.clicked.connect(lambda: self.pressed.emit(key))
        return button


class UndoBar(_Bar):
    """One line above the nav bar after a removal, until the next change."""

    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", parent)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(theme.current().font("dense"))
        button = Button(tr("Undo"), role="link", icon="undo", small=True)
        button.clicked.connect(self._take_back)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 3, 8, 3)
        line.addWidget(self._text)
        line.addWidget(button)
        line.addStretch(1)
        self.hide()

    def offer(self, text: str) -> None:
        """Say what was removed and offer to bring it back."""
        self._text.setText(text)
        self.show()
        announce(self, text)

    def withdraw(self) -> None:
        """The moment is over."""
        self.hide()

    def _take_back(self) -> None:
        self.hide()
        self.undo.emit()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
