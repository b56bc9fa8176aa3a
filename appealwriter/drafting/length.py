"""Keeping a letter within the platform's box, and saying what that cost."""

from collections.abc import Iterator

from appealwriter.checks.rules import RuleBook
from appealwriter.export.plain import write_plain
from appealwriter.letter.fit import fit
from appealwriter.model.case import Case
from appealwriter.model.finding import Finding
from appealwriter.model.letter import Letter
from appealwriter.playbooks.structures import StructureSpec

_LONGEST_NAME = 160


def fitted(letter: Letter, case: Case) -> Letter:
    """`letter` within the number of characters that the seller's box takes."""
    return fit(letter, case.limit, _characters)


def length_findings(
    letter: Letter, case: Case, form: StructureSpec, rules: RuleBook
) -> Iterator[Finding]:
    """What was left out to fit, and whether it fits now."""
    limit = case.limit or form.limit
    if letter.dropped:
        what = " ".join(s.twin_text for s in letter.dropped)
        what = what if len(what) <= _LONGEST_NAME else what[: _LONGEST_NAME - 1] + "…"
        found = rules["shortened"]
        yield found.finding("limit", limit=limit, n=len(letter.dropped), what=what)
    if limit and (length := _characters(letter)) > limit:
        yield rules["too_long_for_box"].finding("limit", limit=limit, n=length)


def _characters(letter: Letter) -> int:
    return write_plain(letter).characters
