"""What the checks say: one line a finding, one of them open, the ignored ones folded below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from appealwriter.base.i18n import trn
from appealwriter.ui.parts.buttons import Button
from appealwriter.ui.parts.finding_row import FindingRow, IgnoredRow
from appealwriter.ui.parts.finding_view import FindingView, IgnoredView
from appealwriter.ui.parts.labels import label


@dataclass(frozen=True, slots=True)
class _Shown:
    findings: tuple[FindingView, ...] = ()
    ignored: tuple[IgnoredView, ...] = ()


class FindingList(QScrollArea):
    """Findings in groups. Signals carry the finding's id and tell what the person did."""

    go_to = Signal(str)
    ignore = Signal(str)
    about = Signal(str)
    bring_back = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = _Shown()
        self._rows: dict[str, FindingRow] = {}
        self._extras: list[QWidget] = []
        self._open = ""
        self._unfolded = False
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._page)

    def set_findings(
        self, findings: Sequence[FindingView], ignored: Sequence[IgnoredView] = ()
    ) -> None:
        """Show these; rows that stay keep their widgets. Does nothing where nothing changed."""
        new = _Shown(tuple(findings), tuple(ignored))
        if new != self._shown:
            self._shown = new
            self._rebuild()

    def open_id(self) -> str:
        """The id of the open finding, "" where none is open."""
        return self._open

    def open_finding(self, key: str) -> None:
        """Open one finding, close the other, and show it; "" only closes."""
        if self._open in self._rows:
            self._rows[self._open].set_open(False)
        self._open = key if key in self._rows else ""
        if self._open:
            row = self._rows[key]
            row.set_open(True)
            self.ensureWidgetVisible(row, 0, 20)

    def step(self, delta: int) -> None:
        """Open the next (+1) or the one before (-1), round and round, and give it the keyboard."""
        keys = list(self._rows)
        if not keys:
            return
        start = keys.index(self._open) if self._open in self._rows else (-1 if delta > 0 else 0)
        key = keys[(start + delta) % len(keys)]
        self.open_finding(key)
        self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self) -> None:
        self._forget()
        group = ""
        for view in self._shown.findings:
            if view.group and view.group != group:
                group = view.group
                self._extra(self._heading(group))
            row = self._rows.get(view.id) or self._make(view)
            row.show_view(view)
            self._column.addWidget(row)
            row.show()
        self._rows = {view.id: self._rows[view.id] for view in self._shown.findings}
        if self._shown.ignored:
            self._fold()
        self._column.addStretch(1)

    def _forget(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        staying = {view.id for view in self._shown.findings}
        gone = [self._rows.pop(key) for key in list(self._rows) if key not in staying]
        for widget in (*gone, *self._extras):
            widget.hide()
            widget.deleteLater()
        self._extras = []
        if self._open not in self._rows:
            self._open = ""

    def _make(self, view: FindingView) -> FindingRow:
        row = FindingRow(view)
        key = view.id
        row.toggled.connect(lambda: self._toggle(key))
        row.go_to.connect(lambda: self.go_to.emit(key))
        row.ignore.connect(lambda: self.ignore.emit(key))
        row.about.connect(lambda: self.about.emit(key))
        row.stepped.connect(self.step)
        self._rows[key] = row
        return row

    def _toggle(self, key: str) -> None:
        self.open_finding("" if key == self._open else key)
        if self._open:
            self.opened.emit(key)

    def _fold(self) -> None:
        count = len(self._shown.ignored)
        sign = "chevron-down" if self._unfolded else "chevron-right"
        fold = Button(trn("{n} ignored", "{n} ignored", count), role="link", icon=sign, small=True)
        fold.clicked.connect(self._toggle_fold)
        self._extra(fold)
        if self._unfolded:
            for view in self._shown.ignored:
                row = IgnoredRow(view)
                row.bring_back.connect(lambda key=view.id: self.bring_back.emit(key))
                self._extra(row)

    def _toggle_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._rebuild()

    def _extra(self, widget: QWidget) -> None:
        self._extras.append(widget)
        self._column.addWidget(widget)

    @staticmethod
    def _heading(text: str) -> QWidget:
        heading = label(text, "small", "text2", bold=True)
        heading.setContentsMargins(14, 8, 12, 6)
        return heading
