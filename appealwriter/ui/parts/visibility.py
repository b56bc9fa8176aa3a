"""Showing and hiding parts that may not stand in a window yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(widget: QWidget, on: bool) -> None:
    """Show `widget` where `on`, else hide it.

    A widget without a parent would become a window of its own; it is left to appear with the
    page it is put into.
    """
    if widget.parentWidget() is not None:
        if widget.isHidden() == on:
            widget.setVisible(on)
    elif on:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.hide()
