"""Every way to a case: open one, start one from a notice or by choice, take one from a file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from appealwriter.base.errors import AppealError, BadInput
from appealwriter.base.i18n import language, listed, tr
from appealwriter.model.case import Case
from appealwriter.store.casefile import CaseFile, load_case
from appealwriter.store.entries import Entry
from appealwriter.ui import dialogs
from appealwriter.ui.frame import case_files
from appealwriter.ui.frame.days import moment_words
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.home.entries import shop_name, taxonomy

_FIRST_STEP = "notice"


class Deeds(QObject):
    """`ready` says that the desk's session has a case, and at which step to show it. Bad news
    goes to the desk's `trouble`; then nothing was opened."""

    ready = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def open(self, entry: Entry) -> None:
        """Open a case of this PC at the step where it was left."""
        self._try(lambda: self._open(self._desk.drafts.load(entry.id), entry.step))

    def start_from_notice(self, text: str, source: str = "") -> None:
        """A new case with the notice as read; nothing in it is confirmed."""
        self._try(lambda: self._start_from_notice(text, source))

    def start_from_file(self, path: Path) -> None:
        """As above, from a file of the kinds that notices come in; a case file is taken as one."""
        if path.suffix.lower() == case_files.ENDING:
            self.open_file(path)
            return
        self._try(lambda: self._start_from_notice_file(path))

    def start_by_choice(self, platform: str, reason: str) -> None:
        """A new case for a platform and a reason, without a notice."""
        self._try(lambda: self._start_by_choice(platform, reason))

    def open_sample(self) -> None:
        """The invented case; the one from before where it was kept."""
        self._try(self._open_sample)

    def open_file(self, path: Path) -> None:
        """Take a case from a case file."""
        self._try(lambda: self._take(load_case(path)))

    # Inside

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except AppealError as error:
            self._desk.trouble.emit(error)

    def _open(self, case: Case, step: str = "") -> None:
        self._desk.session.open(case)
        self._desk.drafts.revision(case.id, case, "opened")
        self._desk.remember(last_case=case.id)
        self.ready.emit(step or _FIRST_STEP)

    def _new(self, **known: str) -> None:
        self._desk.session.new(**known)
        self._desk.remember(last_case=self._desk.session.case.id)

    def _start_by_choice(self, platform: str, reason: str) -> None:
        known = taxonomy()[platform]
        parent = known.reasons[reason].parent if reason in known.reasons else ""
        self._new(
            platform=platform,
            reason=parent or reason,
            reason_detail=reason if parent else "",
            letter_language=known.languages[0],
        )
        self.ready.emit("sender")

    def _start_from_notice(self, text: str, source: str) -> None:
        from appealwriter.ui.pages.reading.read import Reader, one_notice  # noqa: PLC0415

        text = one_notice(text)  # before there is a case: a text that is no notice starts none
        self._new()
        Reader(self._desk.session).take(text, source)
        self.ready.emit(_FIRST_STEP)

    def _start_from_notice_file(self, path: Path) -> None:
        from appealwriter.ui.pages.reading.read import read_notice  # noqa: PLC0415  only for files

        self._start_from_notice(read_notice(path), path.name)

    def _open_sample(self) -> None:
        from appealwriter.drafting.sample import sample_case  # noqa: PLC0415  seldom asked for

        case = sample_case(language())
        entry = self._entry(case.id)
        if entry is not None:
            self._open(self._desk.drafts.load(case.id), entry.step)
        else:
            self._put_in(case, "opened", "corrective")

    def _take(self, file: CaseFile) -> None:
        case, entry = file.case, self._entry(file.case.id)
        if entry is not None and self._desk.drafts.load(case.id) != case:
            when = moment_words(entry.saved_at, self._desk.now())
            answer = dialogs.ask_conflict(self._window, shop_name(entry), when)
            if not answer:
                return
            if answer == "both":
                case, entry = replace(case, id=uuid4().hex), None
        if entry is not None:
            self._desk.drafts.undelete(entry.id)
            self._open(self._desk.drafts.load(entry.id), entry.step)
            return
        case_files.keep_evidence(file, self._desk.drafts)
        self._put_in(case, "imported", _FIRST_STEP)
        if file.lost:
            self._desk.trouble.emit(
                BadInput(
                    tr("Not in the case file: {names}.", names=listed(file.lost)),
                    tr("Add these again in step 7, or ask the sender for a new case file."),
                )
            )

    def _put_in(self, case: Case, why: str, step: str) -> None:
        self._desk.session.open(case)
        self._desk.session.keep_version(why)
        self._desk.remember(last_case=case.id)
        self.ready.emit(step)

    def _entry(self, case_id: str) -> Entry | None:
        drafts = self._desk.drafts
        return next((e for e in (*drafts.list(), *drafts.deleted()) if e.id == case_id), None)
