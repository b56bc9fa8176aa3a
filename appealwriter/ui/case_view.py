"""An open case: header, steps, questions, letter and status, and how they work together."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError, StoreError
from appealwriter.base.i18n import language
from appealwriter.base.text import word_count
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step, step_of
from appealwriter.model.case import Case
from appealwriter.ui.frame.centre import Centre
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.guard import SaveGuard
from appealwriter.ui.frame.header import CaseHeader, window_title
from appealwriter.ui.frame.keys import add_key
from appealwriter.ui.frame.name_version import NameVersion
from appealwriter.ui.frame.rail import Rail
from appealwriter.ui.frame.sheets import KeysSheet, NotesSheet, Sheet, VersionsSheet
from appealwriter.ui.frame.side import Side, written_at
from appealwriter.ui.frame.status import CaseStatus
from appealwriter.ui.frame.undo_keys import UndoKeys, let_go, take_up
from appealwriter.ui.frame.widths import Layout
from appealwriter.ui.frame.zones import Zones

EXPORT = "export"
"""The path that ReviewPage.focus_path takes to its export part."""


class CaseView(QWidget):
    """Shows the session's case. `back` asks for the list, `titled` carries the window's title."""

    back = Signal()
    titled = Signal(str)

    def __init__(self, desk: Desk, menu: QMenu) -> None:
        super().__init__()
        self._desk = desk
        self.session = desk.session
        self._shown: Draft | None = None
        self.header = CaseHeader(menu)
        self.rail = Rail()
        self.centre = Centre(self.session)
        self.side = Side(self.session)
        self.status = CaseStatus(desk.now)
        self.guard = SaveGuard(desk, self.centre, self.status)
        self._version = NameVersion()
        self.centre.foot.addWidget(self._version)
        self.zones = Zones(desk, self.rail, self.centre, self.side)
        self._arrange()
        self._connect()
        self._add_keys()
        self._undo_keys = UndoKeys(self)

    # Showing

    def open(self, step: Step) -> None:
        """Show the session's case from the start, at `step`."""
        draft = self.session.draft
        if draft is not None:
            self.status.show_opened()
            self._show(draft, opened=True)
            self.walk_to(step)

    def release(self) -> None:
        """Stop listening to the session: the view is about to be thrown away."""
        self.session.changed.disconnect(self._changed)
        self.guard.release()

    def open_step(self, step: Step) -> None:
        """Go to a step; where the case was left is remembered."""
        self.session.rest()
        self.centre.uncover()
        self.centre.show_step(step)
        self.rail.steps.set_current(step.number)
        self.side.set_step(step, self.centre.page(step).companion())
        with suppress(StoreError):  # only comfort; a case that cannot be saved will say it
            self._desk.drafts.remember_place(self.session.case.id, step.value)

    def walk_to(self, step: Step) -> None:
        """Go to a step and put the keyboard there."""
        self.open_step(step)
        self.centre.focus_page()

    def go(self, path: str) -> None:
        """Take the person to the question at `path`, in whichever step it is."""
        step = Step.REVIEW if path == EXPORT else step_of(path)
        if step is not self.centre.step or self.centre.cover() is not None:
            self.open_step(step)
        self.centre.page(step).focus_path(path)

    def show_sheet(self, name: str) -> None:
        """Show "notes", "versions" or "keys" in place of the page."""
        self.centre.uncover()
        sheet: Sheet
        if name == "notes":
            sheet = NotesSheet(self.session)
        elif name == "versions":
            self._desk.save()
            sheet = VersionsSheet(self.session, self._desk.now)
        else:
            sheet = KeysSheet()
        sheet.closed.connect(self.centre.uncover)
        if self._shown is not None:
            sheet.show_draft(self._shown)
        self.centre.cover_with(sheet)
        self.centre.focus_page()

    def show_trouble(self, error: AppealError) -> None:
        """Bad news that does not stop the work."""
        self.centre.banners.trouble(error)

    # Deeds

    def undo(self) -> None:
        """Take the last edit back, on whichever page it was made."""
        self._turn(self.session.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self.session.redo)

    def keep_version(self) -> None:
        """Save at once and offer to name the version."""
        if self._desk.save():
            self._version.ask()

    def export(self) -> None:
        """Go to the export part of the review step."""
        self.go(EXPORT)

    def _turn(self, deed: Callable[[], None]) -> None:
        """Undo with no field in the way, and come back to the field."""
        field = let_go()
        deed()
        take_up(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may ask for another arrangement."""
        super().resizeEvent(event)
        self.zones.fit(self.width(), self.height())

    # Inside

    def _laid_out(self, now: Layout) -> None:
        self.header.set_low(now.low)
        self.header.set_swap(not now.beside)

    def _changed(self, draft: Draft) -> None:
        another = self._shown is None or self._shown.case.id != draft.case.id
        self._show(draft, opened=another)

    def _show(self, draft: Draft, *, opened: bool) -> None:
        before, self._shown = self._shown, draft
        self.centre.show_draft(draft)
        self.rail.show_draft(draft)
        if opened or before is None:
            self.side.show_opened(draft)
        else:
            self.side.show_draft(draft, written_at(before.letter, draft.letter))
        cover = self.centre.cover()
        if isinstance(cover, Sheet):
            cover.show_draft(draft)
        self.header.show_problems(len(draft.findings))
        self.header.show_undo(self.session.can_undo, self.session.can_redo)
        self.status.show_words(word_count("\n".join(s.text for s in draft.letter.sentences())))
        self._name_case(draft.case)
        if not opened:
            step = self.centre.step
            self.side.set_step(step, self.centre.page(step).companion())
            self.status.show_edited()
            self._keep_rules()

    def _name_case(self, case: Case) -> None:
        shelf = self.session.workshop.shelf
        reason = shelf.reason_name(case).any(language())
        reason = reason[:1].upper() + reason[1:]
        known = shelf.platforms.get(case.platform)
        place = known.place(case.marketplace, language()) if known else case.platform
        self.header.show_case(case, place, reason, self._desk.today())
        self.titled.emit(window_title(case, reason))

    def _keep_rules(self) -> None:
        if self.session.switched_off != self._desk.settings.switched_off_rules:
            self._desk.remember(switched_off_rules=self.session.switched_off)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.zones, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.header.back.connect(self.back)
        self.header.export.connect(self.export)
        self.header.undo.connect(self.undo)
        self.header.redo.connect(self.redo)
        self.header.swap.connect(self.zones.swap)
        self.rail.step_wanted.connect(self.open_step)
        self.rail.sheet_wanted.connect(self.show_sheet)
        self.centre.step_wanted.connect(self.walk_to)
        self.centre.go.connect(self.go)
        self.side.go.connect(self.go)
        self._version.named.connect(self.session.keep_version)
        self._version.closed.connect(self.centre.focus_page)
        self.status.trouble.connect(self.guard.save_elsewhere)
        self.zones.laid_out.connect(self._laid_out)

    def _add_keys(self) -> None:
        zones = self.zones
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.undo,
            "Ctrl+Shift+Z": self.redo,
            "Ctrl+Y": self.redo,
            "Ctrl+S": self.keep_version,
            "Ctrl+E": self.export,
            "F8": lambda: zones.next_problem(1),
            "Shift+F8": lambda: zones.next_problem(-1),
            "Ctrl+L": lambda: zones.open_tab("letter"),
            "F6": zones.next_zone,
            "F1": lambda: self.show_sheet("keys"),
        }
        for number, step in enumerate(Step, start=1):
            keys[f"Ctrl+{number}"] = partial(self.walk_to, step)
        for key, deed in keys.items():
            add_key(self, key, deed)
        # Esc belongs to the page's open row until something stands in front of the page.
        close = add_key(self, "Esc", zones.uncover)
        close.setEnabled(False)
        self.centre.covered.connect(close.setEnabled)
