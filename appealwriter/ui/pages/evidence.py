"""Step 7: the documents, what each of them proves, and what the platform takes."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model import place
from appealwriter.model.case import Case, Exhibit
from appealwriter.model.terms import Level
from appealwriter.ui.pages import exhibit_links as exhibits
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.plan.words import shown_day
from appealwriter.ui.pages.review_parts.drop_zone import DropZone, local_files
from appealwriter.ui.pages.review_parts.exhibit_editor import ExhibitEditor
from appealwriter.ui.pages.review_parts.exhibit_fields import claim_name
from appealwriter.ui.pages.review_parts.names import exhibit_title, megabytes
from appealwriter.ui.pages.review_parts.still_needed import StillNeeded
from appealwriter.ui.parts import (
    Banner,
    PageHeading,
    RowColumn,
    RowList,
    RowView,
    UndoBar,
    level_word,
)
from appealwriter.ui.session import Session

_LEVELS = list(Level)


class EvidencePage(Page):
    """One row an exhibit, in the order of their numbers; one of them open."""

    step = Step.EVIDENCE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._fresh = ""
        self._removed: Case | None = None
        self._shape: object = None
        self.banner: Banner | None = None
        self.setAcceptDrops(True)
        self.zone = DropZone()
        self.zone.chosen.connect(self.add_files)
        self.zone.named.connect(lambda: self._add([Exhibit("")]))
        self.rows = RowList(
            [
                RowColumn(tr("Title")),
                RowColumn(tr("Date and size"), 104),
                RowColumn(tr("Proves"), 124),
            ],
            self._editor,
        )
        self.rows.moved.connect(self._move)
        self.rows.removed.connect(self._remove)
        self.rows.opened.connect(self._opened)
        self.rows.closed.connect(session.rest)
        self.rows.chip_clicked.connect(self._go_to_claim)
        self.undo_bar = UndoBar()
        self.undo_bar.undo.connect(session.undo)
        self.needed = StillNeeded(session)
        self.needed.wanted.connect(self._fill)
        self.column.addWidget(
            PageHeading(
                tr("What proves it?"),
                tr(
                    "Hand originals in as they are. Change nothing, put no translation over them; "
                    "prices may be covered, all else must be readable."
                ),
            )
        )
        for widget in (self.zone, self.rows, self.needed):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show the exhibits as they are now."""
        case = draft.case
        platform = self.session.workshop.shelf.platforms.get(case.platform)
        self.zone.show_limits(platform, sum(exhibit.size for exhibit in case.evidence))
        self.rows.set_rows([self._row(draft, n, e) for n, e in enumerate(case.evidence, 1)])
        self._keep_editor(draft)
        self.needed.show_draft(draft)
        if self._removed is not None and case != self._removed:
            self._removed = None
            self.undo_bar.withdraw()

    def focus_path(self, path: str) -> None:
        """ "evidence/<id>/<field>" opens the exhibit; "evidence" leads to the files."""
        _, _, rest = path.partition("/")
        exhibit_id, _, where = rest.partition("/")
        if place.look(self.session.case, f"evidence/{exhibit_id}") is None:
            self.zone.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_view(self.zone)
            return
        self.rows.open_row(exhibit_id)
        self._shape = self._shape_now()
        editor = self.rows.editor_widget()
        if isinstance(editor, ExhibitEditor):
            editor.focus_place(where)

    def foot(self) -> QWidget:
        """The offer to bring back the exhibit that was removed last."""
        return self.undo_bar

    def add_files(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files and make an exhibit of each; one that is here already is
        only named."""
        self._unsay()
        known = {e.hash: n for n, e in enumerate(self.session.case.evidence, 1) if e.hash}
        new: list[Exhibit] = []
        for path in paths:
            kept = self._keep(path)
            if kept is None:
                continue
            if kept.hash in known:
                self._say(
                    "weak",
                    tr("Nothing was added."),
                    tr(
                        "{file} is here already as Exhibit {n}.", file=path.name, n=known[kept.hash]
                    ),
                )
                continue
            new.append(kept)
            known[kept.hash] = len(self.session.case.evidence) + len(new)
        if new:
            self._add(new)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.zone.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.zone.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take them."""
        self.zone.set_over(False)
        event.acceptProposedAction()
        self.add_files(local_files(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes copied files."""
        files = local_files(QGuiApplication.clipboard().mimeData())
        if event.matches(QKeySequence.StandardKey.Paste) and files:
            self.add_files(files)
        else:
            super().keyPressEvent(event)

    def _row(self, draft: Draft, number: int, exhibit: Exhibit) -> RowView:
        shelf = self.session.workshop.shelf
        level, words = self._said(draft, exhibit)
        name = exhibit_title(shelf, draft.case, exhibit)
        day = shown_day(exhibit.date, self.session.today()) if exhibit.date else ""
        file = exhibit.file if exhibit.file != name else ""
        numbered = tr("Exhibit {n}", n=number).replace(" ", "\u00a0")
        return RowView(
            id=exhibit.id,
            mark=level or "complete",
            state=level_word(level) if level else tr("Usable"),
            title=f"{numbered}\u2002{name}",
            cells=(" · ".join(filter(None, (day, megabytes(exhibit.size)))) or "—", "—"),
            chips=tuple(
                (claim.path, claim_name(claim)) for claim in exhibits.proven(draft.case, exhibit.id)
            ),
            note=words or file,
            note_level=level or "text2",
        )

    def _said(self, draft: Draft, exhibit: Exhibit) -> tuple[str, str]:
        """The level and words of the gravest finding about an exhibit."""
        path = f"evidence/{exhibit.id}"
        found = [f for f in draft.findings if f"{f.path}/".startswith(f"{path}/")]
        if not found:
            return "", ""
        worst = min(found, key=lambda finding: _LEVELS.index(finding.level))
        rule = self.session.workshop.rules[worst.rule]
        return worst.level.value, rule.say(rule.message, worst, language())

    def _editor(self, exhibit_id: str) -> ExhibitEditor:
        editor = ExhibitEditor(self.session, exhibit_id, fresh=exhibit_id == self._fresh)
        editor.act.connect(lambda deed: self._act(exhibit_id, deed))
        editor.file.chosen.connect(lambda path: self._replace_file(exhibit_id, path))
        return editor

    def _keep_editor(self, draft: Draft) -> None:
        """The open row's questions are asked anew only where they are other ones now."""
        editor = self.rows.editor_widget()
        if not isinstance(editor, ExhibitEditor):
            return
        shape = self._shape_now()
        if shape != self._shape:
            self._shape = shape
            self.rows.rebuild_editor()
        else:
            editor.show_draft(draft)

    def _shape_now(self) -> object:
        """What the questions of the open row depend on."""
        case = self.session.case
        exhibit = place.look(case, f"evidence/{self.rows.open_id()}")
        kind = exhibit.kind if exhibit else ""
        return kind, exhibits.claims(case), case.letter_language

    def _opened(self, exhibit_id: str) -> None:
        self.session.rest()
        self._shape = self._shape_now()

    def _add(self, new: Sequence[Exhibit]) -> None:
        case = exhibits.added(self.session.case, new)
        self._fresh = case.evidence[-1].id
        self.session.edit(case)
        self.focus_path(f"evidence/{self._fresh}/kind")

    def _fill(self, lack: exhibits.Lack) -> None:
        """An exhibit of the kind that is lacking, tied to what it is for."""
        case = exhibits.added(self.session.case, [Exhibit("", kind=lack.kind)])
        self._fresh = case.evidence[-1].id
        for claim in lack.claims:
            case = exhibits.with_proof(case, self._fresh, claim, on=True)
        self.session.edit(case)
        self.focus_path(f"evidence/{self._fresh}/file")

    def _keep(self, path: Path) -> Exhibit | None:
        try:
            kept, size = self.session.drafts.keep_file(path)
        except AppealError as error:
            self._say("missing", error.advice, error.what)
            return None
        return Exhibit("", file=path.name, hash=kept, size=size)

    def _replace_file(self, exhibit_id: str, path: Path) -> None:
        self._unsay()
        kept = self._keep(path)
        if kept is not None:
            old = place.look(self.session.case, f"evidence/{exhibit_id}")
            new = replace(old, file=kept.file, hash=kept.hash, size=kept.size)
            self.session.edit(place.put(self.session.case, f"evidence/{exhibit_id}", new))

    def _act(self, exhibit_id: str, deed: str) -> None:
        if deed == "remove":
            self._remove(exhibit_id)
        else:
            self._move(exhibit_id, -1 if deed == "up" else 1)

    def _move(self, exhibit_id: str, by: int) -> None:
        self.session.edit(exhibits.moved(self.session.case, exhibit_id, by))
        if self.rows.open_id() != exhibit_id:
            self.rows.focus_row(exhibit_id)

    def _remove(self, exhibit_id: str) -> None:
        ids = [exhibit.id for exhibit in self.session.case.evidence]
        number = ids.index(exhibit_id)
        self._removed = exhibits.without(self.session.case, exhibit_id)
        self.session.edit(self._removed)
        self.undo_bar.offer(tr("Exhibit {n} removed.", n=number + 1))
        rest = [key for key in ids if key != exhibit_id]
        if rest:
            self.rows.focus_row(rest[min(number, len(rest) - 1)])
        else:
            self.zone.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_claim(self, exhibit_id: str, path: str) -> None:
        self.go.emit(path)

    def _say(self, kind: str, text: str, strong: str) -> None:
        self._unsay()
        self.banner = Banner(kind, text, strong=strong)
        self.column.insertWidget(0, self.banner)

    def _unsay(self) -> None:
        if self.banner is not None:
            self.column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
