"""What stands below an open row: fields with their labels, and the sentence they write."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.finding import Finding
from appealwriter.ui import theme
from appealwriter.ui.pages.plan.field import Field, bring_into_view
from appealwriter.ui.pages.plan.words import finding_words, sentence_at
from appealwriter.ui.parts import label
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_LABEL_WIDTH = 88
_LABEL_WIDTH_LONG = 120
_BESIDE_FROM = 1000  # from this window width on the letter stands beside the page


class ItemEditor(QWidget):
    """The fields of the item at `path` ("causes/c1").

    Findings are said when a field is left, never while somebody writes. Of an item that is
    `fresh` only those of fields that were visited, of any other all from the start.
    """

    def __init__(self, session: Session, path: str, *, fresh: bool = False) -> None:
        super().__init__()
        self.session = session
        self.path = path
        self.fields: list[Field] = []
        self._visited: set[str] | None = set() if fresh else None
        self._told: set[tuple[str, str]] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        wide = _LABEL_WIDTH if language() == "zh" else _LABEL_WIDTH_LONG
        self._grid.setColumnMinimumWidth(0, theme.current().px(wide))
        self._reads_name = label(tr("Will read"), "dense", "text2", wrap=True)
        self._reads = label("", "letter", "text2", wrap=True)
        self._reads.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def add(self, name: str, field: Field) -> None:
        """A field with its name on the left."""
        self.fields.append(field)
        field.left.connect(self._leave)
        self.add_widget(name, field)

    def add_widget(self, name: str, widget: QWidget) -> QLabel:
        """Anything else with a name on the left."""
        row = self._grid.rowCount()
        said = label(name, "dense", "text2", wrap=True)
        said.setContentsMargins(0, 4, 0, 0)
        said.setFixedWidth(self._grid.columnMinimumWidth(0))
        self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, row, 1)
        return said

    def finish(self) -> None:
        """All fields are there: say what is known, and what the letter will say."""
        row = self._grid.rowCount()
        self._reads.setFont(theme.current().letter_font(self.session.case.letter_language))
        self._grid.addWidget(self._reads_name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._reads, row, 1)
        self.settle()

    def show_draft(self, draft: Draft) -> None:
        """Show the case in every field; what is mended is no longer complained about."""
        for field in self.fields:
            field.show_draft(draft)
        self._say_findings(draft)
        self._show_sentence(draft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower window has no letter beside the page."""
        super().resizeEvent(event)
        if self.session.draft is not None:
            self._show_sentence(self.session.draft)

    def hideEvent(self, event: QHideEvent) -> None:
        """The page was left: what is still lacking may be said at the next visit."""
        super().hideEvent(event)
        self._visited = None

    def showEvent(self, event: QShowEvent) -> None:
        """Seen, perhaps again."""
        super().showEvent(event)
        self.settle()

    def settle(self) -> None:
        """Nobody is writing: say every finding that may be said."""
        draft = self.session.draft
        if draft is None:
            return
        found = self._findings(draft)
        self._told = {(f.rule, f.path) for f in found if self._may_say(f)}
        self._say_findings(draft)
        self._show_sentence(draft)

    def focus_place(self, where: str) -> None:
        """Put the cursor where `where` is answered, "" for the first field."""
        wanted = next((f for f in self.fields if where and f.covers_place(where)), None)
        wanted = wanted or (self.fields[0] if self.fields else None)
        if wanted is not None:
            wanted.focus_place(where)
            bring_into_view(wanted)

    def _leave(self, where: str) -> None:
        if self._visited is not None:
            self._visited.add(where)
        self.session.rest()
        self.settle()

    def _findings(self, draft: Draft) -> list[Finding]:
        return [f for f in draft.findings if f.path.startswith(f"{self.path}/")]

    def _place(self, finding: Finding) -> str:
        return finding.path.removeprefix(f"{self.path}/")

    def _may_say(self, finding: Finding) -> bool:
        where = self._place(finding)
        if self._visited is None:
            return True
        return any(where == seen or where.startswith(f"{seen}/") for seen in self._visited)

    def _say_findings(self, draft: Draft) -> None:
        found = [f for f in self._findings(draft) if (f.rule, f.path) in self._told]
        for part in (part for field in self.fields for part in field.parts()):
            here = [f for f in found if part.answers_path(f.path)]
            part.show_finding(*finding_words(self.session, here))

    def _show_sentence(self, draft: Draft) -> None:
        if place.look(draft.case, self.path) is None:
            return
        shown = self.window() is not self
        narrow = shown and self.window().width() < theme.current().px(_BESIDE_FROM)
        sentence = sentence_at(draft.letter, self.path)
        if sentence is not None:
            self._reads.setText(sentence.text)
        for part in (self._reads_name, self._reads):
            show_if(part, narrow and sentence is not None)
