"""Demand by demand: which part of the letter answers it, with which exhibits, how well."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.base.text import script_language
from appealwriter.checks.coverage import Covered
from appealwriter.drafting.draft import Draft
from appealwriter.ui.pages.review_parts.names import exhibit_numbers
from appealwriter.ui.parts import Cell, DataTable, EmptyHint, PageHeading, TableColumn, level_word
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_PART, _EXHIBITS, _VERDICT = 2, 3, 4
_MARKS = {"answered": "complete", "weak": "weak", "missing": "missing"}


class DemandTable(QWidget):
    """The heading of the review and the table of demands. `go` carries the path of a link."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._covered: tuple[Covered, ...] = ()
        self._heading = PageHeading("")
        self.table = DataTable(
            [
                TableColumn("", 30),
                TableColumn(tr("What the notice asks")),
                TableColumn(tr("Part of the letter"), 144),
                TableColumn(tr("Exhibits"), 104),
                TableColumn(tr("Result"), 108),
            ]
        )
        self.table.setAccessibleName(tr("Demands of the notice"))
        self.table.link_clicked.connect(self._follow)
        self._empty = EmptyHint(
            tr(
                "No demand is known. Paste the notice in step 1 and each thing it asks for "
                "stands here."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._heading, self.table, self._empty):
            column.addWidget(widget)

    def show_draft(self, draft: Draft) -> None:
        """Show how the demands stand now."""
        self._covered = draft.coverage
        known = bool(self._covered)
        self._heading.set_texts(
            _counted(self._covered) if known else tr("Review and export"),
            tr("In the notice's order. A link leads to the question behind it.") if known else "",
        )
        self.table.set_rows(
            [self._row(draft, number, covered) for number, covered in enumerate(self._covered, 1)]
        )
        show_if(self.table, known)
        show_if(self._empty, not known)

    def _row(self, draft: Draft, number: int, covered: Covered) -> list[Cell]:
        sections = self._session.workshop.shelf.terms["section"]
        part = sections[covered.section].any(language()) if covered.section in sections else ""
        exhibits = exhibit_numbers(draft.case, covered.exhibits)
        words = covered.demand.words
        return [
            Cell(str(number), tone="hint"),
            Cell(
                covered.name.any(language()),
                sub=words,
                letter=script_language(words) or "en",
                spoken=tr("Demand {numbers}", numbers=number) + f", {covered.name.any(language())}",
            ),
            Cell(part or "—", link=bool(part)),
            Cell(exhibits or "—", link=bool(exhibits)),
            _verdict(covered),
        ]

    def _follow(self, row: int, column: int) -> None:
        covered = self._covered[row]
        exhibit = covered.exhibits[0] if covered.exhibits else ""
        self.go.emit(f"evidence/{exhibit}" if column == _EXHIBITS and exhibit else covered.path)


def _verdict(covered: Covered) -> Cell:
    """How well a demand is answered, and for which causes it is not."""
    verdict = covered.verdict
    words = {
        "answered": tr("Answered"),
        "weak": tr("Partly answered"),
        "missing": level_word("missing") if covered.lacking else tr("Not answered"),
    }
    tone = {"answered": "", "weak": "weak", "missing": "missing"}[verdict]
    numbers = listed(map(str, covered.lacking))
    lacking = trn("cause {numbers}", "causes {numbers}", len(covered.lacking), numbers=numbers)
    return Cell(
        words[verdict],
        sub=lacking if numbers else "",
        mark=_MARKS[verdict],
        tone=tone,
        bold=verdict != "answered",
        link=verdict != "answered",
    )


def _counted(covered: tuple[Covered, ...]) -> str:
    answered = sum(item.verdict == "answered" for item in covered)
    if answered == len(covered):
        return trn("{n} demand, answered", "{n} demands, all answered", len(covered))
    return trn(
        "{n} demand, {answered} answered, {left} not yet",
        "{n} demands, {answered} answered, {left} not yet",
        len(covered),
        answered=answered,
        left=len(covered) - answered,
    )
