from datetime import date

import pytest

from appealwriter.model.case import Deadline
from appealwriter.model.due import due_day


@pytest.mark.parametrize(
    ("deadline", "due"),
    [
        (Deadline(72, "hours"), date(2026, 11, 21)),
        (Deadline(5, "days"), date(2026, 11, 23)),
        (Deadline(2, "weeks"), date(2026, 12, 2)),
        (Deadline(3, "months"), date(2027, 2, 18)),
        (Deadline(date="2026-11-24"), date(2026, 11, 24)),
        (Deadline(date="2026-02-31"), None),
        (None, None),
    ],
)
def test_the_deadline_counts_from_the_notice(deadline, due):
    assert due_day(deadline, "2026-11-18") == due


def test_without_the_date_of_the_notice_nothing_is_guessed():
    assert due_day(Deadline(72, "hours"), "") is None


def test_a_month_later_never_falls_out_of_the_month():
    assert due_day(Deadline(1, "months"), "2026-01-31") == date(2026, 2, 28)


@pytest.mark.parametrize("unit", ["hours", "days", "weeks", "months"])
@pytest.mark.parametrize("value", [10**9, 10**400, -1])
def test_a_number_that_leads_to_no_day_gives_none(value, unit):
    assert due_day(Deadline(value, unit), "2026-11-18") is None


@pytest.mark.parametrize(
    ("notice", "days", "last"),
    [
        ("2026-11-17", 3, "2026-11-20"),
        ("2026-11-17", 5, "2026-11-24"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-21", 5, "2026-11-27"),
    ],
)
def test_working_days_leave_out_the_weekend(notice, days, last):
    assert str(due_day(Deadline(days, "days", working=True), notice)) == last
