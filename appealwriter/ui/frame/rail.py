"""The left zone: the steps, and below them private notes and versions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui import theme
from appealwriter.ui.frame.steps import step_views
from appealwriter.ui.parts import Button, StepRail, rule


class Rail(QFrame):
    """Steps and sheets."""

    step_wanted = Signal(object)
    sheet_wanted = Signal(str)
    """"notes" or "versions"."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepRail()
        self.steps.chosen.connect(lambda number: self.step_wanted.emit(list(Step)[number - 1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 4)
        column.setSpacing(0)
        column.addWidget(self.steps, 1)
        column.addWidget(rule())
        sheets = QGridLayout()
        sheets.setContentsMargins(6, 4, 6, 0)
        sheets.setSpacing(0)
        column.addLayout(sheets)
        self._sheets = [
            self._button("notes", "note", tr("Private notes")),
            self._button("versions", "history", tr("Versions")),
        ]
        for row, (button, words) in enumerate(self._sheets):
            button.setAccessibleName(words)
            sheets.addWidget(button, row, 0)
            sheets.setRowMinimumHeight(row, theme.current().px(32))

    def show_draft(self, draft: Draft) -> None:
        """Show every step's state."""
        self.steps.set_steps(step_views(draft))

    def set_layout(self, narrow: bool, low: bool) -> None:
        """Numbers only in narrow windows, lower rows in low ones."""
        self.steps.set_narrow(narrow)
        self.steps.set_low(low)
        for button, words in self._sheets:
            button.setText("" if narrow else words)
            button.setToolTip(words if narrow else "")
        self.setFixedWidth(self.steps.width() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline at the right."""
        line = theme.current().colour("line")
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), line)

    def _button(self, name: str, icon: str, words: str) -> tuple[Button, str]:
        button = Button(words, role="bare", icon=icon)
        button.setFont(theme.current().font("dense"))
        button.clicked.connect(lambda: self.sheet_wanted.emit(name))
        return button, words
