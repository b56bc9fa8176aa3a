"""One line above the navigation bar: give the version that Ctrl+S keeps a name."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from appealwriter.base.i18n import tr
from appealwriter.ui.frame.undo_keys import OWN_UNDO
from appealwriter.ui.parts import Button, LineField, label


class NameVersion(QFrame):
    """`named` carries the name; Enter keeps it, Esc closes the line."""

    named = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = LineField(tr("Name of this version"), placeholder=tr("e.g. before the call"))
        self._field.setProperty(OWN_UNDO, True)
        self._field.returnPressed.connect(self._keep)
        keep = Button(tr("Keep version"))
        keep.clicked.connect(self._keep)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 6)
        line.addWidget(label(tr("Saved. Name this version:"), "dense"))
        line.addWidget(self._field, 1)
        line.addWidget(keep)
        self.hide()

    def ask(self) -> None:
        """Show the line and wait for a name."""
        self._field.clear()
        self.show()
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        name = self._field.value() or tr("Kept by hand")
        self.hide()
        self.named.emit(name)
        self.closed.emit()
