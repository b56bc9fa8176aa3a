"""Step 3: the questions of this reason, each with the reason for asking."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.answers import Answer, is_empty
from appealwriter.model.place import remove
from appealwriter.playbooks.slots import CHOICES, SlotSpec, read_value
from appealwriter.ui.pages.answers import KnownField, field_for
from appealwriter.ui.pages.answers.blocks import Told
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.parts import PageHeading, QuestionBlock, sentences
from appealwriter.ui.session import Session


class FactsPage(Page):
    """One question block for each fact of the playbook, in its order."""

    step = Step.FACTS

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._asked: tuple[tuple[SlotSpec, ...], str] | None = None
        self._specs: dict[str, SlotSpec] = {}
        self._blocks: dict[str, QuestionBlock] = {}
        self._fields: dict[str, KnownField] = {}
        self._told = Told(session.workshop.rules)
        self._left: set[str] = set()
        self.column.addWidget(
            PageHeading(
                tr("What happened, in figures and names"),
                tr(
                    "Write only what you can look up. What cannot be found out may be marked as "
                    "not known; the letter then says so."
                ),
            )
        )
        self._questions = QVBoxLayout()
        self._questions.setSpacing(20)
        self.column.addSpacing(4)
        self.column.addLayout(self._questions)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show the answers; the questions are made anew only where they are other ones."""
        case = draft.case
        facts = self.session.workshop.shelf.for_case(case).facts
        if self._asked != (facts, case.letter_language):
            self._asked = facts, case.letter_language
            self._build(facts, case.letter_language)
        for name, field in self._fields.items():
            field.set_answer(case.facts.get(name))
        self._show_findings(draft)

    def focus_path(self, path: str) -> None:
        """ "facts/<id>": the question of that name."""
        parts = path.split("/")
        place = "/".join(parts[:2])
        if place not in self._blocks:
            place = next(iter(self._blocks), "")
        block = self._blocks.get(place)
        if block is None:
            return
        self._told.leave([place])
        self._left.add(place.partition("/")[2])
        block.focus_field()
        bring_into_view(block)
        if self.session.draft is not None:
            self._show_findings(self.session.draft)

    def hideEvent(self, event: QHideEvent) -> None:
        """Shown again, every question may say what it lacks."""
        super().hideEvent(event)
        self._told.leave(self._blocks)
        self._left.update(self._fields)

    def _build(self, facts: tuple[SlotSpec, ...], letter_language: str) -> None:
        while (item := self._questions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._specs = {fact.id: fact for fact in facts}
        self._blocks, self._fields = {}, {}
        for fact in facts:
            field = KnownField(field_for(fact, letter_language, self.session.today()))
            ask = fact.ask.any(language()) or fact.label.any(language())
            block = QuestionBlock(ask, why(fact), field)
            field.edited.connect(lambda answer, name=fact.id: self._put(name, answer))
            block.left.connect(lambda name=fact.id: self._leave(name))
            self._questions.addWidget(block)
            self._blocks[f"facts/{fact.id}"], self._fields[fact.id] = block, field

    def _put(self, name: str, answer: Answer) -> None:
        if answer is None:
            if name in self.session.case.facts:
                path = f"facts/{name}"
                self.session.edit(remove(self.session.case, path), path)
        else:
            self.session.put(f"facts/{name}", answer)

    def _leave(self, name: str) -> None:
        self.session.rest()
        self._told.leave([f"facts/{name}"])
        self._left.add(name)
        if self.session.draft is not None:
            self._show_findings(self.session.draft)

    def _show_findings(self, draft: Draft) -> None:
        """What the checks say; what cannot be read says so first."""
        self._told.show(self._blocks, draft.findings)
        for name in self._left & self._fields.keys():
            answer = draft.case.facts.get(name)
            if not is_empty(answer) and (words := unreadable(self._specs[name], answer)):
                self._blocks[f"facts/{name}"].set_finding("weak", words)


def why(spec: SlotSpec) -> str:
    """The visible line that says why something is asked."""
    reason = spec.why.any(language())
    return sentences(tr("Why this is asked:"), reason) if reason else ""


def unreadable(spec: SlotSpec, answer: Answer) -> str:
    """What is wrong with an answer that does not fit its question; "" where it does."""
    try:
        read_value(spec, answer)
    except BadInput as error:
        return tr("Choose one of these answers.") if spec.type in CHOICES else error.advice
    return ""
