"""When the seller must have acted, as far as the notice says it."""

from calendar import monthrange
from datetime import date, timedelta

from appealwriter.model.case import Deadline

_FRIDAY = 4
_MOST_WORKING_DAYS = 1000
_DAYS = {"hours": 1 / 24, "days": 1, "weeks": 7}


def due_day(deadline: Deadline | None, notice_date: str) -> date | None:
    """The last day to act: the notice's own, or counted from its date; None where neither is
    known, or the number leads to no day. Hours are counted as parts of days and rounded down, to
    stay on the safe side."""
    if deadline is None:
        return None
    try:
        if deadline.date:
            return date.fromisoformat(deadline.date)
        return _counted(deadline, date.fromisoformat(notice_date))
    except (ValueError, OverflowError):  # no day of the calendar
        return None


def _counted(deadline: Deadline, start: date) -> date | None:
    if deadline.value < 0:
        return None
    if deadline.unit == "months":
        return _months_later(start, deadline.value)
    if deadline.unit not in _DAYS:
        return None
    if deadline.working and deadline.unit == "days":
        return _working_days_later(start, deadline.value)
    return start + timedelta(days=int(deadline.value * _DAYS[deadline.unit]))


def _working_days_later(start: date, days: int) -> date:
    """Monday to Friday; holidays differ by country and would only give more time."""
    found = start
    for _ in range(min(days, _MOST_WORKING_DAYS)):
        found += timedelta(days=1)
        while found.weekday() > _FRIDAY:
            found += timedelta(days=1)
    return found


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
