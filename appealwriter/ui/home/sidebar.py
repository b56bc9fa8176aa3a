"""The left zone of the list: whose move it is, which shop, and the way to deleted cases."""

from collections import Counter
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
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from appealwriter.base.i18n import tr
from appealwriter.store.entries import Entry
from appealwriter.ui import theme
from appealwriter.ui.home.entries import GROUPS, group_name, group_of, shop_name
from appealwriter.ui.parts.painting import draw_bar, draw_focus, draw_icon, draw_text

_Index = QModelIndex | QPersistentModelIndex
_ICONS = {"": "layers", "turn": "pen", "platform": "hourglass", "closed": "archive"}
_ITEM = Qt.ItemDataRole.UserRole
_WIDE = 208


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list is narrowed to: a group, "deleted", or a shop; both empty show all."""

    group: str = ""
    shop: str = ""


@dataclass(frozen=True, slots=True)
class _Item:
    """A row; a heading has no filter."""

    name: str
    icon: str = ""
    count: int = 0
    filter: Filter | None = None


class Sidebar(QFrame):
    """`chosen` carries a Filter."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Items()
        self._view = _list(tr("Show"))
        self._view.setModel(self._model)
        self._bin_model = _Items()
        self._bin = _list(tr("Restore deleted"))
        self._bin.setModel(self._bin_model)
        self._bin.setFixedHeight(theme.current().px(34))
        self.filter = Filter()
        self.setFixedWidth(theme.current().px(_WIDE) + 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 6)
        column.setSpacing(6)
        column.addWidget(self._view, 1)
        column.addWidget(self._bin)
        for view in (self._view, self._bin):
            view.clicked.connect(self._choose)
            view.activated.connect(self._choose)
        self._view.selectionModel().currentChanged.connect(lambda now, _: self._choose(now))

    def show_entries(self, entries: Sequence[Entry], deleted: int) -> None:
        """Count the cases by group and by shop."""
        groups = Counter(group_of(entry) for entry in entries)
        shops = Counter(shop_name(entry) for entry in entries if entry.shop)
        items = [_Item(tr("All"), _ICONS[""], len(entries), Filter())]
        items += [_Item(group_name(g), _ICONS[g], groups[g], Filter(g)) for g in GROUPS]
        if shops:
            items.append(_Item(tr("By shop")))
            items += [_Item(name, "shop", n, Filter(shop=name)) for name, n in shops.most_common()]
        self._model.show(items)
        name = tr("Restore deleted")
        self._bin_model.show([_Item(name, "trash", deleted, Filter("deleted"))] if deleted else [])
        self._bin.setVisible(bool(deleted))
        known = [item.filter for item in (*items, *self._bin_model.items) if item.filter]
        self.set_filter(self.filter if self.filter in known else Filter())

    def set_filter(self, wanted: Filter) -> None:
        """Mark what the list is narrowed to."""
        self.filter = wanted
        for view, model in ((self._view, self._model), (self._bin, self._bin_model)):
            row = next((n for n, i in enumerate(model.items) if i.filter == wanted), -1)
            view.selectionModel().blockSignals(True)
            view.setCurrentIndex(model.index(row) if row >= 0 else QModelIndex())
            view.selectionModel().blockSignals(False)
            view.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline at the right, and one above the way to deleted cases."""
        line, painter = theme.current().colour("line"), QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        if not self._bin.isHidden():
            painter.fillRect(0, self._bin.y() - 4, self.width(), 1, line)

    def _choose(self, index: _Index) -> None:
        item = index.data(_ITEM) if index.isValid() else None
        if isinstance(item, _Item) and item.filter is not None and item.filter != self.filter:
            self.set_filter(item.filter)
            self.chosen.emit(item.filter)


class _Items(QAbstractListModel):
    """The rows."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[_Item] = []

    def show(self, items: list[_Item]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own signature
        """How many rows."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.items[index.row()].filter is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, and its words."""
        item = self.items[index.row()]
        if role == _ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{item.name}, {item.count}" if item.filter else item.name
        return None


class _Delegate(QStyledItemDelegate):
    """Icon, name, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line."""
        return QSize(100, theme.current().px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """As the rail draws its steps."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state = option.state  # type: ignore[attr-defined]
        item: _Item = index.data(_ITEM)
        look = theme.current()
        if item.filter is None:
            words = rect.adjusted(14, 8, -8, 0)
            draw_text(painter, words, item.name, look.font("small"), "text2")
            return
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("surface"))
            draw_bar(painter, rect)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.colour("sunken"))
        middle = rect.center().y() - 7
        draw_icon(painter, QPoint(rect.left() + 14, middle), item.icon, "text2")
        count = str(item.count)
        right = QRect(rect.right() - 52, rect.top(), 40, rect.height())
        draw_text(
            painter,
            right,
            count,
            look.font("small"),
            "text2",
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
        )
        words = rect.adjusted(40, 0, -46, 0)
        draw_text(painter, words, item.name, look.font("body", chosen))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect)


def _list(name: str) -> QListView:
    view = QListView()
    view.setAccessibleName(name)
    view.setItemDelegate(_Delegate(view))
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
