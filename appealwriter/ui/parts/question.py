"""A question as a person meets it: what is asked, why, the field, and what a check says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.labels import label
from appealwriter.ui.parts.sentences import sentences
from appealwriter.ui.parts.visibility import show_if


def level_word(level: str) -> str:
    """The word for "missing", "weak" or "advice"."""
    return {"missing": tr("Missing"), "weak": tr("Weak"), "advice": tr("Advice")}[level]


class FindingLine(QWidget):
    """Mark, level in bold, and what is lacking, in one wrapping line."""

    def __init__(self, level: str = "", words: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._level = label("", "dense", bold=True)
        self._words = label("", "dense", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        self._sign.setContentsMargins(0, 2, 0, 0)
        line.addWidget(self._sign, 0, top)
        line.addWidget(self._level, 0, top)
        line.addWidget(self._words, 1, top)
        self.set_finding(level, words)

    def set_finding(self, level: str, words: str) -> None:
        """Say `words` at `level`; "" hides the line."""
        show_if(self, bool(level))
        if not level:
            return
        side = theme.current().px(14)
        self._sign.setPixmap(theme.mark(level, side).pixmap(side, side))
        self._level.setText(level_word(level))
        theme.set_look(self._level, "tone", level)
        self._words.setText(words)
        self.setAccessibleName(f"{level_word(level)}: {words}")


class QuestionBlock(QWidget):
    """Heading, reason for asking, field, finding line.

    `field` may be any widget; its `left` signal and `set_level` are used where it has them.
    """

    left = Signal()

    def __init__(self, title: str, why: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._title = label(title, "body", bold=True, wrap=True)
        self._why = label(why, "dense", "text2", wrap=True)
        show_if(self._why, bool(why))
        self._finding = FindingLine(parent=self)
        self._title.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(title)
        field.setAccessibleDescription(why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addSpacing(6)
        column.addWidget(field)
        column.addWidget(self._finding)
        field_left = getattr(field, "left", None)
        if field_left is not None:
            field_left.connect(self.left)

    def set_why(self, why: str) -> None:
        """Give another reason for asking."""
        if why != self._why.text():
            self._why.setText(why)
            show_if(self._why, bool(why))
            self.field.setAccessibleDescription(why)

    def set_title(self, title: str) -> None:
        """Ask in other words."""
        self._title.setText(title)

    def set_finding(self, level: str, words: str = "") -> None:
        """Show what a check says below the field and on its edge; "" takes it away."""
        self._finding.set_finding(level, words)
        self.field.setAccessibleDescription(sentences(self._why.text(), words))
        set_level = getattr(self.field, "set_level", None)
        if set_level is not None:
            set_level(level if level in ("missing", "weak") else "")

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
