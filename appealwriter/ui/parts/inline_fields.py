"""Fields small enough to stand in a sentence, as wide as what is in them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.date_field import DateField
from appealwriter.ui.parts.fields import LineField


class InlineLine(LineField):
    """A field as wide as its text; dashed and named by its placeholder while empty."""

    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder=name, parent=parent)
        self._composed = ""
        self.setProperty("inline", True)
        self.textChanged.connect(lambda _: self._fit())
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the text, the composition of an IME included."""
        return _inline_size(self, super().sizeHint(), self.text() + self._composed)

    def minimumSizeHint(self) -> QSize:
        """The same: it is the phrase that wraps."""
        return self.sizeHint()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Make room for what is being composed."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme.set_look(self, "empty", not self.text())
        self.updateGeometry()
        self.resized.emit()


class InlineDate(DateField):
    """A day inside a sentence."""

    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, inline=True, parent=parent)
        self.setToolTip(tr("F4 opens the calendar"))
        self.textChanged.connect(lambda _: self._fit())
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the day."""
        return _inline_size(self, super().sizeHint(), self.text())

    def minimumSizeHint(self) -> QSize:
        """The same: it is the phrase that wraps."""
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the calendar, where there is no room for a button."""
        self.open_calendar()

    def _fit(self) -> None:
        theme.set_look(self, "empty", not self.text())
        self.updateGeometry()
        self.resized.emit()


def _inline_size(field: QLineEdit, usual: QSize, shown: str) -> QSize:
    wide = field.fontMetrics().horizontalAdvance(shown or field.placeholderText()) + 18
    return QSize(min(max(wide, 30), theme.current().px(420)), usual.height())
