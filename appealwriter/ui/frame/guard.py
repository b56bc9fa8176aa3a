"""Never lose work: says at once that saving failed, and until it works again."""

from datetime import datetime

from PySide6.QtCore import QObject

from appealwriter.base.errors import AppealError, StoreError
from appealwriter.base.i18n import tr
from appealwriter.ui.frame import case_files
from appealwriter.ui.frame.centre import Centre
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.status import CaseStatus
from appealwriter.ui.parts import Banner


class SaveGuard(QObject):
    """Listens to the session; keeps the status line and the banner true."""

    def __init__(self, desk: Desk, centre: Centre, status: CaseStatus) -> None:
        super().__init__(centre)
        self._desk, self._centre, self._status = desk, centre, status
        self.banner: Banner | None = None
        desk.session.saved.connect(self._saved)
        desk.session.save_failed.connect(self._failed)

    def release(self) -> None:
        """Stop listening: the view is thrown away."""
        self._desk.session.saved.disconnect(self._saved)
        self._desk.session.save_failed.disconnect(self._failed)

    def save_elsewhere(self) -> bool:
        """Write a case file to a place of the person's choice; True where it was written."""
        try:
            path = case_files.ask_save(
                self._centre,
                self._desk.session.case,
                self._desk.drafts,
                self._desk.today(),
                self._desk.settings.export_folder,
            )
        except AppealError as error:
            self._show(error.what, error.advice)
            return False
        if path is None:
            return False
        if self._desk.session.unsaved:
            self._show(
                tr("A copy is kept as “{name}”.", name=path.name),
                tr("The list of cases still has the older text."),
            )
        else:
            self._centre.banners.tell("done", "", tr("Saved as “{name}”.", name=path.name))
        return True

    def _saved(self, when: datetime) -> None:
        self._status.show_saved(when)
        if self.banner is not None:
            self._centre.banners.remove(self.banner)
            self.banner = None

    def _failed(self, error: StoreError) -> None:
        self._show(self._status.show_failed(error), error.advice)

    def _show(self, strong: str, text: str) -> None:
        if self.banner is None:
            self.banner = Banner(
                "missing",
                text,
                strong=strong,
                buttons=[("again", tr("Try again")), ("elsewhere", tr("Save elsewhere…"))],
            )
            self.banner.pressed.connect(self._pressed)
            self._centre.banners.add(self.banner)
        else:
            self.banner.set_text(text, strong)

    def _pressed(self, deed: str) -> None:
        if deed == "again":
            self._desk.save()
        else:
            self.save_elsewhere()
