"""The three zones beside each other, or one over the other where the window is narrow."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QSplitter, QWidget

from appealwriter.ui import theme
from appealwriter.ui.frame.centre import Centre
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.rail import Rail
from appealwriter.ui.frame.side import Side
from appealwriter.ui.frame.widths import Layout, layout

_LEAST_CENTRE = 520
_LEAST_SIDE = 320
_ENDLESS = 16777215


class Zones(QWidget):
    """Steps, questions, letter. `laid_out` carries the Layout when it changed."""

    laid_out = Signal(object)

    def __init__(self, desk: Desk, rail: Rail, centre: Centre, side: Side) -> None:
        super().__init__()
        self._desk, self._rail, self._centre, self._side = desk, rail, centre, side
        self._layout: Layout | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(centre)
        self._splitter.addWidget(side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        # Whatever the zones would like, the window may be made smaller: then they are fitted.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addWidget(self._splitter, 1)
        self._moved = QTimer(self, singleShot=True, interval=500)
        self._moved.timeout.connect(self._remember_widths)
        self._splitter.splitterMoved.connect(lambda *_: self._moved.start())

    @property
    def beside(self) -> bool:
        """True where the letter stands beside the questions."""
        return self._layout is None or self._layout.beside

    def fit(self, width: int, height: int) -> None:
        """Arrange the zones for a window of this inner size."""
        scale = max(theme.current().scale, 100)
        wanted = layout(width * 100 // scale, height * 100 // scale)
        if wanted == self._layout:
            return
        before, self._layout = self._layout, wanted
        px = theme.current().px
        self._rail.set_layout(wanted.narrow_rail, wanted.low)
        self._centre.nav.set_low(wanted.low)
        self._centre.set_content(px(wanted.content))
        self._centre.setMinimumWidth(px(_LEAST_CENTRE) if wanted.beside else 0)
        if not wanted.beside:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ENDLESS)
            self._side.hide()
        elif before is None or before.name != wanted.name:
            self._open_beside(wanted, width)
        self.laid_out.emit(wanted)

    def swap(self, tab: str) -> None:
        """In a narrow window: show a tab in place of the page, or the page again."""
        if self._centre.cover() is self._side and self._side.current == tab:
            self.uncover()
            return
        self._centre.cover_with(self._side)
        self._side.open(tab)
        self._side.focus_tab()

    def uncover(self) -> None:
        """The page comes back where something stood in front of it."""
        if self._centre.cover() is not None:
            self._centre.uncover()
            self._centre.focus_page()

    def open_tab(self, tab: str) -> None:
        """Show a tab, wherever the right zone is, and give it the keyboard."""
        if self.beside:
            self._side.open(tab)
            self._side.focus_tab()
        else:
            self.swap(tab)

    def next_problem(self, by: int) -> None:
        """Open the next problem, or the one before."""
        if not self.beside:
            self._centre.cover_with(self._side)
        self._side.next_problem(by)

    def next_zone(self) -> None:
        """From the steps to the questions to the letter, and round again."""
        focus = QApplication.focusWidget()
        if focus is not None and self._rail.isAncestorOf(focus):
            self._centre.focus_page()
        elif focus is not None and self._centre.isAncestorOf(focus) and self._side.isVisible():
            self._side.focus_tab()
        else:
            self._rail.steps.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_beside(self, wanted: Layout, width: int) -> None:
        px = theme.current().px
        if self._centre.cover() is self._side:
            self._centre.uncover()
        if self._splitter.indexOf(self._side) < 0:
            self._splitter.addWidget(self._side)
        self._side.setMinimumWidth(px(_LEAST_SIDE))
        self._side.setMaximumWidth(px(wanted.most_right))
        self._side.show()
        kept = self._desk.settings.splitters.get(_key(wanted), ())
        right = kept[0] if kept else px(wanted.right)
        self._splitter.setSizes([max(1, width - self._rail.width() - right), right])

    def _remember_widths(self) -> None:
        if self._layout is not None and self._layout.beside:
            widths = {_key(self._layout): (self._side.width(),)}
            self._desk.remember(splitters={**self._desk.settings.splitters, **widths})


def _key(wanted: Layout) -> str:
    return f"case-{wanted.name}"
