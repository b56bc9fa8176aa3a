"""Which kind of answer the platform wants: the first thing to get right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, said, tr
from appealwriter.model.case import Case
from appealwriter.model.reading import Reading
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.reading.editors import ChoiceEditor
from appealwriter.ui.pages.reading.rows import Rows, quoted, term
from appealwriter.ui.pages.reading.settle import CONFIRMED, READ, state_of
from appealwriter.ui.parts import Banner, NumberChip


class Wanted(QWidget):
    """A banner with the route and the words that decided it, to be confirmed or changed."""

    confirmed = Signal()
    changed = Signal(str)
    number_clicked = Signal(int)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._shown: object = None
        self._banner: Banner | None = None
        self._editor: ChoiceEditor | None = None
        self._route = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_case(self, case: Case, reading: Reading, rows: Rows) -> None:
        """Show the route as it now is."""
        state = state_of(case, "route")
        numbers = self._numbers(case, reading, rows)
        self._route = case.route.value
        as_read = case.route.value == reading.route
        words = quoted(reading.route_words[:2], 60) if as_read else ""
        why = (said(reading.unsure.get("route", "")) if state == READ else "") or words
        shown = (case.route, state, numbers, why)
        if shown != self._shown:
            self._shown = shown
            self._build(term(self._shelf, "route", case.route.value), why, state, numbers)

    def open_editor(self) -> None:
        """Choose another route."""
        if self._editor is None:
            routes = [
                (key, words.any(language())) for key, words in self._shelf.terms["route"].items()
            ]
            self._editor = ChoiceEditor(tr("The platform wants"), routes, self._route)
            self._editor.changed.connect(self._choose)
            self._editor.done.connect(self._close)
            self._column.addWidget(self._editor)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the banner's first button."""
        button = self._banner.nextInFocusChain() if self._banner is not None else None
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, route: str, why: str, state: str, numbers: tuple[int, ...]) -> None:
        held = self._banner is not None and _inside(self._banner)
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        links = [("change", tr("Change"))]
        if state != CONFIRMED:
            links.insert(0, ("right", tr("Right")))
        if state == CONFIRMED:
            strong = tr("The platform wants: {route} (confirmed).", route=route)
        else:
            strong = tr("The platform wants: {route}.", route=route)
        self._banner = Banner("info", why, strong=strong, icon="route", links=links)
        self._banner.pressed.connect(self._press)
        for place, number in enumerate(numbers, start=2):
            chip = NumberChip(number, tr("Show in the notice, {number}", number=number))
            chip.clicked.connect(lambda _=False, n=number: self.number_clicked.emit(n))
            self._banner.row.insertWidget(place, chip)
        self._column.insertWidget(0, self._banner)
        self._banner.show()  # now, so that the keyboard can be put into it
        if held:
            self.focus_first()

    def _press(self, key: str) -> None:
        if key == "right":
            self.confirmed.emit()
        else:
            self.open_editor()

    def _choose(self, key: str) -> None:
        self.changed.emit(key)

    def _close(self) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None

    @staticmethod
    def _numbers(case: Case, reading: Reading, rows: Rows) -> tuple[int, ...]:
        """The numbers of the demands and words that decided the route."""
        decided = reading.spans.get("route", ())
        found = [
            mark.number
            for mark in rows.marks
            if any(a < end and start < b for a, b in decided for start, end in mark.spans)
        ]
        return tuple(found[:3])


def _inside(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)
