"""Changing the lists of a case: add, double, move and remove causes, actions and measures."""

from dataclasses import replace
from typing import Any, TypeAlias

from appealwriter.model import place
from appealwriter.model.case import Case, CorrectiveAction, PreventiveMeasure
from appealwriter.model.sections import ID_LETTERS

NO_CAUSE = ""
"""Stands for the cause of what answers none."""

Linked: TypeAlias = CorrectiveAction | PreventiveMeasure
"""What answers causes and is proved by exhibits."""

_DATES = {"corrective": "done", "preventive": "since"}


def double(case: Case, part: str, item_id: str) -> tuple[Case, str]:
    """`case` with a copy of an item behind it, and the copy's id. What is dated stays dated only
    in the original: nobody has said yet when the copy was done."""
    items = place.look(case, part)
    fresh = place.fresh_id(items, ID_LETTERS[part])
    changed: list[Any] = []
    for item in items:
        changed.append(item)
        if item.id == item_id:
            date = {_DATES[part]: ""} if part in _DATES else {}
            changed.append(replace(item, id=fresh, **date))
    return place.put(case, part, tuple(changed)), fresh


def move(case: Case, part: str, item_id: str, beyond: str) -> Case:
    """`case` with an item on the other side of its neighbour `beyond`."""
    items = list(place.look(case, part))
    ids = [item.id for item in items]
    if item_id not in ids or beyond not in ids:
        return case
    target = ids.index(beyond)
    items.insert(target, items.pop(ids.index(item_id)))
    return place.put(case, part, tuple(items))


def without(case: Case, part: str, item_id: str) -> Case:
    """`case` without an item and without what pointed to it, so that a later item which gets the
    same id does not inherit it."""
    case = place.remove(case, f"{part}/{item_id}")
    path = f"{part}/{item_id}"
    wording = {key: n for key, n in case.wording.items() if not _below(key, path)}
    ignored = tuple(i for i in case.ignored if not _below(i.path, path))
    rewritten = tuple(r for r in case.rewritten if not _below(r.path, path))
    evidence = tuple(
        replace(e, proves=tuple(ref for ref in e.proves if ref != item_id)) for e in case.evidence
    )
    case = replace(case, wording=wording, ignored=ignored, rewritten=rewritten, evidence=evidence)
    if part != "causes":
        return case
    return replace(
        case,
        corrective=tuple(replace(a, answers=_but(a.answers, item_id)) for a in case.corrective),
        preventive=tuple(replace(m, answers=_but(m.answers, item_id)) for m in case.preventive),
    )


def with_answer(case: Case, path: str, cause_id: str, *, on: bool) -> Case:
    """`case` with the cause among those that the item at `path` answers, or not."""
    answers = set(place.look(case, f"{path}/answers"))
    answers = answers | {cause_id} if on else answers - {cause_id}
    ordered = tuple(cause.id for cause in case.causes if cause.id in answers)
    return place.put(case, f"{path}/answers", ordered)


def by_cause(case: Case, part: str) -> dict[str, list[Linked]]:
    """Actions or measures under the first cause that each of them answers."""
    found: dict[str, list[Linked]] = {}
    for item in place.look(case, part):
        key = next((cause.id for cause in case.causes if cause.id in item.answers), NO_CAUSE)
        found.setdefault(key, []).append(item)
    return found


def _but(answers: tuple[str, ...], cause_id: str) -> tuple[str, ...]:
    return tuple(ref for ref in answers if ref != cause_id)


def _below(path: str, parent: str) -> bool:
    return path == parent or path.startswith(f"{parent}/")
