"""A desk with a few invented cases, for the tests of the window's frame."""

from datetime import UTC, date, datetime
from pathlib import Path

from appealwriter.model.case import Case, Deadline, Notice, Sender
from appealwriter.model.terms import State
from appealwriter.store.drafts import Drafts
from appealwriter.store.entries import Summary
from appealwriter.store.settings import Settings
from appealwriter.ui.frame.desk import Desk

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 14, 5, tzinfo=UTC)


def a_case(name: str, shop: str, **known) -> Case:
    given = {"reason": "late_shipment", "marketplace": "US", **known}
    return Case(id=name, sender=Sender(shop=shop), **given)


def a_desk(folder: Path, *cases: Case) -> Desk:
    desk = Desk(Drafts(folder), Settings(language="en"), lambda: TODAY, lambda: NOW)
    for case in cases:
        due = case.notice.deadline.date if case.notice.deadline else ""
        desk.drafts.save(case, Summary(due=due, missing=1, next="Name the role"))
    return desk


def three_cases() -> tuple[Case, Case, Case]:
    soon = Notice(text="Notice", date="2026-11-18", deadline=Deadline(date="2026-11-22"))
    later = Notice(text="Notice", date="2026-11-18", deadline=Deadline(date="2026-11-30"))
    return (
        a_case("a", "Harbour Lane", notice=later),
        a_case("b", "Quiet Meadow", notice=soon),
        a_case("c", "Harbour Lane", state=State.SENT),
    )
