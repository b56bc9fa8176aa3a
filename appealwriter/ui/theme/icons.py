"""Icons and state marks: our own SVGs, drawn in the colours of the look in force."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from appealwriter.base import paths
from appealwriter.ui.theme.look import Theme, current

MARKS = (
    "not_started",
    "in_progress",
    "complete",
    "not_needed",
    "missing",
    "weak",
    "advice",
    "plan",
    "not_sure",
)
_RATIOS = (1.0, 1.5, 2.0)


class _Shelf:
    """Icons drawn for one look; another look starts an empty shelf."""

    def __init__(self) -> None:
        self.theme: Theme | None = None
        self.icons: dict[tuple[str, str, int, int], QIcon] = {}
        self.pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


_shelf = _Shelf()


def icon(name: str, token: str = "text", size: int = 16, *, air: int = 0) -> QIcon:
    """The icon `name` in the colour `token`, `size` logical pixels wide, for any screen.

    `air` is empty room behind it in pixels, for a button that also has words.
    """
    return _icon(name, token, size, air)


def pixmap(name: str, token: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """As `icon`, for one device pixel ratio: what delegates paint with."""
    return _pixmap(name, token, size, ratio)


def mark(name: str, size: int = 16) -> QIcon:
    """The state mark `name` (one of MARKS)."""
    return _icon(f"marks/{name}", "", size)


def mark_pixmap(name: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """As `mark`, for one device pixel ratio."""
    return _pixmap(f"marks/{name}", "", size, ratio)


def _icon(name: str, token: str, size: int, air: int = 0) -> QIcon:
    _fresh()
    key = (name, token, size, air)
    if key not in _shelf.icons:
        made = QIcon()
        for ratio in _RATIOS:
            made.addPixmap(_with_air(_pixmap(name, token, size, ratio), air, ratio))
        _shelf.icons[key] = made
    return _shelf.icons[key]


def _pixmap(name: str, token: str, size: int, ratio: float) -> QPixmap:
    _fresh()
    key = (name, token, size, ratio)
    if key not in _shelf.pixmaps:
        _shelf.pixmaps[key] = _draw(_coloured(name, token), size, ratio)
    return _shelf.pixmaps[key]


def _with_air(drawn: QPixmap, air: int, ratio: float) -> QPixmap:
    if not air:
        return drawn
    wide = QPixmap(drawn.width() + round(air * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


def _fresh() -> None:
    if _shelf.theme is not current():
        _shelf.theme = current()
        _shelf.icons.clear()
        _shelf.pixmaps.clear()


def _coloured(name: str, token: str) -> str:
    svg = _source(name)
    for word, colour in current().colours.items():
        svg = svg.replace(f"{{{word}}}", colour.name())
    return svg.replace("currentColor", current().colour(token).name()) if token else svg


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def _draw(svg: str, size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
