"""The bar below the questions: back, what the page adds, and the one way on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui import theme
from appealwriter.ui.frame.steps import step_name, wanted_steps
from appealwriter.ui.parts import Button

_STEPS = list(Step)


class NavBar(QFrame):
    """Never leaves the window; `step_wanted` carries the step to go to."""

    step_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._extra: tuple[QPushButton, ...] = ()
        self._wanted = _STEPS
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(20, 0, 20, 0)
        self._row.setSpacing(8)
        self._back = Button(tr("Back"), icon="arrow-left")
        self._next = Button("", role="primary")
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        self._row.addWidget(self._back)
        self._row.addStretch(1)
        self._row.addWidget(self._next)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 1, 0, 0)
        outer.addWidget(self._inner, 1)
        self._end = QWidget()
        outer.addWidget(self._end)
        self.set_low(False)

    def show_step(
        self, step: Step, extra: Sequence[QPushButton], draft: Draft | None = None
    ) -> None:
        """Name the neighbours of `step` and place the page's own buttons beside Back."""
        self._name_next(step, draft)
        if step is self._step and tuple(extra) == self._extra:
            return
        for button in self._extra:
            self._row.removeWidget(button)
            button.hide()
        self._step, self._extra = step, tuple(extra)
        for place, button in enumerate(self._extra, start=1):
            self._row.insertWidget(place, button)
            button.show()
        self._back.setVisible(step is not _STEPS[0])
        # The review page has a primary button of its own, and a screen has only one.
        theme.set_look(self._next, "role", "" if step is Step.REVIEW else "primary")

    def _name_next(self, step: Step, draft: Draft | None) -> None:
        self._wanted = [*wanted_steps(draft), step]
        following = self._neighbour(step, 1)
        self._next.setVisible(following is not None)
        if following is not None:
            name = step_name(following, draft)
            self._next.setText(tr("Next: {number} {name}", number=following.number, name=name))

    def _neighbour(self, step: Step, by: int) -> Step | None:
        """The next step that the letter needs, onwards or back."""
        there = [s for s in self._wanted if (s.number - step.number) * by > 0]
        return min(there, key=lambda s: abs(s.number - step.number), default=None)

    def set_low(self, low: bool) -> None:
        """Four pixels less in low windows."""
        self.setFixedHeight(theme.current().px(44 if low else 48))

    def set_content(self, width: int) -> None:
        """End where the questions end; 0 for the whole width."""
        self._inner.setMaximumWidth(width or 16777215)
        self._end.setVisible(bool(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.current().colour("line"))

    def _go(self, by: int) -> None:
        if self._step is not None and (step := self._neighbour(self._step, by)):
            self.step_wanted.emit(step)
