"""The steps as the window shows them: their names, their state in words, the page of each."""

from importlib import import_module
from importlib.util import find_spec

from PySide6.QtWidgets import QWidget

from appealwriter.base.i18n import tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Progress, Step, StepState, states
from appealwriter.ui.pages.base import Page
from appealwriter.ui.parts import EmptyHint, PageHeading, StepView
from appealwriter.ui.session import Session

_PAGES = {
    Step.NOTICE: "NoticePage",
    Step.SENDER: "SenderPage",
    Step.FACTS: "FactsPage",
    Step.CAUSES: "CausesPage",
    Step.CORRECTIVE: "CorrectivePage",
    Step.PREVENTIVE: "PreventivePage",
    Step.EVIDENCE: "EvidencePage",
    Step.REVIEW: "ReviewPage",
    Step.AFTER: "AfterPage",
}
_PANELS = {"letter": "LetterPanel", "read_back": "ReadBackPanel", "problems": "ProblemsPanel"}


def step_name(step: Step) -> str:
    """What a step is called."""
    return {
        Step.NOTICE: tr("Notice"),
        Step.SENDER: tr("Shop and sender"),
        Step.FACTS: tr("Facts"),
        Step.CAUSES: tr("Root causes"),
        Step.CORRECTIVE: tr("Corrective actions"),
        Step.PREVENTIVE: tr("Preventive measures"),
        Step.EVIDENCE: tr("Evidence"),
        Step.REVIEW: tr("Review and export"),
        Step.AFTER: tr("After sending"),
    }[step]


def step_views(draft: Draft) -> list[StepView]:
    """The rail's rows for a draft."""
    return [
        StepView(s.step.number, step_name(s.step), s.progress.value, _status(s))
        for s in states(draft.case, draft.findings)
    ]


def make_page(step: Step, session: Session) -> Page:
    """The page of `step`; its module is imported at the first visit."""
    made = _make("pages", step.value, _PAGES[step], session)
    return made if isinstance(made, Page) else _PlainPage(step, session)


def make_panel(name: str, session: Session) -> QWidget:
    """The panel "letter", "read_back" or "problems" of the right zone."""
    return _make("panels", name, _PANELS[name], session) or EmptyHint(tr("Nothing here yet."))


def _status(state: StepState) -> str:
    if state.progress is Progress.NOT_STARTED:
        return tr("Not started")
    if state.progress is Progress.COMPLETE:
        return tr("Complete")
    if state.progress is Progress.NOT_NEEDED:
        return tr("Not needed")
    if state.missing:
        return trn("In progress · {n} missing", "In progress · {n} missing", state.missing)
    return tr("In progress")


def _make(package: str, module: str, name: str, session: Session) -> QWidget | None:
    place = f"appealwriter.ui.{package}.{module}"
    try:
        if find_spec(place) is None:
            return None
    except ModuleNotFoundError:
        return None
    made: QWidget = getattr(import_module(place), name)(session)
    return made


class _PlainPage(Page):
    """Stands where a step has no page."""

    def __init__(self, step: Step, session: Session) -> None:
        super().__init__(session)
        self.step = step
        self.column.addWidget(PageHeading(step_name(step)))
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Nothing changes here."""
