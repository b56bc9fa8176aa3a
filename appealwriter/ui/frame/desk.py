"""What the whole window shares: settings, the store of cases, the knowledge, the open case."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError, StoreError
from appealwriter.store.drafts import Drafts
from appealwriter.store.settings import Settings, save_settings

if TYPE_CHECKING:  # loaded when a case is first opened: not on the way to the first window
    from appealwriter.drafting.draft import Workshop
    from appealwriter.ui.session import Session


class Desk(QObject):
    """One for the process. `today` and `now` are handed in, so that a test can choose the day."""

    trouble = Signal(object)
    """An AppealError to be shown as a banner; the program goes on."""

    def __init__(
        self,
        drafts: Drafts,
        settings: Settings,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self.drafts = drafts
        self.settings = settings
        self.today = today
        self.now = now
        self._workshop: Workshop | None = None
        self._session: Session | None = None

    @property
    def workshop(self) -> "Workshop":
        """The knowledge, loaded when it is first needed."""
        if self._workshop is None:
            self._workshop = load_workshop()
            for error in self._workshop.shelf.news:
                self.trouble.emit(error)
        return self._workshop

    @property
    def session(self) -> "Session":
        """The open case's session, made when it is first needed."""
        if self._session is None:
            from appealwriter.ui.session import Session  # noqa: PLC0415  see above

            self._session = Session(self.workshop, self.drafts, self.today, self.now)
            self._session.switched_off = self.settings.switched_off_rules
            self._session.export_folder = self.settings.export_folder
            self._session.folder_chosen.connect(lambda path: self.remember(export_folder=path))
            self._session.letterhead = self.settings.letterhead
            self._session.letterhead_chosen.connect(lambda path: self.remember(letterhead=path))
        return self._session

    @property
    def has_case(self) -> bool:
        """True while a case is open."""
        return self._session is not None and self._session.draft is not None

    def save(self) -> bool:
        """Save the open case now; False where the disk did not take it."""
        if self._session is None:
            return True
        self._session.save()
        return not self._session.unsaved

    def switch_off(self, rule: str) -> None:
        """Never ask for this rule again, in any letter."""
        off = tuple(dict.fromkeys((*self.settings.switched_off_rules, rule)))
        self.remember(switched_off_rules=off)
        if self._session is not None:
            self._session.switched_off = off

    def remember(self, **changes: Any) -> None:
        """Change settings and keep them. A disk that does not take them costs only comfort, so
        nothing is said: a case that cannot be saved will say it."""
        self.settings = replace(self.settings, **changes)
        with suppress(StoreError):
            save_settings(self.drafts.folder, self.settings)


def load_workshop() -> "Workshop":
    """The shipped knowledge with the user's own playbooks before it. Those are read at once, so
    that the shelf's `news` tells which of them are wrong and stand aside."""
    from appealwriter.drafting.draft import Workshop  # noqa: PLC0415  see above

    workshop = Workshop.shipped()
    for book in _at_risk(workshop.shelf.ids()):
        with suppress(DataFileError):  # the news says more than that there is no such book
            workshop.shelf.book(book)
    return workshop


def _at_risk(books: list[str]) -> list[str]:
    """The books that rest on files of the user: all of them where he has phrases of his own."""
    own = paths.data_dir()
    if any((own / "phrases").glob("*.toml")):
        return books
    return [book for book in books if (own / "playbooks" / f"{book}.toml").is_file()]
