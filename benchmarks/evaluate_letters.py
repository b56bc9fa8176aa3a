"""How well letters are judged: python benchmarks/evaluate_letters.py CORPUS [--brief]."""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.checks.letter_cues import LetterCues, load_letter_cues
from appealwriter.checks.parts import split_letter
from appealwriter.checks.prose import prose_findings
from appealwriter.checks.rules import RuleBook
from appealwriter.model.finding import Finding
from appealwriter.model.terms import Level

# Where two careful readers agree well; the other flaws are soft and told apart.
HEADLINE = (
    "excuses", "bad_english", "over_promises", "placeholder_left", "denies", "off_topic",
    "future_instead_of_done", "threats", "blames_buyer",
)  # fmt: skip
OPEN_AT_THE_END = {"no_preventive", "no_corrective", "no_evidence"}  # cut letters: not counted


@dataclass
class Count:
    """Right, wrong and missed answers."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, name: str, true: bool, found: bool, maybe: bool) -> None:
        self.hits += true and found
        self.false += found and not true and not maybe
        self.missed += true and not found
        if true != found and not (maybe and not true):
            self.names.append(f"{'+' if found else '-'}{name}")

    def line(self, title: str) -> str:
        precision = _share(self.hits, self.hits + self.false)
        recall = _share(self.hits, self.hits + self.missed)
        f1 = _share(2 * self.hits, 2 * self.hits + self.false + self.missed)
        figures = f"{precision:6.2f}{recall:6.2f}{f1:6.2f}"
        return f"{title:24}{figures}{self.hits:5}{self.false:6}{self.missed:5}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _count(
    letter: dict[str, Any], sections: set[str], flaws: set[str], counts: dict[str, Count]
) -> None:
    """One letter's answers, section by section and flaw by flaw."""
    dropped = OPEN_AT_THE_END if letter.get("truncated") else set()
    true_sections, maybe_sections = set(letter["sections"]), set(letter.get("sections_maybe", ()))
    for name in sections | true_sections:
        seen = (name in true_sections, name in sections, name in maybe_sections)
        counts["sections"].add(f"{letter['id']}:{name}", *seen)
    true, maybe = set(letter["flaws"]), set(letter.get("flaws_maybe", ()))
    for flaw in (flaws | true) - dropped:
        seen = (flaw in true, flaw in flaws, flaw in maybe)
        group = "headline" if flaw in HEADLINE else "soft"
        for key in (group, flaw):
            counts[key].add(letter["id"], *seen)


def evaluate(corpus: Path, cues: LetterCues, rules: RuleBook) -> tuple[dict[str, Count], float]:
    """Counts for the sections, the groups of flaws and each flaw; findings per letter."""
    counts: dict[str, Count] = defaultdict(Count)
    marks: list[int] = []
    for line in (corpus / "letters.jsonl").read_text("utf-8").splitlines():
        letter = json.loads(line)
        parts = split_letter(clean(letter["text"]), cues)
        sections = {name for name, places in parts.sections.items() if places}
        found = list(prose_findings(parts, rules))
        _count(letter, sections, {f.flaw for f in found if f.flaw}, counts)
        _count_missing(letter, found, counts)
        marks.append(len(found))
    return counts, sum(marks) / max(1, len(marks))


def _count_missing(
    letter: dict[str, Any], found: Sequence[Finding], counts: dict[str, Count]
) -> None:
    """What is called missing weighs most: each one that is wrong, by its flaw."""
    dropped = OPEN_AT_THE_END if letter.get("truncated") else set()
    granted = {*letter["flaws"], *letter.get("flaws_maybe", ())}
    for flaw in {f.flaw for f in found if f.level is Level.MISSING and f.flaw} - dropped:
        seen = (flaw in granted, True, False)
        counts["level missing"].add(f"{letter['id']}:{flaw}", *seen)


def speed(corpus: Path, cues: LetterCues, rules: RuleBook) -> float:
    """Milliseconds for a letter of 5,000 words, glued from the corpus (best of five)."""
    texts = [json.loads(t)["text"] for t in (corpus / "letters.jsonl").read_text().splitlines()]
    text = clean(" \n".join(t for t in texts if t.isascii()))
    words = (text.split(" ") * 5)[:5000]
    took = []
    for _ in range(5):
        start = time.perf_counter()
        list(prose_findings(split_letter(" ".join(words), cues), rules))
        took.append(time.perf_counter() - start)
    return 1000 * min(took)


def main() -> None:
    """Print precision, recall, F1, and the right, wrong and missed answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--brief", action="store_true", help="without the letters' names")
    asked = parser.parse_args()
    cues = load_letter_cues(paths.resources() / "letter_parts.toml")
    rules = RuleBook(paths.resources() / "rules")
    counts, marks = evaluate(asked.corpus, cues, rules)
    groups = ("sections", "headline", "soft", "level missing")
    print(f"{'':24}{'prec':>6}{'rec':>6}{'F1':>6}{'hit':>5}{'false':>6}{'miss':>5}")
    for key in (*groups, *sorted(set(counts) - set(groups), key=lambda k: (k not in HEADLINE, k))):
        names = "" if asked.brief or key in groups[1:3] else "  " + " ".join(counts[key].names)
        print(counts[key].line(key) + names)
    print(f"findings per letter: {marks:.1f}")
    print(f"5,000 words: {speed(asked.corpus, cues, rules):.1f} ms")


if __name__ == "__main__":
    main()
