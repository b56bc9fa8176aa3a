"""Weighing: how loudly each answer's cues speak, and the words that do."""

from dataclasses import dataclass

from appealwriter.model.reading import Span
from appealwriter.notice.cues import Cue, CueSet, CueSets
from appealwriter.notice.sentences import Page

# A further pattern of the same weight says much the same again.
_ECHO = 0.4


@dataclass(frozen=True, slots=True)
class Weighed:
    """One answer's score and the places that speak for it, loudest first."""

    id: str
    score: float
    spans: tuple[Span, ...] = ()


def weigh(page: Page, cue_set: CueSet, by_section: bool = True) -> Weighed:
    """Add up the cues of `cue_set` found on `page`.

    With `by_section` a cue counts by the sentence it stands in: fully where the notice says why,
    little in an aside about funds or help pages.
    """
    best: dict[float, list[tuple[float, Span]]] = {}
    for cue in cue_set.cues:
        if not cue.may_be_in(page.folded):
            continue
        counts, span = _loudest(page, cue, by_section)
        if counts:
            best.setdefault(cue.weight, []).append((counts, span))
    score = 0.0
    places: list[tuple[float, Span]] = []
    for weight, found in best.items():
        found.sort(key=lambda item: -item[0])
        score += weight * found[0][0] + sum(weight * _ECHO * n for n, _ in found[1:])
        if weight > 0:
            places += [(weight * n, span) for n, span in found]
    places.sort(key=lambda item: (-item[0], item[1]))
    return Weighed(cue_set.id, round(score, 3), tuple(span for _, span in places))


def _loudest(page: Page, cue: Cue, by_section: bool) -> tuple[float, Span]:
    """Where the cue counts most, and how much; 0 where it is not found."""
    loudest = 0.0
    span: Span = (0, 0)
    for match in cue.pattern.finditer(page.folded):
        sentence = page.at(match.start())
        counts = sentence.weight if sentence and by_section else 1.0
        if counts > loudest and match.end() > match.start():
            loudest, span = counts, match.span()
        if not by_section:
            break
    return loudest, span


def weigh_all(page: Page, sets: CueSets, by_section: bool = True) -> dict[str, Weighed]:
    """Every set of `sets` weighed, by id."""
    return {name: weigh(page, one, by_section) for name, one in sets.items()}


def ranked(weighed: dict[str, Weighed]) -> list[Weighed]:
    """Loudest first; equals by id, so that the order never changes."""
    return sorted(weighed.values(), key=lambda one: (-one.score, one.id))
