"""Tables of evidence, matrix and demands: two-line cells with marks and links."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.cell_model import Cell, CellModel, TableColumn
from appealwriter.ui.parts.table_cells import CellDelegate

_Key = Qt.Key
_Index = QModelIndex | QPersistentModelIndex


class DataTable(QTableView):
    """A table that grows with its content, so that the page scrolls and not the table.

    `link_clicked` carries row and column of a link (mouse or Enter), `row_chosen` the row that
    became current, `activated_row` Enter or a double click elsewhere, `moved` Alt+Up / Alt+Down.
    """

    link_clicked = Signal(int, int)
    row_chosen = Signal(int)
    activated_row = Signal(int)
    moved = Signal(int, int)

    def __init__(self, columns: Sequence[TableColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._cells = CellModel(self._columns)
        self._scrolling = False
        self.setModel(self._cells)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self._dress_header()
        self.set_scrolling(False)

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these cells; the current row stays where it was."""
        before = len(self._cells.rows)
        changed = self._cells.show(tuple(tuple(row) for row in rows))
        for row in changed:
            self.resizeRowToContents(row)
        if changed or before != len(rows):
            self._set_height()

    def set_scrolling(self, on: bool) -> None:
        """Scroll inside (for very long tables) instead of growing."""
        self._scrolling = on
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if on else policy.ScrollBarAlwaysOff
        )
        if on:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16777215)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def current_row(self) -> int:
        """The current row, -1 before a choice."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Make `row` the current one; not signalled."""
        self.blockSignals(True)
        column = max(self.currentIndex().column(), 0)
        self.setCurrentIndex(self._cells.index(row, column))
        self.blockSignals(False)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return self._cells.rows[row][column]

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() and current.isValid():
            self.row_chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows, Left and Right go from link to link, Alt+Up and Alt+Down move."""
        key, index = event.key(), self.currentIndex()
        step = {_Key.Key_Up: -1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Right: 1}.get(
            Qt.Key(key), 0
        )
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if not index.isValid() or (alt and key in (_Key.Key_Left, _Key.Key_Right)):
            super().keyPressEvent(event)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._follow(index)
        elif step and alt:
            self.moved.emit(index.row(), step)
        elif key in (_Key.Key_Left, _Key.Key_Right):
            self._next_link(index, step)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over links."""
        index = self.indexAt(event.position().toPoint())
        over_link = index.isValid() and self.cell(index.row(), index.column()).link
        shape = Qt.CursorShape.PointingHandCursor if over_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link follows it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self.cell(index.row(), index.column()).link:
            self.link_clicked.emit(index.row(), index.column())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click beside the links opens the row."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.cell(index.row(), index.column()).link:
            self.activated_row.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows once a resize is over: while it lasts, Qt still tells the old width of the
        column that takes the rest."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a current cell to stand on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cells.rows:
            self.setCurrentIndex(self._cells.index(0, 0))

    def _follow(self, index: _Index) -> None:
        if self.cell(index.row(), index.column()).link:
            self.link_clicked.emit(index.row(), index.column())
        else:
            self.activated_row.emit(index.row())

    def _next_link(self, index: QModelIndex, step: int) -> None:
        column = index.column() + step
        while 0 <= column < len(self._columns):
            if self.cell(index.row(), column).link:
                self.setCurrentIndex(self._cells.index(index.row(), column))
                return
            column += step

    def _fit(self) -> None:
        self.resizeRowsToContents()
        self._set_height()

    def _set_height(self) -> None:
        if self._scrolling:
            return
        height = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        height += sum(self.rowHeight(row) for row in range(len(self._cells.rows)))
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _dress_header(self) -> None:
        look, header = theme.current(), self.horizontalHeader()
        header.setFont(look.font("small"))
        header.setFixedHeight(look.px(28))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(16)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode
            if column.width:
                header.setSectionResizeMode(number, mode.Fixed)
                header.resizeSection(number, look.px(column.width))
            else:
                header.setSectionResizeMode(number, mode.Stretch)
        header.setVisible(any(column.title for column in self._columns))
