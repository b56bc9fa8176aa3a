"""The rounds that were sent, newest first, each with its letter as it was sent."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.dates import show_date
from appealwriter.base.i18n import language, tr
from appealwriter.base.text import script_language
from appealwriter.model.case import Round
from appealwriter.ui import theme
from appealwriter.ui.parts import Button, Card, GrowingText, SectionHeading, label, rule
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_MOST_LINES = 30


class Rounds(QWidget):
    """A fold for each round; the text inside can be read and copied, not changed."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[Round, ...] = ()
        self.folds: list[RoundFold] = []
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(tr("What was sent"), role="section"))
        column.addWidget(self._card)

    def show_rounds(self, rounds: tuple[Round, ...]) -> None:
        """Show these; folds are made only for another number of rounds."""
        show_if(self, bool(rounds))
        if len(rounds) != len(self.folds):
            self._rebuild(rounds)
        for fold, sent in zip(self.folds, reversed(rounds), strict=True):
            fold.show_round(sent, self._state(sent))

    def _rebuild(self, rounds: tuple[Round, ...]) -> None:
        while (item := self._card.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.folds = []
        for sent in reversed(rounds):
            if self.folds:
                self._card.body.addWidget(rule())
            fold = RoundFold(sent)
            self.folds.append(fold)
            self._card.body.addWidget(fold)

    def _state(self, sent: Round) -> str:
        return self._session.workshop.shelf.terms["state"][sent.outcome.value].any(language())


class RoundFold(QWidget):
    """Round, day and outcome in one line; below it the letter and the platform's answer."""

    def __init__(self, sent: Round) -> None:
        super().__init__()
        self._title = Button("", role="link", icon="chevron-right", small=True)
        self.letter = GrowingText(
            tr("The letter as sent"),
            most_lines=_MOST_LINES,
            letter=script_language(sent.letter) or "en",
        )
        self.letter.setReadOnly(True)
        self._title.clicked.connect(lambda: self.unfold(self.letter.isHidden()))
        self._answer = label("", "dense", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.letter)
        column.addWidget(self._answer)
        self.unfold(False)

    def show_round(self, sent: Round, state: str) -> None:
        """Show what is known of the round."""
        day = show_date(sent.sent, language()) or sent.sent
        self._title.setText(
            tr("Round {n} · sent {day} · {state}", n=sent.number, day=day, state=state)
        )
        self.letter.set_value(sent.letter)
        said = tr("The platform's answer: {answer}", answer=sent.answer) if sent.answer else ""
        self._answer.setText(said)

    def unfold(self, on: bool) -> None:
        """Show the letter, or put it away."""
        self._title.setIcon(theme.icon("chevron-down" if on else "chevron-right", "accent"))
        self.letter.setVisible(on)
        self._answer.setVisible(on)
