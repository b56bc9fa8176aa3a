"""The one mutable thing in the window: the open case, its undo, and its saving.

Pages show a Draft and call `edit` or `put`; everybody else listens to `changed`. There is no
other way to change a case.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr
from appealwriter.drafting.adopt import with_fitting_form
from appealwriter.drafting.draft import Draft, Workshop
from appealwriter.drafting.summary import summary
from appealwriter.model import place
from appealwriter.model.case import Case
from appealwriter.store.drafts import Drafts

_SAVE_AFTER_MS = 700
_SAVE_AT_THE_LATEST_MS = 1500
_UNDO_STEPS = 500


class Session(QObject):
    """The open case. `today` and `now` are handed in, so that a test can choose the day."""

    changed = Signal(object)
    """A Draft: the case was opened or edited."""
    saved = Signal(object)
    """A datetime: everything is on disk since then."""
    folder_chosen = Signal(str)
    """Where exports go from now on."""
    letterhead_chosen = Signal(str)
    """The seller's own Word file that letters are written on from now on; "" for none."""
    save_failed = Signal(object)
    """A StoreError: something is not; it is tried again until the disk takes it."""

    def __init__(
        self,
        workshop: Workshop,
        drafts: Drafts,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.workshop = workshop
        self.drafts = drafts
        self.today = today
        self.now = now
        self.switched_off: tuple[str, ...] = ()
        self.export_folder = ""
        self.letterhead = ""
        self.draft: Draft | None = None
        self._edited = False  # the open case, since it was last given to the disk
        self._waiting: dict[str, Draft] = {}  # by case; what the disk has not taken yet
        self._past: list[Case] = []
        self._future: list[Case] = []
        self._last_label = ""
        self._soon = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._latest = QTimer(self, singleShot=True, interval=_SAVE_AT_THE_LATEST_MS)
        for timer in (self._soon, self._latest):
            timer.timeout.connect(self.save)

    @property
    def case(self) -> Case:
        """The open case."""
        if self.draft is None:
            raise LookupError
        return self.draft.case

    @property
    def unsaved(self) -> bool:
        """True while the disk lacks an edit, of the open case or of one put away before. Set to
        False to give up the edits of the open case."""
        return self._edited or bool(self._waiting)

    @unsaved.setter
    def unsaved(self, lacking: bool) -> None:
        self._edited = lacking
        if not lacking and self.draft is not None:
            self._waiting.pop(self.case.id, None)

    def new(self, **known: Any) -> None:
        """Open a new case with what is known of it; it is kept from its first edit on."""
        case = Case(id=uuid4().hex, created=self.now().isoformat(timespec="seconds"), **known)
        self.open(case)
        self._mark_unsaved()

    def open(self, case: Case) -> None:
        """Open `case`; the one before is saved first. Of a case that the disk has not taken yet
        the seller's last words are opened."""
        self.close()
        self._past, self._future, self._last_label = [], [], ""
        newer = self._waiting.get(case.id)
        self._show(newer.case if newer else case)

    def close(self) -> None:
        """Save and put the open case away; what the disk does not take now is kept and tried
        again."""
        self.save()
        self.draft = None

    def edit(self, case: Case, label: str = "") -> None:
        """The only way to change the case. Edits with the same `label` in a row (typing into one
        field) are undone together."""
        if self.draft is None or case == self.case:
            return
        if not label or label != self._last_label:
            self._past = [*self._past[-_UNDO_STEPS:], self.case]
        self._last_label = label
        self._future = []
        self._mark_unsaved()
        self._show(with_fitting_form(self.case, case, self.workshop.shelf))

    def put(self, path: str, value: Any) -> None:
        """Change one answer."""
        self.edit(place.put(self.case, path, value), path)

    def rest(self) -> None:
        """The field was left: the next edit is undone on its own."""
        self._last_label = ""

    @property
    def can_undo(self) -> bool:
        """True where there is something to undo."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """True where there is something to do again."""
        return bool(self._future)

    def undo(self) -> None:
        """Back to the case before the last edit."""
        if self._past:
            self._future.append(self.case)
            self._turn(self._past.pop())

    def redo(self) -> None:
        """Do again what was undone."""
        if self._future:
            self._past.append(self.case)
            self._turn(self._future.pop())

    def another_wording(self, path: str) -> None:
        """The next wording of the phrase at `path`."""
        turns = {**self.case.wording, path: self.case.wording.get(path, 0) + 1}
        self.edit(replace(self.case, wording=turns))

    def refresh(self) -> None:
        """Draft the same case again: the language or the rules have changed."""
        if self.draft is not None:
            self._show(self.case)

    def save(self) -> None:
        """Write now what is not on disk. A failure is told by `save_failed` and tried again."""
        self._soon.stop()
        self._latest.stop()
        if self._edited and self.draft is not None:
            self._waiting[self.case.id] = self.draft
        self._edited = False
        if self._waiting:
            self._write()

    def choose_folder(self, folder: str) -> None:
        """Export into `folder` from now on, also in other cases."""
        self.export_folder = folder
        self.folder_chosen.emit(folder)

    def choose_letterhead(self, path: str) -> None:
        """Write Word files on the paper at `path` from now on, also in other cases; "" for none."""
        self.letterhead = path
        self.letterhead_chosen.emit(path)

    def keep_version(self, why: str) -> None:
        """Save and cut a version that stays: at export, sending, import, restore."""
        self._mark_unsaved()
        self.save()
        if self.case.id not in self._waiting:
            self.drafts.revision(self.case.id, self.case, why)

    def _write(self) -> None:
        """Give every waiting case to the disk: one that it does not take keeps no other back."""
        when: datetime | None = None
        failure: StoreError | None = None
        for case_id, draft in list(self._waiting.items()):
            try:
                when = self._autosave(draft)
            except StoreError as error:
                failure = error
            else:
                del self._waiting[case_id]
        if failure is not None:
            self._latest.start()
            self.save_failed.emit(failure)
        elif when is not None:
            self.saved.emit(when)

    def _autosave(self, draft: Draft) -> datetime:
        try:
            return self.drafts.autosave(draft.case, summary(draft, self.workshop))
        except UnicodeEncodeError as error:  # half an emoji, from a program that cut it
            raise StoreError(
                tr("A sign in this case cannot be saved."),
                tr("Undo the last edit, and type the text again without special signs."),
            ) from error

    def _turn(self, case: Case) -> None:
        self._last_label = ""
        self._mark_unsaved()
        self._show(case)

    def _mark_unsaved(self) -> None:
        self._edited = True
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    def _show(self, case: Case) -> None:
        self.draft = self.workshop.draft(case, self.today(), off=self.switched_off)
        self.changed.emit(self.draft)
