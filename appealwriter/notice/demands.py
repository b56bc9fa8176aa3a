"""What a notice asks for: one demand for each thing, in its own words."""

from collections.abc import Mapping
from dataclasses import dataclass

from appealwriter.model.case import Demand
from appealwriter.model.terms import ASKS_FOR
from appealwriter.notice.cues import Cues, CueSet, within
from appealwriter.notice.sentences import Page, Sentence

_CONSEQUENCES = ("consequence", "next", "help")


@dataclass(frozen=True, slots=True)
class Asked:
    """All demands in order of the text, and whether they come to a plan of action."""

    demands: tuple[Demand, ...] = ()
    plan: bool = False
    plan_place: tuple[int, int] | None = None
    error_only: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """What is asked for, each once."""
        return tuple(dict.fromkeys(demand.asks_for for demand in self.demands))


def find_demands(page: Page, cues: Cues) -> Asked:
    """Read every request of `page`; those for other complaints only count if nothing else is."""
    main = [s for s in page.sentences if s.section != "otherwise"]
    known = within(cues.demands, page.folded)
    asked = _asked(page, main, known)
    return asked if asked.demands else _asked(page, list(page.sentences), known)


def _asked(page: Page, sentences: list[Sentence], sets: Mapping[str, CueSet]) -> Asked:
    first: dict[str, tuple[int, int]] = {}
    sections: dict[str, set[str]] = {}
    plan_place: tuple[int, int] | None = None
    plan_outside_error = False
    for sentence in sentences:
        if sentence.heading:
            continue
        said = page.folded[sentence.start : sentence.end]
        for one in sets.values():
            if not _is_asked(one, sentence) or _weight(one, said) <= 0:
                continue
            place = (sentence.start, sentence.end)
            sections.setdefault(one.id, set()).add(sentence.section)
            if one.traits.get("plan"):
                plan_outside_error |= sentence.section != "error"
                plan_place = plan_place or place
            goal = one.trait("asks_for") or one.id
            if goal in ASKS_FOR:
                first.setdefault(goal, place)
    plan = plan_place is not None
    ordered = sorted(first.items(), key=lambda item: (item[1], ASKS_FOR.index(item[0])))
    demands = tuple(_demand(page, n, goal, place) for n, (goal, place) in enumerate(ordered, 1))
    return Asked(demands, plan, plan_place, error_only=plan and not plan_outside_error)


def _is_asked(one: CueSet, sentence: Sentence) -> bool:
    if one.traits.get("counts_anywhere"):
        return sentence.section != "help"
    return sentence.asked and sentence.section not in _CONSEQUENCES


def _weight(one: CueSet, said: str) -> float:
    best = worst = 0.0
    for cue in one.cues:
        if cue.weight > best and cue.search(said):
            best = cue.weight
        elif cue.weight < worst and cue.search(said):
            worst = cue.weight
    return best + worst


def _demand(page: Page, number: int, goal: str, place: tuple[int, int]) -> Demand:
    start, end = place
    text = page.text
    while start < end and (text[start].isspace() or text[start] in "-–—*•·"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Demand(f"d{number}", goal, text[start:end], start=start, end=end)
