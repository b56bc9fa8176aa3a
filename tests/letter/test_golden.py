"""Whole letters of invented sellers, word for word: a change of wording is seen and read.

Renew them with `python -m tests.letter.test_golden` and read what changed.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.cli.cases import new_case
from appealwriter.drafting.adopt import adopt_as_chosen
from appealwriter.drafting.draft import Draft, Workshop
from appealwriter.drafting.typed import answer_check, check_phrases
from appealwriter.export.plain import write_text
from appealwriter.model.terms import Level, Route, Structure
from appealwriter.notice import cues
from appealwriter.notice.reader import read
from appealwriter.store.answers import fill

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
NAMES = sorted(path.stem for path in GOLDEN.glob("*.json"))
ROWS = ("reason", "kind", "route", "date", "deadline", "asins", "order_ids", "case_ids")
TODAY = date(2026, 11, 21)
MOST_WEAK = 2


def drafted(workshop: Workshop, name: str) -> Draft:
    """The letter of a golden case, made as the command line makes it, its notice confirmed."""
    told = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    case = replace(
        new_case(workshop.shelf, told["platform"], told["reason"]),
        id=name,
        created="2026-11-21T00:00:00+00:00",
        route=Route(told["route"]),
        structure=Structure(told["structure"]),
        letter_language=told["language"],
    )
    text = clean(told["answers"].get("notice", {}).get("text", ""))
    if text:
        known = cues.load(paths.resources() / "cues")
        case = adopt_as_chosen(case, text, read(text, known, TODAY))
    case = fill(case, told["answers"], answer_check(workshop.shelf, case))
    check_phrases(workshop.shelf, case)
    demands = tuple(replace(demand, state="confirmed") for demand in case.notice.demands)
    states = dict.fromkeys(ROWS, "confirmed")
    case = replace(case, notice=replace(case.notice, demands=demands, states=states))
    return workshop.draft(case, TODAY, "en" if case.letter_language == "zh" else "zh")


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(paths.resources(), paths.templates())


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_letter_is_word_for_word_as_it_was(workshop: Workshop, name: str) -> None:
    written = write_text(drafted(workshop, name).letter)
    kept = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert written == kept, (
        f"The letter {name} reads differently now. Where the new wording is wanted, renew it with "
        "`python -m tests.letter.test_golden` and read the difference before keeping it."
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_golden_case_lacks_nothing(workshop: Workshop, name: str) -> None:
    draft = drafted(workshop, name)
    found = {(finding.rule, finding.path) for finding in draft.findings}
    assert not draft.count(Level.MISSING), found
    assert draft.count(Level.WEAK) <= MOST_WEAK, found


def renew() -> None:
    """Write every golden letter anew."""
    workshop = Workshop(paths.resources(), paths.templates())
    for name in NAMES:
        text = write_text(drafted(workshop, name).letter)
        (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
