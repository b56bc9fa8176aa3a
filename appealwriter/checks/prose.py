"""The prose rules on a letter: what stands in it that a strict reviewer would hold against it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter

from appealwriter.checks.letter_flaws import letter_findings
from appealwriter.checks.parts import LetterParts
from appealwriter.checks.phrases import Span
from appealwriter.checks.rules import ProseRule, RuleBook
from appealwriter.model.finding import Finding, Where

MOST_PLACES = 3
MOST_OF_TEXT = 0.5
_QUOTED = re.compile(
    r"\"[^\"\n]{2,400}\"|“[^”\n]{2,400}”|«[^»\n]{2,400}»|「[^」\n]{2,400}」|『[^』\n]{2,400}』"
    r"|^[ \t]*>[^\n]*",
    re.MULTILINE,
)


def prose_findings(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """What the rules of the letter's language find, place by place, then what the whole lacks.

    A rule speaks at most three times, once for a sentence; quoted passages are not judged.
    """
    for rule in rules.prose_for(parts.language):
        yield from _places(parts, rule)
    yield from letter_findings(parts, rules)


def hits(parts: LetterParts, rule: ProseRule) -> dict[int, list[Span]]:
    """Every place that a rule finds outside quotations, by the number of its sentence."""
    found: dict[int, list[Span]] = defaultdict(list)
    scope = _scope(parts, rule)
    quotes: list[Span] | None = None
    for pattern in rule.patterns:
        for number, span in parts.page.all(pattern):
            if not scope[number] or _overlaps(span, found[number]):
                continue
            if quotes is None:
                quotes = _quotes(parts.text)
            if not _inside(span, quotes):
                found[number].append(span)
    return {number: spans for number, spans in sorted(found.items()) if spans}


def _places(parts: LetterParts, rule: ProseRule) -> Iterator[Finding]:
    """The first places that a rule finds, if there are enough of them."""
    found = hits(parts, rule)
    if sum(map(len, found.values())) < parts.cues.at_least.get(rule.rule.id, 1):
        return
    if rule.rule.id in parts.cues.most and share(parts, found) < MOST_OF_TEXT:
        return
    for number in list(found)[:MOST_PLACES]:
        start, end = min(found[number])
        where = Where(parts.sentences[number][2], start, end, parts.text[start:end])
        yield Finding(rule.rule.id, rule.rule.level, where=where, flaw=rule.rule.flaw)


@lru_cache(maxsize=8)
def _quotes(text: str) -> list[Span]:
    return [found.span() for found in _QUOTED.finditer(text)]


def _scope(parts: LetterParts, rule: ProseRule) -> list[bool]:
    """For each sentence, whether the rule reads it."""
    wanted = [not rule.sections or name in rule.sections for _, _, name in parts.sentences]
    skips = parts.cues.skips_under.get(rule.rule.id, ())
    wanted = [w and u not in skips for w, u in zip(wanted, parts.under, strict=True)]
    sign = parts.cues.unless_sign.get(rule.rule.id)
    if sign:
        for number in parts.page.holding(parts.cues.signs[sign][parts.language]):
            for near in range(max(0, number - 1), min(number + 2, len(wanted))):
                wanted[near] = False
    return wanted


def _inside(span: Span, quotes: list[Span]) -> bool:
    before = bisect_right(quotes, span[0], key=itemgetter(0))
    return before > 0 and span[1] <= quotes[before - 1][1]


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def share(parts: LetterParts, numbers: Iterable[int]) -> float:
    """How much of the letter's text these sentences are."""
    sizes = [end - start for start, end, _ in parts.sentences]
    return sum(sizes[n] for n in numbers) / max(1, sum(sizes))
