"""The rows under one cause: its heading, what is lacking, the list, and the button that adds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui.parts import (
    Button,
    Card,
    FindingLine,
    RowColumn,
    RowList,
    RowView,
    SectionHeading,
    label,
)
from appealwriter.ui.parts.visibility import show_if


class CauseGroup(QWidget):
    """`column` takes the chooser; the page fills everything else."""

    def __init__(
        self, columns: Sequence[RowColumn], editor: Callable[[str], QWidget], add: str
    ) -> None:
        super().__init__()
        self.heading = SectionHeading("")
        self.rows = RowList(columns, editor)
        self.add = Button(add, role="link", icon="plus", small=True)
        self._lack = Card()
        self._finding = FindingLine()
        self._hint = label("", "dense", "text2", wrap=True)
        self.causes = Button(tr("Go to step 4"), small=True)
        self.causes.hide()
        self._lack.body.addWidget(self._finding)
        self._lack.body.addWidget(self._hint)
        self._lack.body.addWidget(self.causes, 0, Qt.AlignmentFlag.AlignLeft)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        for part in (self.heading, self.rows, self._lack):
            self.column.addWidget(part)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[RowView]) -> None:
        """The rows; without any, no empty table."""
        self.rows.set_rows(rows)
        show_if(self.rows, bool(rows))

    def show_bare(self, *, bare: bool) -> None:
        """Without any cause there is nothing to head the rows; the way to the causes is shown."""
        show_if(self.heading, not bare)
        show_if(self.causes, bare)

    def show_lack(self, level: str, words: str, hint: str = "") -> None:
        """What is lacking under this cause, by a check, or else what to do here."""
        self._finding.set_finding(level, words)
        self._hint.setText(hint)
        show_if(self._hint, bool(hint) and not level)
        show_if(self._lack, bool(level or hint))


def summary(rows: Sequence[RowView]) -> str:
    """How many rows are in which state: "Done 2 · Planned 1"."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.state] = counts.get(row.state, 0) + 1
    return " · ".join(f"{state} {n}" for state, n in counts.items())
