"""The first open problems, each with a way to its field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import step_of
from appealwriter.model.finding import Finding
from appealwriter.model.terms import Level
from appealwriter.ui.parts import (
    Button,
    Cell,
    DataTable,
    SectionHeading,
    TableColumn,
    level_word,
)
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_FIRST = 5
_LINK = 3
_LEVELS = list(Level)


class OpenProblems(QWidget):
    """Five problems, or all of them. `go` carries the path of the one to mend."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._found: list[Finding] = []
        self._all = False
        self._heading = SectionHeading("", role="section")
        self._more = Button(tr("See all"), role="link", small=True)
        self._more.clicked.connect(self._show_all)
        self._heading.row.addWidget(self._more)
        self.table = DataTable(
            [
                TableColumn("", 116),
                TableColumn(""),
                TableColumn("", 60),
                TableColumn("", 86),
            ]
        )
        self.table.setAccessibleName(tr("Problems"))
        self.table.link_clicked.connect(lambda row, _: self.go.emit(self._found[row].path))
        self.table.activated_row.connect(lambda row: self.go.emit(self._found[row].path))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.table)

    def show_draft(self, draft: Draft) -> None:
        """Show what is open now."""
        self._found = sorted(draft.findings, key=_order)
        count = len(self._found)
        self._heading.set_texts(
            trn("{n} problem left", "{n} problems left", count) if count else tr("No problems left")
        )
        show_if(self._more, count > _FIRST and not self._all)
        shown = self._found if self._all else self._found[:_FIRST]
        self.table.set_rows([self._row(finding) for finding in shown])
        show_if(self.table, bool(shown))

    def _row(self, finding: Finding) -> list[Cell]:
        rule = self._session.workshop.rules[finding.rule]
        level = finding.level.value
        tone = "text2" if level == "advice" else level
        step = step_of(finding.path)
        return [
            Cell(level_word(level), mark=level, tone=tone, bold=True),
            Cell(rule.say(rule.message, finding, language())),
            Cell(tr("Step {n}", n=step.number), tone="text2"),
            Cell(tr("Go to it"), link=True),
        ]

    def _show_all(self) -> None:
        self._all = True
        if self._session.draft is not None:
            self.show_draft(self._session.draft)


def _order(finding: Finding) -> tuple[int, int]:
    return _LEVELS.index(finding.level), step_of(finding.path).number
