"""Short names of exhibits and reasons, as the steps 7 to 9 say them."""

from collections.abc import Sequence

from babel.numbers import format_decimal

from appealwriter.base.i18n import language, listed, tr
from appealwriter.model.case import Case, Exhibit
from appealwriter.playbooks.shelf import Shelf


def exhibit_numbers(case: Case, ids: Sequence[str]) -> str:
    """ "Exhibit 2" or "Exhibits 2, 3"; "" where none of `ids` is there."""
    numbers = [str(n) for n, exhibit in enumerate(case.evidence, 1) if exhibit.id in ids]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return tr("Exhibit {n}", n=numbers[0]).replace(" ", "\u00a0")
    return tr("Exhibits {numbers}", numbers=listed(numbers))


def exhibit_title(shelf: Shelf, case: Case, exhibit: Exhibit) -> str:
    """The seller's title in the language he reads, else what its kind is called, else the file."""
    kind = next((k for k in shelf.for_case(case).evidence if k.id == exhibit.kind), None)
    named = kind.title.any(language()) if kind else ""
    return exhibit.title.any(language()) or named or exhibit.file or tr("Not named yet")


def reason_words(shelf: Shelf, case: Case) -> str:
    """The case's reason with a capital."""
    reason = shelf.reason_name(case).any(language())
    return reason[:1].upper() + reason[1:]


def megabytes(size: int) -> str:
    """A file's size such as "3.1 MB"; "" where it is not known."""
    if not size:
        return ""
    megabytes = format_decimal(max(size / 1_000_000, 0.1), "0.0", locale=language())
    return tr("{size} MB", size=megabytes).replace(" ", "\u00a0")
