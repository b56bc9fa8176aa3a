"""How much two sellers' letters have in common: shared 5-word sequences, for every playbook.

The same reason, the same chosen phrases, different facts; headings and exhibit list left out.
Shared sequences against those of the shorter letter: mean and worst of 20 seeded pairs.
Chinese has no spaces: there eight signs (characters, Latin words, numbers) stand for five words,
since running Chinese text has about eight characters to five words.

Run: python -m benchmarks.overlap [BOOK...]
"""

import re
import sys
from collections.abc import Iterator
from statistics import fmean

from appealwriter.base.words import LANGUAGES
from appealwriter.drafting.draft import Workshop
from appealwriter.model.letter import Letter
from appealwriter.playbooks.book import Playbook
from benchmarks.invented import LETTER_DAY, invented_case
from benchmarks.timing import row

PAIRS = 20
LIMIT = 1 / 3
_LENGTH = {"zh": 8, "en": 5, "ru": 5}
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W_]+(?:[-'’][^\W_]+)*")


def sequences(letter: Letter) -> set[tuple[str, ...]]:
    """Every run of five words inside a sentence of the letter."""
    found: set[tuple[str, ...]] = set()
    length = _LENGTH[letter.language]
    for section in letter.sections:
        if section.id not in ("exhibits", "signature"):
            for sentence in (s for block in section.blocks for s in block.sentences()):
                words = _WORD.findall(sentence.text.lower())
                found.update(tuple(words[n : n + length]) for n in range(len(words) - length + 1))
    return found


def shared(a: set[tuple[str, ...]], b: set[tuple[str, ...]]) -> float:
    """The share of the shorter letter's sequences that the other has too."""
    return len(a & b) / max(1, min(len(a), len(b)))


def measure(workshop: Workshop, book: Playbook, language: str) -> tuple[float, float]:
    """Mean and worst of the pairs."""
    found = []
    for n in range(PAIRS):
        pair = (
            invented_case(workshop.shelf, book, seller, n, language)
            for seller in (2 * n, 2 * n + 1)
        )
        a, b = (sequences(workshop.draft(case, LETTER_DAY, language).letter) for case in pair)
        found.append(shared(a, b))
    return fmean(found), max(found)


def table(wanted: list[str]) -> Iterator[str]:
    """A line for each playbook: mean and worst by language, with a mark where the worst is over."""
    workshop = Workshop.shipped()
    yield row("playbook", *(f"{language}: mean worst" for language in LANGUAGES))
    for book_id in wanted or workshop.shelf.ids():
        cells = []
        for language in LANGUAGES:
            mean, worst = measure(workshop, workshop.shelf.book(book_id), language)
            cells.append(f"{mean:.2f} {worst:.2f}{'  over' if worst >= LIMIT else ''}")
        yield row(book_id, *cells)


if __name__ == "__main__":
    for line in table(sys.argv[1:]):
        print(line, flush=True)
