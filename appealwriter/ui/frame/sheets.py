"""What may stand in the centre in place of a page: private notes, versions, the keys."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import later, said, tr
from appealwriter.drafting.draft import Draft
from appealwriter.store.entries import Revision
from appealwriter.ui.frame.days import moment_words
from appealwriter.ui.parts import (
    Banner,
    Button,
    Card,
    Cell,
    DataTable,
    EmptyHint,
    GrowingText,
    PageHeading,
    TableColumn,
    label,
)
from appealwriter.ui.session import Session

_REASONS = {
    "opened": later("When it was opened"),
    "work": later("While working"),
    "exported": later("At export"),
    "sent": later("At sending"),
    "imported": later("From a case file"),
    "restored": later("Before an earlier version was brought back"),
    "elsewhere": later("From another window"),
}


class Sheet(QScrollArea):
    """Heading, lead, and a way back to the step."""

    closed = Signal()

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        body = QWidget()
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(20, 12, 20, 20)
        self.column.setSpacing(12)
        back = Button(tr("Back to the step"), role="link", icon="back")
        back.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(back)
        top.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(PageHeading(title, lead))
        self.setWidget(body)

    def show_draft(self, draft: Draft) -> None:
        """Show the case as it now is."""


class NotesSheet(Sheet):
    """A text that is kept with the case and that no letter can reach."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            tr("Private notes"),
            tr("Kept with the case and in its file. They never reach the letter or the package."),
        )
        self.field = GrowingText(
            tr("Private notes"),
            most_lines=40,
            placeholder=tr("e.g. background, names, what was said on the phone"),
        )
        self.field.edited.connect(lambda text: session.put("private_notes", text))
        self.field.left.connect(session.rest)
        self.column.addWidget(self.field)
        self.column.addStretch(1)
        self.setFocusProxy(self.field)

    def show_draft(self, draft: Draft) -> None:
        """Show the notes, unless they are being written."""
        self.field.set_value(draft.case.private_notes)


class VersionsSheet(Sheet):
    """Every kept version; one can be brought back, and that can be undone."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        super().__init__(
            tr("Versions"),
            tr("Kept at opening, every five minutes of work, and at export, sending and restore."),
        )
        self._session, self._now = session, now
        self._shown: tuple[Revision, ...] = ()
        self._news: Banner | None = None
        self._empty = EmptyHint(tr("No version yet."))
        self.table = DataTable(
            [TableColumn(tr("When"), 140), TableColumn(tr("Why it was kept")), TableColumn("", 130)]
        )
        self.table.link_clicked.connect(lambda row, _: self._bring_back(row))
        self.column.addWidget(self._empty)
        self.column.addWidget(self.table)
        self.column.addStretch(1)
        self.reload()

    def reload(self) -> None:
        """Show the versions there now are."""
        self._shown = self._session.drafts.revisions(self._session.case.id)
        self._empty.setVisible(not self._shown)
        self.table.setVisible(bool(self._shown))
        self.table.set_rows([self._row(each) for each in self._shown])

    def _row(self, kept: Revision) -> list[Cell]:
        why = _reason(kept.why)
        when = moment_words(kept.when, self._now())
        return [Cell(when), Cell(why), Cell(tr("Bring back"), link=True)]

    def _bring_back(self, row: int) -> None:
        """The present text is kept as a version first."""
        kept = self._shown[row]
        try:
            case = self._session.drafts.load_revision(kept.number)
            self._session.keep_version("restored")
            self._session.edit(case)
            self.reload()
        except AppealError as error:
            self._say("missing", error.advice, error.what)
            return
        self._say("done", tr("Undo takes it back."), tr("The version is back."))

    def _say(self, kind: str, text: str, strong: str) -> None:
        if self._news is not None:
            self._news.hide()
            self._news.deleteLater()
        self._news = Banner(kind, text, strong=strong)
        self.column.insertWidget(1, self._news)


def _reason(why: str) -> str:
    """Why a version was kept; a name that the seller gave stands as it is."""
    return said(_REASONS[why]) if why in _REASONS else why


class KeysSheet(Sheet):
    """The keys, as F1 shows them."""

    def __init__(self) -> None:
        super().__init__(tr("Keys"), tr("Everything also works with the mouse."))
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (keys, what) in enumerate(_keys()):
            grid.addWidget(label(keys, "dense", bold=True), row, 0)
            grid.addWidget(label(what, "dense", wrap=True), row, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        self.column.addStretch(1)


def _keys() -> list[tuple[str, str]]:
    return [
        ("Ctrl+1 … Ctrl+9", tr("Go to a step")),
        ("F6", tr("From zone to zone: steps, questions, letter")),
        ("F8 · Shift+F8", tr("Next problem, the one before")),
        ("Ctrl+L", tr("The letter")),
        ("Ctrl+Z · Ctrl+Shift+Z", tr("Undo, redo, across all pages")),
        ("Ctrl+S", tr("Save now and name the version")),
        ("Ctrl+E", tr("Export")),
        ("Ctrl+N · Ctrl+O", tr("New case, open a case file")),
        ("Ctrl+F", tr("Search the cases")),
        ("Esc", tr("Close what is open")),
    ]
