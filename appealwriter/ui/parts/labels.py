"""Words on the page: labels by role and colour, marks with words, headings, hints, cards."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.visibility import show_if


def label(
    text: str = "", role: str = "body", tone: str = "", *, bold: bool = False, wrap: bool = False
) -> QLabel:
    """A plain-text label in the type of `role`; `tone` is a colour token, "" for text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.current().font(role, bold or None))
    made.setWordWrap(wrap)
    theme.set_look(made, "tone", tone)
    return made


def rule() -> QFrame:
    """A hairline across."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def form_grid(parent: QWidget | None = None) -> QFormLayout:
    """Labels left, fields right, as inside an open row."""
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


class FlowLabel(QLabel):
    """Words in a FlowLayout: as wide as one line of them, wrapped only where that is too wide."""

    def __init__(self, text: str = "", role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.current().font(role))
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(40, self.fontMetrics().height())


class MarkLabel(QWidget):
    """A state mark with its words on one line."""

    def __init__(
        self,
        mark: str = "",
        words: str = "",
        *,
        tone: str = "",
        bold: bool = False,
        role: str = "dense",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._words = label("", role, tone, bold=bold)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._sign)
        line.addWidget(self._words)
        line.addStretch(1)
        self.set_state(mark, words)

    def set_state(self, mark: str, words: str, tone: str | None = None) -> None:
        """Show another mark and other words; an empty mark shows none."""
        show_if(self._sign, bool(mark))
        if mark:
            side = theme.current().px(14)
            self._sign.setPixmap(theme.mark(mark, side).pixmap(side, side))
        self._words.setText(words)
        if tone is not None:
            theme.set_look(self._words, "tone", tone)


class PageHeading(QWidget):
    """The one heading of a page and the sentence under it."""

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "page", wrap=True)
        self._lead = label("", "dense", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        self.set_texts(title, lead)

    def set_texts(self, title: str, lead: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._lead.setText(lead)
        show_if(self._lead, bool(lead))


class SectionHeading(QWidget):
    """Bold title, plain detail beside it, a small note at the right edge."""

    def __init__(
        self,
        title: str,
        detail: str = "",
        note: str = "",
        *,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = label("", role, bold=True)
        self._detail = label("", "body", wrap=True)
        self._note = label("", "small", "text2")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._title)
        line.addWidget(self._detail, 1)
        line.addWidget(self._note)
        self.row = line
        self.set_texts(title, detail, note)

    def set_texts(self, title: str, detail: str = "", note: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._note.setText(note)


class EmptyHint(QWidget):
    """What stands where there is nothing yet."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label(text, "body", "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.addWidget(self._text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)


class Card(QFrame):
    """A surface with a hairline round it; put things into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)
