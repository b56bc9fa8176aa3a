"""The truth gate: what may be called done, and what is only planned."""

from datetime import date

from appealwriter.model.case import Case, CorrectiveAction, PreventiveMeasure
from appealwriter.model.terms import Deed


def day(text: str) -> date | None:
    """The day that `text` (YYYY-MM-DD) names; None where it names none that exists."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_done(case: Case, action: CorrectiveAction) -> bool:
    """Done, wholly or in part: on a day that exists and has come when the letter is dated, and not
    marked as planned."""
    return action.status is not Deed.PLANNED and _has_come(case, action.done)


def in_force(case: Case, measure: PreventiveMeasure) -> bool:
    """A measure is in force from a day on that has come; else it is planned."""
    return _has_come(case, measure.since)


def _has_come(case: Case, text: str) -> bool:
    found, written = day(text), day(case.letter_date)
    return found is not None and (written is None or found <= written)
