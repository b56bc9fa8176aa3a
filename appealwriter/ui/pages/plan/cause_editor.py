"""The open cause: what happened, why it could, how it was found, when and how many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from appealwriter.base.i18n import tr
from appealwriter.model import place
from appealwriter.model.case import Case
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui.pages.plan.editor import ItemEditor
from appealwriter.ui.pages.plan.groups import Groups
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.plan.phrasing import frame_pieces, phrase_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.why_chain import WhyChain
from appealwriter.ui.pages.plan.words import phrase_of
from appealwriter.ui.parts import Button
from appealwriter.ui.session import Session


class CauseEditor(ItemEditor):
    """The questions about one cause. `swap` asks for another phrase, or for own words."""

    swap = Signal()

    def __init__(self, session: Session, cause_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, f"causes/{cause_id}", fresh=fresh)
        cause = place.look(session.case, self.path)
        phrase = phrase_of(session, "causes", cause)
        if phrase is not None:
            sentence = Sentence(
                session, self.path, lambda: phrase_pieces(session, "causes", cause_id), "slots"
            )
            self.add(tr("What happened"), sentence)
        else:
            example = tr("e.g. Packing took longer than planned, and nobody compared the two.")
            own = OwnWords(session, self.path, "own", tr("What happened"), example)
            self.add(tr("What happened"), own)
        link = Button(
            tr("Say it in your own words") if phrase else tr("Choose from the playbook"),
            role="link",
            small=True,
        )
        link.clicked.connect(self.swap)
        self.fields[0].add_link(link)
        self.chain = WhyChain(session, self.path)
        self.add(tr("Why it could happen"), self.chain)
        self.add(tr("How it was found"), self._line("found_by"))
        self.add(tr("Period"), self._line("period"))
        self.add(tr("How many"), Groups(session, self.path))
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter asks why once more, from anywhere in the cause."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.chain.ask_again()
        else:
            super().keyPressEvent(event)

    def _line(self, name: str) -> Sentence:
        choices = self.session.workshop.shelf.vocabulary.get(name, {})
        spec = SlotSpec(name, name, required=False, choices=choices)
        return Sentence(
            self.session, self.path, lambda: frame_pieces(self.session, name, spec), name
        )


def shape(case: Case, part: str, item_id: str) -> tuple[object, ...]:
    """What the editor of an item is built from; another shape asks for another editor."""
    item = place.look(case, f"{part}/{item_id}")
    if item is None:
        return ()
    return (item.phrase, not item.phrase or bool(item.own), case.letter_language)
