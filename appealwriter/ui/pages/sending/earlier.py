"""The senders of earlier cases, to fill in what is still empty."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr
from appealwriter.model.case import Case, Sender
from appealwriter.ui import theme
from appealwriter.ui.parts import ChoiceField, label
from appealwriter.ui.session import Session

if TYPE_CHECKING:
    from appealwriter.store.entries import Entry

_AT_MOST = 30


class Earlier(QWidget):
    """One entry for each shop, from its newest case. `chosen` carries a function that loads the
    sender and may raise StoreError. Hidden while there is no other shop to choose from."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entries: dict[str, Entry] = {}
        self._for = ""
        self._field = ChoiceField(
            name=tr("Use the details of an earlier case"), placeholder=tr("Choose a shop")
        )
        self._field.setMaximumWidth(theme.current().px(300))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = label(tr("Use the details of an earlier case"), "dense", "text2", wrap=True)
        words.setBuddy(self._field)
        line.addWidget(words)
        line.addWidget(self._field, 1)
        line.addStretch(1)
        self._field.chosen.connect(self._choose)
        self.hide()

    def show_for(self, case: Case) -> None:
        """Offer the shops of the other cases; looked up once a case."""
        if case.id == self._for:
            return
        self._for = case.id
        found: dict[str, Entry] = {}
        try:
            entries = self._session.drafts.list()
        except StoreError:  # a comfort only: a disk that cannot be read is told when saving
            entries = []
        for entry in entries:
            if entry.id != case.id and entry.shop:
                known = found.get(entry.shop)
                if known is None or entry.saved > known.saved:
                    found[entry.shop] = entry
        newest = sorted(found.values(), key=lambda entry: entry.saved, reverse=True)[:_AT_MOST]
        self._entries = {entry.id: entry for entry in newest}
        self._field.set_options([(entry.id, entry.shop) for entry in newest])
        self.setVisible(bool(newest))

    def _choose(self, case_id: str) -> None:
        self.chosen.emit(partial(self._load, case_id))
        self._field.set_value("")

    def _load(self, case_id: str) -> Sender:
        return self._session.drafts.load(case_id).sender
