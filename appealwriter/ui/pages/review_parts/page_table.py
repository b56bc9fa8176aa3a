"""A table in a page whose width the person drags."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from appealwriter.ui.parts import DataTable


class PageTable(DataTable):
    """Fits its rows again once a resize is over: while it lasts, Qt still tells the old width of
    the column that takes the rest."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)
