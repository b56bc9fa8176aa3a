"""The nine steps a seller walks in any order, and how far each has come."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from appealwriter.model.answers import is_empty
from appealwriter.model.case import Case
from appealwriter.model.finding import Finding
from appealwriter.model.terms import Level, State


class Step(StrEnum):
    """The steps in their order; a step's number is its place."""

    NOTICE = "notice"
    SENDER = "sender"
    FACTS = "facts"
    CAUSES = "causes"
    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"
    EVIDENCE = "evidence"
    REVIEW = "review"
    AFTER = "after"

    @property
    def number(self) -> int:
        """1 to 9."""
        return list(Step).index(self) + 1


class Progress(StrEnum):
    """How a step stands on the rail."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class StepState:
    """A step, how far it is, and how many required things it still lacks."""

    step: Step
    progress: Progress
    missing: int


def step_of(path: str) -> Step:
    """The step where the answer at `path` is given."""
    head = path.partition("/")[0]
    return _STEP_OF.get(head, Step.SENDER)


def states(
    case: Case, findings: tuple[Finding, ...], sections: tuple[str, ...] = ()
) -> tuple[StepState, ...]:
    """Every step's state, in order. A state never closes a step. `sections` are those of the
    letter's structure: a step that it has no section for is not needed."""
    found = []
    for step in Step:
        missing = sum(f.level is Level.MISSING and step_of(f.path) is step for f in findings)
        wanted = _SECTIONS.get(step)
        if wanted and sections and not wanted & set(sections):
            progress = Progress.NOT_NEEDED
        elif not _STARTED[step](case):
            progress = Progress.NOT_STARTED
        elif missing or _unfinished(step, case, findings):
            progress = Progress.IN_PROGRESS
        else:
            progress = Progress.COMPLETE
        found.append(StepState(step, progress, missing))
    return tuple(found)


def _unfinished(step: Step, case: Case, findings: tuple[Finding, ...]) -> bool:
    if step is Step.REVIEW:
        return not case.declared or any(f.level is Level.MISSING for f in findings)
    if step is Step.FACTS:
        return any(step_of(f.path) is Step.FACTS for f in findings)
    if step is Step.NOTICE:
        unsure = bool(case.notice.text) and case.notice.states.get("reason") != "confirmed"
        return unsure or any(demand.state == "read" for demand in case.notice.demands)
    return False


_STEP_OF = {
    "notice": Step.NOTICE,
    "reason": Step.NOTICE,
    "also": Step.NOTICE,
    "platform": Step.NOTICE,
    "route": Step.NOTICE,
    "sender": Step.SENDER,
    "letter_date": Step.SENDER,
    "letter_language": Step.SENDER,
    "structure": Step.SENDER,
    "facts": Step.FACTS,
    "causes": Step.CAUSES,
    "points": Step.CAUSES,
    "requests": Step.SENDER,
    "corrections": Step.SENDER,
    "limit": Step.SENDER,
    "corrective": Step.CORRECTIVE,
    "preventive": Step.PREVENTIVE,
    "evidence": Step.EVIDENCE,
    "declared": Step.REVIEW,
    "rounds": Step.AFTER,
}

_SECTIONS = {
    Step.CAUSES: {"root_cause", "points"},
    Step.CORRECTIVE: {"corrective_actions"},
    Step.PREVENTIVE: {"preventive_actions"},
}

_STARTED: dict[Step, Callable[[Case], bool]] = {
    Step.NOTICE: lambda case: bool(case.notice.text or case.notice.date),
    Step.SENDER: lambda case: bool(case.sender.shop or case.sender.company),
    Step.FACTS: lambda case: any(not is_empty(answer) for answer in case.facts.values()),
    Step.CAUSES: lambda case: bool(case.causes or case.points),
    Step.CORRECTIVE: lambda case: bool(case.corrective),
    Step.PREVENTIVE: lambda case: bool(case.preventive),
    Step.EVIDENCE: lambda case: bool(case.evidence),
    Step.REVIEW: lambda case: bool(case.causes or case.points or case.evidence),
    Step.AFTER: lambda case: bool(case.rounds) or case.state is not State.DRAFT,
}
