"""One undo for the case: fields give up their own Ctrl+Z while a case is open."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


OWN_UNDO = "ownUndo"
"""The property of a field whose words are not in the case yet: it undoes its own typing."""


class UndoKeys(QObject):
    """Watches the field that has the focus inside `zone`, and only that one. A field with
    OWN_UNDO keeps its Ctrl+Z."""

    def __init__(self, zone: QWidget) -> None:
        super().__init__(zone)
        self._zone = zone
        self._field: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that claims Ctrl+Z for itself is not asked."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            y = event.matches(QKeySequence.StandardKey.Redo) or is_redo(event)
            if y or any(event.matches(key) for key in _KEYS):
                event.ignore()
                return True
        return False

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = None
        if not isinstance(now, QLineEdit | QPlainTextEdit) or now.property(OWN_UNDO):
            return
        if self._zone.isAncestorOf(now):
            now.installEventFilter(self)
            self._field = now


def is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Y and Ctrl+Shift+Z on every system."""
    sequence = QKeySequence(event.keyCombination()).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    return sequence in ("Ctrl+Y", "Ctrl+Shift+Z")


def let_go() -> QWidget | None:
    """Take the focus out of the field being written, so that it can be filled anew."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.clearFocus()
        return field
    return None


def take_up(field: QWidget | None) -> None:
    """Give the focus back, with the cursor after the last letter."""
    if field is None or not isValid(field) or not field.isVisible():
        return
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.end(False)
    elif isinstance(field, QPlainTextEdit):
        field.moveCursor(QTextCursor.MoveOperation.End)
