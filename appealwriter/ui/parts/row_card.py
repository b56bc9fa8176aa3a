"""A row of a RowList with room for its editor."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.painting import draw_bar
from appealwriter.ui.parts.row_line import RowLine
from appealwriter.ui.parts.row_view import SIDE, RowColumn, RowView


class RowCard(QWidget):
    """A row with room for its editor; draws the hairline above and the bar beside the editor."""

    def __init__(
        self, view: RowView, columns: Sequence[RowColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = RowLine(view, columns)
        self.editor: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.line)

    def open_with(self, editor: QWidget) -> None:
        """Show `editor` below the line."""
        self.editor = editor
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(SIDE, 12, SIDE, 12)
        room.addWidget(editor)
        self._column.addWidget(self._room)
        self._room.show()  # now, so that the caller can put the cursor into it
        self.line.set_open(True)

    def close_editor(self) -> None:
        """Take the editor away."""
        if self.editor is not None:
            self._room.hide()
            self._room.deleteLater()
            self.editor = None
        self.line.set_open(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hairline, and the bar all the way down while open."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.current().colour("line"))
        if self.editor is not None:
            draw_bar(painter, self.rect())
