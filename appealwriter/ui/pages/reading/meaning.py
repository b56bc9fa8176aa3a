"""What a reason means, whether the block can be lifted, which answer fits, and what never to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.playbooks.book import Playbook
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui import theme
from appealwriter.ui.pages.reading.rows import term
from appealwriter.ui.parts import Button, MarkLabel, RadioDot, SectionHeading, label

_LEFT = Qt.AlignmentFlag.AlignLeft
_LIFTABLE_MARKS = {"yes": "complete", "conditional": "weak", "no": "missing", "unknown": "not_sure"}


class Meaning(QWidget):
    """The playbook in plain words. `route_chosen` carries the id of the answer that fits."""

    route_chosen = Signal(str)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._shown = ""
        self._routes: dict[str, RadioDot] = {}
        self._group = QButtonGroup(self)
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)

    def show_book(self, book: Playbook, route: str) -> None:
        """Say what `book` knows; made anew only for another book."""
        if self._shown != book.id:
            self._shown = book.id
            self._build(book, route)
        self._group.setExclusive(False)
        for key, dot in self._routes.items():
            dot.setChecked(key == route)
        self._group.setExclusive(True)

    def _build(self, book: Playbook, route: str) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        said = book.name.any(language())
        body.addWidget(SectionHeading(tr("What this means"), said))
        body.addWidget(_words(book.meaning.any(language())))
        _add_lifting(body, book)
        self._add_routes(body, book, route)
        if book.instead:
            body.addSpacing(6)
            body.addWidget(SectionHeading(tr("Before a letter, or instead of one")))
            for advice in book.instead:
                said = advice.text.any(language())
                body.addWidget(_words(f"– {said}" + (f" ({advice.menu})" if advice.menu else "")))
        if book.donts:
            body.addWidget(_Donts([dont.text.any(language()) for dont in book.donts]))
        self._column.addWidget(self._body)

    def _add_routes(self, body: QVBoxLayout, book: Playbook, route: str) -> None:
        """What the notice's wording decides; the chosen one first."""
        self._routes = {}
        if not book.routes:
            return
        body.addSpacing(6)
        body.addWidget(SectionHeading(tr("Which answer fits")))
        for hint in sorted(book.routes, key=lambda hint: hint.route != route):
            dot = RadioDot(term(self._shelf, "route", hint.route))
            dot.clicked.connect(lambda _=False, key=hint.route: self.route_chosen.emit(key))
            self._group.addButton(dot)
            self._routes[hint.route] = dot
            when = _words(hint.when.any(language()), "text2")
            when.setContentsMargins(24, 0, 0, 4)
            body.addWidget(dot)
            body.addWidget(when)


class _Donts(QWidget):
    """Fatal mistakes, folded until they are asked for."""

    def __init__(self, donts: list[str]) -> None:
        super().__init__()
        self._fold = Button(tr("Never do ({n})", n=len(donts)), role="link", icon="chevron-right")
        self._list = QWidget()
        lines = QVBoxLayout(self._list)
        lines.setContentsMargins(20, 0, 0, 0)
        lines.setSpacing(4)
        for dont in donts:
            lines.addWidget(_words(f"– {dont}"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._fold)
        column.addWidget(self._list)
        column.setAlignment(self._fold, _LEFT)
        self._list.hide()
        self._fold.clicked.connect(self._turn)

    def _turn(self) -> None:
        shown = self._list.isHidden()
        self._list.setVisible(shown)
        self._fold.setIcon(theme.icon("chevron-down" if shown else "chevron-right", "accent"))


def _add_lifting(body: QVBoxLayout, book: Playbook) -> None:
    said = {
        "yes": tr("This block can be lifted."),
        "conditional": tr("This block can be lifted on conditions."),
        "no": tr("This block is not lifted."),
    }.get(book.liftable, tr("Whether this block can be lifted is not known."))
    body.addWidget(MarkLabel(_LIFTABLE_MARKS.get(book.liftable, "not_sure"), said, bold=True))
    answer = {
        "document": tr("A document answers it; a plan does not."),
        "payment": tr("A payment answers it; a plan does not."),
        "setting": tr("A setting or a request to support answers it; a plan does not."),
        "nothing": tr("Nothing is sent; it ends by itself."),
    }.get(book.answered_by)
    if answer:
        body.addWidget(_words(answer))
    if book.lifting:
        body.addWidget(_words(book.lifting.any(language())))


def _words(text: str, tone: str = "") -> QWidget:
    return label(text, "dense", tone, wrap=True)
