"""A sentence with fields in it: words are painted, gaps are small widgets, all in one flow."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.flow import Box, arrange
from appealwriter.ui.parts.phrase_words import Item, read_pieces
from appealwriter.ui.parts.slots import Slot, SlotField, SlotValue

_LINE_GAP = 8


class PhraseRow(QWidget):
    """The open phrase. Pieces are texts and slots in reading order.

    `edited` carries a slot's key and a value shaped like `Slot.value`; `own_edited` the key of a
    choice and the person's own words for it. Values shown from outside never disturb the field
    that is being written in.
    """

    edited = Signal(str, object)
    own_edited = Signal(str, str)
    tag_clicked = Signal(str)
    left = Signal(str)

    def __init__(self, pieces: Sequence[str | Slot] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[str | Slot, ...] = ()
        self._fields: dict[str, SlotField] = {}
        self._items: list[Item] = []
        self._places: list[QPoint] = []
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(theme.current().font())
        self.set_pieces(pieces)

    def set_pieces(self, pieces: Sequence[str | Slot]) -> None:
        """Show another phrase; fields whose slot is the same kind of question stay as they are."""
        kept = self._fields
        self._fields, self._items = {}, []
        self._pieces = tuple(pieces)
        for slot in (piece for piece in pieces if isinstance(piece, Slot)):
            old = kept.get(slot.key)
            if old is not None and _same_question(old.slot, slot):
                del kept[slot.key]
                old.show_value(slot.value, slot.own)
                old.set_tag(slot.tag)
                self._fields[slot.key] = old
            else:
                self._fields[slot.key] = self._make(slot)
        for old in kept.values():
            old.hide()
            old.deleteLater()
        self._order()
        self._items = read_pieces(self._pieces, self.fontMetrics().horizontalAdvance(" "))
        said = "".join(p if isinstance(p, str) else f" {p.label} " for p in pieces)
        self.setAccessibleName(" ".join(said.split()))
        self._flow()

    def update_values(self, values: Mapping[str, SlotValue]) -> None:
        """Show the values of some slots, by key; a field with focus is left alone."""
        for key, value in values.items():
            if key in self._fields:
                self._fields[key].show_value(value)

    def set_tag(self, key: str, words: str) -> None:
        """A remark inside one field, "" for none."""
        self._fields[key].set_tag(words)

    def slots(self) -> tuple[str, ...]:
        """The keys of the slots, in reading order."""
        return tuple(self._fields)

    def field(self, key: str) -> SlotField:
        """The widget of one slot."""
        return self._fields[key]

    def focus_slot(self, key: str = "") -> None:
        """Put the cursor into a slot; "" means the first that is still empty, else the first."""
        wanted = self._fields.get(key)
        if wanted is None:
            fields = list(self._fields.values())
            wanted = next((field for field in fields if field.is_empty()), None)
            wanted = wanted or (fields[0] if fields else None)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """True: narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        return arrange(self._boxes(), width, _LINE_GAP)[1]

    def sizeHint(self) -> QSize:
        """As high as its present width asks for."""
        return QSize(320, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than the widest field."""
        widest = max((f.sizeHint().width() for f in self._fields.values()), default=40)
        return QSize(widest, theme.current().size("small"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the lines anew."""
        super().resizeEvent(event)
        self._flow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words between the fields."""
        painter = QPainter(self)
        painter.setPen(theme.current().colour("text"))
        for item, box, place in zip(self._items, self._boxes(), self._places, strict=False):
            if not item.key:
                area = QRect(place, QSize(box.width + 2, box.height))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), item.word)

    def _make(self, slot: Slot) -> SlotField:
        field = SlotField(slot, self)
        key = slot.key
        field.edited.connect(lambda raw: self.edited.emit(key, raw))
        field.own_edited.connect(lambda words: self.own_edited.emit(key, words))
        field.tag_clicked.connect(lambda: self.tag_clicked.emit(key))
        field.left.connect(lambda: self.left.emit(key))
        field.resized.connect(self._flow)
        field.show()
        return field

    def _order(self) -> None:
        for before, after in pairwise(self._fields.values()):
            QWidget.setTabOrder(before, after)

    def _boxes(self) -> list[Box]:
        metrics = QFontMetrics(self.font())
        line = theme.current().size("small")
        boxes = []
        for item in self._items:
            if item.key:
                size = self._fields[item.key].sizeHint()
            else:
                size = QSize(metrics.horizontalAdvance(item.word), line)
            boxes.append(Box(size.width(), size.height(), item.gap, item.glued))
        return boxes

    def _flow(self) -> None:
        boxes = self._boxes()
        self._places, height = arrange(boxes, self.width(), _LINE_GAP)
        for item, box, place in zip(self._items, boxes, self._places, strict=True):
            if item.key:
                wide = min(box.width, self.width())
                self._fields[item.key].setGeometry(QRect(place, QSize(wide, box.height)))
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.update()


def _same_question(old: Slot, new: Slot) -> bool:
    """True where only the answer or its tag may differ, so the field can stay."""
    return (old.kind, old.label, old.options, old.own_words) == (
        new.kind,
        new.label,
        new.options,
        new.own_words,
    )
