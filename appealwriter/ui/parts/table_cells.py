"""How the cells of a DataTable are drawn."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from appealwriter.ui import theme
from appealwriter.ui.parts.cell_model import Cell, CellModel
from appealwriter.ui.parts.painting import (
    draw_bar,
    draw_focus,
    draw_icon,
    draw_mark,
    draw_wrapped,
    wrapped_height,
)

_Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_SIGN = 18


class CellDelegate(QStyledItemDelegate):
    """Draws a cell from tokens."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as text and second line, wrapped in the column's width."""
        cell = _cell(index)
        look = theme.current()
        width = self._table.columnWidth(index.column()) - 2 * _PAD - _sign_width(cell)
        height = _text_height(cell.text, _text_font(cell), width)
        if cell.sub:
            height += _text_height(cell.sub, _sub_font(cell), width)
        return QSize(width, max(height + 7, look.px(27)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, bar, hairline, sign, text over second line."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        look = theme.current()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("tint" if chosen else "surface"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if chosen and index.column() == 0:
            draw_bar(painter, rect)
        _draw_cell(painter, rect, _cell(index), self._right(index))
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused and _cell(index).link:
            draw_focus(painter, rect.adjusted(2, 2, -2, -3))
        elif focused:
            whole = self._table.visualRect(index)
            painter.save()
            painter.setPen(look.colour("accent"))
            painter.drawRect(whole.adjusted(1, 1, -2, -3))
            painter.restore()

    def _right(self, index: _Index) -> bool:
        model = index.model()
        return isinstance(model, CellModel) and model.columns[index.column()].align == "right"


def _draw_cell(painter: QPainter, rect: QRect, cell: Cell, right: bool) -> None:
    area = rect.adjusted(_PAD + _sign_width(cell), 0, -_PAD, 0)
    font, sub_font = _text_font(cell), _sub_font(cell)
    high = _text_height(cell.text, font, area.width())
    sub_high = _text_height(cell.sub, sub_font, area.width()) if cell.sub else 0
    top = rect.top() + (rect.height() - high - sub_high) // 2
    middle = top + QFontMetrics(font).height() // 2
    if cell.mark:
        draw_mark(painter, QPoint(rect.left() + _PAD, middle - 7), cell.mark, 14)
    elif cell.icon:
        draw_icon(painter, QPoint(rect.left() + _PAD, middle - 7), cell.icon, "text2", 14)
    tone = cell.tone or ("accent" if cell.link else "text")
    words = QRect(area.left(), top, area.width(), high)
    if right:
        painter.setFont(font)
        painter.setPen(theme.current().colour(tone))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignRight), cell.text)
    else:
        draw_wrapped(painter, words, cell.text, font, tone)
    if cell.sub:
        below = QRect(area.left(), top + high, area.width(), sub_high)
        draw_wrapped(painter, below, cell.sub, sub_font, "text2")


def _cell(index: _Index) -> Cell:
    model = index.model()
    assert isinstance(model, CellModel)
    return model.rows[index.row()][index.column()]


def _text_font(cell: Cell) -> QFont:
    font = theme.current().font("dense", cell.bold or None)
    font.setUnderline(cell.link)
    return font


def _sub_font(cell: Cell) -> QFont:
    look = theme.current()
    small = look.font("small")
    if not cell.letter:
        return small
    font = look.letter_font(cell.letter)
    font.setPointSizeF(small.pointSizeF())
    return font


def _sign_width(cell: Cell) -> int:
    return _SIGN if cell.mark or cell.icon else 0


def _text_height(text: str, font: QFont, width: int) -> int:
    return max(QFontMetrics(font).height(), wrapped_height(text, font, width))
