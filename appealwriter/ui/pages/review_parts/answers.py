"""All answers once more, folded by step, each with a way back to where it is given."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import listed, tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui import theme
from appealwriter.ui.frame.steps import step_name
from appealwriter.ui.pages.review_parts.answer_words import Answered, Line, answered
from appealwriter.ui.parts import Button, Card, SectionHeading, form_grid, label, rule
from appealwriter.ui.session import Session

_INDENT = 30


class Answers(QWidget):
    """Steps 1 to 7, folded. `go` carries the path of the step to change."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._folds: dict[Step, _Fold] = {}
        self._heading = SectionHeading(tr("Your answers"), role="section")
        self._all = Button(tr("Unfold all"), role="link", small=True)
        self._all.clicked.connect(self._unfold_all)
        self._heading.row.addWidget(self._all)
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._card)

    def show_draft(self, draft: Draft) -> None:
        """Show the answers as they are now."""
        for found in answered(draft.case, self._session.workshop.shelf):
            if found.step not in self._folds:
                self._add(found)
            self._folds[found.step].show_answers(found)

    def unfold(self, step: Step) -> None:
        """Show the answers of one step."""
        self._folds[step].unfold(True)

    def _add(self, found: Answered) -> None:
        if self._folds:
            self._card.body.addWidget(rule())
        fold = _Fold(found)
        fold.change.connect(self.go)
        self._folds[found.step] = fold
        self._card.body.addWidget(fold)

    def _unfold_all(self) -> None:
        opening = not all(fold.unfolded for fold in self._folds.values())
        for fold in self._folds.values():
            fold.unfold(opening)
        self._all.setText(tr("Fold all") if opening else tr("Unfold all"))


class _Fold(QWidget):
    """A step in one line; below it, when unfolded, its answers."""

    change = Signal(str)

    def __init__(self, found: Answered) -> None:
        super().__init__()
        self.unfolded = False
        self._lines: tuple[Line, ...] = ()
        self._body: QWidget | None = None
        name = f"{found.step.number}\u2002{step_name(found.step)}"
        self._title = Button(name, role="link", icon="chevron-right", small=True)
        self._title.clicked.connect(lambda: self.unfold(not self.unfolded))
        self._summary = label("", "dense", "text2", wrap=True)
        change = Button(tr("Change this"), role="link", small=True)
        change.setAccessibleName(listed((change.text(), step_name(found.step))))
        change.clicked.connect(lambda: self.change.emit(found.path))
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 4)
        top.addWidget(self._title, 2)
        top.addWidget(self._summary, 3)
        top.addWidget(change)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)

    def show_answers(self, found: Answered) -> None:
        """Show these; the lines are built only while unfolded."""
        self._summary.setText(found.summary)
        if found.lines != self._lines:
            self._lines = found.lines
            self._rebuild()

    def unfold(self, on: bool) -> None:
        """Show the answers below the line, or put them away."""
        self.unfolded = on
        sign = "chevron-down" if on else "chevron-right"
        self._title.setIcon(theme.icon(sign, "accent"))
        self._rebuild()

    def _rebuild(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if not self.unfolded or not self._lines:
            return
        self._body = QWidget()
        form = form_grid(self._body)
        form.setContentsMargins(_INDENT, 2, 12, 10)
        form.setVerticalSpacing(4)
        for name, value in self._lines:
            form.addRow(label(name, "dense", "text2", wrap=True), label(value, "dense", wrap=True))
        self._column.addWidget(self._body)
        self._body.show()
