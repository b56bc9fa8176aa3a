"""Keys that work while a view is seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_key(view: QWidget, key: str, deed: Callable[[], object]) -> QShortcut:
    """Call `deed` on `key` ("Ctrl+N") anywhere inside `view`."""
    shortcut = QShortcut(QKeySequence(key), view)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(deed)
    return shortcut
