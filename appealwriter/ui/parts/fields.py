"""One line and one choice of several: what a person answers with most."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QWidget

from appealwriter.base.text import clean_line
from appealwriter.ui import theme
from appealwriter.ui.parts.painting import draw_icon

OWN = "own"


def is_popup(event: QFocusEvent) -> bool:
    """True where focus goes to a menu or calendar that belongs to the field itself."""
    return event.reason() == Qt.FocusReason.PopupFocusReason


class LineField(QLineEdit):
    """One line of text. `name` is what a screen reader calls it.

    `edited` carries the cleaned text after each change by the person, never during IME
    composition; `left` says that the field was left.
    """

    edited = Signal(str)
    left = Signal()

    def __init__(
        self, name: str = "", *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFont(theme.current().font())
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(lambda text: self.edited.emit(clean_line(text)))

    def value(self) -> str:
        """The cleaned text."""
        return clean_line(self.text())

    def set_value(self, value: str) -> None:
        """Show `value`, unless the person is in the field."""
        if not self.hasFocus() and value != self.text():
            self.setText(value)
            self.setCursorPosition(0)

    def set_level(self, level: str) -> None:
        """Edge in the colour of a finding: "missing", "weak" or "" for none."""
        theme.set_look(self, "level", level)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if not is_popup(event):
            self.left.emit()


class ChoiceField(QComboBox):
    """One of several options given as (id, words); `own_words` adds a last entry with id "own".

    `chosen` carries the id, only when the person chose. The wheel does nothing until the field
    has focus, so scrolling a page changes no answers.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        name: str = "",
        placeholder: str = "",
        own_words: str = "",
        inline: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._inline = inline
        self._own_words = own_words
        self.setFont(theme.current().font())
        self.setProperty("inline", inline)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(QStyledItemDelegate(self))  # only this one minds the style sheet
        self.set_options(options)
        self.currentIndexChanged.connect(self._resize)
        self.activated.connect(lambda index: self.chosen.emit(str(self.itemData(index))))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options, keeping the chosen one where it is still there. The same ones again
        change nothing, so that an open list does not close."""
        wanted = [*options, *([(OWN, self._own_words)] if self._own_words else ())]
        if [(self.itemData(n), self.itemText(n)) for n in range(self.count())] == wanted:
            return
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for key, words in wanted:
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(kept) if kept else -1)
        self.blockSignals(False)
        self._resize()

    def value(self) -> str:
        """The chosen id, "" before a choice."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show the option `value`; an unknown id shows the placeholder."""
        self.setCurrentIndex(self.findData(value) if value else -1)

    def set_level(self, level: str) -> None:
        """Edge in the colour of a finding: "missing", "weak" or "" for none."""
        theme.set_look(self, "level", level)

    def sizeHint(self) -> QSize:
        """An inline choice is as wide as what it shows; beside own words only a chevron."""
        hint = super().sizeHint()
        if self._inline:
            shown = self.currentText() or self.placeholderText()
            wide = self.fontMetrics().horizontalAdvance(shown) + 36
            hint.setWidth(26 if self.value() == OWN else wide)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Long options may be elided in a narrow form, never widen the page."""
        return self.sizeHint() if self._inline else QSize(96, super().minimumSizeHint().height())

    def showPopup(self) -> None:
        """Open the list, wide enough for its words."""
        wide = self.view().sizeHintForColumn(0) + 32
        self.view().setMinimumWidth(max(self.width(), wide))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused choice listens to the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the list; Enter must not leave the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if not is_popup(event):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's frame and words, our chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        token = "text2" if self.isEnabled() else "border"
        place = QPoint(self.width() - (20 if self._inline else 23), (self.height() - 14) // 2)
        draw_icon(painter, place, "chevron-down", token, 14)

    def _resize(self) -> None:
        theme.set_look(self, "empty", self._inline and self.currentIndex() < 0)
        self.updateGeometry()
