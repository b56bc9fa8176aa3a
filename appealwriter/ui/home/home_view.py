"""Home: all cases by whose move it is, the way to a new one, and to deleted ones."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.ui import dialogs
from appealwriter.ui.frame import case_files
from appealwriter.ui.frame.banners import Banners
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.keys import add_key
from appealwriter.ui.frame.status import StatusLine
from appealwriter.ui.home.bin_bar import BinBar
from appealwriter.ui.home.case_list import CaseList
from appealwriter.ui.home.deeds import Deeds
from appealwriter.ui.home.entries import shop_name
from appealwriter.ui.home.first_start import FirstStart
from appealwriter.ui.home.home_header import HomeHeader
from appealwriter.ui.home.sidebar import Filter, Sidebar
from appealwriter.ui.parts import EmptyHint, UndoBar

if TYPE_CHECKING:
    from appealwriter.store.entries import Entry

_SEARCH_AFTER_MS = 60


class HomeView(QWidget):
    """The list, or the paste box where there is no case yet or a new one was asked for."""

    check_wanted = Signal()
    look_chosen = Signal(str, str)
    """A setting and its value, as in frame.menus."""

    def __init__(self, desk: Desk, deeds: Deeds) -> None:
        super().__init__()
        self._desk, self._deeds = desk, deeds
        self._entries: Sequence[Entry] = ()
        self._by_id: dict[str, Entry] = {}
        self._last_removed = ""
        self.header = HomeHeader(desk, self.look_chosen.emit)
        self.sidebar = Sidebar()
        self.list = CaseList(desk.today, desk.now)
        self._first: FirstStart | None = None
        self.undo_bar = UndoBar()
        self.status = StatusLine()
        self._bin_bar = BinBar()
        self._nothing = EmptyHint("")
        self._rows = QStackedWidget()
        self._cases = QWidget()
        self._stack = QStackedWidget()
        self._banners = Banners()
        self._search_soon = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._arrange()
        self._connect()

    # Showing

    def reload(self) -> None:
        """Show the cases there now are; without any, the paste box."""
        try:
            self._entries = self._desk.drafts.list()
            deleted = self._desk.drafts.deleted()
        except AppealError as error:
            self.show_trouble(error)
            return
        self.sidebar.show_entries(self._entries, len(deleted))
        self._show_rows()
        count = len(self._entries)
        self.status.set_texts(
            tr("All cases saved · on this PC only") if count else tr("No cases yet")
        )
        self.show_new(not self._entries and not deleted)

    def show_new(self, new: bool) -> None:
        """The paste box for a new case, or the list."""
        empty = not self._entries and not self.sidebar.filter.group
        self._stack.setCurrentWidget(self.first if new else self._cases)
        self.header.set_mode(new=new, first=new and empty)
        (self.first if new else self.list).setFocus()

    def pasted(self) -> str | None:
        """What stands in the paste box; None where the list is shown."""
        seen = self._first is not None and self._stack.currentWidget() is self._first
        return self.first.text.value() if seen else None

    @property
    def first(self) -> FirstStart:
        """The paste box and its other ways, made when they are first seen."""
        if self._first is None:
            self._first = FirstStart()
            self._first.pasted.connect(self._deeds.start_from_notice)
            self._first.dropped.connect(self._deeds.start_from_file)
            self._first.chosen.connect(self._deeds.start_by_choice)
            self._first.check_wanted.connect(self.check_wanted)
            self._first.file_wanted.connect(self.open_file)
            self._first.sample_wanted.connect(self._deeds.open_sample)
            self._deeds.ready.connect(self._first.text.clear)  # its words are in a case now
            self._stack.addWidget(self._first)
        return self._first

    def show_news(self, kind: str, text: str, strong: str = "") -> None:
        """A banner above everything, to be put away by hand."""
        self._banners.tell(kind, text, strong)

    def show_trouble(self, error: AppealError) -> None:
        """Bad news that does not stop the work."""
        self._banners.trouble(error)

    # Deeds

    def open_file(self) -> None:
        """Ask for a case file and take its case."""
        path = case_files.ask_open(self)
        if path is not None:
            self._deeds.open_file(path)

    def remove(self, case_id: str) -> None:
        """Put a case into the bin; the bar below takes it back."""
        entry = self._by_id.get(case_id)
        if entry is None or entry.deleted_at is not None:
            return
        if self._do(lambda: self._desk.drafts.delete(case_id)):
            self._last_removed = case_id
            self.undo_bar.offer(tr("“{name}” is deleted.", name=shop_name(entry)))

    def restore(self, case_id: str) -> None:
        """Take a case out of the bin."""
        if self._do(lambda: self._desk.drafts.undelete(case_id)):
            self.undo_bar.withdraw()

    def delete_for_good(self, case_id: str) -> None:
        """Ask, then remove a case with everything that belongs to it."""
        entry = self._by_id.get(case_id)
        if entry is not None and dialogs.ask_delete_for_good(self, shop_name(entry)):
            self._do(lambda: self._desk.drafts.purge(case_id))

    def save_file(self, case_id: str) -> None:
        """Write a case file of a case in the list."""
        try:
            case = self._desk.drafts.load(case_id)
            path = case_files.ask_save(
                self,
                case,
                self._desk.drafts,
                self._desk.today(),
                self._desk.settings.export_folder,
            )
        except AppealError as error:
            self.show_trouble(error)
            return
        if path is not None:
            self.show_news("done", "", tr("Saved as “{name}”.", name=path.name))

    # Inside

    def _do(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except AppealError as error:
            self.show_trouble(error)
            return False
        self.reload()
        return True

    def _show_rows(self) -> None:
        wanted, text = self.sidebar.filter, self.header.search.value()
        try:
            if wanted.group == "deleted":
                found = self._desk.drafts.deleted()
            else:
                found = self._desk.drafts.search(text) if text else list(self._entries)
        except AppealError as error:
            self.show_trouble(error)
            return
        if wanted.shop:
            found = [entry for entry in found if shop_name(entry) == wanted.shop]
        self._by_id = {entry.id: entry for entry in found}
        self.list.show_entries(found, wanted.group)
        self._bin_bar.setVisible(wanted.group == "deleted")
        empty = not self.list.model.rows
        self._nothing.set_text(tr("No case has these words.") if text else tr("No cases here."))
        self._rows.setCurrentIndex(1 if empty else 0)

    def _narrowed(self, wanted: Filter) -> None:
        if wanted.group == "deleted":
            self.header.search.clear()
        self._show_rows()

    def _opened(self, case_id: str) -> None:
        entry = self._by_id.get(case_id)
        if entry is None:
            return
        if entry.deleted_at is not None:
            self.restore(case_id)
        else:
            self._deeds.open(entry)

    def _menu(self, case_id: str, place: QPoint) -> None:
        menu = QMenu(self)
        entry = self._by_id[case_id]
        if entry.deleted_at is not None:
            menu.addAction(tr("Restore"), lambda: self.restore(case_id))
            menu.addAction(tr("Delete for good…"), lambda: self.delete_for_good(case_id))
        else:
            menu.addAction(tr("Open"), lambda: self._opened(case_id))
            menu.addAction(tr("Save case file…"), lambda: self.save_file(case_id))
            menu.addSeparator()
            menu.addAction(tr("Delete"), lambda: self.remove(case_id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _search_typed(self, letters: str) -> None:
        self.header.search.setFocus()
        self.header.search.insert(letters)
        self._search_soon.start()

    def _paste_anywhere(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.show_new(True)
            self.first.paste(text)

    def _arrange(self) -> None:
        self._rows.addWidget(self.list)
        self._rows.addWidget(self._nothing)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bin_bar)
        right.addWidget(self._rows, 1)
        line = QHBoxLayout(self._cases)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sidebar)
        line.addLayout(right, 1)
        self._stack.addWidget(self._cases)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self._banners, self._stack, self.undo_bar, self.status):
            if isinstance(part, QVBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, 1 if part is self._stack else 0)

    def _connect(self) -> None:
        header = self.header
        header.new_wanted.connect(lambda: self.show_new(True))
        header.back.connect(lambda: self.show_new(False))
        header.file_wanted.connect(self.open_file)
        header.check_wanted.connect(self.check_wanted)
        header.search.edited.connect(lambda _: self._search_soon.start())
        header.search.returnPressed.connect(lambda: self._opened(self.list.current()))
        self._search_soon.timeout.connect(self._show_rows)
        self.sidebar.chosen.connect(self._narrowed)
        self.list.opened.connect(self._opened)
        self.list.removed.connect(self.remove)
        self.list.menu_wanted.connect(self._menu)
        self.list.typed.connect(self._search_typed)
        self._bin_bar.restore.connect(lambda: self.restore(self.list.current()))
        self._bin_bar.for_good.connect(lambda: self.delete_for_good(self.list.current()))
        self.undo_bar.undo.connect(lambda: self.restore(self._last_removed))
        add_key(self, "Ctrl+V", self._paste_anywhere)
        add_key(self, "Ctrl+Z", self._undo)
        add_key(self, "Esc", self._escape)

    def _undo(self) -> None:
        if self.undo_bar.isVisible():
            self.restore(self._last_removed)

    def search(self) -> None:
        """Go to the search field."""
        self.show_new(False)
        self.header.search.setFocus()
        self.header.search.selectAll()

    def _escape(self) -> None:
        """Back to the list, or to all cases."""
        if self._stack.currentWidget() is not self._cases and self._entries:
            self.show_new(False)
        elif self.header.search.text():
            self.header.search.clear()
            self._show_rows()
            self.list.setFocus()
