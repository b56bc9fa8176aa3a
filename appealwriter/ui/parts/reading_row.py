"""One thing read in the notice, to be confirmed by the person and by nobody else."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.buttons import Button, NumberChip, Segmented
from appealwriter.ui.parts.flow import FlowLayout
from appealwriter.ui.parts.labels import FlowLabel, MarkLabel, label
from appealwriter.ui.parts.painting import draw_focus
from appealwriter.ui.parts.visibility import show_if


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What a row shows. `numbers` lead to the words in the notice; `state` is "read",
    "confirmed", "not_sure" or "rejected"."""

    id: str
    label: str
    value: str
    sub: str = ""
    numbers: tuple[int, ...] = ()
    state: str = "read"


class ReadingRow(QWidget):
    """Label, value with number chips over a second line, and what the person says to it.

    R, C and N on the focused row do what its buttons do.
    """

    confirmed = Signal(str)
    change = Signal(str)
    rejected = Signal(str)
    undone = Signal(str)
    number_clicked = Signal(str, int)

    def __init__(self, view: ReadingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 5)
        grid.setHorizontalSpacing(12)
        grid.setColumnMinimumWidth(0, theme.current().px(64))
        grid.setColumnStretch(1, 1)
        self._label = label("", "dense", "text2", wrap=True)
        self._label.setFixedWidth(theme.current().px(84))
        self._value = FlowLabel()
        self._sub = label("", "small", "text2", wrap=True)
        self._sign = QLabel()
        grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._make_middle(), 0, 1)
        grid.addWidget(self._make_deeds(), 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self.set_view(view)

    def set_view(self, view: ReadingView) -> None:
        """Show another reading or state."""
        rejected, sure = view.state == "rejected", view.state != "not_sure"
        settled = view.state in ("confirmed", "rejected")
        self._label.setText(view.label)
        self._value.setText(view.value)
        theme.set_look(self._value, "struck", rejected)
        self._sub.setText(view.sub)
        show_if(self._sub, bool(view.sub))
        show_if(self._sign, not sure)
        show_if(self._segments, not settled)
        show_if(self._settled, settled)
        self._state.set_state(
            "complete" if view.state == "confirmed" else "not_needed",
            tr("Rejected") if rejected else tr("Confirmed"),
        )
        self._again.setText(tr("Undo") if rejected else tr("Change"))
        self._set_numbers(view)
        self._view = view
        self.setAccessibleName(f"{view.label}, {view.value}, {_state_word(view.state)}")
        self.setAccessibleDescription(view.sub)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """R right, C change, N not this."""
        deeds = {Qt.Key.Key_R: "right", Qt.Key.Key_C: "change", Qt.Key.Key_N: "not"}
        deed = deeds.get(Qt.Key(event.key()))
        if deed and not event.modifiers():
            self._do(deed)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click gives the row the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below, the ring while focused."""
        painter = QPainter(self)
        line = self.rect().bottom()
        painter.fillRect(0, line, self.width(), 1, theme.current().colour("line"))
        if self.hasFocus():
            draw_focus(painter, self.rect())

    def sizeHint(self) -> QSize:
        """At least a row of two lines."""
        return super().sizeHint().expandedTo(QSize(0, theme.current().px(48)))

    def _make_middle(self) -> QVBoxLayout:
        self._sign.setPixmap(theme.mark("not_sure").pixmap(16, 16))
        self._sign.setContentsMargins(0, 3, 0, 0)
        self._line = FlowLayout(gap=5, line_gap=2)
        self._line.addWidget(self._value)
        first = QHBoxLayout()
        first.setSpacing(5)
        first.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        first.addLayout(self._line, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(first)
        middle.addWidget(self._sub)
        return middle

    def _make_deeds(self) -> QWidget:
        self._segments = Segmented(
            [("right", tr("Right")), ("change", tr("Change")), ("not", tr("Not this"))],
            checkable=False,
            icons={"right": "check"},
        )
        self._segments.chosen.connect(self._do)
        self._state = MarkLabel(tone="text2")
        self._again = Button("", role="link", small=True)
        self._again.clicked.connect(self._reconsider)
        self._settled = QWidget()
        settled = QHBoxLayout(self._settled)
        settled.setContentsMargins(0, 0, 0, 0)
        settled.setSpacing(4)
        settled.addWidget(self._state)
        settled.addWidget(self._again)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._segments)
        line.addWidget(self._settled)
        return both

    def _set_numbers(self, view: ReadingView) -> None:
        while self._line.count() > 1:
            item = self._line.takeAt(1)
            if item is not None and (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for number in view.numbers:
            chip = NumberChip(number, tr("Show in the notice, {number}", number=number))
            chip.clicked.connect(lambda _=False, n=number: self._show_number(n))
            self._line.addWidget(chip)

    def _show_number(self, number: int) -> None:
        self.number_clicked.emit(self._view.id, number)

    def _reconsider(self) -> None:
        signal = self.undone if self._view.state == "rejected" else self.change
        signal.emit(self._view.id)

    def _do(self, deed: str) -> None:
        signals = {"right": self.confirmed, "change": self.change, "not": self.rejected}
        signals[deed].emit(self._view.id)


def _state_word(state: str) -> str:
    return {
        "read": tr("not confirmed"),
        "confirmed": tr("Confirmed"),
        "not_sure": tr("Not sure"),
        "rejected": tr("Rejected"),
    }[state]
