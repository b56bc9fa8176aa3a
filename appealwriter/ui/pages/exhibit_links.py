"""Changing the list of exhibits, so that what an exhibit proves is said the same on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from appealwriter.base.words import Words
from appealwriter.checks.coverage import Covered
from appealwriter.model import place
from appealwriter.model.case import Case, Exhibit
from appealwriter.model.exhibits import cited_by, without_citations
from appealwriter.playbooks.shelf import Shelf

_PARTS = {"corrective": "corrective", "preventive": "preventive", "points": "point"}


@dataclass(frozen=True, slots=True)
class Claim:
    """Something an exhibit may prove: `part` is demands, causes, corrective, preventive or points,
    `number` its place there."""

    id: str
    part: str
    number: int

    @property
    def path(self) -> str:
        """Where it is answered."""
        return f"notice/demands/{self.id}" if self.part == "demands" else f"{self.part}/{self.id}"


@dataclass(frozen=True, slots=True)
class Lack:
    """A document that is still to be found: its kind (may be empty), name, and for what."""

    kind: str
    title: Words
    claims: tuple[str, ...]


def claims(case: Case) -> tuple[Claim, ...]:
    """All that exhibits of this case may prove, in the order of the steps."""
    ids = {
        "demands": [d.id for d in case.notice.demands if d.state != "rejected"],
        "causes": [cause.id for cause in case.causes],
        "corrective": [action.id for action in case.corrective],
        "preventive": [measure.id for measure in case.preventive],
        "points": [point.id for point in case.points],
    }
    return tuple(
        Claim(key, part, number) for part, keys in ids.items() for number, key in enumerate(keys, 1)
    )


def proven(case: Case, exhibit_id: str) -> tuple[Claim, ...]:
    """What an exhibit is said to prove, on its own side or on the action's."""
    exhibit = place.look(case, f"evidence/{exhibit_id}")
    cited = cited_by(case, exhibit_id)
    return tuple(c for c in claims(case) if c.id in exhibit.proves or c.id in cited)


def with_proof(case: Case, exhibit_id: str, claim_id: str, *, on: bool) -> Case:
    """`case` where the exhibit proves the claim, or no longer does; an action or measure then
    names the exhibit too, so that the letter cites it."""
    exhibit = place.look(case, f"evidence/{exhibit_id}")
    case = place.put(case, f"evidence/{exhibit_id}/proves", _with(exhibit.proves, claim_id, on=on))
    for part in _PARTS:
        item = place.look(case, f"{part}/{claim_id}")
        if item is not None:
            exhibits = _with(item.exhibits, exhibit_id, on=on)
            case = place.put(case, f"{part}/{claim_id}/exhibits", exhibits)
    return case


def without(case: Case, exhibit_id: str) -> Case:
    """`case` without the exhibit and without what pointed to it."""
    path = f"evidence/{exhibit_id}"
    case = without_citations(place.remove(case, path), exhibit_id)
    kept = tuple(i for i in case.ignored if i.path != path and not i.path.startswith(f"{path}/"))
    return replace(case, ignored=kept)


def moved(case: Case, exhibit_id: str, by: int) -> Case:
    """`case` with the exhibit `by` places further down; numbers follow the places."""
    items = list(case.evidence)
    start = next(n for n, item in enumerate(items) if item.id == exhibit_id)
    target = start + by
    if 0 <= target < len(items):
        items.insert(target, items.pop(start))
    return replace(case, evidence=tuple(items))


def added(case: Case, exhibits: Sequence[Exhibit]) -> Case:
    """`case` with these exhibits at the end, each with an id of its own."""
    for exhibit in exhibits:
        fresh = place.fresh_id(case.evidence, "e")
        case = place.add(case, "evidence", replace(exhibit, id=fresh))
    return case


def still_needed(case: Case, shelf: Shelf, coverage: Sequence[Covered]) -> tuple[Lack, ...]:
    """Documents that demands ask for and that no exhibit is, and those that the chosen actions
    and measures name as their proof."""
    kinds = {kind.id: kind for kind in shelf.for_case(case).evidence}
    found: dict[str, Lack] = {}
    for covered in coverage:
        if covered.path == "evidence" and covered.verdict == "missing":
            kind = next((k for k in kinds.values() if k.demand == covered.demand.asks_for), None)
            key = kind.id if kind else covered.demand.id
            lack = Lack(kind.id if kind else "", covered.name, (covered.demand.id,))
            found[key] = _joined(found.get(key), lack)
    here = {exhibit.kind for exhibit in case.evidence}
    for part, name in _PARTS.items():
        for item in place.look(case, part):
            phrase = None if item.own else shelf.phrase(case, item.phrase, name)
            for kind_id in phrase.proof if phrase and not item.exhibits else ():
                if kind_id in kinds and kind_id not in here:
                    lack = Lack(kind_id, kinds[kind_id].title, (item.id,))
                    found[kind_id] = _joined(found.get(kind_id), lack)
    return tuple(found.values())


def _joined(known: Lack | None, more: Lack) -> Lack:
    return replace(known, claims=(*known.claims, *more.claims)) if known else more


def _with(ids: tuple[str, ...], wanted: str, *, on: bool) -> tuple[str, ...]:
    others = tuple(known for known in ids if known != wanted)
    if not on:
        return others
    return ids if wanted in ids else (*ids, wanted)
