"""What a letter as a whole lacks or has too much of: parts, dates, proof, objects, length."""

import re
from collections import Counter
from collections.abc import Iterator

from appealwriter.base.text import word_count
from appealwriter.checks.parts import LetterParts
from appealwriter.checks.rules import RuleBook
from appealwriter.model.finding import Finding, Where

_LONGEST = {"zh": 1500, "en": 800, "ru": 800}  # words; Chinese: characters
_SHORTEST = {"zh": 150, "en": 80, "ru": 80}
_ACTIONS = ("corrective_actions", "preventive_actions")
_ABSENT = (
    ("corrective_actions", "letter_without_deeds"),
    ("preventive_actions", "letter_without_measures"),
)
_TIMES = 3  # a point made so often is repeated
_RUN, _RUNS, _SAME = 4, 8, 0.5  # words in a row; rows and share that make a twin
_SAME_ITEM = 0.8  # deeds and controls share who, how often and where
_ITEM = re.compile(r"[ \t]*(?:[-*•·–—●▪◦✓√]|\(?\d{1,2}[.)、）])")
_WORD = re.compile(r"[a-zа-яё]+|[\u4e00-\u9fff]")
_FINISHED = re.compile(r"[.!?。！？…)\]）:：]\s*$|@\S+\s*$")


def letter_findings(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """The findings that need the whole letter, each at its place or with none."""
    yield from _absent(parts, rules)
    yield from _unproven(parts, rules)
    yield from _vague(parts, rules)
    yield from _repeated(parts, rules)
    yield from _length(parts, rules)


def _at(parts: LetterParts, rules: RuleBook, rule_id: str, number: int) -> Finding:
    """A rule not met by a sentence."""
    start, end, section = parts.sentences[number]
    rule = rules[rule_id]
    where = Where(section, start, end, parts.text[start:end])
    return Finding(rule.id, rule.level, where=where, flaw=rule.flaw)


def _nowhere(rules: RuleBook, rule_id: str, section: str = "", **values: object) -> Finding:
    """A rule not met because something is absent from a section or the letter."""
    rule = rules[rule_id]
    said = {name: str(value) for name, value in values.items()}
    return Finding(rule.id, rule.level, values=said, where=Where(section), flaw=rule.flaw)


def _signs(parts: LetterParts, name: str) -> frozenset[int]:
    """The sentences that hold a sign."""
    return parts.page.holding(parts.cues.signs[name][parts.language])


def _absent(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """Cause, deeds and measures, where the letter owes a plan."""
    if not parts.sentences or _answers_otherwise(parts):
        return
    acts = any(parts.sections[name] for name in (*_ACTIONS, "closing"))
    if acts and not parts.sections["root_cause"]:
        yield _nowhere(rules, "letter_without_cause", "root_cause")
    for section, rule_id in _ABSENT:
        if not parts.sections[section]:
            yield _nowhere(rules, rule_id, section)


def _answers_otherwise(parts: LetterParts) -> bool:
    """True for a dispute, or a note that only hands in papers: they owe no plan."""
    if any(parts.sections[name] for name in ("root_cause", *_ACTIONS)):
        return False
    if parts.headings and _signs(parts, "slot_only"):
        return False
    return bool(_signs(parts, "dispute") or _signs(parts, "evidence"))


def _unproven(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """No day for any deed; nothing offered as proof."""
    acts = {n for n, (_, _, name) in enumerate(parts.sentences) if name in _ACTIONS}
    if acts and not acts & (_signs(parts, "date") | _signs(parts, "date_slot")):
        section = "corrective_actions" if parts.sections["corrective_actions"] else _ACTIONS[1]
        yield _nowhere(rules, "letter_without_dates", section)
    if parts.sentences and not _signs(parts, "evidence"):
        yield _nowhere(rules, "letter_without_proof")


def _vague(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """A cause, or half of the actions, that names nothing one could ask to see."""
    names = ("object", "date", "evidence", "slot_only")
    solid = {number for name in names for number in _signs(parts, name)}
    causes = [n for n, s in enumerate(parts.sentences) if s[2] == "root_cause"]
    brought = _signs(parts, "consequence")
    acts = [n for n, s in enumerate(parts.sentences) if s[2] in _ACTIONS and n not in brought]
    if causes and not solid & set(causes):
        yield _at(parts, rules, "vague_cause", causes[0])
    items = _items(parts, acts)
    loose = [item for item in items if not solid & set(item)]
    if 2 * len(loose) > len(items) and len(loose) > 1:
        yield _at(parts, rules, "vague_actions", loose[0][0])


def _items(parts: LetterParts, numbers: list[int]) -> list[list[int]]:
    """Sentences of one line of a list together: they tell one action. Elsewhere each is its own."""
    items: list[list[int]] = []
    for number in numbers:
        start = parts.sentences[number][0]
        before = parts.sentences[items[-1][-1]][1] if items else -1
        line = parts.text.rfind("\n", 0, start) + 1
        if items and before > line and _ITEM.match(parts.text, line):
            items[-1].append(number)
        else:
            items.append([number])
    return items


def _repeated(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    """One point three times, or one sentence twice nearly word for word."""
    for pattern in parts.cues.signs["again"][parts.language]:
        told = [number for number, _ in parts.page.first(pattern)]
        if len(told) >= _TIMES:
            yield _at(parts, rules, "repeats", told[_TIMES - 1])
            return
    twin = _twin(parts)
    if twin is not None:
        yield _at(parts, rules, "repeats", twin)


def _twin(parts: LetterParts) -> int | None:
    """The first sentence that says nearly what an earlier one said."""
    holders: dict[tuple[str, ...], int] = {}
    for number, (start, end, section) in enumerate(parts.sentences):
        least = _SAME_ITEM if section in _ACTIONS else _SAME
        words = _WORD.findall(parts.text[start:end].lower())
        runs = set(zip(*(words[i:] for i in range(_RUN)), strict=False))
        shared = Counter(holders[run] for run in runs if run in holders)
        if len(runs) >= _RUNS and shared and max(shared.values()) >= least * len(runs):
            return number
        for run in runs:
            holders.setdefault(run, number)
    return None


def _length(parts: LetterParts, rules: RuleBook) -> Iterator[Finding]:
    words = word_count(parts.text)
    longest, shortest = _LONGEST[parts.language], _SHORTEST[parts.language]
    if words > longest:
        yield _nowhere(rules, "too_long", words=words, limit=longest)
    elif 0 < words < shortest and _FINISHED.search(parts.text):
        yield _nowhere(rules, "too_short", words=words, limit=shortest)
