"""The window itself: painted before anything is read, at its old place, and saved at its end.

It knows little on purpose: all that takes time comes with the views, after the first paint.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from appealwriter.ui import theme

SMALLEST = QSize(820, 480)
_FIRST_SIZE = QSize(1280, 800)
_MAXIMISED_BELOW = 1500


class MainWindow(QMainWindow):
    """A frame for the views. `geometry` is where it was left, in Qt's own text."""

    painted = Signal()
    """It is on the screen for the first time."""

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self._geometry = geometry
        self._seen = False
        self._leave: Callable[[], bool] = lambda: True
        self._keep: Callable[[str], None] = lambda _: None
        self.setMinimumSize(SMALLEST)
        self.setWindowTitle("Appeal Writer")
        self.dress()

    def begin(self, views: QWidget, leave: Callable[[], bool], keep: Callable[[str], None]) -> None:
        """Show `views`. At the end `leave` saves what is open, or says that the person stays;
        `keep` takes the window's place for the next start."""
        self._leave, self._keep = leave, keep
        self.setCentralWidget(views)

    def dress(self) -> None:
        """The sign in the taskbar, in the colours in force."""
        self.setWindowIcon(theme.icon("app", "accent", 32))

    def show_as_left(self) -> None:
        """Show the window where it was left; the first time maximised on small screens."""
        kept = QByteArray.fromBase64(self._geometry.encode())
        if kept and self.restoreGeometry(kept):
            self._bring_back()
            self.show()
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(_FIRST_SIZE.boundedTo(room.size()))
        self.move(room.center() - self.rect().center())
        if room.width() < _MAXIMISED_BELOW:
            self.showMaximized()
        else:
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that there is something to see."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save first."""
        if not self._leave():
            event.ignore()
            return
        self._keep(bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        event.accept()

    def _bring_back(self) -> None:
        """A window that lies off every screen comes back onto the first."""
        frame = self.frameGeometry()
        if any(s.availableGeometry().intersects(frame) for s in QGuiApplication.screens()):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.resize(self.size().boundedTo(room.size()))
        self.move(room.center() - self.rect().center())
