"""The cases as rows of one painted list: thousands of them cost no widgets."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.store.entries import Entry
from appealwriter.ui.home.case_row import CELLS, ROW, ColumnHeads, RowDelegate
from appealwriter.ui.home.entries import GROUPS, Cells, cells, group_name, in_order

_Index = QModelIndex | QPersistentModelIndex
Row = Entry | str
"""A case, or the heading of a group."""


class CaseModel(QAbstractListModel):
    """Cases under the headings of their groups. Words are made when a row is first seen."""

    def __init__(self, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        super().__init__()
        self._today, self._now = today, now
        self.rows: list[Row] = []
        self._words: dict[str, Cells] = {}

    def show(self, entries: Sequence[Entry], only: str = "") -> None:
        """Show `entries` by group, or those of one group; "deleted" shows them as they come."""
        self.beginResetModel()
        self._words.clear()
        self.rows = []
        if only == "deleted":
            self._add(group_name(only), list(entries))
        else:
            for group in GROUPS if not only else (only,):
                self._add(group_name(group), in_order(entries, group))
        self.endResetModel()

    def entry(self, index: _Index) -> Entry | None:
        """The case of a row; None for a heading."""
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        return row if isinstance(row, Entry) else None

    def row_of(self, case_id: str) -> int:
        """The row of a case; else the first case's; -1 where there is none."""
        first = -1
        for number, row in enumerate(self.rows):
            if isinstance(row, Entry):
                if row.id == case_id:
                    return number
                if first < 0:
                    first = number
        return first

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """Cases and headings."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.entry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, its words, and what a screen reader says."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == CELLS:
            return self._cells(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cells(row).spoken()
        return None

    def _add(self, name: str, entries: list[Entry]) -> None:
        if entries:
            self.rows.append(f"{name} · {len(entries)}")
            self.rows.extend(entries)

    def _cells(self, entry: Entry) -> Cells:
        if entry.id not in self._words:
            self._words[entry.id] = cells(entry, self._today(), self._now())
        return self._words[entry.id]


class CaseList(QWidget):
    """Column heads over the list. Ids of cases in every signal."""

    opened = Signal(str)
    removed = Signal(str)
    menu_wanted = Signal(str, QPoint)
    typed = Signal(str)
    """Letters typed while the list has the keyboard: the person wants to search."""

    def __init__(self, today: Callable[[], date], now: Callable[[], datetime]) -> None:
        super().__init__()
        self.model = CaseModel(today, now)
        self.view = _View(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self.view))
        self.heads = ColumnHeads(self.view.viewport())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heads)
        column.addWidget(self.view, 1)
        self.view.doubleClicked.connect(self._open)
        self.setFocusProxy(self.view)

    def show_entries(self, entries: Sequence[Entry], only: str = "") -> None:
        """Show these, keeping the chosen case chosen where it is still there."""
        kept = self.current()
        self.model.show(entries, only)
        row = self.model.row_of(kept)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row))

    def current(self) -> str:
        """The id of the chosen case, "" where none is."""
        entry = self.model.entry(self.view.currentIndex())
        return entry.id if entry else ""

    def choose(self, case_id: str) -> None:
        """Put the cursor on a case."""
        self.view.setCurrentIndex(self.model.index(self.model.row_of(case_id)))

    def _open(self, index: _Index) -> None:
        entry = self.model.entry(index)
        if entry is not None:
            self.opened.emit(entry.id)


class _View(QListView):
    """The list itself: one click opens, as a link does; keys as everywhere."""

    def __init__(self, owner: CaseList) -> None:
        super().__init__()
        self._owner = owner
        self.setAccessibleName(tr("Cases"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del removes, letters search."""
        case_id = self._owner.current()
        typed = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if case_id:
                self._owner.opened.emit(case_id)
        elif event.matches(QKeySequence.StandardKey.Delete):
            if case_id:
                self._owner.removed.emit(case_id)
        elif typed and typed.isprintable() and not typed.isspace():
            self._owner.typed.emit(typed)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button."""
        case_id = self._owner.current()
        if case_id:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center()) if by_key else event.globalPos()
            self._owner.menu_wanted.emit(case_id, place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Only the left button opens."""
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
