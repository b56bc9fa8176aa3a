"""Process start to the first painted window, against a bare QMainWindow of the same Qt."""

import os
import re
import subprocess
import sys
import tempfile
import time
from statistics import median

from benchmarks.timing import row

_BARE = """
import time, sys
from PySide6.QtWidgets import QApplication, QMainWindow, QLabel
from PySide6.QtCore import QTimer
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)
def done():
    import resource
    print('PAINTED', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    sys.stdout.flush()
    app.quit()
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel('Appeal Writer'))
window.show()
app.exec()
"""
_OURS = """
import sys
from appealwriter.ui import app
app.run(open_file=None, after_first_paint=lambda: (report(), app.quit()))
"""
_REPORT = """
def report():
    import resource, sys
    print('PAINTED', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    sys.stdout.flush()
"""
ROUNDS = 9


def _one(code: str, folder: str) -> tuple[float, float]:
    """Seconds to the line that says PAINTED, and peak memory in MB."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "APPEALWRITER_DATA": folder}
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.match(r"PAINTED (\d+)", line):
                took = time.perf_counter() - start
                process.kill()
                return took, int(found[1]) / 1024
    raise RuntimeError("the window was not painted")


def main() -> str:
    """Two rows of the table: time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(_one(_REPORT + _OURS, folder), _one(_BARE, folder)) for _ in range(ROUNDS + 1)][
            1:
        ]
    ours, bare = (median(pair[n][0] for pair in pairs) for n in (0, 1))
    fat, thin = (median(pair[n][1] for pair in pairs) for n in (0, 1))
    return "\n".join(
        (
            row(
                "start to first painted window",
                f"bare QMainWindow {bare * 1000:.0f} ms",
                f"{ours * 1000:.0f} ms = {ours / bare:.2f}x",
                "<= 1.5x, aim 1.25x",
            ),
            row(
                "memory then",
                f"bare QMainWindow {thin:.0f} MB",
                f"{fat:.0f} MB = {fat / thin:.2f}x",
                "<= 1.6x",
            ),
        )
    )
