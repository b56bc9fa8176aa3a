"""From nothing to the first painted window, and from there to the list of cases."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from appealwriter.base import paths
from appealwriter.store.settings import load_settings
from appealwriter.ui.wardrobe import Wardrobe
from appealwriter.ui.window import MainWindow

if TYPE_CHECKING:
    from appealwriter.ui.start import Program


def run(open_file: Path | None = None) -> int:
    """Open the window, with the case file `open_file` where one is given; the exit code."""
    app = _application()
    wardrobe = Wardrobe(app, load_settings(paths.data_dir()))
    wardrobe.put_on()
    window = MainWindow(wardrobe.settings.geometry)
    running: list[Program] = []

    def go_on() -> None:
        """The rest is not even imported before there is something to see."""
        from appealwriter.ui.start import start  # noqa: PLC0415

        program = start(window, wardrobe, open_file)
        if program is None:
            app.exit(1)
        else:
            running.append(program)

    window.painted.connect(go_on)
    window.show_as_left()
    code = app.exec()
    for program in running:
        program.end()
    return code


def _application() -> QApplication:
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        app = QApplication(sys.argv[:1])
    app.setApplicationName("Appeal Writer")
    app.setDesktopFileName("appealwriter")
    return app
