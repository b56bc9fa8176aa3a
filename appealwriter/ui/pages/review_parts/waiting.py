"""How far a long export is, with a way out of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from appealwriter.base.i18n import tr

_SHOWN_AFTER_MS = 1000


class Cancelled(Exception):
    """The person thought better of the export: nothing is written."""


class Waiting:
    """A dialog that appears where the work takes longer than a second."""

    def __init__(self, parent: QWidget, exhibits: int) -> None:
        words = tr("Putting the exhibits into the letter…")
        self.dialog = QProgressDialog(words, tr("Cancel"), 0, exhibits + 1, parent)
        self.dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self.dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        self.dialog.setAutoClose(False)
        self.dialog.setAutoReset(False)
        self.dialog.setValue(0)

    def step(self, exhibit: int) -> None:
        """Exhibit `exhibit` (from 1) is being read. Raises Cancelled."""
        self.dialog.setValue(exhibit)
        if self.dialog.wasCanceled():
            raise Cancelled

    def close(self) -> None:
        """Take the dialog away, whatever came of the work."""
        self.dialog.hide()
        self.dialog.deleteLater()
