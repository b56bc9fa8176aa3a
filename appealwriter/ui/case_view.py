"""An open case: header, steps, questions, letter and status, and how they work together."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import language, tr
from appealwriter.base.text import word_count
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step, step_of
from appealwriter.model.case import Case
from appealwriter.ui import theme
from appealwriter.ui.frame.centre import Centre
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.guard import SaveGuard
from appealwriter.ui.frame.header import CaseHeader, window_title
from appealwriter.ui.frame.name_version import NameVersion
from appealwriter.ui.frame.rail import Rail
from appealwriter.ui.frame.sheets import KeysSheet, NotesSheet, Sheet, VersionsSheet
from appealwriter.ui.frame.side import Side, written_at
from appealwriter.ui.frame.status import CaseStatus
from appealwriter.ui.frame.undo_keys import UndoKeys, let_go, take_up
from appealwriter.ui.frame.widths import Layout, layout
from appealwriter.ui.parts import Banner

EXPORT = "export"
"""The path that ReviewPage.focus_path takes to its export part."""

_LEAST_CENTRE = 520


class CaseView(QWidget):
    """Shows the session's case. `back` asks for the list, `titled` carries the window's title."""

    back = Signal()
    titled = Signal(str)

    def __init__(self, desk: Desk, menu: QMenu) -> None:
        super().__init__()
        self._desk = desk
        self.session = desk.session
        self._layout: Layout | None = None
        self._shown: Draft | None = None
        self.header = CaseHeader(menu)
        self.rail = Rail()
        self.centre = Centre(self.session)
        self.side = Side(self.session)
        self.status = CaseStatus(desk.now)
        self.guard = SaveGuard(desk, self.centre, self.status)
        self._version = NameVersion()
        self.centre.foot.addWidget(self._version)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
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
            self.open_step(step)

    def release(self) -> None:
        """Stop listening to the session: the view is about to be thrown away."""
        self.session.changed.disconnect(self._changed)
        self.guard.release()

    def open_step(self, step: Step) -> None:
        """Go to a step; where the case was left is remembered."""
        self.session.rest()
        self._close_side()
        self.centre.show_step(step)
        self.rail.steps.set_current(step.number)
        self.side.set_companion(self.centre.page(step).companion())
        try:
            self._desk.drafts.remember_place(self.session.case.id, step.value)
        except AppealError as error:
            self._desk.trouble.emit(error)

    def go(self, path: str) -> None:
        """Take the person to the question at `path`, in whichever step it is."""
        step = Step.REVIEW if path == EXPORT else step_of(path)
        if step is not self.centre.step or self.centre.cover() is not None:
            self.open_step(step)
        self.centre.page(step).focus_path(path)

    def show_sheet(self, name: str) -> None:
        """Show "notes", "versions" or "keys" in place of the page."""
        self._close_side()
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
        banner = Banner(
            "weak", error.advice, strong=error.what, buttons=[("close", tr("Understood"))]
        )
        banner.pressed.connect(lambda _: self.centre.remove_banner(banner))
        self.centre.add_banner(banner)

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

    def _turn(self, deed: object) -> None:
        """Undo with no field in the way, and come back to the field."""
        field = let_go()
        assert callable(deed)
        deed()
        take_up(field)

    # Inside

    def _changed(self, draft: Draft) -> None:
        self._show(draft, opened=False)

    def _show(self, draft: Draft, *, opened: bool) -> None:
        before = None if opened or self._shown is None else self._shown.letter
        self._shown = draft
        self.centre.show_draft(draft)
        self.rail.show_draft(draft)
        self.side.show_draft(draft, written_at(before, draft.letter))
        cover = self.centre.cover()
        if isinstance(cover, Sheet):
            cover.show_draft(draft)
        self.header.show_problems(len(draft.findings))
        self.header.show_undo(self.session.can_undo, self.session.can_redo)
        self.status.show_words(word_count("\n".join(s.text for s in draft.letter.sentences())))
        self._name_case(draft.case)
        if not opened:
            self.side.set_companion(self.centre.page(self.centre.step).companion())
            self.status.show_edited()
            self._keep_rules()

    def _name_case(self, case: Case) -> None:
        shelf = self.session.workshop.shelf
        reason = shelf.reason_name(case).any(language())
        reason = reason[:1].upper() + reason[1:]
        known = shelf.platforms.get(case.platform)
        platform = known.name.any(language()) if known else case.platform
        self.header.show_case(
            case, f"{platform} {case.marketplace}".strip(), reason, self._desk.today()
        )
        self.titled.emit(window_title(case, reason))

    def _keep_rules(self) -> None:
        if self.session.switched_off != self._desk.settings.switched_off_rules:
            self._desk.remember(switched_off_rules=self.session.switched_off)

    def _arrange(self) -> None:
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self.centre)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.rail)
        body.addWidget(self._splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(body, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.header.back.connect(self.back)
        self.header.export.connect(self.export)
        self.header.undo.connect(self.undo)
        self.header.redo.connect(self.redo)
        self.header.swap.connect(self._swap)
        self.rail.step_wanted.connect(self.open_step)
        self.rail.sheet_wanted.connect(self.show_sheet)
        self.centre.step_wanted.connect(self.open_step)
        self.centre.go.connect(self.go)
        self.side.go.connect(self.go)
        self._version.named.connect(self.session.keep_version)
        self._version.closed.connect(self.centre.focus_page)
        self.status.trouble.connect(self.guard.save_elsewhere)
        self._splitter.splitterMoved.connect(lambda *_: self._width_timer.start())
        self._width_timer = QTimer(self, singleShot=True, interval=500)
        self._width_timer.timeout.connect(self._remember_widths)

    def _add_keys(self) -> None:
        keys = {
            "Ctrl+Z": self.undo, "Ctrl+Shift+Z": self.redo, "Ctrl+Y": self.redo,
            "Ctrl+S": self.keep_version, "Ctrl+E": self.export,
            "F8": lambda: self._next_problem(1), "Shift+F8": lambda: self._next_problem(-1),
            "Ctrl+L": lambda: self._open_tab("letter"), "F6": self._next_zone,
            "F1": lambda: self.show_sheet("keys"), "Esc": self._close_side,
        }
        for number, step in enumerate(Step, start=1):
            keys[f"Ctrl+{number}"] = lambda step=step: self.open_step(step)
        for key, deed in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    # Zones

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may ask for another layout."""
        super().resizeEvent(event)
        scale = max(theme.current().scale, 100)
        self._lay_out(layout(self.width() * 100 // scale, self.height() * 100 // scale))

    def _lay_out(self, wanted: Layout) -> None:
        if wanted == self._layout:
            return
        before, self._layout = self._layout, wanted
        px = theme.current().px
        self.header.set_low(wanted.low)
        self.header.set_swap(not wanted.beside)
        self.centre.nav.set_low(wanted.low)
        self.centre.set_content(px(wanted.content))
        self.centre.setMinimumWidth(px(_LEAST_CENTRE) if wanted.beside else 0)
        self.rail.set_layout(wanted.narrow_rail, wanted.low)
        if not wanted.beside:
            self.side.setMaximumWidth(16777215)
            self.side.hide()
        elif before is None or before.name != wanted.name:
            self._open_beside(wanted)

    def _open_beside(self, wanted: Layout) -> None:
        px = theme.current().px
        if self.centre.cover() is self.side:
            self.centre.uncover()
        if self._splitter.indexOf(self.side) < 0:
            self._splitter.addWidget(self.side)
        self.side.setMinimumWidth(px(320))
        self.side.setMaximumWidth(px(wanted.most_right))
        self.side.show()
        kept = self._desk.settings.splitters.get(f"case-{wanted.name}", ())
        right = kept[0] if kept else px(wanted.right)
        self._splitter.setSizes([max(1, self.width() - self.rail.width() - right), right])

    def _swap(self, tab: str) -> None:
        if self.centre.cover() is self.side and self.side.current == tab:
            self._close_side()
            return
        self.side.setMinimumWidth(0)
        self.centre.cover_with(self.side)
        self.side.open(tab)
        self.side.focus_tab()

    def _close_side(self) -> None:
        """Esc: the page comes back where something stood in front of it."""
        if self.centre.cover() is not None:
            self.centre.uncover()
            self.centre.focus_page()

    def _open_tab(self, tab: str) -> None:
        if self._layout is not None and not self._layout.beside:
            self._swap(tab)
        else:
            self.side.open(tab)
            self.side.focus_tab()

    def _next_problem(self, by: int) -> None:
        if self._layout is not None and not self._layout.beside:
            self.centre.cover_with(self.side)
        self.side.next_problem(by)

    def _next_zone(self) -> None:
        """From the steps to the questions to the letter, and round again."""
        focus = QApplication.focusWidget()
        if focus is not None and self.rail.isAncestorOf(focus):
            self.centre.focus_page()
        elif focus is not None and self.centre.isAncestorOf(focus) and self.side.isVisible():
            self.side.focus_tab()
        else:
            self.rail.steps.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _remember_widths(self) -> None:
        if self._layout is not None and self._layout.beside:
            kept = {**self._desk.settings.splitters,
                    f"case-{self._layout.name}": (self.side.width(),)}
            self._desk.remember(splitters=kept)
