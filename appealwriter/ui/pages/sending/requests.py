"""What the letter asks for at its end: ready requests with gaps, or own words."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.case import Point
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.plan.phrasing import phrase_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.words import phrase_of
from appealwriter.ui.parts import Button
from appealwriter.ui.session import Session


class Requests(QWidget):
    """One row a request, and a button that adds one. While there is none, the letter asks what
    letters of its kind ask."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shape: tuple[object, ...] = ()
        self.rows: dict[str, Field] = {}
        self.add = Button(tr("Add a request"), role="link", icon="plus", small=True)
        self.add.clicked.connect(
            lambda: self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height())))
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def show_draft(self, draft: Draft) -> None:
        """Show the requests; rows are made anew only where there are others."""
        case = draft.case
        shape = (case.letter_language, *((r.id, r.phrase) for r in case.requests))
        if shape != self._shape:
            self._shape = shape
            self._build(draft)
        for row in self.rows.values():
            row.show_draft(draft)

    def menu(self) -> QMenu:
        """What may be asked for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for phrase in self._session.workshop.shelf.offered(self._session.case, "request"):
            menu.addAction(phrase.label.any(language()), partial(self.put, phrase.id))
        menu.addSeparator()
        menu.addAction(tr("Write your own"), partial(self.put, ""))
        return menu

    def put(self, phrase: str) -> None:
        """Ask for one thing more."""
        case = self._session.case
        key = place.fresh_id(case.requests, deeds.LETTERS["requests"])
        self._session.edit(place.add(case, "requests", Point(key, phrase=phrase)))
        if key in self.rows:
            self.rows[key].focus_place("")

    def focus_place(self, where: str) -> None:
        """Put the cursor into the request "<id>/<field>"."""
        key, _, field = where.partition("/")
        if key in self.rows:
            self.rows[key].focus_place(field)

    def _build(self, draft: Draft) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {request.id: self._field(request) for request in draft.case.requests}
        for key, field in self.rows.items():
            self._list.addWidget(self._row(key, field))

    def _field(self, request: Point) -> Field:
        session, path = self._session, f"requests/{request.id}"
        if phrase_of(session, "requests", request) is not None:
            pieces = partial(phrase_pieces, session, "requests", request.id)
            return Sentence(session, path, pieces, "slots")
        example = tr("e.g. tell us which document is still missing")
        return OwnWords(session, path, "own", tr("What you ask for"), example, hint=False)

    def _row(self, key: str, field: Field) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field, 1)
        remove = Button("", icon="close", small=True)
        remove.setToolTip(tr("Remove"))
        remove.setAccessibleName(tr("Remove"))
        remove.clicked.connect(lambda: self._remove(key))
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        field.left.connect(self.left)
        return row

    def _remove(self, key: str) -> None:
        self._session.edit(deeds.without(self._session.case, "requests", key))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
