"""How much of each part of the letter a reviewer can check, counted."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.base.words import Words
from appealwriter.checks.specificity import Specific, of_letter
from appealwriter.drafting.draft import Draft
from appealwriter.ui.parts import Cell, DataTable, SectionHeading, TableColumn
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_NARROW = 72


class SpecificTable(QWidget):
    """A row a part: sentences, and how many of them name a day, a figure, an id, a role."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table = DataTable(
            [
                TableColumn(tr("Part of the letter")),
                TableColumn(tr("Sentences"), _NARROW),
                TableColumn(tr("With a day"), _NARROW),
                TableColumn(tr("With a figure"), _NARROW),
                TableColumn(tr("With an id"), _NARROW),
                TableColumn(tr("With a role"), _NARROW),
                TableColumn(tr("Fixed wording"), _NARROW),
            ]
        )
        name = tr("What can be checked")
        self.table.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            SectionHeading(name, tr("A reviewer compares days, figures and numbers with his own."))
        )
        column.addWidget(self.table)

    def show_draft(self, draft: Draft) -> None:
        """Count the sentences as they are now."""
        workshop = self._session.workshop
        names = workshop.shelf.terms["section"]
        counted = of_letter(draft.letter, workshop.letter_cues)
        self.table.set_rows([_row(part, names) for part in counted])
        show_if(self, bool(counted))


def _row(part: Specific, names: Mapping[str, Words]) -> list[Cell]:
    name = names[part.section]
    counts = (part.sentences, part.dated, part.figures, part.ids, part.roles)
    said = [Cell(str(n), tone="" if n else "hint") for n in counts]
    return [Cell(name.any(language())), *said, Cell(f"{part.fixed}\u00a0%")]
