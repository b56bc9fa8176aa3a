"""Where the notice is pasted, dropped or chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui.pages.reading.paste_box import PasteBox
from appealwriter.ui.parts import Button, PageHeading

_LINES = (9, 16)


class PasteView(QWidget):
    """The box with its heading, and a way back to the notice there already is: `given_up`."""

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = PasteBox(tr("Read the notice"), _LINES)
        self._keep = Button(tr("Keep the notice as it is"), role="link")
        self._keep.clicked.connect(self.given_up)
        self.box.add_beside(self._keep)
        self._heading = PageHeading("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def offer_to_keep(self, on: bool) -> None:
        """Whether there is a notice to go back to."""
        self._keep.setVisible(on)
        if on:
            self._heading.set_texts(
                tr("Paste the notice again"),
                tr("Your answers stay. Only what stands in the notice is read anew."),
            )
        else:
            self._heading.set_texts(
                tr("Paste the platform's notice first"),
                tr(
                    "Any language. The program reads what the platform wants, "
                    "then you write the letter step by step."
                ),
            )
