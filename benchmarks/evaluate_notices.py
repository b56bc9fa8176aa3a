"""How well notices are read: python benchmarks/evaluate_notices.py CORPUS [--compare FILE]."""

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from appealwriter.base import paths
from appealwriter.model.reading import Reading
from appealwriter.notice import cues
from appealwriter.notice.reader import read

_ENTITIES = ("asins", "order_ids", "case_ids")
_SIMPLE = ("platform", "kind", "asks_poa", "route")


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _deadline(reading: Reading) -> dict[str, object] | None:
    found = reading.deadline
    if found is None:
        return None
    return {"date": found.date} if found.date else {"value": found.value, "unit": found.unit}


def _f1(pairs: list[tuple[set[str], set[str]]]) -> float:
    hits = sum(len(true & read) for true, read in pairs)
    total = sum(len(true) + len(read) for true, read in pairs)
    return 2 * hits / total if total else 1.0


def _compare(
    notice: Mapping[str, Any], reading: Reading, right: dict[str, list[bool]], wrong: list[str]
) -> None:
    def judge(field: str, true: object, found: object, ok: bool | None = None) -> None:
        good = true == found if ok is None else ok
        right[field].append(good)
        if not good:
            wrong.append(f"{field:10} {notice['id']}: read {found!r}, should be {true!r}")

    judge("is_notice", True, reading.is_notice)
    stated = notice.get("reason_stated_in_text", True)
    judge("reason", notice["reason"], reading.reason)
    if stated:
        judge("stated", notice["reason"], reading.reason)
    for field in _SIMPLE:
        judge(field, notice[field], getattr(reading, field))
    judge("deadline", notice.get("deadline"), _deadline(reading))
    for field in _ENTITIES:
        judge(field, set(notice.get(field, ())), set(getattr(reading, field)))
    true, found = set(notice.get("asks_for", ())), set(reading.asks_for)
    judge("asks_for", sorted(true), sorted(found))
    judge("also", sorted(notice.get("also", ())), sorted(reading.also))
    judge("brands", set(notice.get("brands", ())), set(reading.brands))
    site = notice["marketplace"]
    judge("marketplace", site, reading.marketplace or "unknown")


def evaluate(corpus: Path, only: slice) -> tuple[dict[str, float], list[str]]:
    """Shares of right answers by field, and every wrong reading as a line."""
    known = cues.load(paths.resources() / "cues")
    right: dict[str, list[bool]] = defaultdict(list)
    wrong: list[str] = []
    sets: dict[str, list[tuple[set[str], set[str]]]] = {"asks_for F1": [], "also F1": []}
    took: list[float] = []
    for notice in _lines(corpus / "notices.jsonl")[only]:
        start = time.perf_counter()
        reading = read(notice["text"], known)
        took.append(time.perf_counter() - start)
        _compare(notice, reading, right, wrong)
        sets["asks_for F1"].append((set(notice.get("asks_for", ())), set(reading.asks_for)))
        sets["also F1"].append((set(notice.get("also", ())), set(reading.also)))
        if reading.sure:
            right["reason if sure"].append(reading.reason == notice["reason"])
    for other in _lines(corpus / "not_notices.jsonl"):
        found = read(other["text"], known)
        right["not_notice"].append(not found.is_notice)
        if found.is_notice:
            wrong.append(f"not_notice {other['id']}: {other['what']}")
    table = {field: sum(said) / len(said) for field, said in right.items() if said}
    table |= {field: _f1(pairs) for field, pairs in sets.items()}
    table["sure"] = len(right["reason if sure"]) / max(1, len(right["reason"]))
    print(
        f"milliseconds a notice: mean {1000 * sum(took) / len(took):.1f}, "
        f"worst {1000 * max(took):.1f}"
    )
    return table, wrong


def main() -> None:
    """Print the table, the wrong readings, and what changed against a kept table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--baseline", type=Path, help="keep the table in this file")
    parser.add_argument("--compare", type=Path, help="show what changed since that table")
    parser.add_argument("--from", dest="first", type=int, help="first notice to read")
    parser.add_argument("--to", dest="last", type=int, help="notice to stop before")
    parser.add_argument("--brief", action="store_true", help="the table only")
    asked = parser.parse_args()
    table, wrong = evaluate(asked.corpus, slice(asked.first, asked.last))
    before = json.loads(asked.compare.read_text("utf-8")) if asked.compare else {}
    if not asked.brief:
        print("\n".join(sorted(wrong)))
    for field, share in sorted(table.items()):
        change = f"  {100 * (share - before[field]):+.1f}" if field in before else ""
        print(f"{field:16}{100 * share:6.1f}{change}")
    if asked.baseline:
        asked.baseline.write_text(json.dumps(table, indent=1), "utf-8")


if __name__ == "__main__":
    main()
