"""Small answers of actions and measures: how far a deed is, and since when a control runs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.model.terms import Deed
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.parts import DateField, Segmented, label
from appealwriter.ui.session import Session


class DeedState(Field):
    """Done, partly done or planned."""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "status")
        self.choice = Segmented(
            [
                (Deed.DONE.value, tr("Done")),
                (Deed.PARTLY.value, tr("Partly done")),
                (Deed.PLANNED.value, tr("Planned")),
            ]
        )
        self.choice.chosen.connect(self._choose)
        self.body.insertWidget(0, self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show how far it is."""
        self._refresh()

    def focus_place(self, where: str) -> None:
        """To the chosen one."""
        self.choice.button(self.choice.value()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        status: Deed | None = self.answer("status")
        if status is not None and status.value != self.choice.value():
            self.choice.set_value(status.value)

    def _choose(self, value: str) -> None:
        self.put("status", Deed(value))
        self.left.emit("status")


class Day(Field):
    """A date at `where`, with a word beside it."""

    def __init__(self, session: Session, path: str, where: str, name: str, hint: str) -> None:
        super().__init__(session, path, where)
        self._where = where
        self.field = DateField(name, today=session.today())
        self.field.changed.connect(lambda text: self.put(where, text))
        self.field.left.connect(lambda: self.left.emit(where))
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.field)
        line.addWidget(label(hint, "small", "text2", wrap=True), 1)
        self.add(inside)
        self.field.set_value(self.answer(where) or "")

    def show_draft(self, draft: Draft) -> None:
        """Show the day, unless it is being written."""
        self.field.set_value(self.answer(self._where) or "")

    def show_finding(self, level: str, words: str) -> None:
        """The field's edge says it too."""
        super().show_finding(level, words)
        self.field.set_level(level if level in ("missing", "weak") else "")

    def focus_place(self, where: str) -> None:
        """Into the date."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
