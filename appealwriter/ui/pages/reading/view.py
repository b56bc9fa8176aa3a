"""The rows of a reading on the page, and what the person says to them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr, trn
from appealwriter.model import place
from appealwriter.model.case import Case, Demand
from appealwriter.model.reading import Reading
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.reading import settle
from appealwriter.ui.pages.reading.change import demand_options, make_editor
from appealwriter.ui.pages.reading.editors import ChoiceEditor
from appealwriter.ui.pages.reading.entry import ReadingEntry
from appealwriter.ui.pages.reading.rows import Rows, make_rows
from appealwriter.ui.pages.reading.signs import SignsNote
from appealwriter.ui.pages.reading.wanted import Wanted
from appealwriter.ui.parts import Button, PageHeading, ReadingView, SectionHeading, label
from appealwriter.ui.session import Session

_NO_VALUE_ALONE = ("reason", "platform")  # rejected, these need another value at once


class ReadingList(QWidget):
    """Route, rows and demands. `number_clicked` asks to show the words of a number."""

    number_clicked = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._reading = Reading(is_notice=False)
        self.rows = Rows((), (), ())
        self._entries: dict[str, ReadingEntry] = {}
        self.signs = SignsNote()
        self.wanted = Wanted(session.workshop.shelf)
        self._facts, self._demands = _stack(), _stack()
        self._heading = SectionHeading("")
        self._all = Button("", role="link", icon="check")
        self._heading.row.addWidget(self._all)
        self._add = Button(tr("Add something the notice asks for"), role="link", icon="plus")
        self._adding: ChoiceEditor | None = None
        self._open = label("", "dense", "text2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._arrange()
        self._connect()

    def show_case(self, case: Case, reading: Reading) -> None:
        """Show a case whose notice says `reading`."""
        self._reading = reading
        session = self._session
        self.signs.show_text(case.notice.text)
        self.rows = make_rows(case, reading, session.workshop.shelf, session.today())
        self.wanted.show_case(case, reading, self.rows)
        self._place(self._facts, self.rows.facts)
        self._place(self._demands, self.rows.demands)
        gone = self._entries.keys() - {v.id for v in (*self.rows.facts, *self.rows.demands)}
        for row in gone:
            entry = self._entries.pop(row)
            entry.hide()
            entry.deleteLater()
        self._count(case)

    def focus_row(self, row: str) -> bool:
        """Put the keyboard into a row; False where there is none of that name."""
        entry = self._entries.get(row)
        if entry is None:
            return False
        entry.row.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(entry)
        return True

    def focus_number(self, number: int) -> None:
        """The row whose words have this number."""
        row = next((mark.row for mark in self.rows.marks if mark.number == number), "")
        self.focus_row(row)

    def focused_number(self) -> int:
        """The number of the row that has the keyboard, 0 for none."""
        focus = QApplication.focusWidget()
        for row, entry in self._entries.items():
            if focus is not None and (entry is focus or entry.isAncestorOf(focus)):
                return self.rows.number(row)
        return 0

    def change(self, row: str) -> None:
        """Open the editor of a row."""
        entry = self._entries[row]
        entry.open_editor(make_editor(self._session, row, entry.view.label, self._reading))
        bring_into_view(entry)

    def _arrange(self) -> None:
        self._column.addWidget(
            PageHeading(
                tr("What the notice says: look at each row"),
                tr(
                    "The words each was read from are marked in the notice, with the same number. "
                    "A letter that answers the wrong reason is refused."
                ),
            )
        )
        self._column.addWidget(self.signs)
        self._column.addWidget(self.wanted)
        self._column.addLayout(self._facts)
        self._column.addWidget(self._heading)
        self._column.addLayout(self._demands)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._open)

    def _connect(self) -> None:
        session = self._session
        self.wanted.confirmed.connect(
            lambda: session.edit(settle.with_state(session.case, "route", settle.CONFIRMED))
        )
        self.wanted.changed.connect(
            lambda key: session.edit(settle.change(session.case, "route", key))
        )
        self.wanted.number_clicked.connect(self.number_clicked)
        self._all.clicked.connect(lambda: session.edit(settle.confirm_demands(session.case)))
        self._add.clicked.connect(self._offer_demand)

    def _place(self, column: QVBoxLayout, views: tuple[ReadingView, ...]) -> None:
        for view in views:
            if view.id in self._entries:
                self._entries[view.id].set_view(view)
            else:
                self._entries[view.id] = self._entry(view)
        wanted = [self._entries[view.id] for view in views]
        there = [column.itemAt(n).widget() for n in range(column.count())]
        if wanted == there:
            return
        for widget in there:
            column.removeWidget(widget)
        for entry in wanted:
            column.addWidget(entry)
            entry.show()  # now, so that the keyboard can be put into it

    def _entry(self, view: ReadingView) -> ReadingEntry:
        entry, session = ReadingEntry(view), self._session
        entry.row.confirmed.connect(
            lambda row: session.edit(settle.with_state(session.case, row, settle.CONFIRMED))
        )
        entry.row.undone.connect(
            lambda row: session.edit(settle.take_back(session.case, row, self._reading))
        )
        entry.row.rejected.connect(self._reject)
        entry.row.change.connect(self.change)
        entry.row.number_clicked.connect(lambda _, number: self.number_clicked.emit(number))
        entry.closed.connect(session.rest)
        return entry

    def _reject(self, row: str) -> None:
        self._session.edit(settle.reject(self._session.case, row))
        if row in _NO_VALUE_ALONE:
            self.change(row)

    def _offer_demand(self) -> None:
        if self._adding is None:
            options = demand_options(self._session.workshop.shelf)
            self._adding = ChoiceEditor(tr("What the notice asks for"), options, "")
            self._adding.changed.connect(self._add_demand)
            self._adding.done.connect(self._close_offer)
            self._column.insertWidget(self._column.indexOf(self._open), self._adding)
        self._adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_demand(self, asks_for: str) -> None:
        case = self._session.case
        fresh = Demand(place.fresh_id(case.notice.demands, "d"), asks_for, state=settle.CONFIRMED)
        self._session.edit(place.add(case, "notice/demands", fresh))

    def _close_offer(self) -> None:
        if self._adding is not None:
            self._column.removeWidget(self._adding)
            self._adding.hide()
            self._adding.deleteLater()
            self._adding = None
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self, case: Case) -> None:
        count = len(self.rows.demands)
        note = "" if count else tr("Nothing was read that it asks for.")
        self._heading.set_texts(tr("What the notice asks for · {n}", n=count), note)
        unread = sum(demand.state == settle.READ for demand in case.notice.demands)
        self._all.setText(trn("It is right", "All {n} are right", unread))
        self._all.setVisible(unread > 0)
        views = (*self.rows.facts, *self.rows.demands)
        left = sum(view.state in ("read", "not_sure") for view in views)
        left += settle.state_of(case, "route") == settle.READ
        self._open.setText(
            trn(
                "{n} row is not confirmed yet. You can go on.",
                "{n} rows are not confirmed yet. You can go on.",
                left,
            )
            if left
            else ""
        )
        self._open.setVisible(left > 0)


def _stack() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    return column
