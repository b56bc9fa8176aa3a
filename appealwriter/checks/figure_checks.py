"""Answers held against each other and against the platform's limits, as a reviewer would."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from appealwriter.base.dates import show_date
from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, listed
from appealwriter.base.text import fold_width, script_language
from appealwriter.checks.rules import RuleBook
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case
from appealwriter.model.deeds import day
from appealwriter.model.finding import Finding
from appealwriter.model.place import look
from appealwriter.playbooks.book import Agreement, Playbook
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import Period, SlotSpec, Threshold, Value, read_value

_LEAST_SLACK = Decimal("0.1")  # per cent: platforms cut where others round
_PERCENT = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?) ?[%％]")
_TENTH = Decimal("0.1")


def figure_findings(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    """Figures that contradict each other, then rates that lie within their limits."""
    sums = _Sums(case, shelf)
    for agreement in sums.book.agreements:
        yield from _disagreement(sums, agreement, rules)
    if shelf.structure(case).admits:
        yield from _within_limits(sums, rules)


class _Sums:
    """The figures of a case, read by what its playbook says they are."""

    def __init__(self, case: Case, shelf: Shelf) -> None:
        self.case, self.shelf = case, shelf
        self.book: Playbook = shelf.for_case(case)

    def fact(self, name: str) -> Value | None:
        """The answer to a fact; None where there is none that can be read."""
        spec = self.book.fact(name)
        return _read(spec, self.case.facts.get(name)) if spec else None

    def figure(self, name: str) -> Decimal | None:
        """A count, a rate, or the length of a list."""
        found = self.fact(name)
        if isinstance(found, tuple):
            return Decimal(len(found))
        return Decimal(found) if isinstance(found, int | Decimal) else None

    def all_of(self, term: Sequence[str]) -> tuple[Decimal, ...]:
        """The figures of a term; empty while one of them is open."""
        found = [self.figure(name) for name in term]
        return tuple(f for f in found if f is not None) if None not in found else ()

    def in_causes(self, name: str) -> tuple[Decimal, ...]:
        """The counts that the causes give in the slot of that name."""
        found = []
        for cause in self.case.causes:
            phrase = self.shelf.phrase(self.case, cause.phrase, "cause")
            spec = phrase.slots.get(name) if phrase and not cause.own else None
            value = _read(spec, cause.slots.get(name)) if spec and spec.type == "count" else None
            if isinstance(value, int):
                found.append(Decimal(value))
        return tuple(found)

    def named(self, names: Sequence[str]) -> str:
        """ "late orders: 58, orders: 1,200": the facts with their figures."""
        return listed(f"{self._label(name)} {self._shown(name)}" for name in names)

    def _label(self, name: str) -> str:
        spec = self.book.fact(name)
        return spec.label.any(language()) if spec else name

    def _shown(self, name: str) -> str:
        spec = self.book.fact(name)
        return f"{self.figure(name)}{'%' if spec and spec.type == 'percent' else ''}"


def _read(spec: SlotSpec, answer: Answer) -> Value | None:
    try:
        return read_value(spec, answer)
    except BadInput:  # said already where the answer stands
        return None


def _disagreement(sums: _Sums, agreement: Agreement, rules: RuleBook) -> Iterator[Finding]:
    if agreement.kind == "dated_within":
        yield from _outside_window(sums, agreement, rules)
        return
    if agreement.kind == "same":
        yield from _names_differ(sums, agreement, rules)
        return
    count = {
        "ratio": _ratio,
        "rest": _ratio,
        "sum": _sum,
        "at_least": _at_least,
        "within": _within,
    }[agreement.kind](sums, agreement)
    if count:
        slots = agreement.kind == "within"
        names = [name for term in agreement.terms[slots:] for name in term]
        told = [name for name in names if sums.figure(name) is not None]
        path = f"facts/{told[-1]}"
        yield rules["figures_disagree"].finding(path, figures=sums.named(told), count=count)


def _ratio(sums: _Sums, agreement: Agreement) -> str:
    """How the rate comes out where it is none of those given. An order may be counted in two
    parts, so several parts make anything from the greatest to their sum."""
    parts, base = sums.all_of(agreement.terms[0]), _total(sums.all_of(agreement.terms[1]))
    given = [rate for term in agreement.terms[2:] for rate in sums.all_of(term)]
    if not parts or not base or not given:
        return ""
    least, most = 100 * max(parts) / base, 100 * _total(parts) / base
    if agreement.kind == "rest":
        least, most = 100 - most, 100 - least
    if any(least - _slack(rate) <= rate <= most + _slack(rate) for rate in given):
        return ""
    taken = base - _total(parts) if agreement.kind == "rest" else _total(parts)
    share = (100 * taken / base).quantize(_TENTH, ROUND_HALF_UP)
    return f"{taken} / {base} = {share}%"


def _total(figures: Sequence[Decimal]) -> Decimal:
    return sum(figures, Decimal(0))


def _slack(rate: Decimal) -> Decimal:
    """How far a rate may be off as it was written: one of its last digit."""
    exponent = rate.as_tuple().exponent
    return max(Decimal(1).scaleb(int(exponent)), _LEAST_SLACK)


def _sum(sums: _Sums, agreement: Agreement) -> str:
    parts = [sums.all_of(term) for term in agreement.terms]
    if not all(parts) or sum(map(sum, parts[:-1])) == sum(parts[-1]):
        return ""
    added = [str(sum(part)) for part in parts[:-1]]
    return f"{' + '.join(added)} = {sum(map(sum, parts[:-1]))}"


def _at_least(sums: _Sums, agreement: Agreement) -> str:
    more, less = sums.all_of(agreement.terms[0]), sums.all_of(agreement.terms[-1])
    if not more or not less or not sum(more) or sum(more) >= sum(less):
        return ""  # none at all is said elsewhere
    return f"{sum(more)} < {sum(less)}"


def _within(sums: _Sums, agreement: Agreement) -> str:
    parts = [n for name in agreement.terms[0] for n in sums.in_causes(name)]
    most = sums.all_of(agreement.terms[-1])
    if not parts or not most or sum(parts) <= sum(most):
        return ""
    return f"{' + '.join(map(str, parts))} > {sum(most)}"


def _outside_window(sums: _Sums, agreement: Agreement, rules: RuleBook) -> Iterator[Finding]:
    """Papers dated outside the days before the notice."""
    (name,) = agreement.terms[0]
    dates, notice = sums.fact(name), day(sums.case.notice.date)
    if not isinstance(dates, Period) or notice is None:
        return
    first = notice - timedelta(days=agreement.days)
    if dates.start < first or dates.end > notice:
        yield rules["papers_outside_window"].finding(
            f"facts/{name}",
            dates=_days(dates.start, dates.end),
            window=_days(first, notice),
            days=agreement.days,
        )


def _names_differ(sums: _Sums, agreement: Agreement, rules: RuleBook) -> Iterator[Finding]:
    """A name that is written otherwise than the sender's: capitals, spaces and points aside."""
    (name,), (field,) = agreement.terms
    told, sender = sums.fact(name), look(sums.case, field)
    if not isinstance(told, str) or not sender or script_language(told) != script_language(sender):
        return
    if _letters(told) != _letters(sender):
        yield rules["names_differ"].finding(f"facts/{name}", one=told.strip(), other=sender.strip())


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, fold_width(name).casefold()))


def _days(start: date, end: date) -> str:
    return f"{show_date(start.isoformat(), language())} – {show_date(end.isoformat(), language())}"


def _within_limits(sums: _Sums, rules: RuleBook) -> Iterator[Finding]:
    """Rates that all meet the limit that the notice names leave nothing to admit, unless they are
    the notice's own."""
    notice = {Decimal(n.replace(",", ".")) for n in _PERCENT.findall(sums.case.notice.text)}
    rates = [(f, sums.figure(f.id), f.threshold) for f in sums.book.facts if f.threshold]
    told = [(f, rate, limit) for f, rate, limit in rates if rate is not None and limit]
    if any(rate in notice or limit.limit not in notice for _, rate, limit in told):
        return
    if told and all(f.type == "percent" and _meets(rate, limit) for f, rate, limit in told):
        names = [f.id for f, _, _ in told]
        path = f"facts/{names[0]}"
        yield rules["figures_within_limits"].finding(path, figures=sums.named(names))


def _meets(rate: Decimal, limit: Threshold) -> bool:
    return rate < limit.limit if limit.better == "below" else rate > limit.limit
