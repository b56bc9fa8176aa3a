"""How a case is drawn in the list: two lines a column, heads above them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from appealwriter.base.i18n import tr
from appealwriter.store.entries import Entry
from appealwriter.ui import theme
from appealwriter.ui.home.entries import Cells
from appealwriter.ui.parts.painting import draw_bar, draw_mark, draw_text

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
"""An Entry, or the words of a heading."""
CELLS = Qt.ItemDataRole.UserRole + 1
"""The Cells of a case."""

# Widths at 1146 px, the list of a 1366 px window; the fifth column takes the rest.
_WIDTHS = (190, 234, 204, 140, 0, 116)
_LEAST_REST = 150
_MARGIN = 12


def columns(width: int) -> list[QRect]:
    """Where the columns stand in a list of this width: x and width, heights are the caller's.
    In a narrow list the last one (last saved) goes first."""
    look = theme.current()
    wanted = [look.px(each) for each in _WIDTHS]
    if width < look.px(900):
        wanted[5] = 0
    fixed = sum(wanted) + 2 * _MARGIN
    rest = width - fixed
    if rest < look.px(_LEAST_REST):
        share = max(0.5, (width - look.px(_LEAST_REST) - 2 * _MARGIN) / (fixed - 2 * _MARGIN))
        wanted = [round(each * share) for each in wanted]
        rest = width - sum(wanted) - 2 * _MARGIN
    wanted[4] = max(rest, 0)
    found, x = [], _MARGIN
    for each in wanted:
        found.append(QRect(x, 0, max(0, each - 12), 0))
        x += each
    return found


class ColumnHeads(QWidget):
    """The names of the columns; as wide as `rows`, which may have a scroll bar beside it."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        self._rows = rows
        self.setFixedHeight(theme.current().px(31))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Small words over a hairline."""
        look, painter = theme.current(), QPainter(self)
        names = (
            tr("Shop"),
            tr("Reason"),
            tr("State"),
            tr("Deadline"),
            tr("Problems and next step"),
            tr("Last saved"),
        )
        for name, place in zip(names, columns(self._rows.width()), strict=True):
            if place.width():
                box = QRect(place.left(), 0, place.width(), self.height() - 1)
                draw_text(painter, box, name, look.font("small"), "text2")
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))


class RowDelegate(QStyledItemDelegate):
    """Draws cases and headings from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A heading is lower than a case."""
        return QSize(100, theme.current().px(46 if isinstance(index.data(ROW), Entry) else 32))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, words, hairline."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        look = theme.current()
        row = index.data(ROW)
        if isinstance(row, str):
            painter.fillRect(rect, look.colour("window"))
            words = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
            draw_text(painter, words, row, look.font("small", bold=True), "text2")
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            ground = "tint" if chosen else "sunken" if over else "surface"
            painter.fillRect(rect, look.colour(ground))
            if chosen:
                draw_bar(painter, rect)
            _draw_cells(painter, rect, index.data(CELLS))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))


def _draw_cells(painter: QPainter, rect: QRect, words: Cells) -> None:
    pairs = (
        words.shop,
        words.reason,
        words.state,
        words.deadline,
        words.problems,
        (words.saved, ""),
    )
    look = theme.current()
    first, second = look.line_height("body"), look.line_height("small")
    top = rect.top() + (rect.height() - first - second + 3) // 2
    for number, (pair, place) in enumerate(zip(pairs, columns(rect.width()), strict=True)):
        if not place.width():
            continue
        left, indent = rect.left() + place.left(), 0
        if number == 4 and words.mark:
            draw_mark(painter, QPoint(left, top + (first - 14) // 2), words.mark, 14)
            indent = 18
        font = look.font("body" if number < 4 else "dense", bold=number == 0)
        above = QRect(left + indent, top, place.width() - indent, first)
        draw_text(painter, above, pair[0], font, "text" if number < 5 else "text2")
        below = QRect(left, top + first - 3, place.width(), second)
        draw_text(painter, below, pair[1], look.font("small"), "text2")
