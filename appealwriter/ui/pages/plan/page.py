"""What the three pages have in common: a heading, the chooser in the page, and undo of removals."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.model import place
from appealwriter.playbooks.book import Phrase
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.chooser import OWN, Chooser, Offer
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.plan.words import outline, title
from appealwriter.ui.parts import PageHeading, UndoBar
from appealwriter.ui.session import Session


class PlanPage(Page):
    """A page of a list in the case: "causes", "corrective" or "preventive"."""

    part: str
    kind: str

    def __init__(self, session: Session, heading: str, lead: str) -> None:
        super().__init__(session)
        self.heading = PageHeading(heading, lead)
        self.column.addWidget(self.heading)
        self.chooser: Chooser | None = None
        self.undo_bar = UndoBar()
        self.undo_bar.undo.connect(session.undo)

    def offers(self, phrases: Sequence[Phrase]) -> list[Offer]:
        """Phrases as entries of the list to choose from."""
        used = {item.phrase for item in place.look(self.session.case, self.part)}
        return [
            Offer(
                phrase.id,
                phrase.label.any(language()),
                phrase.ask.any(language()) or outline(phrase),
                phrase.id in used or phrase.name in used,
            )
            for phrase in phrases
        ]

    def own_offer(self) -> Offer:
        """The last entry."""
        about = tr("In your language and in the letter's; the program does not translate.")
        if self.session.case.letter_language == language():
            about = ""
        return Offer(OWN, tr("Write your own"), about)

    def offered(self) -> tuple[Phrase, ...]:
        """What the playbooks of the case have for this part."""
        return self.session.workshop.shelf.offered(self.session.case, self.kind)

    def split(self, cause_id: str) -> tuple[list[Phrase], list[Phrase]]:
        """The phrases that answer a cause, and the others."""
        cause = place.look(self.session.case, f"causes/{cause_id}") if cause_id else None
        name = cause.phrase.rpartition(":")[2] if cause is not None else ""
        fitting: list[Phrase] = []
        others: list[Phrase] = []
        for phrase in self.offered():
            fits = "*" in phrase.answers or (bool(name) and name in phrase.answers)
            (fitting if fits else others).append(phrase)
        return fitting, others

    def put_chooser(self, chooser: Chooser, column: QVBoxLayout, at: int = -1) -> None:
        """Show `chooser` in place of any other; one that cannot be closed waits to be seen."""
        self.close_chooser()
        self.chooser = chooser
        chooser.closed.connect(self.close_chooser)
        column.insertWidget(at, chooser)
        chooser.show()
        if chooser.closable:
            chooser.focus_first()
            bring_into_view(chooser.lines[0])

    def close_chooser(self) -> None:
        """Take the list away."""
        if self.chooser is not None:
            self.chooser.hide()
            self.chooser.deleteLater()
            self.chooser = None

    def speak_with(self, item_id: str, phrase: str) -> None:
        """Give an item another phrase, or "" for own words; its other answers stay."""
        case = self.session.case
        item = place.look(case, f"{self.part}/{item_id}")
        changed = replace(item, phrase=phrase, own=type(item.own)())
        self.session.edit(place.put(case, f"{self.part}/{item_id}", changed))

    def foot(self) -> QWidget:
        """The offer to bring back what was removed last."""
        return self.undo_bar

    def take_away(self, item_id: str) -> None:
        """Remove an item and offer to bring it back."""
        item = place.look(self.session.case, f"{self.part}/{item_id}")
        if item is None:
            return
        name = title(self.session, self.part, item)
        self.session.edit(deeds.without(self.session.case, self.part, item_id))
        self.undo_bar.offer(tr("“{what}” removed.", what=name))

    def put_bar_away(self) -> None:
        """Something else has changed: the removal is no longer the last deed."""
        self.undo_bar.withdraw()
