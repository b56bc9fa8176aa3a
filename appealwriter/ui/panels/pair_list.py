"""A list of pairs of sentences: one under the other, side by side where there is room."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.panels.pairs import Pair
from appealwriter.ui.parts.painting import draw_bar, draw_focus, draw_wrapped, wrapped_height

_Index = QModelIndex | QPersistentModelIndex
_PAD, _GAP, _BETWEEN = 16, 3, 20
_SIDE_BY_SIDE = 640


class PairList(QListView):
    """Shows pairs; `go` carries the path of the one that was clicked or entered."""

    go = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = PairModel()
        self._languages = ("en", "en")
        self.path = ""
        self.setModel(self._model)
        self.setItemDelegate(_PairDelegate(self))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)
        self.clicked.connect(self._follow)
        self.activated.connect(self._follow)

    def set_pairs(self, pairs: Sequence[Pair], language: str, twin_language: str) -> None:
        """Show these, `language` being the letter's and `twin_language` the seller's."""
        self._languages = (language, twin_language)
        self._model.show(tuple(pairs))

    def set_path(self, path: str) -> None:
        """Tint the pair that the answer at `path` writes; scroll to it if it is out of sight."""
        known = list(enumerate(self._model.pairs))
        nearest = max(
            (item for item in known if _writes(item[1], path)),
            key=lambda item: len(item[1].path),
            default=(-1, Pair("", "")),
        )
        self.path = nearest[1].path
        if self.path:
            self.scrollTo(self._model.index(nearest[0]))
        self.viewport().update()

    def pair_fonts(self, heading: bool) -> tuple[QFont, QFont]:
        """Faces of a sentence and its twin."""
        look = theme.current()
        bold = True if heading else None
        letter = look.letter_font(self._languages[0], bold=bold)
        return letter, look.font("body", bold)

    def side_by_side(self) -> bool:
        """True where there is room for two columns."""
        return self.viewport().width() >= theme.current().px(_SIDE_BY_SIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _follow(self, index: QModelIndex) -> None:
        path = self._model.pairs[index.row()].path
        if path:
            self.go.emit(path)


class PairModel(QAbstractListModel):
    """Rows of pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: tuple[Pair, ...] = ()

    def show(self, pairs: tuple[Pair, ...]) -> None:
        """Take other pairs; where as many stay, only what changed is told."""
        if len(pairs) == len(self.pairs):
            both = enumerate(zip(pairs, self.pairs, strict=True))
            changed = [number for number, (new, old) in both if new != old]
            self.pairs = pairs
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
        else:
            self.beginResetModel()
            self.pairs = pairs
            self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many pairs."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Both sentences, for eye and ear."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            pair = self.pairs[index.row()]
            return "\n".join((pair.text, pair.twin, *([tr("Own words")] if pair.own else [])))
        return None


class _PairDelegate(QStyledItemDelegate):
    """Draws a pair from tokens."""

    def __init__(self, view: PairList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as both sentences, wrapped."""
        width = self._view.viewport().width()
        _, height = self._lay_out(self._pair(index), QRect(0, 0, width, 0))
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, bar, hairline, the two sentences, and whose words they are."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        pair, look = self._pair(index), theme.current()
        current = bool(pair.path) and pair.path == self._view.path and not pair.heading
        ground = "tint" if current else "window" if pair.heading else "surface"
        painter.fillRect(rect, look.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("line"))
        if current:
            draw_bar(painter, rect)
        fonts = self._view.pair_fonts(pair.heading)
        places, _ = self._lay_out(pair, rect)
        for place, words, font in zip(places, (pair.text, pair.twin), fonts, strict=False):
            draw_wrapped(painter, place, words, font)
        if pair.own:
            draw_wrapped(painter, places[2], tr("Own words"), look.font("small"), "weak")
        if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
            draw_focus(painter, rect)

    def _lay_out(self, pair: Pair, rect: QRect) -> tuple[list[QRect], int]:
        """Places of sentence, twin and tag inside `rect`, and the height of all."""
        fonts = self._view.pair_fonts(pair.heading)
        left, top = rect.left() + _PAD, rect.top() + 8
        wide = rect.width() - 2 * _PAD
        half = (wide - _BETWEEN) // 2 if self._view.side_by_side() else wide
        first = QRect(left, top, half, wrapped_height(pair.text, fonts[0], half))
        if self._view.side_by_side():
            start = (left + half + _BETWEEN, top)
        else:
            start = (left, first.bottom() + 1 + _GAP)
        second = QRect(*start, half, wrapped_height(pair.twin, fonts[1], half))
        low = max(first.bottom(), second.bottom()) + 1
        tag_high = wrapped_height("Ag", theme.current().font("small"), wide) if pair.own else 0
        tag = QRect(second.left(), second.bottom() + 1, half, tag_high)
        return [first, second, tag], max(low, tag.bottom() + 1) + 8 - rect.top()

    def _pair(self, index: _Index) -> Pair:
        model = index.model()
        assert isinstance(model, PairModel)
        return model.pairs[index.row()]


def _writes(pair: Pair, path: str) -> bool:
    return bool(pair.path) and (path == pair.path or path.startswith(f"{pair.path}/"))
