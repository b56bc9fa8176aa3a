"""Word export of a large letter against the same content written bare with python-docx.

Run: python benchmarks/word_export.py. It prints rows of a table; the ratios are what counts.
"""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from appealwriter.export.word import write_docx
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from appealwriter.model.terms import Structure

BUDGET = 1.3
ROUNDS = 7
SENTENCE = "On November {n}, our warehouse lead checked batch {n} and recorded {n} units as sound"
WORDS, ACTIONS = 5000, 40
WORDS_A_SENTENCE = len(SENTENCE.split())


def main() -> int:
    """Print the table; 1 when the export is over its budget."""
    letter = large_letter(rows=500)
    bare, ours = compared(lambda: write_bare(letter), lambda: write_docx(letter))
    longer = large_letter(rows=5000)
    bare_long, long = compared(lambda: write_bare(longer), lambda: write_docx(longer), rounds=3)
    print("| what | ms | against | ms | ratio | budget |")
    print("|---|---|---|---|---|---|")
    print_row("Word export, 500 rows", ours, "bare python-docx", bare, BUDGET)
    print_row("Word export, 5,000 rows", long, "bare python-docx", bare_long, BUDGET)
    print_row("4,500 rows more, a row", (long - ours) / 9, "the first 500 rows", ours, 1.0)
    return int(ours > BUDGET * bare)


def large_letter(rows: int) -> Letter:
    """5,000 words, 40 actions, one table; answers and exhibits as in a real letter."""
    count = WORDS // WORDS_A_SENTENCE - ACTIONS
    sentences = [sentence(n) for n in range(count)]
    paragraphs = tuple(
        Block("paragraph", (tuple(sentences[n : n + 4]),)) for n in range(0, count, 4)
    )
    actions = Block("numbered", tuple((sentence(n),) for n in range(ACTIONS)))
    cells = tuple(
        tuple(Sentence((Span(text, "slot"),)) for text in (f"111-{n:07}", "B0EXAMPLE1", "late"))
        for n in range(rows)
    )
    header = tuple(Sentence((Span(text),)) for text in ("Order", "ASIN", "State"))
    sections = (
        Section("root_cause", Sentence((Span("1. Root cause"),)), paragraphs),
        Section("corrective_actions", Sentence((Span("2. Actions"),)), (actions,)),
        Section(
            "exhibits",
            Sentence((Span("Exhibits"),)),
            (Block("table", header=header, rows=cells),),
        ),
    )
    title = Sentence((Span("Plan of action"),))
    return Letter(
        "en", "zh", Structure.THREE_PART, title, sections, "Company", "Shop", "2026-11-21"
    )


def sentence(n: int) -> Sentence:
    """A sentence of four spans, one of them an exhibit."""
    before, middle, after, end = SENTENCE.split("{n}")
    return Sentence(
        (
            Span(f"{before}{n}{middle}"),
            Span(str(n), "slot"),
            Span(f"{after}{n}{end} ("),
            Span(f"Exhibit\u00a0{n}", "exhibit"),
            Span(")."),
        )
    )


def write_bare(letter: Letter) -> bytes:
    """The same paragraphs and tables, as python-docx's own documentation writes them."""
    document = Document()
    document.add_heading(letter.title.text, 0)
    for section in letter.sections:
        if section.heading:
            document.add_heading(section.heading.text, 1)
        for block in section.blocks:
            if block.kind == "table":
                write_bare_table(document, block)
            style = "List Number" if block.kind == "numbered" else None
            for item in block.items:
                document.add_paragraph(" ".join(each.text for each in item), style)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def write_bare_table(document: WordDocument, block: Block) -> None:
    """Row by row with one look at each row's cells; cell by cell would be far slower still."""
    rows = [block.header, *block.rows]
    table = document.add_table(rows=len(rows), cols=len(block.header), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, each in zip(row.cells, texts, strict=True):
            cell.text = each.text


def compared(
    first: Callable[[], object], second: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Median milliseconds of each, run in turns after one run that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for kept, run in zip(times, (first, second), strict=True):
            gc.collect()
            start = time.perf_counter()
            run()
            if turn:
                kept.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def print_row(what: str, ours: float, against: str, other: float, budget: float) -> None:
    """One row of the table."""
    ratio = ours / other
    print(f"| {what} | {ours:.0f} | {against} | {other:.0f} | {ratio:.2f} | <= {budget} |")


if __name__ == "__main__":
    sys.exit(main())
