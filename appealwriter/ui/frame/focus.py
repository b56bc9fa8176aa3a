"""Where the keyboard goes when a zone is entered."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from appealwriter.ui.parts import NumberChip


def focus_first(zone: QWidget) -> bool:
    """Give the keyboard to what `zone` names for it, else to the first thing that the eye meets
    there and that takes it; False where nothing does.

    The order of the tab key will not do: rows that came later stand at its end.
    """
    named = zone.focusProxy()
    if named is not None and _takes(named, zone):
        named.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
    found = [widget for widget in _inside(zone) if _takes(widget, zone)]
    if not found:
        return False
    places = {widget: QRect(widget.mapTo(zone, QPoint(0, 0)), widget.size()) for widget in found}
    top = min(places.values(), key=lambda place: place.top())
    line = [widget for widget, place in places.items() if place.top() <= top.center().y()]
    first = min(line, key=lambda widget: places[widget].left())
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _inside(zone: QWidget) -> Iterable[QWidget]:
    return zone.findChildren(QWidget)


def _takes(widget: QWidget, zone: QWidget) -> bool:
    if isinstance(widget, NumberChip):  # it only points to a place elsewhere
        return False
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isEnabled() and widget.isVisibleTo(zone) and not widget.focusProxy()
