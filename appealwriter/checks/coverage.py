"""Demand by demand: which part of the letter answers it, with which exhibits, and how well."""

from dataclasses import dataclass

from appealwriter.base.words import Words
from appealwriter.model.case import Case, Demand, Exhibit
from appealwriter.model.deeds import in_force, is_done
from appealwriter.model.letter import Letter, Section
from appealwriter.model.sections import LIST_OF
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.structures import PLAN_PARTS

_NO_ANSWER_NEEDED = ("nothing", "acknowledge_only", "video_call")


@dataclass(frozen=True, slots=True)
class Covered:
    """One demand and what answers it. `verdict` is "answered", "weak" or "missing"; `section` the
    part of the letter, `exhibits` ids of evidence, `path` the place to mend it, `lacking` the
    numbers of causes for which the part says nothing."""

    demand: Demand
    name: Words
    section: str
    exhibits: tuple[str, ...]
    verdict: str
    path: str
    lacking: tuple[int, ...] = ()


def coverage(case: Case, letter: Letter, shelf: Shelf) -> tuple[Covered, ...]:
    """Every demand that the seller has not rejected, in the notice's order."""
    return tuple(
        _covered(case, letter, shelf, demand)
        for demand in case.notice.demands
        if demand.state != "rejected" and demand.asks_for not in _NO_ANSWER_NEEDED
    )


def _covered(case: Case, letter: Letter, shelf: Shelf, demand: Demand) -> Covered:
    name = shelf.terms["asks_for"].get(demand.asks_for, Words())
    if demand.asks_for in PLAN_PARTS:
        section = letter.section(demand.asks_for)
        if section is None and (points := letter.section("points")):  # a dispute gives no cause
            return Covered(demand, name, "points", _cited(case, points), _said(points), "points")
        place = LIST_OF[demand.asks_for]
        lacking = causes_without(case, place)
        verdict = "missing" if lacking else _verdict(case, letter, demand.asks_for)
        exhibits = _cited(case, section)
        return Covered(demand, name, demand.asks_for, exhibits, verdict, place, lacking)
    there = [e for e in case.evidence if answers(case, shelf, e, demand)]
    whole = all(exhibit.file for exhibit in there)
    verdict = ("answered" if whole else "weak") if there else "missing"
    exhibits = tuple(exhibit.id for exhibit in there)
    listed = "documents" if letter.section("documents") else "exhibits"
    return Covered(demand, name, listed if there else "", exhibits, verdict, "evidence")


def causes_without(case: Case, place: str) -> tuple[int, ...]:
    """The numbers of the causes that no finished action ("corrective") or no measure
    ("preventive") answers."""
    if place == "corrective":
        answered = {
            ref for action in case.corrective if is_done(case, action) for ref in action.answers
        }
    elif place == "preventive":
        answered = {ref for measure in case.preventive for ref in measure.answers}
    else:
        return ()
    return tuple(n for n, cause in enumerate(case.causes, 1) if cause.id not in answered)


def answers(case: Case, shelf: Shelf, exhibit: Exhibit, demand: Demand) -> bool:
    """True where an exhibit is there for a demand: said so by the seller, or by its kind."""
    if demand.id in exhibit.proves:
        return True
    kinds = {kind.id: kind for kind in shelf.for_case(case).evidence}
    kind = kinds.get(exhibit.kind)
    return kind is not None and kind.demand == demand.asks_for


def is_held(case: Case, letter: Letter, part: str) -> bool:
    """True where the letter holds a part: a deed that is done, a control that runs or is planned,
    at least one whole sentence."""
    if part == "corrective_actions":
        return any(is_done(case, action) for action in case.corrective)
    if part == "preventive_actions":
        return bool(case.preventive) and _said(letter.section(part)) != "missing"
    return _said(letter.section(part)) != "missing"


def _verdict(case: Case, letter: Letter, part: str) -> str:
    """How well one of the three parts answers the demand for it."""
    if not is_held(case, letter, part):
        return "missing"
    if part == "preventive_actions" and not any(in_force(case, m) for m in case.preventive):
        return "weak"
    return _said(letter.section(part))


def _said(section: Section | None) -> str:
    if section is None:
        return "missing"
    sentences = [s for block in section.blocks for s in block.sentences()]
    whole = [s for s in sentences if not s.has_gap]
    if not whole:
        return "missing"
    return "answered" if len(whole) == len(sentences) else "weak"


def _cited(case: Case, section: Section | None) -> tuple[str, ...]:
    """The exhibits that a section refers to, in the order of their numbers."""
    if section is None:
        return ()
    paths = {span.path for s in section.sentences() for span in s.spans if span.path}
    return tuple(e.id for e in case.evidence if f"evidence/{e.id}" in paths)
