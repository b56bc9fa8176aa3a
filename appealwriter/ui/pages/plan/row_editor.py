"""The open action and the open measure."""

from PySide6.QtCore import Signal

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui.pages.plan.deed_fields import Day, DeedState
from appealwriter.ui.pages.plan.editor import ItemEditor
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.gaps import Gap, Piece
from appealwriter.ui.pages.plan.links import Answers, Proof
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.plan.phrasing import action_pieces, phrase_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.words import (
    outline,
    phrase_of,
    sentence_at,
    slot_name,
    wording_number,
)
from appealwriter.ui.parts import Button
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class RowEditor(ItemEditor):
    """What both have: links below the sentence, the causes answered, and proof.

    `swap` asks for another phrase or for own words; `go` leads to another step.
    """

    swap = Signal()
    go = Signal(str)

    def __init__(self, session: Session, part: str, item_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, f"{part}/{item_id}", fresh=fresh)
        self.phrase = phrase_of(session, part, place.look(session.case, self.path))
        self.reword = Button("", role="link", icon="refresh", small=True)
        self.reword.clicked.connect(lambda: session.another_wording(self.path))

    def add_links(self, field: Field) -> None:
        """Below the sentence: other wording, own words."""
        words = tr("Say it in your own words") if self.phrase else tr("Choose from the playbook")
        swap = Button(words, role="link", small=True)
        swap.clicked.connect(self.swap)
        field.add_link(swap)
        field.add_link(self.reword)

    def add_ties(self) -> None:
        """Causes and proof."""
        if self.session.case.causes:
            self.add(tr("Answers"), Answers(self.session, self.path))
        proof = Proof(self.session, self.path)
        proof.go.connect(self.go)
        self.add(tr("Proof"), proof)

    def show_draft(self, draft: Draft) -> None:
        """Also which of its wordings the sentence has."""
        super().show_draft(draft)
        self._show_wording(draft)

    def finish(self) -> None:
        """All fields are there."""
        super().finish()
        if self.session.draft is not None:
            self._show_wording(self.session.draft)

    def _show_wording(self, draft: Draft) -> None:
        n, of = wording_number(draft.case, self.path, sentence_at(draft.letter, self.path))
        self.reword.setText(tr("Another wording {n}/{of}", n=n, of=of))
        show_if(self.reword, self.phrase is not None and of > 1)


class ActionEditor(RowEditor):
    """What was done: the day first, then the rest of the sentence."""

    def __init__(self, session: Session, item_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, "corrective", item_id, fresh=fresh)
        places = ("done", "slots", "role", "count", "total")
        sentence = Sentence(session, self.path, lambda: action_pieces(session, item_id), *places)
        self.add(tr("Sentence") if self.phrase else tr("Date done"), sentence)
        last: Field = sentence
        if self.phrase is None:
            example = tr("e.g. We refunded all eight buyers.")
            last = OwnWords(session, self.path, "own", tr("What was done"), example)
            self.add(tr("What was done"), last)
        self.add_links(last)
        self.add(tr("State"), DeedState(session, self.path))
        self.add_ties()
        self.finish()


class MeasureEditor(RowEditor):
    """The control: who, how often, where recorded, since when, and why it would have helped."""

    def __init__(self, session: Session, item_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, "preventive", item_id, fresh=fresh)
        if self.phrase is not None:
            self._add_phrase(item_id)
        else:
            self._add_own()
        hint = tr("Leave empty if it has not started: the letter calls it a plan")
        self.add(tr("Since"), Day(session, self.path, "since", tr("Since when"), hint))
        if self.phrase is not None and self.phrase.catches:
            catches = outline(self.phrase, "catches")
        else:
            catches = tr("One sentence: why would it not have happened with this in place?")
        name = tr("Why it would have caught it")
        self.add(name, OwnWords(session, self.path, "catches", name, catches, hint=False))
        name, example = tr("It works when"), tr("e.g. Late orders stay under 2 % a week")
        self.add(name, OwnWords(session, self.path, "measure", name, example, hint=False))
        self.add_ties()
        self.finish()

    def _add_phrase(self, item_id: str) -> None:
        session = self.session
        places = ("slots", "owner", "rhythm", "record")
        pieces = lambda: phrase_pieces(session, "preventive", item_id)  # noqa: E731
        sentence = Sentence(session, self.path, pieces, *places)
        self.add(tr("Sentence"), sentence)
        self.add_links(sentence)

    def _add_own(self) -> None:
        example = tr("e.g. The purchasing lead checks ten photos of every batch before it ships.")
        own = OwnWords(self.session, self.path, "own", tr("What is checked"), example)
        self.add(tr("What is checked"), own)
        self.add_links(own)
        who: list[Piece] = [self._gap("owner", "role"), " · ", self._gap("rhythm", "rhythm")]
        self.add_gaps(tr("Who, how often"), who, "owner", "rhythm")
        self.add_gaps(tr("Where recorded"), [self._gap("record", "record")], "record")

    def add_gaps(self, name: str, pieces: list[Piece], *places: str) -> None:
        """Choices that stand outside a sentence."""
        self.add(name, Sentence(self.session, self.path, lambda: pieces, *places))

    def _gap(self, where: str, kind: str) -> Gap:
        choices = self.session.workshop.shelf.vocabulary[kind]
        return Gap(where, SlotSpec(where, kind, required=False, choices=choices), slot_name(where))
