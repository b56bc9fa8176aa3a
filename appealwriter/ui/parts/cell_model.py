"""Cells of a DataTable: what they hold and how the model gives them."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from appealwriter.base.i18n import listed

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

    def show(self, rows: tuple[tuple[Cell, ...], ...]) -> list[int]:
        """Take other rows; gives the numbers of those that differ from before."""
        if len(rows) == len(self.rows):
            both = enumerate(zip(rows, self.rows, strict=True))
            changed = [number for number, (new, old) in both if new != old]
            self.rows = rows
            for number in changed:
                self.dataChanged.emit(
                    self.index(number, 0), self.index(number, len(self.columns) - 1)
                )
        else:
            changed = list(range(len(rows)))
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        return changed

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
            return listed(part for part in (cell.spoken or cell.text, cell.sub) if part)
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
