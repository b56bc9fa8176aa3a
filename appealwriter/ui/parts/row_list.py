"""A list of rows of which one at a time is open, with its editor below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.labels import label
from appealwriter.ui.parts.row_card import RowCard
from appealwriter.ui.parts.row_view import GAP, SIDE, STATE_WIDTH, RowColumn, RowView, column_widths
from appealwriter.ui.parts.visibility import show_if

_Key = Qt.Key
_LEAST_WIDTH = 320


class RowList(QFrame):
    """Rows in one card. `editor` builds the widget for the row that is opened.

    Signals tell only what the person did; the caller changes the case and calls `set_rows`.
    `moved` carries the id and -1 or +1.
    """

    opened = Signal(str)
    closed = Signal()
    moved = Signal(str, int)
    doubled = Signal(str)
    removed = Signal(str)
    action = Signal(str, str)
    chip_clicked = Signal(str, str)

    def __init__(
        self,
        columns: Sequence[RowColumn],
        editor: Callable[[str], QWidget],
        *,
        header: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._columns = tuple(columns)
        self._make_editor = editor
        self._cards: dict[str, RowCard] = {}
        self._open = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._titles: list[QLabel] = []
        self._widths = column_widths(self._columns, 1 << 16)
        self._header = header
        if header:
            self._column.addWidget(self._make_header())
        self._spread()

    def set_rows(self, rows: Sequence[RowView]) -> None:
        """Show `rows` in this order. Rows that stay keep their widgets, focus and editor."""
        wanted = {row.id for row in rows}
        for gone in [key for key in self._cards if key not in wanted]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
            if gone == self._open:
                self._open = ""
        for place, row in enumerate(rows, start=int(self._header)):
            card = self._cards.get(row.id) or self._add(row)
            card.line.show_view(row)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self._cards = {row.id: self._cards[row.id] for row in rows}
        show_if(self, bool(rows) or self._header)

    def open_id(self) -> str:
        """The id of the open row, "" where none is open."""
        return self._open

    def editor_widget(self) -> QWidget | None:
        """The editor of the open row."""
        return self._cards[self._open].editor if self._open else None

    def open_row(self, key: str) -> None:
        """Open a row and close the one that was open; not signalled."""
        if key == self._open or key not in self._cards:
            return
        if self._open:
            self._cards[self._open].close_editor()
        self._open = key
        self._cards[key].open_with(self._make_editor(key))

    def close_row(self) -> None:
        """Close the open row; not signalled."""
        if self._open:
            card = self._cards[self._open]
            self._open = ""
            card.line.setFocus(Qt.FocusReason.OtherFocusReason)
            card.close_editor()

    def rebuild_editor(self) -> None:
        """Build the open row's editor anew, where other questions are asked now."""
        key = self._open
        if key:
            self._cards[key].close_editor()
            self._cards[key].open_with(self._make_editor(key))

    def focus_row(self, key: str) -> None:
        """Put the keyboard on a row."""
        if key in self._cards:
            self._cards[key].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Narrower than its columns would like: they shrink."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        widths = column_widths(self._columns, self.width() - 2)
        if widths != self._widths:
            self._widths = widths
            self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc inside the editor closes it."""
        if event.key() == _Key.Key_Escape and self._open:
            self._toggle(self._open)
        else:
            super().keyPressEvent(event)

    def _spread(self) -> None:
        for title, width in zip(self._titles[1:], self._widths, strict=False):
            title.setFixedWidth(width)
        for card in self._cards.values():
            card.line.set_widths(self._widths)

    def _add(self, row: RowView) -> RowCard:
        card = RowCard(row, self._columns, self)
        key = row.id
        card.line.pressed.connect(lambda: self._toggle(key))
        card.line.key.connect(lambda event: self._key(key, event))
        card.line.action.connect(lambda deed: self.action.emit(key, deed))
        card.line.chip_clicked.connect(lambda chip: self.chip_clicked.emit(key, chip))
        card.line.set_widths(self._widths)
        self._cards[key] = card
        return card

    def _toggle(self, key: str) -> None:
        if key == self._open:
            self.close_row()
            self.closed.emit()
        else:
            self.open_row(key)
            self.opened.emit(key)

    def _key(self, key: str, event: QKeyEvent) -> None:
        pressed, held = event.key(), event.modifiers()
        step = {_Key.Key_Up: -1, _Key.Key_Down: 1}.get(Qt.Key(pressed), 0)
        if step and held & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(key, step)
        elif step:
            self._step(key, step)
        elif pressed in (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space):
            self._toggle(key)
        elif pressed == _Key.Key_Delete:
            self.removed.emit(key)
        elif pressed == _Key.Key_D and held & Qt.KeyboardModifier.ControlModifier:
            self.doubled.emit(key)
        else:
            return
        event.accept()

    def _step(self, key: str, step: int) -> None:
        keys = list(self._cards)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self.focus_row(keys[place])

    def _make_header(self) -> QWidget:
        look = theme.current()
        header = QWidget()
        line = QHBoxLayout(header)
        line.setContentsMargins(SIDE, 4, SIDE, 4)
        line.setSpacing(GAP)
        blank = QLabel()
        blank.setFixedWidth(look.px(STATE_WIDTH))
        line.addWidget(blank)
        for number, column in enumerate(self._columns):
            title = label(column.title, "small", "text2")
            if column.align == "right":
                title.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(title, 0 if number else 1)
            self._titles.append(title)
        return header
