"""One edit of the large case: letter, all checks, coverage and read-back, against one frame."""

from dataclasses import replace
from datetime import date
from itertools import count

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from benchmarks.large_case import large_case
from benchmarks.timing import high, row

FRAME_MS = 16


def main() -> str:
    """The row of the table."""
    workshop = Workshop(paths.resources(), paths.templates())
    case = large_case()
    today = date(2026, 11, 21)
    words = sum(len(s.text.split()) for s in workshop.draft(case, today, "zh").letter.sentences())
    number = count()

    def one_edit() -> None:
        sender = replace(case.sender, shop=f"Shop {next(number)}")
        workshop.draft(replace(case, sender=sender), today, "zh")

    middle, top = high(one_edit, 300)
    found = f"{middle * 1000:.1f} ms, p99 {top * 1000:.1f} ms"
    return row(f"one edit, {words} words", "one frame", found, f"<= {FRAME_MS} ms at p99")
