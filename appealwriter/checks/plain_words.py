"""Which plain words a pattern cannot do without: looking for them is far quicker than a match."""

import re
from functools import lru_cache

_ITEM = re.compile(
    r"(?P<group>\()(?P<kind>\?(?:-?[a-z]*:|<?[=!]))?"
    r"|(?P<end>\))|(?P<bar>\|)"
    r"|(?P<gap>\\[wWdDsSbBAZ]|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$])"
    r"|\\(?P<sign>.)|(?P<char>.)",
    re.DOTALL,
)
_COUNT = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")

Words = tuple[str, ...]


@lru_cache(maxsize=8192)
def plain_words(written: str) -> tuple[Words, ...]:
    """Sets of small-letter words; every match holds a word of each set. The rarest set first."""
    rows, _ = _choices(_lowered(written), 0)
    sets = rows[0] if len(rows) == 1 else [_either(rows)]
    return tuple(sorted((words for words in sets if _worth(words) > 1), key=_worth, reverse=True))


def _lowered(written: str) -> str:
    """Small letters, but not in escapes: \\S is not \\s."""
    return re.sub(r"\\.|.", lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), written)


def _choices(written: str, at: int) -> tuple[list[list[Words]], int]:
    """The rows of `a|b|c` from `at` to the group's end, and where that is."""
    rows: list[list[Words]] = []
    while True:
        row, at = _row(written, at)
        rows.append(row)
        if at >= len(written) or written[at] == ")":
            return rows, at + 1
        at += 1  # the bar


def _row(written: str, at: int) -> tuple[list[Words], int]:
    """All that one row of items needs, up to a bar, the group's end or the end."""
    needs: list[Words] = []
    run = ""
    while at < len(written) and (item := _ITEM.match(written, at)):
        if item["end"] or item["bar"]:
            break
        at = item.end()
        words: Words = ()
        if item["group"]:
            rows, at = _choices(written, at)
            words = () if item["kind"] and item["kind"][-1] in "=!" else _either(rows)
        count = _COUNT.match(written, at)
        at = count.end() if count else at
        letter = item["sign"] or item["char"] or ""
        if letter and count is None:
            run += letter
            continue
        needs.append((run,))
        run = ""
        if count is None or count[0][0] == "+" or count[0][1:2] not in ("", "?", "0", ","):
            needs.append((letter,) if letter else words)
    needs.append((run,))
    return [words for words in needs if _worth(words)], at


def _either(rows: list[list[Words]]) -> Words:
    """The best word sets of all rows together; empty where a row needs nothing."""
    best = [max(row, key=_worth, default=()) for row in rows]
    return tuple(dict.fromkeys(sum(best, ()))) if all(best) else ()


def _worth(words: Words) -> int:
    """How rare the commonest of the words is bound to be: its length, a sign counting three."""
    return min((sum(_weight(letter) for letter in word) for word in words), default=0)


def _weight(letter: str) -> int:
    return 1 if letter.isalnum() or letter.isspace() else 3
