"""Whether the notice is right: accepted, in error, or right in part."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui.parts import RadioDot, label


class StanceChoice(QWidget):
    """Three answers, each with one line of what it means for the letter."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._dots: dict[str, RadioDot] = {}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for key, words, meaning in _stances():
            dot = RadioDot(words)
            dot.setAccessibleDescription(meaning)
            dot.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            group.addButton(dot)
            self._dots[key] = dot
            line = label(meaning, "small", "text2", wrap=True)
            line.setContentsMargins(24, 0, 0, 6)
            column.addWidget(dot)
            column.addWidget(line)
        self.setFocusProxy(self._dots["accept"])

    def set_value(self, value: str) -> None:
        """Show the stance of the case."""
        self._dots[value].setChecked(True)


def _stances() -> list[tuple[str, str, str]]:
    return [
        (
            "accept",
            tr("Yes, it happened"),
            tr("The letter names the cause, what was done and what prevents it."),
        ),
        (
            "dispute",
            tr("No, it is a mistake"),
            tr("The letter says what is claimed, why it is wrong, and shows proof."),
        ),
        (
            "mixed",
            tr("Right in part"),
            tr("Point by point: each is accepted or disputed, never both."),
        ),
    ]
