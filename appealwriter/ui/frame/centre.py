"""The middle zone: banners, the page of a step (or a sheet in its place), the navigation bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui.frame.banners import Banners
from appealwriter.ui.frame.focus import focus_first
from appealwriter.ui.frame.nav import NavBar
from appealwriter.ui.frame.pages import make_page
from appealwriter.ui.pages.base import Page
from appealwriter.ui.session import Session

_ENDLESS = 16777215


class Centre(QWidget):
    """Pages are made at the first visit and told of changes only while they are seen."""

    go = Signal(str)
    step_wanted = Signal(object)
    covered = Signal(bool)
    """True while something stands where the page was."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._draft: Draft | None = None
        self._pages: dict[Step, Page] = {}
        self._areas: dict[Step, QScrollArea] = {}
        self._stale: set[Step] = set()
        self._content = 0
        self._foot: QWidget | None = None
        self.step = Step.NOTICE
        self.banners = Banners()
        self._stack = QStackedWidget()
        self.nav = NavBar()
        self.nav.step_wanted.connect(self.step_wanted)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(20, 0, 20, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.banners)
        column.addWidget(self._stack, 1)
        column.addLayout(self.foot)
        column.addWidget(self.nav)

    def page(self, step: Step) -> Page:
        """The page of `step`, made when it is first asked for."""
        if step not in self._pages:
            page = make_page(step, self._session)
            page.go.connect(self.go)
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.setMaximumWidth(self._content or _ENDLESS)
            area.setWidget(page)
            self._pages[step], self._areas[step] = page, area
            self._stack.addWidget(area)
            self._stale.add(step)
        return self._pages[step]

    def show_step(self, step: Step) -> None:
        """Show the page of `step`, and nothing in front of it."""
        self.uncover()
        page = self.page(step)
        self.step = step
        self._tell()
        self._stack.setCurrentWidget(self._areas[step])
        self._put_foot(page.foot())
        self.nav.show_step(step, page.extra_buttons(), self._draft)

    def show_draft(self, draft: Draft) -> None:
        """Show the case as it now is."""
        self._draft = draft
        self._stale = set(self._pages)
        if self.cover() is None:
            self._tell()

    def cover_with(self, widget: QWidget) -> None:
        """Show `widget` where the page stands, until `uncover`."""
        if self.cover() is not widget:
            self.uncover()
            self._stack.addWidget(widget)
            self._stack.setCurrentWidget(widget)
            widget.show()
            self.covered.emit(True)

    def cover(self) -> QWidget | None:
        """What stands in front of the page, if anything."""
        shown = self._stack.currentWidget()
        return None if shown is None or shown in self._areas.values() else shown

    def uncover(self) -> QWidget | None:
        """Show the page again; returns what stood in front of it."""
        widget = self.cover()
        if widget is not None:
            self._stack.removeWidget(widget)
            widget.hide()
            if self.step in self._areas:
                self._tell()
                self._stack.setCurrentWidget(self._areas[self.step])
            self.covered.emit(False)
        return widget

    def set_content(self, width: int) -> None:
        """The largest width of the questions; 0 for no limit."""
        self._content = width
        self.nav.set_content(width)
        for page in self._pages.values():
            page.setMaximumWidth(width or _ENDLESS)

    def focus_page(self) -> None:
        """Put the keyboard into the page."""
        focus_first(self.cover() or self.page(self.step))

    def _put_foot(self, foot: QWidget | None) -> None:
        if self._foot is not None and self._foot is not foot:
            self.foot.removeWidget(self._foot)
            self._foot.setParent(None)
        if foot is not None and foot is not self._foot:
            self.foot.insertWidget(0, foot)
        self._foot = foot

    def _tell(self) -> None:
        if self._draft is not None and self.step in self._stale:
            self._stale.discard(self.step)
            self._pages[self.step].show_draft(self._draft)
            extra = self._pages[self.step].extra_buttons()
            self.nav.show_step(self.step, extra, self._draft)
