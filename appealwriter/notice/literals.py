"""Pieces of text a pattern cannot match without: looking for them is far quicker than a match."""

import re
from dataclasses import dataclass

# A piece shorter than this is in nearly every text, and a longer choice costs more than it saves.
_SHORTEST = 2
_MOST_CHOICES = 24
_PLAIN = re.compile(r"[^\W_]|['-]|\\[-.'/]")
_TIMES = re.compile(r"[?*+]\??|\{(\d*)[^}]*\}\??")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")

Choice = tuple[str, ...]


@dataclass(slots=True)
class _Piece:
    """One part of a pattern: the words of which it needs one ("" for anything), and where next."""

    choice: Choice
    after: int


def needed(pattern: str) -> tuple[Choice, ...]:
    """Choices of plain text: a match of `pattern` holds at least one text of each choice."""
    choices, _ = _alternatives(pattern, 0)
    best = sorted((c for c in choices if _useful(c)), key=lambda c: (-min(map(len, c)), len(c)))
    return tuple(best[:2])


def _useful(choice: Choice) -> bool:
    return 0 < len(choice) <= _MOST_CHOICES and min(map(len, choice)) >= _SHORTEST


def _alternatives(pattern: str, start: int) -> tuple[list[Choice], int]:
    """The choices of a group's inside from `start`, and the place of its ")" or of the end."""
    branches: list[list[Choice]] = []
    place = start
    while True:
        branch, place = _run(pattern, place)
        branches.append(branch)
        if place >= len(pattern) or pattern[place] == ")":
            break
        place += 1
    if len(branches) == 1:
        return branches[0], place
    best = [_best(branch) for branch in branches]
    if not all(best):
        return [], place
    return [tuple(dict.fromkeys(word for choice in best for word in choice))], place


def _best(branch: list[Choice]) -> Choice:
    useful = [choice for choice in branch if _useful(choice)]
    return max(useful, key=lambda c: (min(map(len, c)), -len(c)), default=())


def _run(pattern: str, place: int) -> tuple[list[Choice], int]:
    """The choices of one branch, read until "|", ")" or the end."""
    found: list[Choice] = []
    word = ""
    while place < len(pattern) and pattern[place] not in "|)":
        plain = _PLAIN.match(pattern, place)
        after = plain.end() if plain else place
        if plain and not (times := _TIMES.match(pattern, after)):
            word += plain.group()[-1]
            place = after
            continue
        if word:
            found.append((word,))
            word = ""
        if plain and times:
            place = times.end()
            continue
        inner, place = _other(pattern, place)
        found += inner
    if word:
        found.append((word,))
    return found, place


def _other(pattern: str, place: int) -> tuple[list[Choice], int]:
    """A group, a class, an escape or a sign: what it needs, and the place after it."""
    inner: list[Choice] = []
    if pattern[place] == "(":
        head = re.compile(r"\(\?(?:P<\w+>|<?[=!:]|[a-z]+:)|\(").match(pattern, place)
        assert head is not None
        inner, place = _alternatives(pattern, head.end())
        place += 1
        if "=" in head.group() or "!" in head.group():
            inner = []
    elif pattern[place] == "[" and (group := _CLASS.match(pattern, place)):
        place = group.end()
    else:
        place += 2 if pattern[place] == "\\" else 1
    if times := _TIMES.match(pattern, place):
        place = times.end()
        if times.group()[0] in "?*" or times.group(1) in ("", "0"):
            inner = []
    return inner, place
