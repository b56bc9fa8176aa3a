"""Where the keyboard goes when a zone is entered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_first(zone: QWidget) -> bool:
    """Give the keyboard to the first thing in `zone` that takes it; False where nothing does."""
    widget = zone.nextInFocusChain()
    while widget is not None and widget is not zone:
        tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabbed and widget.isEnabled() and widget.isVisible() and zone.isAncestorOf(widget):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        widget = widget.nextInFocusChain()
    return False
