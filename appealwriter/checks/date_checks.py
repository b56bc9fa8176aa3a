"""Dates in an order that can have happened: the cause, the deed, its paper, the letter."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from appealwriter.base.dates import show_date
from appealwriter.base.i18n import language
from appealwriter.checks.rules import RuleBook
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case
from appealwriter.model.deeds import day
from appealwriter.model.due import due_day
from appealwriter.model.finding import Finding
from appealwriter.model.place import look
from appealwriter.model.terms import Deed, State
from appealwriter.playbooks.shelf import Shelf


def date_findings(case: Case, shelf: Shelf, rules: RuleBook, today: date) -> Iterator[Finding]:
    """Every pair of dates that cannot both be right."""
    written, notice = day(case.letter_date), day(case.notice.date)
    due = due_day(case.notice.deadline, case.notice.date)
    if due and due < today and case.state is State.DRAFT:
        yield rules["deadline_passed"].finding("notice/deadline", date=_shown(due))
    sections = shelf.structure(case).sections
    if written and notice and written < notice:
        yield rules["letter_before_notice"].finding(
            "letter_date", letter=_shown(written), notice=_shown(notice)
        )
    elif written:
        yield from _after_letter(case, sections, rules, written, today)
    if "root_cause" in sections:
        yield from _causes(case, rules, written, notice)
        yield from _before_cause(case, rules)
    yield from _after_notice(case, shelf, rules, notice)


def _after_letter(
    case: Case, sections: Collection[str], rules: RuleBook, written: date, today: date
) -> Iterator[Finding]:
    """What the letter cannot know yet: deeds, starts and papers of a later day. Deeds and starts
    after today are said elsewhere."""
    dated = [(f"evidence/{exhibit.id}/date", exhibit.date, date.max) for exhibit in case.evidence]
    if "corrective_actions" in sections:
        deeds = [a for a in case.corrective if a.status is not Deed.PLANNED]
        dated += [(f"corrective/{deed.id}/done", deed.done, today) for deed in deeds]
    if "preventive_actions" in sections:
        dated += [(f"preventive/{m.id}/since", m.since, today) for m in case.preventive]
    for path, text, latest in dated:
        when = day(text)
        if when and written < when <= latest:
            yield rules["after_letter"].finding(path, date=_shown(when), letter=_shown(written))


def _causes(
    case: Case, rules: RuleBook, written: date | None, notice: date | None
) -> Iterator[Finding]:
    """A cause lies before what it caused."""
    for cause in case.causes:
        for path, start, end in _periods(case, f"causes/{cause.id}"):
            if notice and start > notice:
                yield rules["cause_after_notice"].finding(
                    path, date=_shown(start), notice=_shown(notice)
                )
            elif written and end > written:
                yield rules["cause_after_letter"].finding(
                    path, date=_shown(end), letter=_shown(written)
                )


def _before_cause(case: Case, rules: RuleBook) -> Iterator[Finding]:
    """A deed that was done before the period of every cause it answers began."""
    begun = {
        cause.id: min((start for _, start, _ in _periods(case, f"causes/{cause.id}")), default=None)
        for cause in case.causes
    }
    for action in case.corrective:
        starts = [begun.get(ref) for ref in action.answers]
        known = [start for start in starts if start is not None]
        done = day(action.done)
        if done and known and len(known) == len(starts) and done < min(known):
            yield rules["deed_before_cause"].finding(
                f"corrective/{action.id}/done", date=_shown(done), start=_shown(min(known))
            )


def _after_notice(
    case: Case, shelf: Shelf, rules: RuleBook, notice: date | None
) -> Iterator[Finding]:
    """An invoice issued after the notice says nothing about what was sold before it."""
    kinds = {kind.id for kind in shelf.for_case(case).evidence if kind.demand == "invoices"}
    for n, exhibit in enumerate(case.evidence, 1):
        when = day(exhibit.date)
        if notice and when and when > notice and exhibit.kind in kinds:
            yield rules["invoice_after_notice"].finding(
                f"evidence/{exhibit.id}/date", n=n, date=_shown(when), notice=_shown(notice)
            )


def _periods(case: Case, path: str) -> Iterator[tuple[str, date, date]]:
    """The periods that a cause gives: its own, and the one its phrase asks for."""
    for place in (f"{path}/period", f"{path}/slots/period"):
        found = _period(look(case, place))
        if found:
            yield place, *found


def _period(answer: Answer) -> tuple[date, date] | None:
    if not isinstance(answer, Mapping):
        return None
    start, end = (day(str(answer.get(key, ""))) for key in ("from", "to"))
    return (start, end) if start and end and start <= end else None


def _shown(when: date) -> str:
    return show_date(when.isoformat(), language())
