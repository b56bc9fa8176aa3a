"""Where files are dropped or chosen, and what the platform takes of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from appealwriter.base.i18n import listed, tr
from appealwriter.playbooks.taxonomy import Platform
from appealwriter.ui import theme
from appealwriter.ui.pages.review_parts.names import megabytes
from appealwriter.ui.parts import Button, FlowLayout, label, sentences


class DropZone(QWidget):
    """`chosen` carries the paths from the file dialog, `named` asks for a document without one."""

    chosen = Signal(object)
    named = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        sign = QLabel()
        sign.setPixmap(theme.icon("file-plus", "text2", 20).pixmap(20, 20))
        self.choose = Button(tr("Choose files…"))
        self.choose.clicked.connect(self._choose)
        name = Button(tr("Name a document without a file yet"), role="link", small=True)
        name.clicked.connect(self.named)
        first = QWidget()
        flow = FlowLayout(first, gap=10, line_gap=6)
        for widget in (sign, label(tr("Drop files here, or")), self.choose, name):
            flow.addWidget(widget)
        self.limits = label("", "small", "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(first)
        column.addWidget(self.limits)

    def show_limits(self, platform: Platform | None, total: int) -> None:
        """Say what the platform takes; `total` is the size of all files in bytes."""
        if platform is None:
            return
        endings = listed(platform.files)
        if platform.max_file_mb:
            said = tr(
                "{platform} takes {endings}, each up to {limit} MB.",
                platform=platform.name.en,
                endings=endings,
                limit=platform.max_file_mb,
            )
        else:
            said = tr("{platform} takes {endings}.", platform=platform.name.en, endings=endings)
        if total:
            said = sentences(said, tr("All files together: {size}.", size=megabytes(total)))
        self.limits.setText(said)

    def set_over(self, on: bool) -> None:
        """Show that files dragged over the page may be dropped."""
        self._over = on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame; whole and strong while files are over the page."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look.colour("border"), 1, Qt.PenStyle.DashLine)
        if self._over:
            pen = QPen(look.colour("accent"), 2)
        painter.setPen(pen)
        painter.setBrush(look.colour("tint" if self._over else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Choose files"))
        if names:
            self.chosen.emit([Path(name) for name in names])


def local_files(data: QMimeData) -> Sequence[Path]:
    """The files of this PC that are dragged or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
