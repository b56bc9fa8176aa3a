"""Small strokes that the delegates and painted widgets share."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from appealwriter.ui import theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    token: str = "text",
    align: Qt.AlignmentFlag = _LEFT,
) -> int:
    """One line of `text` in the colour `token`, elided at the end; returns its drawn width."""
    painter.setFont(font)
    painter.setPen(theme.current().colour(token))
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align), shown)
    return metrics.horizontalAdvance(shown)


def draw_wrapped(
    painter: QPainter, rect: QRect, text: str, font: QFont, token: str = "text"
) -> None:
    """`text` broken into lines inside `rect`, from its top."""
    painter.setPen(theme.current().colour(token))
    _set_lines(text, font, rect.width())[0].draw(painter, QPointF(rect.topLeft()))


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Height in pixels of what `draw_wrapped` draws."""
    return _set_lines(text, font, width)[1]


def _set_lines(text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Lines broken at words and, where a word is too long, anywhere; and their height."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, round(height + 0.49)


def draw_mark(painter: QPainter, place: QPoint, name: str, size: int = 16) -> None:
    """The state mark `name` with its top left corner at `place`."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, theme.mark_pixmap(name, size, ratio))


def draw_icon(
    painter: QPainter, place: QPoint, name: str, token: str = "text", size: int = 16
) -> None:
    """The icon `name` in the colour `token` with its top left corner at `place`."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place, theme.pixmap(name, token, size, ratio))


def draw_bar(painter: QPainter, rect: QRect) -> None:
    """The 3 px bar at the left edge of the current item."""
    painter.fillRect(
        QRect(rect.left(), rect.top(), 3, rect.height()), theme.current().colour("accent")
    )


def draw_focus(painter: QPainter, rect: QRect) -> None:
    """The 2 px ring of what has the keyboard."""
    painter.save()
    painter.setPen(QPen(theme.current().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()
