"""Step 6: what now keeps each cause from coming back, and what of step 5 is still a plan."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.case import CorrectiveAction, PreventiveMeasure
from appealwriter.model.deeds import in_force, is_done
from appealwriter.ui.pages.corrective import lacking
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.row_editor import MeasureEditor, RowEditor
from appealwriter.ui.pages.plan.rows_page import RowsPage
from appealwriter.ui.pages.plan.words import choice_words, shown_day, title
from appealwriter.ui.parts import Cell, DataTable, RowColumn, RowView, SectionHeading, TableColumn
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class PreventivePage(RowsPage):
    """Measures under the causes they answer; below them the deeds that are still planned."""

    step = Step.PREVENTIVE
    part = "preventive"
    kind = "preventive"
    lack_rule = "cause_without_measure"

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            tr("What keeps it from happening again?"),
            tr(
                "For each measure: what is checked, by whom, how often, where it is recorded, "
                "since when. The platform looks for what can be followed."
            ),
        )
        self.plans = _Plans()
        self.plans.table.link_clicked.connect(lambda row, _: self._go_to_plan(row))
        self.plans.table.activated_row.connect(self._go_to_plan)
        self.column.insertWidget(self.column.count() - 1, self.plans)
        self._planned: list[str] = []

    def show_draft(self, draft: Draft) -> None:
        """Show the measures, then the plans of step 5."""
        super().show_draft(draft)
        planned = [action for action in draft.case.corrective if not is_done(draft.case, action)]
        self._planned = [action.id for action in planned]
        self.plans.show_rows([self._plan_row(action) for action in planned])

    def columns(self) -> Sequence[RowColumn]:
        """The columns after the state."""
        return (
            RowColumn(tr("What")),
            RowColumn(tr("Owner"), 108),
            RowColumn(tr("How often"), 100),
            RowColumn(tr("Since"), 92),
        )

    def row(self, draft: Draft, item: deeds.Linked) -> RowView:
        """A measure on one line."""
        assert isinstance(item, PreventiveMeasure)
        path = f"preventive/{item.id}"
        note, level, _ = lacking(draft, path, is_open=item.id == self.open_id)
        short, _, _ = lacking(draft, path, is_open=False)
        mark, state = "plan", tr("Planned")
        if in_force(draft.case, item):
            mark, state = (
                ("in_progress", tr("In progress")) if short else ("complete", tr("Running"))
            )
        shelf = self.session.workshop.shelf
        return RowView(
            id=item.id,
            mark=mark,
            state=state,
            title=title(self.session, "preventive", item),
            cells=(
                choice_words(shelf, "role", item.owner),
                choice_words(shelf, "rhythm", item.rhythm),
                shown_day(item.since, self.session.today()) or tr("no date"),
            ),
            note=note,
            note_level=level,
        )

    def make_editor(self, item_id: str, *, fresh: bool) -> RowEditor:
        """The questions about one measure."""
        return MeasureEditor(self.session, item_id, fresh=fresh)

    def make_item(self, item_id: str, answers: tuple[str, ...], phrase: str) -> deeds.Linked:
        """A new measure; until it has a start the letter calls it a plan."""
        return PreventiveMeasure(item_id, answers, phrase)

    def words(self, name: str) -> str:
        """The page's own words."""
        return {
            "add": tr("Add a measure"),
            "choose": tr("What keeps this cause from coming back?"),
            "fitting": tr("Answers this cause"),
            "others": tr("Other measures"),
            "hint": tr("Nothing prevents this cause yet. Add one check that would have caught it."),
            "no_cause": tr(
                "There is no root cause yet. Add one in step 4; measures answer causes."
            ),
        }[name]

    def _plan_row(self, action: CorrectiveAction) -> list[Cell]:
        name = title(self.session, "corrective", action)
        owner = choice_words(self.session.workshop.shelf, "role", action.role)
        return [Cell(tr("Planned"), mark="plan"), Cell(name, link=True), Cell(owner)]

    def _go_to_plan(self, row: int) -> None:
        self.go.emit(f"corrective/{self._planned[row]}/done")


class _Plans(QWidget):
    """What step 5 could not call done; it is changed there."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        detail = tr("The letter names these as planned, at the end of this part.")
        column.addWidget(SectionHeading(tr("From step 5"), detail))
        columns = [
            TableColumn("", 96),
            TableColumn(tr("What is planned")),
            TableColumn(tr("Who"), 140),
        ]
        self.table = DataTable(columns)
        column.addWidget(self.table)
        self.hide()

    def show_rows(self, rows: list[list[Cell]]) -> None:
        """The plans; hidden while there are none."""
        self.table.set_rows(rows)
        show_if(self, bool(rows))
