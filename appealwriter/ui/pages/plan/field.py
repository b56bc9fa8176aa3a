"""A field of an open cause, action or measure: it shows the case, changes it, and says findings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.ui.parts import FindingLine
from appealwriter.ui.session import Session


class Field(QWidget):
    """Answers at places below `path` ("causes/c1"). `covers` are those places: "own", "slots".

    `left` carries the place that was left, the moment when its findings may be shown.
    """

    left = Signal(str)

    def __init__(self, session: Session, path: str, *covers: str) -> None:
        super().__init__()
        self.session = session
        self.path = path
        self.covers = covers
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        self._line = FindingLine(parent=self)
        self.body.addWidget(self._line)
        self._links = QHBoxLayout()
        self._links.setSpacing(8)
        self._links.addStretch(1)
        self.body.addLayout(self._links)

    def add(self, widget: QWidget) -> None:
        """Put `widget` above the finding line."""
        self.body.insertWidget(self.body.count() - 2, widget)

    def add_link(self, button: QWidget) -> None:
        """Put a small button below the field, beside the others."""
        self._links.insertWidget(self._links.count() - 1, button)

    def covers_place(self, where: str) -> bool:
        """True where this field answers `where`."""
        return any(where == c or where.startswith(f"{c}/") for c in self.covers)

    def parts(self) -> Sequence["Field"]:
        """The fields that say findings: itself, or those it is made of."""
        return (self,)

    def answers_path(self, path: str) -> bool:
        """True where this field answers the full `path`."""
        return path.startswith(f"{self.path}/") and self.covers_place(
            path.removeprefix(f"{self.path}/")
        )

    def answer(self, where: str) -> Any:
        """What stands in the case at a place of this field."""
        return place.look(self.session.case, f"{self.path}/{where}")

    def put(self, where: str, value: Any) -> None:
        """Change the answer at a place of this field."""
        self.session.put(f"{self.path}/{where}", value)

    def show_draft(self, draft: Draft) -> None:
        """Show the case; never touches what has the focus."""

    def show_finding(self, level: str, words: str) -> None:
        """Say what a check says below the field; "" takes it away."""
        self._line.set_finding(level, words)

    def focus_place(self, where: str) -> None:
        """Put the cursor where `where` is answered."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_into_view(widget: QWidget) -> None:
    """Scroll the page so that `widget` is seen, once the page has been laid out."""
    QTimer.singleShot(0, widget, lambda: _scroll_to(widget))


def _scroll_to(widget: QWidget) -> None:
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 40)
