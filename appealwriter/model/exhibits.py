"""What refers to exhibits: one place that knows every list of the case whose items cite them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from appealwriter.model.case import Case, CorrectiveAction, Point, PreventiveMeasure

Citing: TypeAlias = CorrectiveAction | PreventiveMeasure | Point

CITING = ("corrective", "preventive", "points", "requests", "corrections")
"""The lists of a case whose items name exhibits."""


def citing(case: Case) -> Iterator[Citing]:
    """Everything that may name an exhibit, list by list."""
    for name in CITING:
        yield from getattr(case, name)


def cited_by(case: Case, exhibit_id: str) -> list[str]:
    """The ids of what names the exhibit."""
    return [item.id for item in citing(case) if exhibit_id in item.exhibits]


def without_citations(case: Case, exhibit_id: str) -> Case:
    """`case` in which nothing names the exhibit any more."""
    changes: dict[str, Any] = {
        name: tuple(
            replace(item, exhibits=tuple(e for e in item.exhibits if e != exhibit_id))
            for item in getattr(case, name)
        )
        for name in CITING
    }
    return replace(case, **changes)
