"""Things to press: buttons by role, icon buttons, segments, chips and number chips."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme

_AIR = 4
_ICON_TOKEN = {"primary": "on_accent", "link": "accent"}


class Button(QPushButton):
    """A push button with words; `role` is "", "primary" or "link", `icon` stands before them."""

    def __init__(
        self,
        text: str,
        *,
        role: str = "",
        icon: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("role", role)
        self.setProperty("small", small or role == "link")
        self.setAutoDefault(False)
        self.setFont(theme.current().font("dense" if small else "body"))
        if icon:
            _put_icon(self, icon, _ICON_TOKEN.get(role, "text"))


def _put_icon(button: QPushButton, icon: str, token: str = "text") -> None:
    """An icon with air behind it, which Qt's style does not leave."""
    button.setIcon(theme.icon(icon, token, 16, air=_AIR))
    button.setIconSize(QSize(16 + _AIR, 16))


class IconButton(QToolButton):
    """A button that is only a sign: remove, more, fold, drag. `tip` is also its spoken name."""

    def __init__(
        self, icon: str, tip: str, *, size: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(theme.icon(icon, "text2"))
        self.setIconSize(QSize(16, 16))
        self.setFixedSize(size, size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_tip(tip)

    def set_tip(self, tip: str) -> None:
        """Name the deed for eye and ear."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def set_icon(self, icon: str) -> None:
        """Show another sign."""
        self.setIcon(theme.icon(icon, "text2"))


class Segmented(QWidget):
    """Buttons in one frame. Checkable ones are a choice of one, else each is a deed."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        value: str = "",
        checkable: bool = True,
        icons: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._checkable = checkable
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for number, (key, words) in enumerate(options):
            button = self._button(key, words, (icons or {}).get(key, ""))
            last = number == len(options) - 1
            place = "first" if number == 0 else "last" if last else "middle"
            button.setProperty("place", "only" if len(options) == 1 else place)
            line.addWidget(button)
            self._buttons[key] = button
        self.set_value(value)

    def value(self) -> str:
        """The chosen one's id, "" before a choice."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show `value` as chosen, nothing else; not signalled."""
        if not self._checkable:
            return
        for key, button in self._buttons.items():
            button.setChecked(key == value)
            if key == value:
                _put_icon(button, "check", "accent")
            else:
                button.setIcon(QIcon())

    def set_label(self, key: str, words: str) -> None:
        """Other words on one button, such as a count."""
        self._buttons[key].setText(words)
        self._keep_width(self._buttons[key])

    def button(self, key: str) -> QPushButton:
        """The button called `key`, for focus and shortcuts."""
        return self._buttons[key]

    def _button(self, key: str, words: str, icon: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "segment")
        button.setCheckable(self._checkable)
        button.setAutoDefault(False)
        button.setFont(theme.current().font("dense"))
        if icon:
            _put_icon(button, icon)
        self._keep_width(button)
        button.clicked.connect(lambda: self._press(key))
        return button

    def _keep_width(self, button: QPushButton) -> None:
        """Bold words of a chosen segment must not be cut, nor shift their neighbours."""
        bold = QFontMetrics(theme.current().font("dense", bold=True))
        sign = 24 if self._checkable or not button.icon().isNull() else 0
        button.setMinimumWidth(bold.horizontalAdvance(button.text()) + 24 + sign)

    def _press(self, key: str) -> None:
        self.set_value(key)
        self.chosen.emit(key)


class Chip(QFrame):
    """A small framed name, such as an exhibit; with `removable` a cross stands behind it."""

    clicked = Signal()
    removed = Signal()

    def __init__(
        self, text: str, *, icon: str = "", removable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self._name = QPushButton(text)
        self._name.setProperty("role", "bare")
        self._name.setFont(theme.current().font("small"))
        self._name.setAutoDefault(False)
        if icon:
            self._name.setIcon(theme.icon(icon, "text2", 14))
            self._name.setIconSize(QSize(14, 14))
        self._name.clicked.connect(self.clicked)
        self._removable = removable
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._name)
        if removable:
            cross = IconButton("close", tr("Remove {what}", what=text), size=24)
            cross.setIconSize(QSize(14, 14))
            cross.clicked.connect(self.removed)
            line.addWidget(cross)

    def set_text(self, text: str) -> None:
        """Another name on the chip."""
        self._name.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes a removable chip."""
        if self._removable and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class NumberChip(QPushButton):
    """The little boxed number that ties a row to its words in the notice."""

    def __init__(self, number: int, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(str(number), parent)
        self.setProperty("role", "number")
        self.setFont(theme.current().font("small", bold=True))
        self.setAutoDefault(False)
        self.setToolTip(tip)
        self.setAccessibleName(tip or str(number))
