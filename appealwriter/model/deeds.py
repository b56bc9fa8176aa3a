"""The truth gate: what may be called done, and what is only planned."""

from datetime import date

from appealwriter.model.case import CorrectiveAction, PreventiveMeasure
from appealwriter.model.terms import Deed


def day(text: str) -> date | None:
    """The day that `text` (YYYY-MM-DD) names; None where it names none that exists."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_done(action: CorrectiveAction) -> bool:
    """Done, wholly or in part: on a day that exists, and not marked as planned."""
    return action.status is not Deed.PLANNED and day(action.done) is not None


def in_force(measure: PreventiveMeasure) -> bool:
    """A measure is in force from a day on; without one it is planned."""
    return day(measure.since) is not None
