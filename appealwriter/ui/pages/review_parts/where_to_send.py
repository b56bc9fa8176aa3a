"""Where the letter goes: the platform's menu step by step, its clocks, what gets it refused."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.playbooks.book import Playbook
from appealwriter.ui.pages.review_parts.advice import AdviceCard
from appealwriter.ui.session import Session


class WhereToSend(QWidget):
    """Built anew only when another playbook fits the case."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._book: Playbook | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_draft(self, draft: Draft) -> None:
        """Show what is known for the reason of this case."""
        book = self._session.workshop.shelf.for_case(draft.case)
        if book is self._book:
            return
        self._book = book
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for card in _cards(book):
            self._column.addWidget(card)


def _cards(book: Playbook) -> list[AdviceCard]:
    cards = []
    if book.submit:
        card = AdviceCard(tr("Where to send it"))
        card.add_steps(book.submit, book)
        cards.append(card)
    if book.clocks:
        card = AdviceCard(tr("Time limits"), tr("The notice's own words always win."))
        card.add_clocks(book.clocks, book)
        cards.append(card)
    if book.refused:
        card = AdviceCard(tr("What gets it refused"))
        card.add_points(book.refused, book)
        cards.append(card)
    if book.donts:
        card = AdviceCard(tr("Never do this"))
        card.add_points(book.donts, book)
        cards.append(card)
    return cards
