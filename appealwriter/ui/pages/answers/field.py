"""What every field for an answer has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.model.answers import Answer


class AnswerField(QWidget):
    """Shows an answer and tells what the person makes of it.

    `edited` carries the new answer in the case's own form, never during IME composition; what
    cannot be read is carried as typed. `left` says that the field was left.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def set_answer(self, answer: Answer) -> None:
        """Show `answer`, except in a field the person is in."""
        raise NotImplementedError

    def add_beside(self, widget: QWidget) -> None:
        """Put `widget` where the answer ends: below it, or beside a short one."""
        line = QHBoxLayout()
        line.addWidget(widget)
        line.addStretch(1)
        self.column.addLayout(line)

    def set_answerable(self, on: bool) -> None:
        """Whether there is anything to write; the focus is not in the field when there is not."""

    def set_level(self, level: str) -> None:
        """Edge in the colour of a finding: "missing", "weak" or "" for none."""
