"""How the letter looks on the screen: faces, spacing, lists and tables."""

from dataclasses import dataclass

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from appealwriter.ui import theme

_TITLE_LARGER = 1.5  # points
_ROLES = {"title": (0, 4), "heading": (10, 4), "text": (0, 8), "signed": (12, 0)}
_ROLES |= {"numbered": (0, 5), "bulleted": (0, 5)}
_PX_PER_POINT = 96 / 72
_CELLS = ("head", "cell")
_LIST_STYLES = {
    "numbered": QTextListFormat.Style.ListDecimal,
    "bulleted": QTextListFormat.Style.ListDisc,
}


@dataclass(frozen=True, slots=True)
class LetterLook:
    """The formats of a letter in `language`; `stock` marks fixed wording."""

    language: str
    stock: bool

    def block(self, role: str) -> QTextBlockFormat:
        """Spacing above, below and between the lines."""
        shape = QTextBlockFormat()
        before, after = _ROLES.get(role, (0, 0))
        shape.setTopMargin(before)
        shape.setBottomMargin(after)
        if role not in _CELLS:
            look = theme.current()
            high = look.letter_font(self.language).pointSizeF() * _PX_PER_POINT
            line = round(high * look.line_height("letter") / 100)
            shape.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return shape

    def words(self, role: str) -> QTextCharFormat:
        """Face and colour of the words."""
        look = theme.current()
        bold = role in ("title", "heading", "head")
        font = look.letter_font(self.language, bold=bold)
        if role == "title":
            font.setPointSizeF(font.pointSizeF() + _TITLE_LARGER)
        if role in _CELLS:
            font.setPointSizeF(look.font("dense").pointSizeF())
        return _format(font, "text")

    def span(self, kind: str, words: QTextCharFormat) -> QTextCharFormat:
        """The look of a span of `kind` among `words`."""
        look = theme.current()
        if kind == "gap":
            return self.interface("dense")
        if kind == "exhibit":
            link = QTextCharFormat(words)
            link.setForeground(look.colour("accent"))
            link.setFontUnderline(True)
            return link
        if kind == "text" and self.stock:
            marked = QTextCharFormat(words)
            marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            marked.setUnderlineColor(look.colour("hint"))
            return marked
        return words

    def interface(self, role: str) -> QTextCharFormat:
        """The program's own words in the letter: gaps and tags."""
        return _format(theme.current().font(role), "text2")


def list_format(role: str) -> QTextListFormat:
    """Numbers or discs before the entries."""
    shape = QTextListFormat()
    shape.setStyle(_LIST_STYLES[role])
    return shape


def table_format() -> QTextTableFormat:
    """Hairlines all over, as wide as the paper."""
    shape = QTextTableFormat()
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(theme.current().colour("line"))
    shape.setCellPadding(4)
    shape.setTopMargin(4)
    shape.setBottomMargin(8)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return shape


def _format(font: QFont, colour: str) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFont(font)
    shape.setForeground(theme.current().colour(colour))
    return shape
