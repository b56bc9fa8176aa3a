"""A check box whose words may take several lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from appealwriter.ui.parts import TickBox, label


class WrapTick(QWidget):
    """`clicked` tells what the person did, never what the program showed."""

    clicked = Signal(bool)

    def __init__(self, text: str, role: str = "body") -> None:
        super().__init__()
        self.box = TickBox("")
        self.box.setAccessibleName(text)
        self.box.setFixedWidth(26)
        self.box.clicked.connect(self.clicked)
        self.setFocusProxy(self.box)
        words = label(text, role, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)

    def is_on(self) -> bool:
        """True while ticked."""
        return self.box.isChecked()

    def set_on(self, on: bool) -> None:
        """Show it ticked or not; not signalled."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words can be clicked too."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.box.click()
