"""Export, step by step: as what, the declaration, where to; then the files are written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError, StoreError
from appealwriter.base.i18n import listed, tr
from appealwriter.drafting.draft import Draft
from appealwriter.drafting.handover import Extras
from appealwriter.export.calendar import write_ics
from appealwriter.model.due import due_day
from appealwriter.model.terms import Level
from appealwriter.store.atomic import write_new
from appealwriter.ui import theme
from appealwriter.ui.dialogs import ask_export_draft
from appealwriter.ui.pages.review_parts.export_files import (
    Exported,
    Wanted,
    export_files,
    export_name,
    free_path,
)
from appealwriter.ui.pages.review_parts.format_choice import FormatChoice
from appealwriter.ui.pages.review_parts.send_check import SendCheck
from appealwriter.ui.pages.review_parts.waiting import Cancelled, Waiting
from appealwriter.ui.pages.review_parts.word_extras import WordExtras, read_letterhead
from appealwriter.ui.pages.review_parts.wrap_tick import WrapTick
from appealwriter.ui.parts import (
    Banner,
    Button,
    FindingLine,
    FlowLayout,
    SectionHeading,
    label,
    sentences,
)
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_NARROW = 560


class ExportPart(QWidget):
    """Nothing is ever written over; a failure leaves a banner and everything as it was."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.banner: Banner | None = None
        self.formats = FormatChoice()
        self.formats.changed.connect(self._name)
        self.extras = WordExtras(session)
        self.check = SendCheck()
        self.declared = WrapTick(tr("The above is true and the exhibits are unaltered originals."))
        self.declared.clicked.connect(lambda on: session.put("declared", on))
        self._not_declared = FindingLine(parent=self)
        self._file = label("", "body", wrap=True)
        self._folder = label("", "small", "text2", wrap=True)
        self.export_button = Button("", role="primary", icon="export")
        self.export_button.clicked.connect(self.export)
        self.folder_button = Button(tr("Choose folder…"))
        self.folder_button.clicked.connect(self._choose_folder)
        self.calendar = Button(
            tr("Deadline for your calendar (.ics)"), role="link", icon="calendar", small=True
        )
        self.calendar.clicked.connect(self.export_deadline)
        self._arrange()

    def show_draft(self, draft: Draft) -> None:
        """Show the name the file will have and the declaration."""
        self.formats.show_draft(draft)
        self.declared.set_on(draft.case.declared)
        if draft.case.declared:
            self._not_declared.set_finding("", "")
        show_if(self.calendar, on=_due(draft) is not None)
        self._name()

    def export(self) -> None:
        """Write the files; where something required is missing, ask first."""
        draft = self._draft()
        if draft is None:
            return
        if not draft.case.declared:
            self._not_declared.set_finding(
                "missing",
                tr("Read the letter, then confirm it here: the file is a draft until then."),
            )
        lacking = _lacking(draft)
        if lacking and not ask_export_draft(self, lacking):
            return
        try:
            made = self._made(draft)
            paths = self._write(made.files)
            self._session.keep_version("exported")
        except Cancelled:
            return
        except AppealError as error:
            self._say("missing", error.advice, error.what)
            return
        self.check.show_concerns(made.concerns)
        self._done(paths[0])

    def export_deadline(self) -> None:
        """Write the deadline as a file that a calendar opens."""
        draft = self._draft()
        due = _due(draft) if draft else None
        if draft is None or due is None:
            return
        wanted = Wanted("ics")
        name = export_name(draft, self._session.workshop.shelf, self._session.today(), wanted)
        try:
            paths = self._write([(name, write_ics(draft.case, due))])
        except AppealError as error:
            self._say("missing", error.advice, error.what)
            return
        self._done(paths[0])

    def folder(self) -> Path:
        """Where the files go: the folder chosen last, else Documents."""
        chosen = self._session.export_folder
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        documents = Path(QStandardPaths.writableLocation(place))
        return documents if documents.is_dir() else Path.home()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was said goes with the page."""
        super().hideEvent(event)
        self._unsay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, else one."""
        super().resizeEvent(event)
        narrow = self.width() < theme.current().px(_NARROW)
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _draft(self) -> Draft | None:
        return self._session.draft

    def _made(self, draft: Draft) -> Exported:
        """The files' bytes. Raises Cancelled where the person thinks better of it."""
        shelf, wanted = self._session.workshop.shelf, self._wanted(draft)
        wanted = replace(wanted, extras=self._extras(wanted.ending))
        name = export_name(draft, shelf, self._session.today(), wanted)
        waiting = Waiting(self, len(draft.case.evidence))
        try:
            return export_files(
                draft, name, wanted, self._session.drafts.file_bytes, shelf, waiting.step
            )
        finally:
            waiting.close()

    def _extras(self, ending: str) -> Extras:
        in_word = ending in ("docx", "zip")
        return Extras(
            answers=self.extras.answers.is_on(),
            lists=self.extras.lists.is_on(),
            annexes=in_word and self.extras.annexes.is_on(),
            letterhead=read_letterhead(self._session.letterhead) if in_word else b"",
        )

    def _wanted(self, draft: Draft) -> Wanted:
        return Wanted(
            self.formats.ending(),
            self.formats.read_back.is_on(),
            self.formats.redacted.is_on(),
            draft=bool(_lacking(draft)),
        )

    def _write(self, files: Sequence[tuple[str, bytes]]) -> list[Path]:
        """Write the letter, then its copies. Raises StoreError that names what is there."""
        written: list[Path] = []
        for name, data in files:
            path = free_path(self.folder(), name)
            try:
                write_new(path, data)
            except StoreError as error:
                raise StoreError(error.what, _advice(error.advice, written)) from error
            written.append(path)
        return written

    def _name(self) -> None:
        draft = self._draft()
        if draft is None:
            return
        wanted = self._wanted(draft)
        self.extras.show_for(wanted.ending)
        name = export_name(draft, self._session.workshop.shelf, self._session.today(), wanted)
        self._file.setText(name.replace("_", "_\u200b"))  # a long name may break at its parts
        self._folder.setText(tr("in {folder}", folder=self.folder()))
        self.export_button.setText(
            {
                "docx": tr("Export Word"),
                "pdf": tr("Export PDF"),
                "txt": tr("Export text"),
                "html": tr("Export web page"),
                "zip": tr("Export package"),
            }[wanted.ending]
        )

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose folder"), str(self.folder()))
        if chosen:
            self._session.choose_folder(chosen)
            self._name()

    def _done(self, path: Path) -> None:
        self._say(
            "done",
            tr("{file} is in {folder}.", file=path.name, folder=path.parent),
            tr("Exported."),
        )

    def _say(self, kind: str, text: str, strong: str) -> None:
        self._unsay()
        buttons = [("open", tr("Open folder"))] if kind == "done" else []
        self.banner = Banner(kind, text, strong=strong, buttons=buttons)
        self.banner.pressed.connect(lambda _: self._open_folder())
        self._news.addWidget(self.banner)

    def _unsay(self) -> None:
        if self.banner is not None:
            self._news.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder())))

    def _arrange(self) -> None:
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._columns.addLayout(self._left(), 1)
        self._columns.addLayout(self._right(), 1)
        self._news = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(SectionHeading(tr("Export, then send"), role="section"))
        column.addLayout(self._news)
        column.addWidget(self.check)
        column.addLayout(self._columns)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(SectionHeading(tr("1  Export as")))
        left.addWidget(self.formats)
        left.addWidget(self.extras)
        left.addStretch(1)
        return left

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(SectionHeading(tr("2  Declaration")))
        right.addWidget(self.declared)
        right.addWidget(self._not_declared)
        right.addSpacing(8)
        right.addWidget(SectionHeading(tr("3  Save")))
        right.addWidget(self._file)
        right.addWidget(self._folder)
        deeds = QWidget()
        flow = FlowLayout(deeds, gap=8, line_gap=8)
        flow.addWidget(self.export_button)
        flow.addWidget(self.folder_button)
        right.addWidget(deeds)
        right.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        return right


def _due(draft: Draft) -> date | None:
    return due_day(draft.case.notice.deadline, draft.case.notice.date)


def _lacking(draft: Draft) -> int:
    """How many required things the letter lacks; the declaration is one of them."""
    return draft.count(Level.MISSING) + int(not draft.case.declared)


def _advice(advice: str, written: list[Path]) -> str:
    if not written:
        return advice
    names = listed(path.name for path in written)
    return sentences(advice, tr("Written already: {files}.", files=names))
