"""Changing a row of the reading in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.pages.answers import AnswerField
from appealwriter.ui.parts import Button, ChoiceField, LineField


class Editor(QWidget):
    """What stands below a row while it is changed. `changed` carries the answer as it is given,
    `done` says that the person has finished."""

    changed = Signal(object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 2, 0, 8)
        self.line.setSpacing(8)

    def add_done(self) -> None:
        """A button that closes the editor; what was typed is kept already."""
        button = Button(tr("Finish"), small=True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.done)
        self.line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line and Esc anywhere close it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class ChoiceEditor(Editor):
    """One of several; choosing is all there is to do."""

    def __init__(self, name: str, options: list[tuple[str, str]], value: str) -> None:
        super().__init__()
        self.field = ChoiceField(options, name=name, placeholder=tr("Choose"))
        self.field.set_value(value)
        self.field.setMaximumWidth(theme.current().px(420))
        self.line.addWidget(self.field, 3)
        self.add_done()
        self.line.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self._choose)

    def _choose(self, key: str) -> None:
        self.changed.emit(key)
        self.done.emit()


class AnswerEditor(Editor):
    """A day or a list of ids."""

    def __init__(self, field: AnswerField, answer: object) -> None:
        super().__init__()
        self.field = field
        field.set_answer(answer)  # type: ignore[arg-type]
        self.line.addWidget(field, 1)
        self.add_done()
        self.setFocusProxy(field)
        field.edited.connect(self.changed)


class PlatformEditor(Editor):
    """The platform, and where the shop sells on it; `changed` carries the platform's id."""

    marketplace_changed = Signal(str)

    def __init__(self, platforms: list[tuple[str, str]], platform: str, marketplace: str) -> None:
        super().__init__()
        self.field = ChoiceField(platforms, name=tr("Platform"), placeholder=tr("Choose"))
        self.field.set_value(platform)
        place = LineField(tr("Marketplace"), placeholder=tr("e.g. {example}", example="US"))
        place.set_value(marketplace)
        self.line.addWidget(self.field, 2)
        self.line.addWidget(place, 1)
        self.add_done()
        self.setFocusProxy(self.field)
        self.field.chosen.connect(self.changed)
        place.edited.connect(self.marketplace_changed)
