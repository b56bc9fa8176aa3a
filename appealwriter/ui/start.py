"""What comes after the first paint: the store, the list of cases, the knowledge."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from appealwriter.base import paths
from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr
from appealwriter.store.drafts import Drafts
from appealwriter.ui.errors import CrashGuard, tell
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.views import Views
from appealwriter.ui.wardrobe import Wardrobe
from appealwriter.ui.window import MainWindow

_BACKUP_AFTER_MS = 10_000


@dataclass(frozen=True, slots=True)
class Program:
    """All that lives as long as the window."""

    desk: Desk
    views: Views
    guard: CrashGuard

    def end(self) -> None:
        """Let go of the store and of Python's last word on failures."""
        sys.excepthook = sys.__excepthook__
        self.desk.drafts.close()


def start(window: MainWindow, wardrobe: Wardrobe, open_file: Path | None = None) -> Program | None:
    """Fill the painted `window`; None where the cases cannot be reached, which is told."""
    try:
        opened = Drafts.open(paths.data_dir())
    except StoreError as error:
        tell(_cannot_start(error), window)
        return None
    desk = Desk(opened.drafts, wardrobe.settings)
    views = fill(window, wardrobe, desk)
    guard = CrashGuard(desk, views.case_step)
    guard.install()
    if opened.news:
        views.home.show_news("weak", opened.news)
    QTimer.singleShot(0, views, lambda: _read_knowledge(views, open_file))
    QTimer.singleShot(_BACKUP_AFTER_MS, views, lambda: _back_up(desk))
    return Program(desk, views, guard)


def fill(window: MainWindow, wardrobe: Wardrobe, desk: Desk) -> Views:
    """Put the views into the window and let looks be changed from them."""
    views = Views(desk)
    views.titled.connect(window.setWindowTitle)
    window.begin(views, views.leave, lambda place: desk.remember(geometry=place))
    views.show_home()  # now, so that the keyboard stands where the first words go

    def dress() -> None:
        wardrobe.put_on()
        window.dress()

    def change(name: str, value: str) -> None:
        desk.remember(**{name: int(value) if name == "text_size" else value})
        wardrobe.settings = desk.settings
        views.rebuild(dress)

    views.look_chosen.connect(change)
    wardrobe.when_system_changes(lambda: views.rebuild(dress))
    return views


def _read_knowledge(views: Views, open_file: Path | None) -> None:
    """While the person looks at the list, so that the first case opens at once."""
    _ = views.desk.session
    if open_file is not None:
        views.deeds.open_file(open_file)


def _back_up(desk: Desk) -> None:
    try:
        desk.drafts.backup()
    except StoreError as error:
        desk.trouble.emit(error)


def _cannot_start(error: StoreError) -> StoreError:
    return StoreError(
        tr("Appeal Writer cannot reach its cases. {what}", what=error.what),
        error.advice or tr("Free the folder, then start the program again."),
    )
