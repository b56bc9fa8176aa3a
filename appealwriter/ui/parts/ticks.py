"""Check boxes and radio buttons with our edges, so that they are seen in both themes."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts.painting import draw_focus, draw_icon


class TickBox(QCheckBox):
    """A check box with our edge and tick."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.current().font())

    def sizeHint(self) -> QSize:
        """Room for box, words and a target of 24."""
        return _tick_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A square; filled with a tick when on."""
        painter = QPainter(self)
        box = _paint_words(painter, self)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            draw_icon(painter, box.topLeft() + QPoint(1, 1), "check", "on_accent", 13)


class RadioDot(QRadioButton):
    """A radio button with our edge and dot."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(theme.current().font())

    def sizeHint(self) -> QSize:
        """Room for circle, words and a target of 24."""
        return _tick_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A circle; filled with a dot when on."""
        painter = QPainter(self)
        box = _paint_words(painter, self)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setBrush(theme.current().colour("on_accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.adjusted(4, 4, -3, -3))


def _tick_size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    return QSize(metrics.horizontalAdvance(button.text()) + 32, max(24, metrics.height() + 4))


def _paint_words(painter: QPainter, button: QAbstractButton) -> QRect:
    """Draw words and focus ring, set pen and brush for the sign, and say where it goes."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("text" if button.isEnabled() else "hint"))
    words = button.rect().adjusted(24, 0, 0, 0)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), button.text())
    if button.hasFocus():
        draw_focus(painter, button.rect())
    on = button.isChecked() and button.isEnabled()
    painter.setPen(QPen(look.colour("accent" if on else "border"), 1.3))
    painter.setBrush(look.colour("accent" if on else "surface"))
    return QRect(4, (button.height() - 15) // 2, 15, 15)
