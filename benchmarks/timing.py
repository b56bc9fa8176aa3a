"""Times two things in turn, so that a machine that drifts drifts for both."""

import time
from collections.abc import Callable
from statistics import median, quantiles


def in_turn(a: Callable[[], object], b: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Median seconds of `a` and of `b`, called alternately after one warm-up of each."""
    took: tuple[list[float], list[float]] = ([], [])
    for n in range(rounds + 1):
        for call, kept in zip((a, b), took, strict=True):
            start = time.perf_counter()
            call()
            if n:
                kept.append(time.perf_counter() - start)
    return median(took[0]), median(took[1])


def high(call: Callable[[], object], rounds: int, percentile: int = 99) -> tuple[float, float]:
    """Median and the given percentile, in seconds, of `rounds` calls after a warm-up."""
    call()
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    return median(took), quantiles(took, n=100)[percentile - 1]


def row(what: str, against: str, found: str, budget: str) -> str:
    """A line of the table that `python3 dev.py bench` prints."""
    return f"{what:<38} {against:<34} {found:<26} {budget}"
