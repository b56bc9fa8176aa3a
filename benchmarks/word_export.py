"""Word export of a large letter against the same content written bare with python-docx."""

from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument

from appealwriter.export.word import write_docx
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from appealwriter.model.terms import Structure
from benchmarks.timing import in_turn, row

ROUNDS = 7
SENTENCE = "On November {n}, our warehouse lead checked batch {n} and recorded {n} units as sound"
WORDS, ACTIONS = 5000, 40
WORDS_A_SENTENCE = len(SENTENCE.split())


def main() -> str:
    """Three rows of the table: a large letter, a long annex, and how its time grows."""
    letter = large_letter(rows=500)
    bare, ours = in_turn(lambda: write_bare(letter), lambda: write_docx(letter), ROUNDS)
    longer = large_letter(rows=5000)
    bare_long, long = in_turn(lambda: write_bare(longer), lambda: write_docx(longer), 3)
    return "\n".join(
        (
            _row("Word export, 500 rows", ours, bare),
            _row("Word export, 5,000 rows", long, bare_long),
            row(
                "4,500 rows more, for each 500",
                f"the first 500 rows {ours * 1000:.0f} ms",
                f"{(long - ours) / 9 * 1000:.0f} ms = {(long - ours) / 9 / ours:.2f}x",
                "<= 1x: linear",
            ),
        )
    )


def _row(what: str, ours: float, bare: float) -> str:
    found = f"{ours * 1000:.0f} ms = {ours / bare:.2f}x"
    return row(what, f"bare python-docx {bare * 1000:.0f} ms", found, "<= 1.3x")


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
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, each in zip(line.cells, texts, strict=True):
            cell.text = each.text
