"""Exhibits: formats and sizes the platform takes, dates where they matter, and a use for each."""

from collections.abc import Iterator
from datetime import date, timedelta

from appealwriter.base.i18n import listed
from appealwriter.checks.rules import RuleBook
from appealwriter.model.case import Case, Exhibit
from appealwriter.model.exhibits import citing
from appealwriter.model.finding import Finding
from appealwriter.playbooks.shelf import Shelf

_MB = 1_000_000


def evidence_findings(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    """What is wrong with each exhibit, in the order of their numbers."""
    cited = {ref for item in citing(case) for ref in item.exhibits}
    for n, exhibit in enumerate(case.evidence, 1):
        path = f"evidence/{exhibit.id}"
        yield from _file(case, shelf, rules, exhibit, n)
        yield from _age(case, shelf, rules, exhibit, n)
        if not exhibit.proves and exhibit.id not in cited:
            yield rules["exhibit_proves_nothing"].finding(f"{path}/proves", n=n)


def _file(case: Case, shelf: Shelf, rules: RuleBook, exhibit: Exhibit, n: int) -> Iterator[Finding]:
    path = f"evidence/{exhibit.id}"
    platform = shelf.platforms.get(case.platform)
    if not exhibit.file:
        yield rules["exhibit_without_file"].finding(path, n=n)
        return
    if platform is None:
        return
    ending = exhibit.file.rpartition(".")[2].lower()
    if ending not in platform.files:
        accepted = listed(platform.files)
        yield rules["format_not_taken"].finding(path, n=n, ending=ending, accepted=accepted)
    if platform.max_file_mb and exhibit.size > platform.max_file_mb * _MB:
        size = f"{exhibit.size / _MB:.1f}"
        yield rules["file_too_big"].finding(path, n=n, size=size, limit=platform.max_file_mb)


def _age(case: Case, shelf: Shelf, rules: RuleBook, exhibit: Exhibit, n: int) -> Iterator[Finding]:
    """Dates count back from the notice, not from today."""
    kind = next((k for k in shelf.for_case(case).evidence if k.id == exhibit.kind), None)
    if kind is None or not kind.max_age_days:
        return
    path = f"evidence/{exhibit.id}/date"
    try:
        issued = date.fromisoformat(exhibit.date)
        notice = date.fromisoformat(case.notice.date)
    except ValueError:
        if not exhibit.date:
            yield rules["exhibit_undated"].finding(path, n=n, days=kind.max_age_days)
        return
    if issued < notice - timedelta(days=kind.max_age_days):
        yield rules["exhibit_too_old"].finding(path, n=n, date=exhibit.date, days=kind.max_age_days)
