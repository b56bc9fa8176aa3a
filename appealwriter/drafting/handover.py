"""What may go out with the plain letter: tables, pages of the evidence, the seller's own paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from appealwriter.drafting.draft import Draft
from appealwriter.export.annexes import Annexes, Exhibited, Step, annexes
from appealwriter.export.tables import with_answers, with_lists
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Letter
from appealwriter.playbooks.book import Playbook
from appealwriter.playbooks.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Extras:
    """What the seller wants beside the letter: the table of `answers` to the demands, the `lists`
    of ASINs and orders, the exhibits' pages as `annexes`, and his `letterhead` (a .docx)."""

    answers: bool = False
    lists: bool = False
    annexes: bool = False
    letterhead: bytes = b""


def with_tables(draft: Draft, shelf: Shelf, extras: Extras) -> Letter:
    """The draft's letter with the tables that `extras` asks for."""
    letter = draft.letter
    if extras.answers:
        letter = with_answers(letter, draft.case, draft.coverage)
    if extras.lists:
        letter = with_lists(letter, draft.case, shelf.for_case(draft.case))
    return letter


def word_file(
    letter: Letter,
    files: Sequence[tuple[str, bytes]],
    extras: Extras,
    step: Step | None = None,
) -> tuple[bytes, tuple[str, ...]]:
    """The letter as a Word file, and the exhibits whose pages could not be put in.

    `files` are (title with ending, bytes) in the order of the exhibits' numbers; one without bytes
    is only named; `step` is told before each page. Raises BadInput for a letterhead that is no
    Word file.
    """
    found = Annexes()
    if extras.annexes:
        shown = [Exhibited(n, *file) for n, file in enumerate(files, 1) if file[1]]
        found = annexes(shown, letter.language, step)
    data = write_docx(letter, letterhead=extras.letterhead, pictures=found.pictures)
    return data, found.left_out


def steps_text(book: Playbook, language: str) -> str:
    """Where to send it, step by step: the platform's own menu, then what to do there; "" where
    the playbook does not know."""
    lines = (
        f"{number}. {' — '.join(filter(None, (step.menu, step.text.any(language))))}"
        for number, step in enumerate(book.submit, 1)
    )
    return "".join(f"{line}\n" for line in lines)
