"""How well notices are read: python benchmarks/evaluate_notices.py CORPUS [--compare FILE]."""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from appealwriter.base import paths
from appealwriter.model.reading import Reading
from appealwriter.notice import cues
from appealwriter.notice.cues import Cues
from appealwriter.notice.reader import read
from benchmarks import paraphrases
from benchmarks.planted import planted

_SETS = ("asins", "order_ids", "case_ids", "brands", "asks_for", "also")
_SIMPLE = ("platform", "language", "kind", "asks_poa", "route")
_PLANTED = 500
_BANDS = 5
Line = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """Everything counted while reading; `wrong` maps "field notice" to what was read instead."""

    right: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[str, list[tuple[set[str], set[str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    confused: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    by_reason: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    certainty: list[tuple[float, bool]] = field(default_factory=list)
    deadlines: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)

    def judge(self, name: str, notice: Line, true: object, found: object) -> None:
        """Count one answer; a wrong one is kept with what was read."""
        self.right[name].append(true == found)
        if true != found:
            self.wrong[f"{name} {notice['id']}"] = f"read {found!r}, should be {true!r}"


def lines(path: Path) -> list[Line]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def evaluate(notices: Iterable[Line], others: Iterable[Line], known: Cues) -> Tally:
    """Read all of `notices` and `others` and count what is right."""
    tally = Tally()
    for notice in notices:
        start = time.process_time()
        reading = read(notice["text"], known)
        tally.took.append(time.process_time() - start)
        _compare(notice, reading, tally)
        _reason(notice, reading, tally)
        _deadline(notice, reading, tally)
    for other in others:
        tally.judge("not_notice", other, False, read(other["text"], known).is_notice)
    return tally


def _compare(notice: Line, reading: Reading, tally: Tally) -> None:
    tally.judge("is_notice", notice, True, reading.is_notice)
    for name in _SIMPLE:
        if name in notice:
            tally.judge(name, notice, notice[name], getattr(reading, name))
    for name in _SETS:
        if name in notice:
            true, found = set(notice[name]), set(getattr(reading, name))
            tally.judge(name, notice, sorted(true), sorted(found))
            tally.pairs[name].append((true, found))
    if "marketplace" in notice:
        tally.judge("marketplace", notice, notice["marketplace"], reading.marketplace or "unknown")
    if reading.kind != notice["kind"]:
        tally.confused["kind"][notice["kind"], reading.kind] += 1


def _reason(notice: Line, reading: Reading, tally: Tally) -> None:
    true, found = notice["reason"], reading.reason
    tally.judge("reason", notice, true, found)
    tally.by_reason[true].append(true == found)
    if true != found:
        tally.confused["reason"][true, found] += 1
    stated = notice.get("reason_stated_in_text", true != "other")
    first_three = [candidate.reason for candidate in reading.candidates[:3]]
    tally.right["stated" if stated else "none stated"].append(true == found)
    if stated:
        tally.judge("top 3", notice, True, true in first_three)
    if reading.sure:
        tally.judge("if sure", notice, true, found)
    tally.right["sure"].append(reading.sure)
    if reading.candidates:
        first = reading.candidates[0]
        tally.certainty.append((first.certainty, first.reason == true))


def _deadline(notice: Line, reading: Reading, tally: Tally) -> None:
    true, found = notice.get("deadline"), reading.deadline
    said: dict[str, object] | None = None
    if found is not None:
        said = {"date": found.date} if found.date else {"value": found.value, "unit": found.unit}
    tally.judge("deadline", notice, true, said)
    if true == said:
        tally.deadlines["right" if true else "rightly none"] += 1
    else:
        tally.deadlines["missed" if said is None else "wrong" if true else "made up"] += 1


def f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    """How far sets that were read agree with the true ones, 0 to 1."""
    hits = sum(len(true & found) for true, found in pairs)
    total = sum(len(true) + len(found) for true, found in pairs)
    return 2 * hits / total if total else 1.0


def shares(tally: Tally) -> dict[str, float]:
    """The table: shares of right answers, and F1 for sets, by field."""
    table = {name: sum(said) / len(said) for name, said in tally.right.items() if said}
    return table | {f"{name} F1": f1(pairs) for name, pairs in tally.pairs.items()}


def _print_table(tally: Tally, before: Mapping[str, float]) -> None:
    for name, share in sorted(shares(tally).items()):
        counts = tally.right.get(name, [])
        said = f"{sum(counts)}/{len(counts)}" if counts else ""
        change = f"{100 * (share - before[name]):+6.1f}" if name in before else ""
        print(f"{name:16}{100 * share:6.1f} {said:>9} {change}")
    print("deadlines:", ", ".join(f"{what} {n}" for what, n in sorted(tally.deadlines.items())))
    took = sorted(tally.took)
    print(f"milliseconds a notice: median {1000 * took[len(took) // 2]:.1f}", end=", ")
    print(f"worst {1000 * took[-1]:.1f}")


def _print_confusion(tally: Tally) -> None:
    print("\nright by reason:")
    for reason, said in sorted(tally.by_reason.items()):
        print(f"  {reason:26}{sum(said):4}/{len(said)}")
    for name, counts in tally.confused.items():
        print(f"\n{name}: true > read")
        for (true, found), times in counts.most_common():
            print(f"  {true} > {found or 'none'}: {times}")


def _print_calibration(tally: Tally) -> None:
    print("\ncertainty of the first reason: said, right, notices")
    for band in range(_BANDS):
        low, high = band / _BANDS, (band + 1) / _BANDS
        inside = [(c, ok) for c, ok in tally.certainty if low < c <= high]
        if inside:
            said = sum(c for c, _ in inside) / len(inside)
            right = sum(ok for _, ok in inside) / len(inside)
            print(f"  {low:.1f}-{high:.1f}  {said:.2f}  {right:.2f}  {len(inside)}")


def _print_flips(tally: Tally, before: Mapping[str, str]) -> None:
    mended = sorted(before.keys() - tally.wrong.keys())
    broken = sorted(tally.wrong.keys() - before.keys())
    print(f"\nmended since: {len(mended)}, broken since: {len(broken)}")
    for name in mended:
        print(f"  mended {name}")
    for name in broken:
        print(f"  broken {name}: {tally.wrong[name]}")


def print_ids(known: Cues) -> None:
    """Precision and recall of ids on generated notices with planted ones and look-alikes."""
    print(f"\nids on {_PLANTED} generated notices: planted, found, right")
    made = [(one, read(one.text, known)) for one in planted(_PLANTED)]
    for name in ("asins", "order_ids", "case_ids"):
        true = sum(len(one.ids[name]) for one, _ in made)
        found = sum(len(getattr(reading, name)) for _, reading in made)
        right = sum(len(one.ids[name] & set(getattr(reading, name))) for one, reading in made)
        print(f"  {name:10} {true:5} {found:5} {right:5}")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="?", help="a folder with notices.jsonl")
    parser.add_argument(
        "--paraphrases", choices=("open", "kept", "whole", "second", "third"), help="our own texts"
    )
    parser.add_argument("--baseline", type=Path, help="keep table and wrong readings in this file")
    parser.add_argument("--compare", type=Path, help="show what flipped since that file")
    parser.add_argument("--brief", action="store_true", help="the table only")
    return parser.parse_args()


def _texts(asked: argparse.Namespace) -> tuple[list[Any], list[Any]]:
    name = asked.paraphrases
    if name in ("open", "kept"):
        return paraphrases.notices(name == "kept"), paraphrases.others(name == "kept")
    if name:
        return paraphrases.whole(name), paraphrases.other_texts(f"{name}_others")
    corpus: Path = asked.corpus
    return lines(corpus / "notices.jsonl"), lines(corpus / "not_notices.jsonl")


def main() -> None:
    """Print the tables, the wrong readings, and what flipped against a kept file."""
    asked = _asked()
    known = cues.load(paths.resources() / "cues")
    tally = evaluate(*_texts(asked), known)
    before = json.loads(asked.compare.read_text("utf-8")) if asked.compare else {}
    if not asked.brief:
        print("\n".join(f"{name}: {said}" for name, said in sorted(tally.wrong.items())), "\n")
    _print_table(tally, before.get("table", {}))
    if not asked.brief:
        _print_confusion(tally)
        _print_calibration(tally)
        print_ids(known)
    if before:
        _print_flips(tally, before["wrong"])
    if asked.baseline:
        kept = {"table": shares(tally), "wrong": tally.wrong}
        asked.baseline.write_text(json.dumps(kept, indent=1, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
