"""Step 5: what has been done about each cause, with its day. Without a day it is a plan."""

from collections.abc import Sequence

from appealwriter.base.i18n import tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.case import Case, CorrectiveAction
from appealwriter.model.deeds import is_done
from appealwriter.model.terms import Deed, Level
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.row_editor import ActionEditor, RowEditor
from appealwriter.ui.pages.plan.rows_page import RowsPage
from appealwriter.ui.pages.plan.words import (
    NOTHING,
    choice_words,
    exhibit_chips,
    how_many,
    phrase_of,
    shown_day,
    title,
)
from appealwriter.ui.parts import RowColumn, RowView
from appealwriter.ui.session import Session


class CorrectivePage(RowsPage):
    """Actions under the causes they answer."""

    step = Step.CORRECTIVE
    part = "corrective"
    kind = "corrective"
    lack_rule = "cause_without_action"

    def __init__(self, session: Session) -> None:
        super().__init__(
            session,
            tr("What has been done?"),
            tr(
                "Only what is done and has a day stands under corrective actions. Without a day it "
                "is a plan and goes to step 6."
            ),
        )

    def columns(self) -> Sequence[RowColumn]:
        """The columns after the state."""
        return (
            RowColumn(tr("What was done")),
            RowColumn(tr("Date done"), 76),
            RowColumn(tr("Who"), 92),
            RowColumn(tr("How many"), 80),
            RowColumn(tr("Proof"), 84),
        )

    def row(self, draft: Draft, item: deeds.Linked) -> RowView:
        """An action on one line; an undated one says what becomes of it."""
        assert isinstance(item, CorrectiveAction)
        mark, state = _state(draft.case, item)
        note, level, actions = self._note(draft, item)
        shelf = self.session.workshop.shelf
        phrase = phrase_of(self.session, "corrective", item)
        day = shown_day(item.done, self.session.today()) or tr("no date")
        return RowView(
            id=item.id,
            mark=mark,
            state=state,
            title=title(self.session, "corrective", item),
            cells=(
                day,
                choice_words(shelf, "role", item.role),
                how_many(shelf, item, phrase),
                NOTHING,
            ),
            chips=exhibit_chips(draft.case, item.exhibits),
            note=note,
            note_level=level,
            actions=actions,
        )

    def make_editor(self, item_id: str, *, fresh: bool) -> RowEditor:
        """The questions about one action."""
        return ActionEditor(self.session, item_id, fresh=fresh)

    def make_item(self, item_id: str, answers: tuple[str, ...], phrase: str) -> deeds.Linked:
        """A new action; until it has a day it counts as planned."""
        return CorrectiveAction(item_id, answers, phrase)

    def words(self, name: str) -> str:
        """The page's own words."""
        return {
            "add": tr("Add something done"),
            "choose": tr("What was done about this cause?"),
            "fitting": tr("Answers this cause"),
            "others": tr("Other actions"),
            "hint": tr("Nothing is done about this cause yet. Add one thing, with its day."),
            "no_cause": tr("There is no root cause yet. Add one in step 4; actions answer causes."),
        }[name]

    def act(self, item_id: str, action: str) -> None:
        """Give an undated deed its day, or call it a plan."""
        if action == "date":
            self.focus_path(f"corrective/{item_id}/done")
        else:
            self.session.put(f"corrective/{item_id}/status", Deed.PLANNED)
            self.session.rest()

    def _note(
        self, draft: Draft, item: CorrectiveAction
    ) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """The second line: note, its level, buttons."""
        if item.status is not Deed.PLANNED and not item.done:
            buttons = (("date", tr("Add the date")), ("move", tr("Move to step 6")))
            return tr("No date, so it is a plan and goes to step 6."), "weak", buttons
        return lacking(draft, f"corrective/{item.id}", is_open=item.id == self.open_id)


def lacking(
    draft: Draft, path: str, *, is_open: bool
) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """The second line of a closed row in which something is missing."""
    missing = [
        f for f in draft.findings if f.level is Level.MISSING and f.path.startswith(f"{path}/")
    ]
    if is_open or not missing:
        return "", "weak", ()
    return trn("{n} answer missing", "{n} answers missing", len(missing)), "missing", ()


def _state(case: Case, action: CorrectiveAction) -> tuple[str, str]:
    if not is_done(case, action):
        return "plan", tr("Planned")
    if action.status is Deed.PARTLY:
        return "in_progress", tr("Partly done")
    return "complete", tr("Done")
