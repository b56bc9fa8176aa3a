"""The steps of the road at the left edge: number, name, state."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.painting import draw_bar, draw_focus, draw_mark, draw_text

_Index = QModelIndex | QPersistentModelIndex
_NARROW = 56


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its number, name, state mark (theme.MARKS) and the state in words."""

    number: int
    name: str
    mark: str
    status: str


class StepRail(QListView):
    """The list of steps; `chosen` carries the number of the step the person wants."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = _Steps()
        self._delegate = _StepDelegate(self)
        self.setModel(self._steps)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Steps"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.set_narrow(False)

    def set_steps(self, steps: Sequence[StepView]) -> None:
        """Show these steps and states."""
        self._steps.show(tuple(steps))

    def set_current(self, number: int) -> None:
        """Mark the step that the centre shows."""
        self._delegate.current = number
        row = self._steps.row_of(number)
        if row >= 0:
            self.setCurrentIndex(self._steps.index(row))
        self.viewport().update()

    def set_narrow(self, narrow: bool) -> None:
        """Only number and mark in 56 px; the name goes into the tooltip."""
        self._delegate.narrow = narrow
        self._steps.tips = narrow
        look = theme.current()
        wide = _NARROW if narrow else 184 if look.language == "zh" else 208
        self.setFixedWidth(look.px(wide))
        self.scheduleDelayedItemsLayout()

    def set_low(self, low: bool) -> None:
        """One line a step, for windows of little height."""
        self._delegate.low = low
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: _Index) -> None:
        self.chosen.emit(self._steps.steps[index.row()].number)


class _Steps(QAbstractListModel):
    """The steps as rows, with the words a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[StepView, ...] = ()
        self.tips = False

    def show(self, steps: tuple[StepView, ...]) -> None:
        """Take other steps; the same count only changes their data."""
        if len(steps) != len(self.steps):
            self.beginResetModel()
            self.steps = steps
            self.endResetModel()
        elif steps != self.steps:
            self.steps = steps
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def row_of(self, number: int) -> int:
        """The row of the step `number`, -1 where there is none."""
        return next((row for row, s in enumerate(self.steps) if s.number == number), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many steps."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, spoken name and tooltip."""
        step = self.steps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return step.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "{number} {name}, {status}", number=step.number, name=step.name, status=step.status
            )
        if role == Qt.ItemDataRole.ToolTipRole and self.tips:
            return f"{step.name}\n{step.status}"
        return None


class _StepDelegate(QStyledItemDelegate):
    """Draws a step from tokens."""

    def __init__(self, rail: StepRail) -> None:
        super().__init__(rail)
        self.current = 0
        self.narrow = False
        self.low = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of a step."""
        return QSize(_NARROW, theme.current().size("step_low" if self.low else "step"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, bar, number, name over status, mark."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        model = index.model()
        assert isinstance(model, _Steps)
        step = model.steps[index.row()]
        look = theme.current()
        is_current = step.number == self.current
        if is_current:
            painter.fillRect(rect, look.colour("surface"))
            draw_bar(painter, rect)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("sunken"))
        number = QRect(rect.left() + 12, rect.top(), 16, rect.height())
        draw_text(
            painter,
            number,
            str(step.number),
            look.font("small"),
            "hint",
            Qt.AlignmentFlag.AlignCenter,
        )
        draw_mark(painter, QPoint(rect.right() - 26, rect.center().y() - 7), step.mark)
        if not self.narrow:
            self._words(painter, rect, step, is_current)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect)

    def _words(self, painter: QPainter, rect: QRect, step: StepView, is_current: bool) -> None:
        look = theme.current()
        font = look.font("body", is_current)
        words = rect.adjusted(34, 0, -28, 0)
        if self.low:
            draw_text(painter, words, step.name, font)
            return
        name, status = look.line_height("body"), look.line_height("small")
        top = words.top() + (words.height() - name - status + 4) // 2
        draw_text(painter, QRect(words.left(), top, words.width(), name), step.name, font)
        below = QRect(words.left(), top + name - 3, words.width(), status)
        draw_text(painter, below, step.status, look.font("small"), "text2")
