"""What stands below the open row of an exhibit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.model import place
from appealwriter.ui.pages.plan.deed_fields import Day
from appealwriter.ui.pages.plan.editor import ItemEditor
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.review_parts.exhibit_fields import FileField, KindField, ProvesField
from appealwriter.ui.parts import Button, FlowLayout
from appealwriter.ui.session import Session


class ExhibitEditor(ItemEditor):
    """File, kind, title, date and what it proves. `act` carries "up", "down" or "remove"."""

    act = Signal(str)

    def __init__(self, session: Session, exhibit_id: str, *, fresh: bool = False) -> None:
        path = f"evidence/{exhibit_id}"
        super().__init__(session, path, fresh=fresh)
        exhibit = place.look(session.case, path)
        kinds = session.workshop.shelf.for_case(session.case).evidence
        kind = next((k for k in kinds if k.id == exhibit.kind), None)
        usual = kind.title.any(language()) if kind else tr("supplier invoices, February to August")
        days = kind.max_age_days if kind else 0
        self.file = FileField(session, path)
        self.add(tr("File"), self.file)
        self.kind = KindField(session, path, kinds)
        self.add(tr("Kind"), self.kind)
        self.add(
            tr("Title in the letter"),
            OwnWords(
                session,
                path,
                "title",
                tr("Title in the letter"),
                tr("e.g. {example}", example=usual),
            ),
        )
        self.add(
            tr("Date on it"),
            Day(
                session,
                path,
                "date",
                tr("Date on it"),
                tr("Not older than {days} days before the notice.", days=days) if days else "",
            ),
        )
        self.proves = ProvesField(session, path)
        self.add(tr("Proves"), self.proves)
        self.add_widget("", self._deeds())
        self.settle()

    def _deeds(self) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, gap=8)
        for key, words, icon in (
            ("up", tr("Move up"), "chevron-up"),
            ("down", tr("Move down"), "chevron-down"),
            ("remove", tr("Remove exhibit"), "trash"),
        ):
            button = Button(words, icon=icon, small=True)
            button.clicked.connect(lambda _=False, key=key: self.act.emit(key))
            flow.addWidget(button)
        return room
