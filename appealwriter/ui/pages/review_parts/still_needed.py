"""The list "Still without a file": what demands and chosen actions wait for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, listed, tr
from appealwriter.drafting.draft import Draft
from appealwriter.ui.pages.exhibit_links import Lack, claims, still_needed
from appealwriter.ui.pages.review_parts.exhibit_fields import claim_name
from appealwriter.ui.parts import Button, Card, SectionHeading, label, rule
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class StillNeeded(QWidget):
    """`wanted` carries the Lack that the person wants to fill."""

    wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[Lack, str], ...] | None = None
        self._card = Card()
        self._card.body.setContentsMargins(1, 1, 1, 1)
        self._card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(tr("Still without a document"), role="section"))
        column.addWidget(self._card)

    def show_draft(self, draft: Draft) -> None:
        """Show what is lacking now."""
        names = {claim.id: claim_name(claim) for claim in claims(draft.case)}
        lacks = still_needed(draft.case, self._session.workshop.shelf, draft.coverage)
        shown = tuple(
            (lack, listed(names[key] for key in lack.claims if key in names)) for lack in lacks
        )
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._card.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number, (lack, purpose) in enumerate(shown):
            if number:
                self._card.body.addWidget(rule())
            self._card.body.addWidget(self._row(lack, purpose))
        show_if(self, bool(shown))

    def _row(self, lack: Lack, purpose: str) -> QWidget:
        row = QWidget()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(lack.title.any(language()), "dense", wrap=True))
        words.addWidget(label(tr("For: {what}", what=purpose), "small", "text2", wrap=True))
        button = Button(tr("Add it"), role="link", icon="plus", small=True)
        button.setAccessibleName(listed((button.text(), lack.title.any(language()))))
        button.clicked.connect(lambda: self.wanted.emit(lack))
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 6, 8, 6)
        line.addLayout(words, 1)
        line.addWidget(button)
        return row
