"""A row of the reading with room below it to change what was read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from appealwriter.ui import theme
from appealwriter.ui.pages.reading.editors import Editor
from appealwriter.ui.parts import ReadingRow, ReadingView


class ReadingEntry(QWidget):
    """The row keeps its widgets while only its words change."""

    closed = Signal()

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self._view = view
        self.row = ReadingRow(view)
        self.editor: Editor | None = None
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.setFocusProxy(self.row)

    def set_view(self, view: ReadingView) -> None:
        """Show another value or state."""
        if view == self._view:
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.row.isAncestorOf(focus)
        self._view = view
        self.row.set_view(view)
        if held:  # the button that was pressed may be gone now
            self.row.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def view(self) -> ReadingView:
        """What the row shows."""
        return self._view

    def open_editor(self, editor: Editor) -> None:
        """Change the row in its place."""
        self.close_editor()
        self.editor = editor
        self._holder = QWidget()
        line = QVBoxLayout(self._holder)
        line.setContentsMargins(theme.current().px(80), 0, 0, 0)
        line.addWidget(editor)
        self._column.addWidget(self._holder)
        editor.done.connect(self._finish)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Away with it; what was typed is in the case."""
        if self.editor is not None:
            self.editor = None
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()

    def _finish(self) -> None:
        self.close_editor()
        self.row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
