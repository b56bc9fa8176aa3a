"""The moment of sending: on which day, and the letter is kept as it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui.parts import Button, DateField, QuestionBlock
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class SentForm(QWidget):
    """ "I have sent it…" asks for the day; `sent` carries it as YYYY-MM-DD."""

    sent = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.start = Button(tr("I have sent it…"), role="primary")
        self.start.clicked.connect(self._ask)
        self.day = DateField(tr("Sent on"), today=session.today())
        self.block = QuestionBlock(
            tr("On which day did you send it?"),
            tr(
                "The letter is kept word for word as it now stands. You can go on writing the "
                "next round; the kept copy stays as it is."
            ),
            self.day,
        )
        self.keep = Button(tr("Keep the letter as sent"), role="primary")
        self.keep.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self.start, 0, left)
        column.addWidget(self.block)
        column.addWidget(self.keep, 0, left)
        self.fold()

    def fold(self) -> None:
        """Back to the one button."""
        self.day.clear()  # also while the cursor is in it
        self.block.set_finding("")
        self.start.show()
        for part in (self.block, self.keep):
            part.hide()

    def _ask(self) -> None:
        self.start.hide()
        for part in (self.block, self.keep):
            show_if(part, True)
        self.block.focus_field()

    def _keep(self) -> None:
        day = self.day.value()
        if not day or not self.day.readable():
            self.block.set_finding("missing", tr("Write the day, e.g. 2026-11-22."))
            self.block.focus_field()
            return
        self.fold()
        self.sent.emit(day)
