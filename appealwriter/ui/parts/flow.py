"""Things set one after the other in lines, like words in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_ENDLESS = 1 << 20


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in a line: its size, the gap before it, and whether it may start a line.

    A glued box stays on the line of the box before it.
    """

    width: int
    height: int
    gap: int = 0
    glued: bool = False


def arrange(boxes: Sequence[Box], width: int, line_gap: int) -> tuple[list[QPoint], int]:
    """Top left corners of `boxes` set into lines of `width`, and the height of all lines.

    Boxes of one line share its middle. A thing wider than the line has a line for itself.
    """
    places: list[QPoint] = []
    line: list[tuple[int, Box]] = []
    x = y = 0
    for chunk in _chunks(boxes):
        wide = sum(box.width + box.gap for box in chunk) - chunk[0].gap
        if line and x + chunk[0].gap + wide > width:
            y = _close(line, places, y) + line_gap
            line, x = [], 0
        for box in chunk:
            x += box.gap if line else 0
            line.append((x, box))
            x += box.width
    return places, _close(line, places, y)


def _chunks(boxes: Sequence[Box]) -> list[list[Box]]:
    chunks: list[list[Box]] = []
    for box in boxes:
        if box.glued and chunks:
            chunks[-1].append(box)
        else:
            chunks.append([box])
    return chunks


def _close(line: list[tuple[int, Box]], places: list[QPoint], y: int) -> int:
    height = max((box.height for _, box in line), default=0)
    places.extend(QPoint(x, y + (height - box.height) // 2) for x, box in line)
    return y + height


class FlowLayout(QLayout):
    """Widgets in lines, as many as fit; the height follows from the width."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4, line_gap: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's door for new items."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Give the item at `index` away; Qt asks until it gets None, whatever its stubs say."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """True: narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        return arrange(self._boxes(width), width, self._line_gap)[1]

    def sizeHint(self) -> QSize:
        """All in one line."""
        boxes = self._boxes(_ENDLESS)
        return QSize(
            sum(box.width + box.gap for box in boxes), max((b.height for b in boxes), default=0)
        )

    def minimumSize(self) -> QSize:
        """The widest item that cannot shrink."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        boxes = self._boxes(rect.width())
        places, _ = arrange(boxes, rect.width(), self._line_gap)
        shown = [item for item in self._items if not item.isEmpty()]
        for item, box, place in zip(shown, boxes, places, strict=True):
            item.setGeometry(QRect(rect.topLeft() + place, QSize(box.width, box.height)))

    def _boxes(self, width: int) -> list[Box]:
        boxes = []
        for item in self._items:
            if not item.isEmpty():
                hint = item.sizeHint()
                wide = min(hint.width(), width)
                high = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
                boxes.append(Box(wide, high, self._gap))
        return boxes
