"""The last moment to act, in the notice's own words, told apart from its false friends."""

import re
from dataclasses import replace
from datetime import date

from appealwriter.model.case import Deadline
from appealwriter.model.reading import Span
from appealwriter.notice.cues import Cues, CueSet, CueSets, within
from appealwriter.notice.sentences import Page, Sentence

_DIGITS = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d_]+")
_ENOUGH = 7.0
_LEAST_YEAR, _MOST_YEAR = 2000, 2100


def find_deadline(page: Page, cues: Cues) -> tuple[Deadline | None, Span | None]:
    """The most certain limit of time set to the seller; the earliest among equals."""
    best: tuple[float, Span, Deadline] | None = None
    known = within(cues.deadlines, page.folded)
    for sentence in page.sentences:
        if sentence.heading:
            continue
        said = page.folded[sentence.start : sentence.end]
        if not any(character.isdigit() for character in said) and len(said) > 2000:
            continue
        for score, start, end, limit in _limits(page, sentence, said, cues, known):
            if score >= _ENOUGH and (best is None or score > best[0]):
                best = (score, (start, end), limit)
    return (best[2], best[1]) if best else (None, None)


def _limits(
    page: Page, sentence: Sentence, said: str, cues: Cues, known: CueSets
) -> list[tuple[float, int, int, Deadline]]:
    found: list[tuple[float, int, int, Deadline]] = []
    limit, acts, friends = (known[key] for key in ("limit", "acts", "not_a_limit"))
    matches = [(cue.weight, m) for cue in limit.cues for m in cue.all(said)]
    if not matches:
        return found
    acting = _loudest(acts, said)
    for weight, match in matches:
        deadline = _deadline(match, cues)
        if deadline is None:
            continue
        number = match.start("n") if _has(match, "n") else match.start("date")
        score = weight + acting + _false_friend(friends, said, number)
        start, end = sentence.start + match.start(), sentence.start + match.end()
        words = page.words(start, end).strip()
        working = any(word in words.casefold() for word in cues.working)
        found.append((score, start, end, replace(deadline, words=words, working=working)))
    return found


def _loudest(cue_set: CueSet, said: str) -> float:
    return max((cue.weight for cue in cue_set.cues if cue.search(said)), default=0.0)


def _false_friend(friends: CueSet, said: str, number: int) -> float:
    """How strongly the sentence says that this very number is no limit for the seller."""
    worst = 0.0
    for cue in friends.cues:
        for match in cue.all(said):
            if match.start("n") == number:
                worst = min(worst, cue.weight)
    return worst


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex and match.group(group) is not None


def _deadline(match: re.Match[str], cues: Cues) -> Deadline | None:
    if _has(match, "date"):
        day = parse_date(match.group("date"), cues)
        return Deadline(date=day) if day else None
    if not _has(match, "n"):
        return None
    number = match.group("n")
    value = int(number) if number.isdigit() else cues.numbers.get(number, 0)
    unit = cues.units.get(match.group("unit"), "")
    return Deadline(value=value, unit=unit) if value and unit else None


def parse_date(said: str, cues: Cues, alone: bool = False) -> str:
    """The day meant by folded words, as YYYY-MM-DD; "" where it is none or could be two.

    With `alone` nothing but the date may stand there.
    """
    numbers = [int(n) for n in _DIGITS.findall(said)[:3] if len(n) <= 4]
    names = [word for word in _NAME.findall(said) if word in cues.months]
    if alone and len(re.findall(r"[^\W\d_]{2,}", re.sub(r"年|月|日", "", said))) > len(names) + 1:
        return ""
    if names:
        year = next((n for n in numbers if _LEAST_YEAR <= n <= _MOST_YEAR), 0)
        day = next((n for n in numbers if n <= 31), 0)
        return _day(year, cues.months[names[0]], day)
    if len(numbers) < 3:
        return ""
    first, second, third = numbers
    if first >= _LEAST_YEAR:
        return _day(first, second, third)
    if third < _LEAST_YEAR:
        return ""
    if re.match(r"\s*\d{1,2}\.\d", said) or first > 12:
        return _day(third, second, first)
    if second > 12 or first == second:
        return _day(third, first, second)
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        made = date(year, month, day)
    except ValueError:
        return ""
    return made.isoformat() if _LEAST_YEAR <= year <= _MOST_YEAR else ""
