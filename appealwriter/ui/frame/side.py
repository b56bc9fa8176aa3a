"""The right zone: what will be sent, read back, what is wrong, and a step's own companion."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.letter import Letter
from appealwriter.ui import theme
from appealwriter.ui.frame.focus import focus_first
from appealwriter.ui.frame.pages import make_panel
from appealwriter.ui.session import Session

PANELS = ("letter", "read_back", "problems")
_COMPANION = "companion"


class Side(QWidget):
    """Tabs over panels. A panel is made when it is first seen and told only while it is seen.

    The tab chosen by hand stays chosen.
    """

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._draft: Draft | None = None
        self._path = ""
        self._step = Step.NOTICE
        self._wanted = ""  # chosen by hand
        self._panels: dict[str, QWidget] = {}
        self._companion: QWidget | None = None
        self._stale: set[str] = set()
        self._keys: list[str] = []
        self._bar = QTabBar()
        self._bar.setFont(theme.current().font("dense"))
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setAccessibleName(tr("Letter and problems"))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        self._bar.currentChanged.connect(lambda _: self._show_current())
        self._bar.tabBarClicked.connect(self._chosen_by_hand)
        self._set_keys(list(PANELS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below the tabs."""
        line = theme.current().colour("line")
        QPainter(self).fillRect(0, self._bar.height() - 1, self.width(), 1, line)

    @property
    def current(self) -> str:
        """The tab that is seen: letter, read_back, problems or companion."""
        return self._keys[self._bar.currentIndex()]

    def open(self, name: str, *, by_hand: bool = True) -> None:
        """Show a tab."""
        if by_hand:
            self._wanted = name
        self._bar.setCurrentIndex(self._keys.index(name))

    def panel(self, name: str) -> QWidget:
        """A panel, made when it is first needed."""
        if name not in self._panels:
            made = make_panel(name, self._session)
            go = getattr(made, "go", None)
            if go is not None:
                go.connect(self.go)
            self._panels[name] = made
            self._stack.addWidget(made)
            self._stale.add(name)
        return self._panels[name]

    def set_step(self, step: Step, companion: QWidget | None) -> None:
        """The step that is worked on, and the widget it puts before the others, if any."""
        if step is not self._step:
            self._step, self._path = step, ""
            self._stale = set(self._panels)
            self._tell()
        self._set_companion(companion)

    def show_draft(self, draft: Draft, path: str = "") -> None:
        """Show what the case now makes; `path` leads to the sentence being written."""
        self._draft = draft
        self._path = path or self._path
        self._stale = set(self._panels)
        self._tell()
        self._name_tabs()

    def show_opened(self, draft: Draft) -> None:
        """Another case: no sentence of it is being written."""
        self._path = ""
        self.show_draft(draft)

    def next_problem(self, by: int) -> None:
        """F8: open the next finding, or the one before."""
        self.open("problems")
        step = getattr(self.panel("problems"), "step", None)
        if step is not None:
            step(by)

    def focus_tab(self) -> None:
        """Put the keyboard into what is seen."""
        seen = self._stack.currentWidget()
        if seen is None or not focus_first(seen):
            self._bar.setFocus()

    def _set_companion(self, companion: QWidget | None) -> None:
        if companion is self._companion:
            return
        if self._companion is not None:
            self._stack.removeWidget(self._companion)
            self._companion.hide()
        self._companion = companion
        if companion is not None:
            self._stack.addWidget(companion)
        self._set_keys([*([_COMPANION] if companion else []), *PANELS])

    def _chosen_by_hand(self, index: int) -> None:
        if index >= 0:
            self._wanted = self._keys[index]

    def _set_keys(self, keys: list[str]) -> None:
        wanted = self._wanted if self._wanted in keys else keys[0]
        self._bar.blockSignals(True)
        while self._bar.count() > len(keys):
            self._bar.removeTab(self._bar.count() - 1)
        while self._bar.count() < len(keys):
            self._bar.addTab("")
        self._keys = keys
        self._bar.setCurrentIndex(keys.index(wanted))
        self._bar.blockSignals(False)
        self._name_tabs()
        self._show_current()

    def _name_tabs(self) -> None:
        count = len(self._draft.findings) if self._draft else 0
        problems = tr("Problems")
        names = {
            "letter": tr("Letter"),
            "read_back": tr("In English"),  # the catalogues name the reader's own language
            "problems": f"{problems} {count}" if count else problems,
        }
        if self._companion is not None:
            names[_COMPANION] = self._companion.windowTitle() or tr("Notice text")
        for index, key in enumerate(self._keys):
            if self._bar.tabText(index) != names[key]:
                self._bar.setTabText(index, names[key])

    def _show_current(self) -> None:
        key = self.current
        seen = self._companion if key == _COMPANION else self.panel(key)
        if seen is not None:
            self._stack.setCurrentWidget(seen)
            seen.show()
        self._tell()

    def _tell(self) -> None:
        """Tell the panel that is seen; the others wait."""
        key = self.current
        if key not in self._stale or self._draft is None:
            return
        self._stale.discard(key)
        panel = self._panels[key]
        _call(panel, "set_step", self._step)
        _call(panel, "set_demand_tags", self._step is Step.REVIEW)
        _call(panel, "show_draft", self._draft)
        _call(panel, "show_path", self._path)


def _call(panel: QWidget, name: str, value: object) -> None:
    """Not every panel wants to know everything."""
    tell = getattr(panel, name, None)
    if tell is not None:
        tell(value)


def written_at(before: Letter, after: Letter) -> str:
    """The path of the sentence that an edit wrote, "" where none changed or one was taken out:
    then only references to it have changed."""
    if before is None:
        return ""
    old, new = list(before.sentences()), list(after.sentences())
    if len(new) < len(old):
        return ""
    known = {(sentence.path, sentence.text) for sentence in old}
    return next((s.path for s in new if (s.path, s.text) not in known), "")
