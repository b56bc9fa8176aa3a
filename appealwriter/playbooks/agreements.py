"""Answers of a playbook that must fit each other: its `[[agree]]` tables."""

from collections.abc import Iterator

from appealwriter.base.i18n import tr
from appealwriter.playbooks.book import Agreement
from appealwriter.playbooks.tables import Table

SIZES = {
    "ratio": 3,
    "rest": 3,
    "sum": 2,
    "at_least": 2,
    "within": 2,
    "dated_within": 1,
    "same": 2,
}
"""The kinds of agreement, and how many figures each names at least."""


def read_agreements(table: Table) -> Iterator[Agreement]:
    """Every `[[agree]]` of a file: one kind, its figures in order, days where it counts them. A
    list within the list is added up first."""
    for item in table.tables("agree"):
        kinds = [kind for kind in SIZES if kind in item.raw]
        if len(kinds) != 1:
            advice = tr("Choose one of: {choices}.", choices=", ".join(SIZES))
            raise item.error(tr("“{key}” is missing.", key=" / ".join(SIZES)), advice)
        kind = kinds[0]
        given = item.get(kind, list)
        terms = tuple(_names(item, kind, term) for term in given)
        if len(terms) < SIZES[kind]:
            raise item.error(tr("“{key}” has the wrong type.", key=kind))
        days = int(item.get("days", int)) if kind == "dated_within" else 0
        item.done()
        yield Agreement(kind, terms, days)


def _names(table: Table, key: str, term: object) -> tuple[str, ...]:
    names = term if isinstance(term, list) else [term]
    if not names or not all(isinstance(name, str) for name in names):
        raise table.error(tr("“{key}” has the wrong type.", key=key))
    return tuple(map(str, names))
