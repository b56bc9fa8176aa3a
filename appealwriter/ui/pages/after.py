"""Step 9: sent on which day, what was answered, and what to do next."""

from dataclasses import replace

from PySide6.QtCore import Qt

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.export.plain import write_text
from appealwriter.flow.steps import Step
from appealwriter.model.case import Case, Round
from appealwriter.model.terms import State
from appealwriter.playbooks.book import Playbook
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.review_parts.advice import AdviceCard
from appealwriter.ui.pages.review_parts.outcome import Outcome
from appealwriter.ui.pages.review_parts.rounds import Rounds
from appealwriter.ui.pages.review_parts.sent_form import SentForm
from appealwriter.ui.parts import Banner, PageHeading
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_FOCUS = Qt.FocusReason.OtherFocusReason
_NEXT_ROUND = (State.MORE_INFO, State.REFUSED, State.NO_ANSWER)


class AfterPage(Page):
    """Rounds are kept in the case; each freezes the letter as it was sent."""

    step = Step.AFTER

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._book: Playbook | None = None
        self._advice: AdviceCard | None = None
        self._banner: Banner | None = None
        self.heading = PageHeading("")
        self.form = SentForm(session)
        self.form.sent.connect(self._keep_sent)
        self.outcome = Outcome(session)
        self.outcome.chosen.connect(self._choose)
        self.outcome.answered.connect(self._answer)
        self.rounds = Rounds(session)
        self.column.setSpacing(20)
        for widget in (self.heading, self.outcome, self.form, self.rounds):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show how far the case has come."""
        case = draft.case
        last = case.rounds[-1] if case.rounds else None
        self.heading.set_texts(*_heading(last))
        show_if(self.outcome, last is not None)
        if last is not None:
            self.outcome.show_round(last)
        show_if(self.form, last is None or last.outcome in _NEXT_ROUND)
        self.rounds.show_rounds(case.rounds)
        self._show_advice(self.session.workshop.shelf.for_case(case), last)

    def focus_path(self, path: str) -> None:
        """To what can be done now."""
        if self.session.case.rounds:
            self.outcome.focus_first()
            bring_into_view(self.outcome)
        else:
            self.form.start.setFocus(_FOCUS)
            bring_into_view(self.form)

    def _keep_sent(self, day: str) -> None:
        draft = self.session.draft
        if draft is None:
            return
        self._unsay()
        case = draft.case
        sent = Round(len(case.rounds) + 1, day, write_text(draft.letter))
        self.session.edit(replace(case, rounds=(*case.rounds, sent), state=State.SENT))
        try:
            self.session.keep_version("sent")
        except AppealError as error:
            self._banner = Banner("missing", error.advice, strong=error.what)
            self.column.insertWidget(0, self._banner)

    def _choose(self, outcome: str) -> None:
        case = self.session.case
        last = replace(case.rounds[-1], outcome=State(outcome))
        self.session.edit(replace(_with_last(case, last), state=State(outcome)))

    def _answer(self, text: str) -> None:
        case = self.session.case
        last = replace(case.rounds[-1], answer=text)
        self.session.edit(_with_last(case, last), "rounds/answer")

    def _show_advice(self, book: Playbook, last: Round | None) -> None:
        """What to do after a refusal, once there is one."""
        wanted = last is not None and last.outcome in _NEXT_ROUND and bool(book.after_refusal)
        if wanted and book is not self._book:
            self._book = book
            if self._advice is not None:
                self._advice.hide()
                self._advice.deleteLater()
            self._advice = AdviceCard(tr("Before the next round"))
            self._advice.add_points(book.after_refusal, book)
            self.column.insertWidget(self.column.indexOf(self.form), self._advice)
        if self._advice is not None:
            show_if(self._advice, wanted)

    def _unsay(self) -> None:
        if self._banner is not None:
            self.column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None


def _heading(last: Round | None) -> tuple[str, str]:
    """The page's heading and the line below it, by what happened last."""
    if last is None:
        return tr("After sending"), tr(
            "Send the letter yourself at the platform; this program never goes online. Then say "
            "here on which day, and the letter is kept as it was."
        )
    if last.outcome is State.REINSTATED:
        return tr("Round {n}: reinstated", n=last.number), tr(
            "Keep the case: a later notice may refer to what this letter promised."
        )
    if last.outcome is State.SENT:
        return tr("Round {n} is with the platform", n=last.number), tr(
            "Send nothing more until there is an answer: a second letter starts the wait anew."
        )
    if last.outcome is State.NO_ANSWER:
        return tr("No answer to round {n}", n=last.number), tr(
            "Ask for the state of the appeal where it was sent, before a new letter goes out."
        )
    return tr("Round {n} is over, round {next} begins", n=last.number, next=last.number + 1), tr(
        "See first what the platform still lacks. The same letter is not sent twice."
    )


def _with_last(case: Case, last: Round) -> Case:
    return replace(case, rounds=(*case.rounds[:-1], last))
