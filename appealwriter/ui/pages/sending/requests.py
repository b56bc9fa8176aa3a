"""Rows of short texts at step 2: what the letter asks for, and what it corrects."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.case import Point
from appealwriter.model.sections import ID_LETTERS
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.plan.phrasing import phrase_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.words import phrase_of
from appealwriter.ui.parts import Button, IconButton
from appealwriter.ui.session import Session


class PointRows(QWidget):
    """One row an entry of the case's list `part`, and a button that adds one."""

    left = Signal()
    part: str

    def __init__(self, session: Session, add: str) -> None:
        super().__init__()
        self.session = session
        self._shape: tuple[object, ...] = ()
        self.rows: dict[str, list[Field]] = {}
        self.add = Button(add, role="link", icon="plus", small=True)
        self.add.clicked.connect(self.offer)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)

    def offer(self) -> None:
        """The button was pressed: add an entry in own words."""
        self.put("")

    def fields(self, point: Point) -> list[Field]:
        """What is asked about an entry."""
        raise NotImplementedError

    def show_draft(self, draft: Draft) -> None:
        """Show the entries; rows are made anew only where there are others."""
        points: tuple[Point, ...] = place.look(draft.case, self.part)
        shape = (draft.case.letter_language, *((p.id, p.phrase) for p in points))
        if shape != self._shape:
            self._shape = shape
            self._build(points)
        for fields in self.rows.values():
            for field in fields:
                field.show_draft(draft)

    def put(self, phrase: str) -> None:
        """One entry more."""
        case = self.session.case
        key = place.fresh_id(place.look(case, self.part), ID_LETTERS[self.part])
        self.session.edit(place.add(case, self.part, Point(key, phrase=phrase)))
        self.focus_place(key)

    def remove(self, key: str) -> None:
        """One entry less."""
        self.session.edit(deeds.without(self.session.case, self.part, key))
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_place(self, where: str) -> None:
        """Put the cursor into "<id>/<field>"."""
        key, _, inner = where.partition("/")
        fields = self.rows.get(key, [])
        wanted = next((f for f in fields if inner and f.covers_place(inner)), None)
        if fields:
            (wanted or fields[0]).focus_place(inner)

    def _build(self, points: tuple[Point, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = {point.id: self.fields(point) for point in points}
        for key, fields in self.rows.items():
            self._list.addWidget(self._row(key, fields))

    def _row(self, key: str, fields: list[Field]) -> QWidget:
        row, column = QWidget(), QVBoxLayout()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            field.left.connect(self.left)
            column.addWidget(field)
        line.addLayout(column, 1)
        cross = IconButton("close", tr("Remove"))
        cross.clicked.connect(lambda: self.remove(key))
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return row


class Requests(PointRows):
    """While there is none, the letter asks what letters of its kind ask."""

    part = "requests"

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Add a request"))

    def offer(self) -> None:
        """Let the person choose from what may be asked for."""
        self.menu().popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def menu(self) -> QMenu:
        """What may be asked for."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for phrase in self.session.workshop.shelf.offered(self.session.case, "request"):
            menu.addAction(phrase.label.any(language()), partial(self.put, phrase.id))
        menu.addSeparator()
        menu.addAction(tr("Write your own"), partial(self.put, ""))
        return menu

    def fields(self, point: Point) -> list[Field]:
        """The clause with its gaps, or a field for own words."""
        path = f"requests/{point.id}"
        if phrase_of(self.session, "requests", point) is not None:
            pieces = partial(phrase_pieces, self.session, "requests", point.id)
            return [Sentence(self.session, path, pieces, "slots")]
        example = tr("e.g. tell us which document is still missing")
        return [OwnWords(self.session, path, "own", tr("What you ask for"), example, hint=False)]


class Corrections(PointRows):
    """What an earlier letter got wrong: said once, near the beginning."""

    part = "corrections"

    def __init__(self, session: Session) -> None:
        super().__init__(session, tr("Add a correction"))

    def fields(self, point: Point) -> list[Field]:
        """What was written, and what is so."""
        path = f"corrections/{point.id}"
        wrote = tr("What the earlier letter said")
        fact = tr("What is so, and why it was written differently")
        return [
            OwnWords(self.session, path, "claim", wrote, wrote, hint=False),
            OwnWords(self.session, path, "own", fact, fact, hint=False),
        ]
