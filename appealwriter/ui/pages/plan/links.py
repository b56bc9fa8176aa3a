"""What an action or measure is tied to: the causes it answers, the exhibits that prove it."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.ui.pages.exhibit_links import with_proof
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.words import cause_name, exhibit_name, exhibit_title, phrase_of
from appealwriter.ui.parts import Button, Chip, FlowLayout, TickBox, label
from appealwriter.ui.session import Session

_MIDDLE_DOT = " \u00b7 "


class Answers(Field):
    """The causes that an item answers, each a tick box."""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "answers")
        self.boxes: dict[str, TickBox] = {}
        self._names: tuple[tuple[str, str], ...] = ()
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=12)
        self.add(self._room)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Tick what is answered."""
        self._refresh()

    def focus_place(self, where: str) -> None:
        """To the first cause."""
        for box in self.boxes.values():
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _refresh(self) -> None:
        causes = enumerate(self.session.case.causes, 1)
        names = tuple((cause.id, cause_name(self.session, n, cause)) for n, cause in causes)
        if names != self._names:
            self._names = names
            _empty(self._flow)
            self.boxes = {key: self._box(key, name) for key, name in names}
        answered = self.answer("answers") or ()
        for key, box in self.boxes.items():
            box.setChecked(key in answered)

    def _box(self, key: str, name: str) -> TickBox:
        box = TickBox(name)
        box.clicked.connect(partial(self._tick, key))
        self._flow.addWidget(box)
        return box

    def _tick(self, key: str, on: bool) -> None:
        self.session.edit(deeds.with_answer(self.session.case, self.path, key, on=on))
        self.left.emit("answers")


class Proof(Field):
    """The exhibits that prove an item. `go` leads to the evidence."""

    go = Signal(str)

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "exhibits")
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._room = QWidget()
        self._flow = FlowLayout(self._room, gap=8)
        self.add(self._room)
        self.button = Button(tr("Add proof"), role="link", icon="plus", small=True)
        self.button.clicked.connect(self._offer)
        if fits := self._fitting():
            self.add(label(tr("Fits here: {kinds}", kinds=fits), "small", "text2", wrap=True))
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the exhibits named for this item."""
        self._refresh()

    def focus_place(self, where: str) -> None:
        """To the button that adds one."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_menu(self) -> QMenu:
        """The case's other exhibits, and the way to step 7."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        taken = self.answer("exhibits") or ()
        for exhibit in self.session.case.evidence:
            if exhibit.id not in taken:
                name = _name(self.session, exhibit.id)
                menu.addAction(name, partial(self.set_proof, exhibit.id, on=True))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(tr("Go to step 7 and choose files…"), lambda: self.go.emit("evidence"))
        return menu

    def set_proof(self, exhibit_id: str, *, on: bool) -> None:
        """Say on both sides that an exhibit proves the item, or that it does not."""
        item = self.path.rpartition("/")[2]
        self.session.edit(with_proof(self.session.case, exhibit_id, item, on=on))
        self.left.emit("exhibits")

    def _offer(self) -> None:
        self.offer_menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _refresh(self) -> None:
        named = self.answer("exhibits") or ()
        shown = tuple((key, name) for key in named if (name := _name(self.session, key)))
        if shown == self._shown:
            return
        self._shown = shown
        self.button.setParent(self)
        _empty(self._flow)
        for key, name in shown:
            chip = Chip(name, icon="file", removable=True)
            chip.clicked.connect(partial(self.go.emit, f"evidence/{key}"))
            chip.removed.connect(partial(self._remove, key))
            self._flow.addWidget(chip)
        self._flow.addWidget(self.button)
        self.button.show()

    def _remove(self, key: str) -> None:
        self.set_proof(key, on=False)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fitting(self) -> str:
        """The documents that the playbook names for this phrase."""
        case = self.session.case
        part = self.path.partition("/")[0]
        phrase = phrase_of(self.session, part, place.look(case, self.path))
        kinds = self.session.workshop.shelf.for_case(case).evidence if phrase else ()
        titles = [k.title.any(language()) for k in kinds if phrase and k.id in phrase.proof]
        return _MIDDLE_DOT.join(titles)


def _name(session: Session, exhibit_id: str) -> str:
    exhibit = place.look(session.case, f"evidence/{exhibit_id}")
    if exhibit is None:
        return ""
    name = exhibit_name(session.case, exhibit_id)
    return _MIDDLE_DOT.join(part for part in (name, exhibit_title(exhibit)) if part)


def _empty(flow: FlowLayout) -> None:
    """Take everything out; what still has a parent elsewhere lives on."""
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and not isinstance(widget, Button):
            widget.hide()
            widget.deleteLater()
