"""The prose rules on a case's own words. What a playbook says is not judged: it was, when made."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from appealwriter.base.words import Words
from appealwriter.checks.letter_cues import LetterCues
from appealwriter.checks.parts import LetterParts
from appealwriter.checks.phrases import Page
from appealwriter.checks.prose import MOST_OF_TEXT, MOST_PLACES, hits, share
from appealwriter.checks.rules import ProseRule, Rule, RuleBook
from appealwriter.checks.sentences import sentences
from appealwriter.model.case import Case
from appealwriter.model.deeds import is_done
from appealwriter.model.finding import Finding, Where
from appealwriter.model.letter import Letter, Span
from appealwriter.model.sections import SAID_IN
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.playbooks.structures import StructureSpec

_EXCUSES = "excuses"  # where a chain ends in one, the chain's own rule says it better
_SIGNS = ("foreign_script", "look_alike", "full_width")
_ODD = {  # a quick look, so that the rules are loaded only where they may find something
    "en": re.compile("[\u0400-\u04ff\u3000-\u9fff\uff01-\uffee]|BO"),
    "ru": re.compile(
        "[\u3000-\u9fff\uff01-\uffee]|[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"
    ),
}
# Points and corrections are judged as running text: the rules of no part are meant for them.
_JUDGED_AS = {k: part for k, part in SAID_IN.items() if k not in ("points", "corrections")}


@dataclass(frozen=True, slots=True)
class Passage:
    """Texts of one item, read together: for each its path and words; `chained` where they go from
    why to why."""

    section: str
    paths: tuple[str, ...]
    texts: tuple[str, ...]
    chained: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A place in one of a passage's texts that a rule finds."""

    rule: ProseRule
    text: int
    start: int
    end: int


class OwnWords:
    """Judges own words; a passage that did not change is read once."""

    def __init__(self, rules: RuleBook, cues: LetterCues) -> None:
        self._rules, self._cues = rules, cues
        self._read = lru_cache(maxsize=2048)(self._hits)
        self._signs = lru_cache(maxsize=1024)(self._foreign)

    def findings(self, case: Case, form: StructureSpec) -> Iterator[Finding]:
        """What stands in the own words of the letter's language, rule by rule, each at its path
        and with its place in those words."""
        found: dict[str, list[tuple[Passage, _Hit]]] = {}
        for passage in passages(case, form):
            read = self._read(case.letter_language, passage.section, passage.texts, passage.chained)
            for hit in read:
                found.setdefault(hit.rule.rule.id, []).append((passage, hit))
        for name, places in found.items():
            least = self._cues.at_least_own.get(name, self._cues.at_least.get(name, 1))
            if form.id in self._cues.fits.get(name, ()) or len(places) < least:
                continue
            yields = case.reason in self._cues.yields.get(name, ())
            for passage, hit in places[:MOST_PLACES]:
                finding = _finding(passage, hit)
                yield replace(finding, level=Level.ADVICE) if yields else finding

    def in_answers(self, letter: Letter, odd: Iterable[Span]) -> Iterator[Finding]:
        """Another script, look-alike letters and full-width signs in answers, such as names and
        ids; `odd` as `odd_answers` gives them."""
        for span in odd:
            for rule, start, end in self._signs(letter.language, span.text):
                where = Where("", start, end, span.text[start:end])
                yield Finding(rule.id, rule.level, span.path, where=where, flaw=rule.flaw)

    def _foreign(self, language: str, text: str) -> tuple[tuple[Rule, int, int], ...]:
        """The first place where each rule about signs finds something in an answer."""
        parts, _ = self._parts(language, "", (text,))
        found = []
        for rule in self._rules.prose_for(language):
            if rule.rule.id in _SIGNS and (places := hits(parts, rule)):
                found.append((rule.rule, *min(next(iter(places.values())))))
        return tuple(found)

    def _hits(
        self, language: str, section: str, texts: tuple[str, ...], chained: bool
    ) -> tuple[_Hit, ...]:
        """What the rules find in one passage, the first place of each sentence."""
        parts, of_text = self._parts(language, section, texts)
        found = [
            hit
            for rule in self._rules.prose_for(language)
            for hit in self._places(rule, parts, of_text)
        ]
        ends = []
        if chained:
            last = len(texts) - 1
            alone, only = self._parts(language, section, texts[-1:])
            for rule in self._rules.prose_for(language, "chain"):
                ends += [replace(h, text=last) for h in self._places(rule, alone, only)][:1]
        return tuple([h for h in found if not ends or h.rule.rule.id != _EXCUSES] + ends)

    def _places(
        self, rule: ProseRule, parts: LetterParts, of_text: tuple[tuple[int, int], ...]
    ) -> Iterator[_Hit]:
        found = hits(parts, rule)
        if rule.rule.id in self._cues.most and (
            sum(map(len, found.values())) < self._cues.at_least.get(rule.rule.id, 1)
            or share(parts, found) < MOST_OF_TEXT
        ):
            return
        for number, spans in found.items():
            start, end = min(spans)
            text, begin = of_text[number]
            yield _Hit(rule, text, start - begin, end - begin)

    def _parts(
        self, language: str, section: str, texts: tuple[str, ...]
    ) -> tuple[LetterParts, tuple[tuple[int, int], ...]]:
        """A passage as a letter of one part; for each sentence its text's number and beginning."""
        whole = "\n".join(texts)
        spans, of_text, begin = [], [], 0
        for n, text in enumerate(texts):
            for span in sentences(whole, begin, begin + len(text)):
                spans.append(span)
                of_text.append((n, begin))
            begin += len(text) + 1
        parts = LetterParts(
            text=whole,
            language=language,
            sections={},
            sentences=tuple((*span, section) for span in spans),
            under=(section,) * len(spans),
            headings=(),
            cues=self._cues,
            page=Page(whole, spans),
        )
        return parts, tuple(of_text)


def odd_answers(letter: Letter) -> tuple[Span, ...]:
    """The answers in a letter that hold signs its language is not written in, each once."""
    odd = _ODD.get(letter.language)
    spans = (span for sentence in letter.sentences() for span in sentence.spans)
    found = {
        span.path: span for span in spans if span.kind == "slot" and odd and odd.search(span.text)
    }
    return tuple(found.values())


def _finding(passage: Passage, hit: _Hit) -> Finding:
    rule, text = hit.rule.rule, passage.texts[hit.text]
    where = Where(passage.section, hit.start, hit.end, text[hit.start : hit.end])
    return Finding(rule.id, rule.level, passage.paths[hit.text], where=where, flaw=rule.flaw)


def passages(case: Case, form: StructureSpec) -> Iterator[Passage]:
    """The own words that the letter will say, item by item, in the letter's language."""
    yield from _causes(case, form)
    yield from _deeds(case, form)
    for part in ("points", "requests", "corrections"):
        for point in getattr(case, part):
            yield from _passage(
                case, _JUDGED_AS.get(part, ""), {f"{part}/{point.id}/own": point.own}
            )
    for line in case.rewritten:
        part = _JUDGED_AS.get(line.path.partition("/")[0], "")
        yield from _passage(case, part, {line.path: line.own})


def _causes(case: Case, form: StructureSpec) -> Iterator[Passage]:
    """Each cause with its whys."""
    for cause in case.causes if "root_cause" in form.sections else ():
        path = f"causes/{cause.id}"
        whys = {f"{path}/whys/{why.id}/own": why.own for why in cause.whys}
        yield from _passage(case, "root_cause", {f"{path}/own": cause.own, **whys}, True)


def _deeds(case: Case, form: StructureSpec) -> Iterator[Passage]:
    """Each action, then each measure. What is only planned may say so."""
    for action in case.corrective if "corrective_actions" in form.sections else ():
        part = "corrective_actions" if is_done(case, action) else "preventive_actions"
        yield from _passage(case, part, {f"corrective/{action.id}/own": action.own})
    for item in case.preventive if "preventive_actions" in form.sections else ():
        said = {"own": item.own, "measure": item.measure, "catches": item.catches}
        told = {f"preventive/{item.id}/{field}": words for field, words in said.items()}
        yield from _passage(case, "preventive_actions", told)


def _passage(
    case: Case, section: str, told: dict[str, Words], chained: bool = False
) -> Iterator[Passage]:
    given = {p: said for p, words in told.items() if (said := words.get(case.letter_language))}
    if given:
        part = section if section in SECTIONS else ""
        yield Passage(part, tuple(given), tuple(given.values()), chained)
