"""Longer text: a field that grows, and the pair of own words in two languages."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QWidget

from appealwriter.base.text import clean
from appealwriter.ui import theme
from appealwriter.ui.parts.fields import is_popup
from appealwriter.ui.parts.labels import label


class GrowingText(QPlainTextEdit):
    """Lines of plain text; as high as what stands in it, up to `most_lines`.

    `letter` is the language of the letter ("en", "ru", "zh") where the text goes out of the
    house, so that it stands in the letter's face; "" for the interface's.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        name: str = "",
        *,
        placeholder: str = "",
        least_lines: int = 1,
        most_lines: int = 12,
        letter: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = (least_lines, most_lines)
        self._known = ""
        self._composing = False
        look = theme.current()
        self.setFont(look.letter_font(letter) if letter else look.font())
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def value(self) -> str:
        """The cleaned text."""
        return clean(self.toPlainText())

    def set_value(self, value: str) -> None:
        """Show `value`, unless the person is in the field."""
        if not self.hasFocus() and value != self._known:
            self._known = value
            self.setPlainText(value)

    def set_level(self, level: str) -> None:
        """Edge in the colour of a finding: "missing", "weak" or "" for none."""
        theme.set_look(self, "level", level)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only: no fonts, no colours, no invisible characters."""
        self.insertPlainText(clean(source.text()))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While an IME composes, nothing has been written yet."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A one-line field takes no line breaks; Enter never leaves the page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self._lines[1] == 1):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if not is_popup(event):
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(240, self.height())

    def _text_height(self) -> int:
        """Pixels of all lines; Chinese in a Latin face is higher than the face says."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return round(height + 0.5)

    def _tell(self) -> None:
        value = self.value()
        if not self._composing and value != self._known:
            self._known = value
            self.edited.emit(value)

    def _grow(self) -> None:
        least, most = (lines * self.fontMetrics().lineSpacing() for lines in self._lines)
        frame = 2 * (round(self.document().documentMargin()) + 3)
        text = self._text_height()
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(on if text > most and self._lines[1] > 1 else off)
        height = max(min(max(text, least), most) + frame, theme.current().size("button"))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class WordsField(QWidget):
    """Own words in the person's language, and the same in the letter's language below.

    An empty `letter_label` means that both are one language: the second field is not shown.
    """

    edited = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        own_label: str,
        letter_label: str = "",
        *,
        hint: str = "",
        placeholder: str = "",
        letter_placeholder: str = "",
        letter: str = "en",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.own = GrowingText(own_label, placeholder=placeholder)
        self.letter = GrowingText(letter_label, placeholder=letter_placeholder, letter=letter)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.own, 0, 0, 1, 2)
        if letter_label:
            name = label(letter_label, "small", "text2")
            name.setContentsMargins(0, 8, 0, 0)
            name.setBuddy(self.letter)
            grid.addWidget(name, 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.letter, 1, 1)
        else:
            self.letter.setParent(self)
            self.letter.hide()
        if hint:
            grid.addWidget(label(hint, "small", "hint", wrap=True), 2, 0, 1, 2)
        for field in (self.own, self.letter):
            field.edited.connect(lambda _: self.edited.emit(*self.value()))
            field.left.connect(self.left)
        self.setFocusProxy(self.own)

    def value(self) -> tuple[str, str]:
        """The words in the person's language and in the letter's."""
        return self.own.value(), self.letter.value()

    def set_value(self, own: str, letter: str = "") -> None:
        """Show both, except in a field the person is in."""
        self.own.set_value(own)
        self.letter.set_value(letter)

    def set_level(self, level: str) -> None:
        """Edge of the letter's field in the colour of a finding."""
        theme.set_look(self.letter if self.letter.isVisibleTo(self) else self.own, "level", level)
