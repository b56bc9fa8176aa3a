"""One row of a list of deeds: a grid of cells, a note below, the editor below that when open."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from appealwriter.base.i18n import listed
from appealwriter.ui import theme
from appealwriter.ui.parts.buttons import Button, Chip
from appealwriter.ui.parts.flow import FlowLayout
from appealwriter.ui.parts.labels import MarkLabel, label
from appealwriter.ui.parts.painting import draw_bar, draw_focus
from appealwriter.ui.parts.row_view import GAP, SIDE, STATE_WIDTH, RowColumn, RowView
from appealwriter.ui.parts.visibility import show_if


class RowLine(QWidget):
    """The visible line of a row. Keys are sent on as `key` and answered by the list."""

    pressed = Signal()
    key = Signal(QKeyEvent)
    action = Signal(str)
    chip_clicked = Signal(str)

    def __init__(
        self, view: RowView, columns: Sequence[RowColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view: RowView | None = None
        self._open = self._hover = False
        self._columns = tuple(columns)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._state = MarkLabel()
        self._state.setFixedWidth(theme.current().px(STATE_WIDTH))
        self._title = label("", "dense", wrap=True)
        self._cells: list[QLabel] = []
        self._chips = QWidget(self)
        self._chip_line = FlowLayout(self._chips)
        self._note_row = QWidget()
        self._note = label("", "dense", wrap=True)
        self._actions: list[Button] = []
        self._lay_out()
        self.show_view(view)

    def show_view(self, view: RowView) -> None:
        """Show other values; does nothing where they are the same."""
        if view == self.view:
            return
        old, self.view = self.view, view
        self._state.set_state(view.mark, view.state)
        self._title.setText(view.title)
        for cell, text in zip(self._cells, (*view.cells, *("",) * 9), strict=False):
            cell.setText(text)
        self._note.setText(view.note)
        theme.set_look(self._note, "tone", view.note_level)
        show_if(self._note_row, bool(view.note or view.actions))
        if old is None or old.chips != view.chips:
            self._show_chips(view)
        if old is None or old.actions != view.actions:
            self._show_actions(view)
        spoken = (view.state, view.title, *view.cells, *(words for _, words in view.chips))
        self.setAccessibleName(listed(part for part in spoken if part))
        self.setAccessibleDescription(view.note)

    def set_open(self, is_open: bool) -> None:
        """Tint and bold while the editor is open below."""
        self._open = is_open
        theme.set_look(self._title, "strong", is_open)
        self.update()

    def set_widths(self, widths: Sequence[int]) -> None:
        """Pixels for the columns after the title."""
        for cell, width in zip(self._cells, widths, strict=True):
            cell.setFixedWidth(width)
        if widths:
            self._chips.setFixedWidth(widths[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list knows what keys mean."""
        event.ignore()
        self.key.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens or closes."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Under the mouse."""
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No longer under the mouse."""
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, ring while focused."""
        painter = QPainter(self)
        look = theme.current()
        if self._open:
            painter.fillRect(self.rect(), look.colour("tint"))
            draw_bar(painter, self.rect())
        elif self._hover:
            painter.fillRect(self.rect(), look.colour("sunken"))
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def _lay_out(self) -> None:
        look = theme.current()
        grid = QGridLayout(self)
        grid.setContentsMargins(SIDE, 6, SIDE, 6)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setRowMinimumHeight(0, look.size("row") - 13)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._state, 0, 0, top)
        grid.addWidget(self._title, 0, 1, top)
        grid.setColumnStretch(1, 1)
        for number, column in enumerate(self._columns[1:], start=2):
            cell = label("", "dense", wrap=True)
            if column.align == "right":
                cell.setAlignment(Qt.AlignmentFlag.AlignRight | top)
            self._cells.append(cell)
            grid.addWidget(cell, 0, number, top)
        last = len(self._columns)
        if self._cells:
            grid.addWidget(self._chips, 0, last, top)
        for words in (self._state, self._title, *self._cells):
            words.setContentsMargins(0, 3, 0, 2)
        self.set_widths([look.px(column.width) for column in self._columns[1:]])
        line = QHBoxLayout(self._note_row)
        line.setContentsMargins(0, 0, 0, 3)
        line.setSpacing(6)
        line.addWidget(self._note, 1)
        self._note_line = line
        grid.addWidget(self._note_row, 1, 1, 1, max(last, 1))

    def _show_chips(self, view: RowView) -> None:
        while (item := self._chip_line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key, words in view.chips:
            chip = Chip(words)
            chip.clicked.connect(lambda key=key: self.chip_clicked.emit(key))
            self._chip_line.addWidget(chip)
        show_if(self._chips, bool(view.chips))
        if self._cells:
            show_if(self._cells[-1], not view.chips)

    def _show_actions(self, view: RowView) -> None:
        for old in self._actions:
            old.hide()
            old.deleteLater()
        self._actions = []
        for key, words in view.actions:
            button = Button(words, small=True)
            button.clicked.connect(lambda _=False, key=key: self.action.emit(key))
            self._note_line.addWidget(button)
            self._actions.append(button)
