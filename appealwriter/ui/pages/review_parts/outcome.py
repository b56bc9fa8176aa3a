"""How the platform answered the round that was sent last."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.model.case import Round
from appealwriter.model.terms import State
from appealwriter.ui.parts import FlowLayout, GrowingText, QuestionBlock, RadioDot
from appealwriter.ui.session import Session

_OUTCOMES = (State.MORE_INFO, State.REFUSED, State.REINSTATED, State.NO_ANSWER)
_LEAST_LINES = 4


class Outcome(QWidget):
    """`chosen` carries a state's id, `answered` the platform's words while they are typed."""

    chosen = Signal(str)
    answered = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        names = session.workshop.shelf.terms["state"]
        self._group = QButtonGroup(self)
        self.dots: dict[State, RadioDot] = {}
        room = QWidget()
        flow = FlowLayout(room, gap=16)
        for state in _OUTCOMES:
            dot = RadioDot(names[state.value].any(language()))
            dot.clicked.connect(partial(self.chosen.emit, state.value))
            self.dots[state] = dot
            self._group.addButton(dot)
            flow.addWidget(dot)
        room.setFocusProxy(self.dots[_OUTCOMES[0]])
        self.answer = GrowingText(tr("The platform's answer"), least_lines=_LEAST_LINES)
        self.answer.edited.connect(self.answered)
        self.answer.left.connect(session.rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            QuestionBlock(
                tr("What did the platform answer?"),
                tr("The list of cases sorts by it, and a refusal starts the next round."),
                room,
            )
        )
        column.addWidget(
            QuestionBlock(
                tr("Paste the platform's answer"),
                tr(
                    "It is kept with this round. What it still asks for belongs in the next letter."
                ),
                self.answer,
            )
        )

    def focus_first(self) -> None:
        """Put the keyboard on the outcomes."""
        self.dots[_OUTCOMES[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_round(self, shown: Round) -> None:
        """Show the outcome and the answer of a round."""
        self._group.setExclusive(False)  # else Qt keeps one of them on
        for state, dot in self.dots.items():
            dot.setChecked(state is shown.outcome)
        self._group.setExclusive(True)
        self.answer.set_value(shown.answer)
