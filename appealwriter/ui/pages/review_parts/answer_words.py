"""Every answer of a case in short words, step by step, to be read through once more."""

from collections.abc import Callable
from dataclasses import dataclass

from appealwriter.base.dates import show_date
from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.checks.case_checks import label
from appealwriter.flow.steps import Step
from appealwriter.letter.format import say
from appealwriter.model.answers import is_empty
from appealwriter.model.case import Case
from appealwriter.model.due import due_day
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import SlotSpec, Unknown, read_value
from appealwriter.ui.pages.review_parts.names import exhibit_title, megabytes, reason_words

Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers of a step: where they are given, all in one line, and one by one."""

    step: Step
    path: str
    summary: str
    lines: tuple[Line, ...] = ()


def answered(case: Case, shelf: Shelf) -> tuple[Answered, ...]:
    """The steps 1 to 7 with what was answered in each."""
    found = []
    pointed = shelf.structure(case).pointed
    for step, (path, lines_of) in _MAKERS.items():
        lines = [line for line in lines_of(case, shelf) if line[1]]
        found.append(Answered(step, path, _summary(step, lines, pointed=pointed), tuple(lines)))
    return tuple(found)


def _summary(step: Step, lines: list[Line], *, pointed: bool) -> str:
    if not lines:
        return tr("Nothing yet")
    if step in (Step.NOTICE, Step.SENDER):
        return " · ".join(value for _, value in lines[:3])
    count = len(lines)
    if step is Step.CAUSES and pointed:
        return trn("{n} point", "{n} points", count)
    return {
        Step.FACTS: trn("{n} answer", "{n} answers", count),
        Step.CAUSES: trn("{n} cause", "{n} causes", count),
        Step.CORRECTIVE: trn("{n} action", "{n} actions", count),
        Step.PREVENTIVE: trn("{n} measure", "{n} measures", count),
        Step.EVIDENCE: trn("{n} exhibit", "{n} exhibits", count),
    }[step]


def _notice(case: Case, shelf: Shelf) -> list[Line]:
    notice = case.notice
    due = due_day(notice.deadline, notice.date)
    return [
        (tr("Reason"), reason_words(shelf, case)),
        (tr("Date of the notice"), _day(notice.date)),
        (tr("Deadline"), _day(due.isoformat()) if due else ""),
        (tr("ASINs"), listed(notice.asins)),
        (tr("Orders"), listed(notice.order_ids)),
        (tr("Case ID"), listed(notice.case_ids)),
    ]


def _sender(case: Case, shelf: Shelf) -> list[Line]:
    sender = case.sender
    return [
        (tr("Shop"), sender.shop),
        (tr("Company"), sender.company),
        (tr("Signed by"), " · ".join(filter(None, (sender.person, sender.role)))),
        (tr("Merchant token"), sender.merchant_token),
        (tr("E-mail"), sender.email),
        (tr("Marketplace"), sender.marketplace),
        (tr("Case ID"), sender.case_id),
        (tr("Date of the letter"), _day(case.letter_date)),
    ]


def _facts(case: Case, shelf: Shelf) -> list[Line]:
    return [
        (_capital(spec.label.any(language())), _said(spec, case, shelf))
        for spec in shelf.for_case(case).facts
        if not is_empty(case.facts.get(spec.id))
    ]


def _said(spec: SlotSpec, case: Case, shelf: Shelf) -> str:
    """An answer in the reader's language; one that cannot be read stands as it was typed."""
    answer = case.facts.get(spec.id)
    try:
        value = read_value(spec, answer)
    except BadInput:
        return str(answer)
    if value is None:
        return ""
    return tr("Not recorded") if isinstance(value, Unknown) else say(value, language(), shelf.units)


def _items(case: Case, shelf: Shelf, part: str) -> list[Line]:
    lines = []
    for number, item in enumerate(getattr(case, part), 1):
        day = _day(getattr(item, "done", "") or getattr(item, "since", ""))
        words = label(case, shelf, item, part) or tr("Not worded yet")
        lines.append((str(number), " · ".join(filter(None, (words, day)))))
    return lines


def _grounds(case: Case, shelf: Shelf) -> list[Line]:
    """Causes, or the points of a letter that gives none."""
    return _items(case, shelf, "points" if shelf.structure(case).pointed else "causes")


def _evidence(case: Case, shelf: Shelf) -> list[Line]:
    return [
        (
            tr("Exhibit {n}", n=number),
            " · ".join(
                filter(
                    None,
                    (
                        exhibit_title(shelf, case, exhibit),
                        exhibit.file,
                        megabytes(exhibit.size),
                    ),
                )
            ),
        )
        for number, exhibit in enumerate(case.evidence, 1)
    ]


def _day(iso: str) -> str:
    return show_date(iso, language()) or iso


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_MAKERS: dict[Step, tuple[str, Callable[[Case, Shelf], list[Line]]]] = {
    Step.NOTICE: ("notice", _notice),
    Step.SENDER: ("sender", _sender),
    Step.FACTS: ("facts", _facts),
    Step.CAUSES: ("causes", _grounds),
    Step.CORRECTIVE: ("corrective", lambda case, shelf: _items(case, shelf, "corrective")),
    Step.PREVENTIVE: ("preventive", lambda case, shelf: _items(case, shelf, "preventive")),
    Step.EVIDENCE: ("evidence", _evidence),
}
