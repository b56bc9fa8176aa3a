"""The steps as the window shows them: their names and their state in words."""

from appealwriter.base.i18n import tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Progress, Step, StepState, states
from appealwriter.ui.parts import StepView


def step_name(step: Step, draft: Draft | None = None) -> str:
    """What a step is called; step 4 by what the letter of `draft` goes by."""
    return {
        Step.NOTICE: tr("Notice"),
        Step.SENDER: tr("Shop and sender"),
        Step.FACTS: tr("Facts"),
        Step.CAUSES: tr("Points and proof") if _pointed(draft) else tr("Root causes"),
        Step.CORRECTIVE: tr("Corrective actions"),
        Step.PREVENTIVE: tr("Preventive measures"),
        Step.EVIDENCE: tr("Evidence"),
        Step.REVIEW: tr("Review and export"),
        Step.AFTER: tr("After sending"),
    }[step]


def step_views(draft: Draft) -> list[StepView]:
    """The rail's rows for a draft."""
    return [
        StepView(s.step.number, step_name(s.step, draft), s.progress.value, _status(s))
        for s in states(draft.case, draft.findings, draft.form.sections)
    ]


def wanted_steps(draft: Draft | None) -> list[Step]:
    """The steps that the letter's form needs, in order."""
    if draft is None:
        return list(Step)
    found = states(draft.case, draft.findings, draft.form.sections)
    return [state.step for state in found if state.progress is not Progress.NOT_NEEDED]


def _pointed(draft: Draft | None) -> bool:
    return draft is not None and draft.form.pointed


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
