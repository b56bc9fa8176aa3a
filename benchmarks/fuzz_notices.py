"""Random and mutated texts for the notice reader: python benchmarks/fuzz_notices.py --count N."""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.notice import cues
from appealwriter.notice.cues import Cues
from appealwriter.notice.phishing import Signs, find_signs, load_signs
from appealwriter.notice.reader import read
from benchmarks import paraphrases

_SLOW = 1.0
"""Seconds of processor time: a text that takes longer counts as a hang."""
_REPORT = 20_000
_RANGES = ((0, 127), (0x400, 0x44F), (0x4E00, 0x4FFF), (0x3040, 0x30FF), (0, 0x10FFFF))
_BITS = (
    *("within 72 hours", "before 31.02.2026", "ASIN: B0ABCD1234", "> ", "\n\n", "\r", "\t", "\x00"),
    *(
        "\u202e",
        "\ud800",
        "İ",
        "ﬁ",
        "ß",
        "１２３",
        "￥",
        "From: a@b.c\n",
        "-----Original Message-----",
    ),
    *("(((((", "[[[", "\\", "%s", "{n}", "账户" * 30, "your account " * 30, "9" * 60, "a" * 300),
    *("до 5 дней", "请在7天内", "Why?", "- ", "https://", "@", "Case ID: 123456789", "•"),
)
Change = Callable[[str, random.Random], str]


def _noise(dice: random.Random) -> str:
    low, high = dice.choice(_RANGES)
    return "".join(chr(dice.randint(low, high)) for _ in range(dice.randint(0, 120)))


def _cut(text: str, dice: random.Random) -> str:
    start = dice.randint(0, len(text))
    return text[start : dice.randint(start, len(text))]


def _insert(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice((dice.choice(_BITS), _noise(dice))) + text[place:]


def _shuffle_lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    dice.shuffle(lines)
    return "\n".join(lines)


def _shuffle_words(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _drop(text: str, dice: random.Random) -> str:
    return "".join(letter for letter in text if dice.random() > 0.05)


def _repeat(text: str, dice: random.Random) -> str:
    return _cut(text, dice)[:200] * dice.randint(2, 8)


def _swap_case(text: str, dice: random.Random) -> str:
    return text.swapcase() if dice.random() < 0.5 else text.upper()


def _quote(text: str, dice: random.Random) -> str:
    return "\n".join(dice.choice(("> ", ">> ", "")) + line for line in text.split("\n"))


_CHANGES: tuple[Change, ...] = (
    *(_cut, _insert, _insert, _shuffle_lines, _shuffle_words, _drop, _repeat, _swap_case, _quote),
)


def make(seeds: list[str], dice: random.Random) -> str:
    """One text: noise, or a notice changed up to five times."""
    if dice.random() < 0.2:
        return _noise(dice) + dice.choice(_BITS) + _noise(dice)
    text = dice.choice(seeds)
    for _ in range(dice.randint(1, 5)):
        text = dice.choice(_CHANGES)(text, dice)
    return text[:4000]


def trouble(text: str, known: Cues, signs: Signs) -> str:
    """What is wrong with the reading of `text`, or nothing."""
    start = time.process_time()
    try:
        reading = read(text, known)
        found = find_signs(text, signs)
    except (ArithmeticError, AssertionError, LookupError, RecursionError, TypeError, ValueError):
        return traceback.format_exc()
    if time.process_time() - start > _SLOW:
        return f"took {time.process_time() - start:.1f} s"
    length = len(clean(text))
    spans = [span for places in reading.spans.values() for span in places]
    spans += [sign.span for sign in found]
    if any(not 0 <= start < end <= length for start, end in spans):
        return "a place outside the text"
    return ""


def main() -> int:
    """Read `--count` texts; tell every trouble, and return 1 where there was one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    known = cues.load(paths.resources() / "cues")
    signs = load_signs(paths.resources() / "cues")
    seeds = [one["text"] for one in (*paraphrases.notices(False), *paraphrases.whole())]
    dice = random.Random(asked.seed)
    troubles = 0
    for number in range(1, asked.count + 1):
        text = make(seeds, dice)
        if said := trouble(text, known, signs):
            troubles += 1
            print(f"text {number}: {said}\n{text[:400]!r}", flush=True)
        if number % _REPORT == 0:
            print(f"{number} texts, {troubles} troubles", flush=True)
    print(f"{asked.count} texts read, {troubles} troubles")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main())
