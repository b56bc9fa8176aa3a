"""The open cause: what happened, why it could, how it was found, when and how many."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from appealwriter.base.i18n import tr
from appealwriter.model import place
from appealwriter.model.case import Case, Cause
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui.pages.plan.grounds import Ground, GroundEditor
from appealwriter.ui.pages.plan.groups import Groups
from appealwriter.ui.pages.plan.phrasing import frame_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.why_chain import WhyChain
from appealwriter.ui.session import Session


class CauseEditor(GroundEditor):
    """The questions about one cause."""

    def __init__(self, session: Session, cause_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, f"causes/{cause_id}", fresh=fresh)
        example = tr("e.g. Packing took longer than planned, and nobody compared the two.")
        self.add_sentence("causes", cause_id, tr("What happened"), example)
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


CAUSES = Ground(
    part="causes",
    kind="cause",
    heading=lambda: tr("Why did it happen?"),
    lead=lambda: tr(
        "A cause says two things: what happened, and which check was missing or did not work. "
        "One half alone reads like a symptom or like blame."
    ),
    add=lambda: tr("Add a cause"),
    numbered=lambda n: tr("Cause {n}", n=n),
    make=Cause,
    editor=CauseEditor,
)
