"""A letter set into a text document, with the place of every sentence and span in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextList

from appealwriter.export.runs import needs_space
from appealwriter.model.letter import Sentence
from appealwriter.ui.panels.letter_look import LetterLook, list_format, table_format
from appealwriter.ui.panels.paragraphs import Paragraph

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the document and the answer they lead to. `kind` is
    sentence, span, gap or tag."""

    kind: str
    start: int
    end: int
    path: str = ""
    text: str = ""

    def holds(self, position: int) -> bool:
        """True where `position` lies in it."""
        return self.start <= position < self.end


@dataclass(slots=True)
class _Placed:
    """A paragraph, its block, and its stretches counted from the start of the block."""

    paragraph: Paragraph
    block: QTextBlock
    stretches: list[Stretch] = field(default_factory=list)


class LetterText:
    """Keeps a document the same as a letter, rewriting only paragraphs that changed."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._look = LetterLook("", False)
        self._placed: list[_Placed] = []

    def write(self, paragraphs: Sequence[Paragraph], look: LetterLook) -> None:
        """Make the document say `paragraphs`."""
        same = look == self._look and [p.shape for p in paragraphs] == [
            placed.paragraph.shape for placed in self._placed
        ]
        self._look = look
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if same:
            self._rewrite(paragraphs)
        else:
            self._placed = list(_Builder(self._document, look).build(paragraphs))
            for placed in self._placed:
                self._fill(placed)
        cursor.endEditBlock()

    def stretches(self, *kinds: str) -> list[Stretch]:
        """Where things of these kinds stand now, in reading order."""
        return [
            Stretch(s.kind, s.start + start, s.end + start, s.path, s.text)
            for placed in self._placed
            for start in (placed.block.position(),)
            for s in placed.stretches
            if s.kind in kinds
        ]

    def _rewrite(self, paragraphs: Sequence[Paragraph]) -> None:
        for placed, paragraph in zip(self._placed, paragraphs, strict=True):
            if placed.paragraph != paragraph:
                placed.paragraph = paragraph
                self._fill(placed)

    def _fill(self, placed: _Placed) -> None:
        cursor = QTextCursor(placed.block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        placed.stretches = _Line(cursor, self._look, placed.paragraph).fill()


class _Builder:
    """Makes the empty blocks, lists and tables that paragraphs go into."""

    def __init__(self, document: QTextDocument, look: LetterLook) -> None:
        document.clear()
        self._look = look
        self._cursor = QTextCursor(document)
        self._unused = True  # the block at the cursor has no paragraph yet
        self._list: QTextList | None = None
        self._cells: list[QTextCursor] = []

    def build(self, paragraphs: Sequence[Paragraph]) -> list[_Placed]:
        """The blocks in the order of `paragraphs`."""
        return [_Placed(paragraph, self._block(paragraph)) for paragraph in paragraphs]

    def _block(self, paragraph: Paragraph) -> QTextBlock:
        if paragraph.role in ("head", "cell"):
            return self._cell(paragraph)
        shape = self._look.block(paragraph.role)
        if self._unused:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._unused = False
        # The number before a list entry and an empty line take the block's own look.
        self._cursor.setBlockCharFormat(self._look.words(paragraph.role))
        if paragraph.starts:
            self._list = self._cursor.createList(list_format(paragraph.role))
        elif paragraph.role in ("numbered", "bulleted") and self._list is not None:
            self._list.add(self._cursor.block())
        return self._cursor.block()

    def _cell(self, paragraph: Paragraph) -> QTextBlock:
        if any(paragraph.grid):
            rows, columns = paragraph.grid
            table = self._cursor.insertTable(rows, columns, table_format())
            cells = [table.cellAt(row, at) for row in range(rows) for at in range(columns)]
            self._cells = [cell.firstCursorPosition() for cell in cells]
            self._cursor = table.lastCursorPosition()
            self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
            self._unused = True
        cursor = self._cells.pop(0)
        cursor.setBlockFormat(self._look.block(paragraph.role))
        return cursor.block()


class _Line:
    """Writes one paragraph at a cursor and notes where its sentences stand."""

    def __init__(self, cursor: QTextCursor, look: LetterLook, paragraph: Paragraph) -> None:
        self._cursor = cursor
        self._origin = cursor.block().position()
        self._look = look
        self._paragraph = paragraph
        self._words = look.words(paragraph.role)
        self._stretches: list[Stretch] = []

    def fill(self) -> list[Stretch]:
        """Every sentence, then the tag."""
        before = ""
        for sentence in self._paragraph.sentences:
            if before and needs_space(before, sentence.text, self._look.language):
                self._cursor.insertText(" ", self._words)
            self._sentence(sentence)
            before = sentence.text or before
        if self._paragraph.tag:
            self._cursor.insertText(_NO_BREAK * 3, self._words)
            words = self._paragraph.tag.replace(" ", _NO_BREAK)
            self._put(words, self._look.interface("small"), "tag")
        return self._stretches

    def _sentence(self, sentence: Sentence) -> None:
        start = self._here()
        labels = {span.path: span.text for span in sentence.twin if span.kind == "gap"}
        for span in sentence.spans:
            gap = span.kind == "gap"
            words = labels.get(span.path, span.text) if gap else span.text
            named = span.kind == "text" and self._paragraph.role in ("title", "heading", "head")
            shape = self._words if named else self._look.span(span.kind, self._words)
            self._put(words, shape, "gap" if gap else "span", span.path)
        if start < self._here():
            self._stretches.append(
                Stretch("sentence", start, self._here(), sentence.path, sentence.text)
            )

    def _put(self, words: str, shape: QTextCharFormat, kind: str, path: str = "") -> None:
        start = self._here()
        self._cursor.insertText(words.replace("\n", "\u2028"), shape)
        if path or kind != "span":
            self._stretches.append(Stretch(kind, start, self._here(), path))

    def _here(self) -> int:
        return self._cursor.position() - self._origin
