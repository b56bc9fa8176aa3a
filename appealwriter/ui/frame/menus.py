"""Language, appearance and text size: as fields on the first page, else as a menu."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.ui import theme
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.parts import ChoiceField, label

Options = list[tuple[str, str]]
Choose = Callable[[str, str], None]
"""Called with the setting ("language", "scheme", "text_size") and the value as text."""


def choices(desk: Desk) -> list[tuple[str, str, Options, str]]:
    """Each setting: its name in Settings, what it is called, its options, the present one."""
    sizes = [(str(size), f"{size} %") for size in theme.SCALES]
    return [
        ("language", tr("Language"), _languages(), language()),
        ("scheme", tr("Appearance"), _schemes(), desk.settings.scheme),
        ("text_size", tr("Text size"), sizes, str(desk.settings.text_size)),
    ]


def add_choices(menu: QMenu, desk: Desk, choose: Choose) -> None:
    """Put the three settings into `menu`, each as a menu of its own."""
    for name, title, options, value in choices(desk):
        inner = menu.addMenu(title)
        group = QActionGroup(inner)
        for key, words in options:
            action = QAction(words, inner, checkable=True, checked=key == value)
            action.triggered.connect(_chosen(choose, name, key))
            group.addAction(action)
            inner.addAction(action)


class LookFields(QWidget):
    """The three settings as choice fields in a row."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, title, options, value in choices(desk):
            field = ChoiceField(options, name=title)
            field.set_value(value)
            field.chosen.connect(_chosen(self.chosen.emit, name))
            row.addWidget(label(title, "dense", "text2"))
            row.addWidget(field)


def _chosen(choose: Choose, name: str, key: str = "") -> Callable[[object], None]:
    return lambda value: choose(name, key or str(value))


def _languages() -> Options:
    """Each in its own words, so that everybody finds back."""
    return [("zh", "简体中文"), ("en", "English"), ("ru", "Русский")]


def _schemes() -> Options:
    return [("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))]
