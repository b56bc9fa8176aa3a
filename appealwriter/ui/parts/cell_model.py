"""Cells of a DataTable: what they hold and how the model gives them."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: heading, width in pixels at 100 % (0 takes the rest), "left" or "right"."""

    title: str
    width: int = 0
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: `text`, a small second line `sub`, a state `mark` or an `icon` before.

    `tone` is a colour token for the text; `letter` names the letter's language where `sub` is
    the platform's or the letter's own words; `spoken` replaces the text for a screen reader.
    """

    text: str = ""
    sub: str = ""
    mark: str = ""
    bold: bool = False
    link: bool = False
    icon: str = ""
    tone: str = ""
    letter: str = ""
    spoken: str = ""


class CellModel(QAbstractTableModel):
    """Rows of cells."""

    def __init__(self, columns: tuple[TableColumn, ...]) -> None:
        super().__init__()
        self.columns = columns
        self.rows: tuple[tuple[Cell, ...], ...] = ()

    def show(self, rows: tuple[tuple[Cell, ...], ...]) -> bool:
        """Take other rows; False where they are the same."""
        if rows == self.rows:
            return False
        if len(rows) == len(self.rows):
            self.rows = rows
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1)
            )
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  as above
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for eye and ear."""
        cell = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (cell.spoken or cell.text, cell.sub) if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = self.columns[section].align == "right"
                across = Qt.AlignmentFlag.AlignRight if side else Qt.AlignmentFlag.AlignLeft
                return across | Qt.AlignmentFlag.AlignVCenter
        return None
