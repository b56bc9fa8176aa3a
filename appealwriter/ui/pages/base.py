"""What every page of a step has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui.session import Session


class Page(QWidget):
    """The questions of one step. It shows a draft and calls `session.edit`, and decides nothing.

    A page is built when it is first visited and rebuilt when language, theme or playbook change.
    """

    step: Step
    go = Signal(str)
    """A path: take the person to that question, in whichever step it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 12, 20, 20)
        self.column.setSpacing(12)

    def show_draft(self, draft: Draft) -> None:
        """Show the case as it now is. Never touches the field that has the focus."""
        raise NotImplementedError

    def focus_path(self, path: str) -> None:
        """Bring the question at `path` into view, open what it is in, and give it the focus."""

    def extra_buttons(self) -> tuple[QPushButton, ...]:
        """Buttons that stand in the navigation bar beside Back."""
        return ()

    def foot(self) -> QWidget | None:
        """What stands above the navigation bar while this step is shown, such as an undo bar."""
        return None

    def companion(self) -> QWidget | None:
        """A tab that this step puts before Letter, Read-back and Problems."""
        return None
