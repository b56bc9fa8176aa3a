"""The prose rules on a letter: what stands in it that a strict reviewer would hold against it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from appealwriter.checks.letter_flaws import letter_findings
from appealwriter.checks.parts import LetterParts
from appealwriter.checks.phrases import Span
from appealwriter.checks.rules import ProseRule, RuleBook
from appealwriter.model.finding import Finding, Where

MOST_PLACES = 3
_MOST_OF_TEXT = 0.5
_QUOTED = re.compile(
    r"\"[^\"\n]{2,400}\"|“[^”\n]{2,400}”|«[^»\n]{2,400}»|「[^」\n]{2,400}」|『[^』\n]{2,400}』"
    r"|^[ \t]*>[^\n]*",
    re.MULTILINE,
)


def prose_findings(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """What the rules of the letter's language find, place by place, then what the whole lacks.

    A rule speaks at most three times, once for a sentence; quoted passages are not judged.
    """
    quotes = [found.span() for found in _QUOTED.finditer(parts.text)]
    for rule in rules.prose_for(parts.language):
        yield from _places(parts, rule, quotes)
    yield from letter_findings(parts, rules)


def _places(parts: LetterParts, rule: ProseRule, quotes: list[Span]) -> Iterator[Finding]:
    """The first places that a rule finds, if there are enough of them."""
    hits: dict[int, list[Span]] = defaultdict(list)
    scope = _scope(parts, rule)
    for pattern in rule.patterns:
        for number, span in parts.page.all(pattern):
            if scope[number] and not _inside(span, quotes) and not _overlaps(span, hits[number]):
                hits[number].append(span)
    told = sorted(number for number, spans in hits.items() if spans)
    if sum(len(hits[number]) for number in told) < parts.cues.at_least.get(rule.rule.id, 1):
        return
    if rule.rule.id in parts.cues.most and _share(parts, told) < _MOST_OF_TEXT:
        return
    for number in told[:MOST_PLACES]:
        start, end = min(hits[number])
        where = Where(parts.sentences[number][2], start, end, parts.text[start:end])
        yield Finding(rule.rule.id, rule.rule.level, where=where, flaw=rule.rule.flaw)


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


def _share(parts: LetterParts, numbers: list[int]) -> float:
    """How much of the letter's text these sentences are."""
    sizes = [end - start for start, end, _ in parts.sentences]
    return sum(sizes[n] for n in numbers) / max(1, sum(sizes))
