"""Where the findings of a pasted letter stand in its field."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from appealwriter.model.finding import Finding, Where
from appealwriter.model.terms import Level
from appealwriter.ui import theme

_LINES = {
    Level.MISSING: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Level.WEAK: QTextCharFormat.UnderlineStyle.DashUnderline,
    Level.ADVICE: QTextCharFormat.UnderlineStyle.DotLine,
}


def underlines(
    field: QPlainTextEdit, findings: Iterable[Finding]
) -> list[QTextEdit.ExtraSelection]:
    """A line under the words of each finding that has a place; its form says the level."""
    marks = []
    for finding in findings:
        if finding.where is None or finding.where.start < 0:
            continue
        colour = "text2" if finding.level is Level.ADVICE else finding.level.value
        form = QTextCharFormat()
        form.setUnderlineStyle(_LINES[finding.level])
        form.setUnderlineColor(theme.current().colour(colour))
        mark = QTextEdit.ExtraSelection()
        mark.format = form  # type: ignore[attr-defined]  # Qt's stubs lack it
        mark.cursor = words_at(field, finding.where)  # type: ignore[attr-defined]
        marks.append(mark)
    return marks


def words_at(field: QPlainTextEdit, where: Where) -> QTextCursor:
    """A cursor over the words of a finding. Places are counted in code points, Qt counts letters
    beyond the first 65,536 twice."""
    text = field.toPlainText()
    cursor = QTextCursor(field.document())
    cursor.setPosition(_units(text, where.start))
    cursor.setPosition(_units(text, where.end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _units(text: str, place: int) -> int:
    return place + sum(ord(letter) > 0xFFFF for letter in text[:place])
