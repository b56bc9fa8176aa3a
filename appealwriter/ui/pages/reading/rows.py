"""What stands in the rows of the reading, and which words of the notice each was read from."""

from dataclasses import dataclass, replace
from datetime import date

from appealwriter.base.dates import show_date
from appealwriter.base.i18n import language, listed, said, tr
from appealwriter.model.case import Case, Demand
from appealwriter.model.due import due_day
from appealwriter.model.reading import Reading, Span
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.frame.days import left_words
from appealwriter.ui.pages.reading.settle import LISTS, READ, REJECTED, state_of
from appealwriter.ui.parts import ReadingView

_LONGEST = 110
_SHOWN_IDS = 4
_DOUBTS = {"deadline": "due"}


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of the notice that a row was read from; `number` stands in row and text."""

    number: int
    row: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows about the notice, those of its demands, and the marks of both."""

    facts: tuple[ReadingView, ...]
    demands: tuple[ReadingView, ...]
    marks: tuple[Mark, ...]

    def number(self, row: str) -> int:
        """The number of a row's words, 0 where it has none."""
        return next((mark.number for mark in self.marks if mark.row == row), 0)


def make_rows(case: Case, reading: Reading, shelf: Shelf, today: date) -> Rows:
    """All rows of a case's notice. A rejected row shows what was read."""
    makers = {"reason": _reason, "kind": _kind, "platform": _platform}
    views = [maker(case, reading, shelf) for maker in makers.values()]
    views += [_date(case, reading), _deadline(case, reading, today)]
    views += [_ids(case, reading, row) for row in LISTS if _ids_of(case, reading, row)]
    demands = [_demand(demand, n, shelf) for n, demand in enumerate(case.notice.demands, 1)]
    spans = {view.id: reading.spans.get(view.id, ()) for view in views}
    spans |= {d.id: ((d.start, d.end),) for d in case.notice.demands if d.start >= 0}
    marks = tuple(
        Mark(number, row, places)
        for number, (row, places) in enumerate(((r, p) for r, p in spans.items() if p), 1)
    )
    numbers = {mark.row: (mark.number,) for mark in marks}
    views = [_doubted(view, case, reading) for view in views]
    return Rows(
        tuple(replace(view, numbers=numbers.get(view.id, ())) for view in views),
        tuple(replace(view, numbers=numbers.get(view.id, ())) for view in demands),
        marks,
    )


def quoted(words: tuple[str, ...], longest: int = _LONGEST) -> str:
    """The notice's own words in quotation marks, each of at most `longest` letters."""
    apart = [one for one in words if not any(one in other and one != other for other in words)]
    return " · ".join(
        tr("“{words}”", words=short(one, longest)) for one in dict.fromkeys(apart) if one
    )


def short(words: str, longest: int = _LONGEST) -> str:
    """One line of at most `longest` letters."""
    words = " ".join(words.split())
    return words if len(words) <= longest else words[: longest - 1] + "…"


def reason_words(shelf: Shelf, platform: str, reason: str) -> str:
    """What a reason is called."""
    known = shelf.platforms.get(platform)
    found = known.reasons.get(reason) if known else None
    name = found.name.any(language()) if found else tr("Another reason")
    return name[:1].upper() + name[1:]


def term(shelf: Shelf, group: str, key: str) -> str:
    """What a route, kind or demand is called; the id where it has no name."""
    words = shelf.terms.get(group, {}).get(key)
    return words.any(language()) if words else key


def _reason(case: Case, reading: Reading, shelf: Shelf) -> ReadingView:
    rejected = state_of(case, "reason") == REJECTED
    source = reading if rejected else case
    value = reason_words(shelf, case.platform, source.reason_detail or source.reason)
    first = reading.candidates[:1]
    parts = [quoted(first[0].because[:2])] if first else []
    others = [reason_words(shelf, case.platform, one.reason) for one in reading.candidates[1:4]]
    if others:
        parts.append(tr("also considered: {reasons}", reasons=listed(dict.fromkeys(others))))
    return _view(case, "reason", tr("Reason"), value, " · ".join(filter(None, parts)))


def _kind(case: Case, reading: Reading, shelf: Shelf) -> ReadingView:
    kind = reading.kind if state_of(case, "kind") == REJECTED else case.notice.kind
    value = term(shelf, "kind", kind) if kind else _nothing()
    return _view(case, "kind", tr("Kind"), value, quoted(reading.kind_words[:2]))


def _platform(case: Case, reading: Reading, shelf: Shelf) -> ReadingView:
    known = shelf.platforms.get(case.platform)
    value = known.place(case.marketplace, language()) if known else case.platform
    return _view(case, "platform", tr("Platform"), value, "")


def _date(case: Case, reading: Reading) -> ReadingView:
    day = reading.date if state_of(case, "date") == REJECTED else case.notice.date
    value = show_date(day, language()) or day or _nothing()
    return _view(case, "date", tr("Date"), value, "")


def _deadline(case: Case, reading: Reading, today: date) -> ReadingView:
    rejected = state_of(case, "deadline") == REJECTED
    deadline = reading.deadline if rejected else case.notice.deadline
    if deadline is None:
        return _view(case, "deadline", tr("Deadline"), tr("No deadline in the notice"), "")
    due = due_day(deadline, case.notice.date)
    if due is None:
        value = deadline.date or tr("“{words}”", words=short(deadline.words))
    else:
        value = f"{show_date(due.isoformat(), language())} · {left_words(due, today)}"
    words = quoted((deadline.words,)) if due or deadline.date else ""
    return _view(case, "deadline", tr("Deadline"), value, words)


def _ids(case: Case, reading: Reading, row: str) -> ReadingView:
    names = {
        "asins": "ASIN",
        "order_ids": tr("Orders"),
        "case_ids": tr("Case ID"),
        "brands": tr("Brands"),
    }
    ids = _ids_of(case, reading, row)
    value = " · ".join(one.replace("-", "\u2011") for one in ids[:_SHOWN_IDS])
    sub = ""
    if len(ids) > _SHOWN_IDS:
        value += " …"
        sub = tr("{n} in all", n=len(ids))
    return _view(case, row, names[row], value, sub)


def _ids_of(case: Case, reading: Reading, row: str) -> tuple[str, ...]:
    read: tuple[str, ...] = getattr(reading, row)
    kept: tuple[str, ...] = getattr(case.notice, row)
    return kept or read


def _demand(demand: Demand, number: int, shelf: Shelf) -> ReadingView:
    words = quoted((demand.words,)) if demand.words else tr("Added by you")
    return ReadingView(
        demand.id,
        tr("Demand {n}", n=number),
        term(shelf, "asks_for", demand.asks_for),
        words,
        state=demand.state,
    )


def _view(case: Case, row: str, name: str, value: str, sub: str) -> ReadingView:
    return ReadingView(row, name, value, sub, state=state_of(case, row))


def _doubted(view: ReadingView, case: Case, reading: Reading) -> ReadingView:
    """Where the reader was not sure and nothing was said yet, the row says why."""
    why = said(reading.unsure.get(_DOUBTS.get(view.id, view.id), ""))
    known = view.id == "deadline" and due_day(case.notice.deadline, case.notice.date)
    if not why or known or view.state != READ:
        return view
    sub = " · ".join(filter(None, (why, view.sub)))
    return replace(view, state="not_sure", sub=sub)


def _nothing() -> str:
    return tr("Not found in the notice")
