"""Process start to the first painted window and to the list of cases, against a bare window."""

import os
import re
import subprocess
import sys
import tempfile
import time
from statistics import median

from benchmarks.timing import row

_REPORT = """
import resource
def report(word):
    print(word, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
"""
_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (report("PAINTED"), report("READY")))
app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("Appeal Writer"))
window.show()
app.exec()
"""
_OURS = """
from PySide6.QtCore import QTimer
from appealwriter.ui import app
from appealwriter.ui.window import MainWindow
paint, begin = MainWindow.paintEvent, MainWindow.begin
def painted(self, event):
    QTimer.singleShot(0, lambda: report("PAINTED"))
    paint(self, event)
def begun(self, *views):
    begin(self, *views)
    QTimer.singleShot(0, lambda: report("READY"))
MainWindow.paintEvent, MainWindow.begin = painted, begun
app.run()
"""
ROUNDS = 9


def _one(code: str, folder: str) -> tuple[float, float, float]:
    """Seconds to the first paint and to the list, and peak memory in MB then."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "APPEALWRITER_DATA": folder}
    started = time.perf_counter()
    found: dict[str, float] = {}
    with subprocess.Popen(
        [sys.executable, "-c", _REPORT + code],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        for line in process.stdout or ():
            if told := re.match(r"(PAINTED|READY) (\d+)", line):
                found.setdefault(told[1], time.perf_counter() - started)
            if told and told[1] == "READY":
                process.kill()
                return found["PAINTED"], found["READY"], int(told[2]) / 1024
    raise RuntimeError(code)


def main() -> str:
    """Three rows of the table: first paint, list of cases, memory."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(_one(_OURS, folder), _one(_BARE, folder)) for _ in range(ROUNDS + 1)][1:]
    ours, bare = ([median(pair[n][k] for pair in pairs) for k in range(3)] for n in (0, 1))
    floor = f"bare QMainWindow {bare[0] * 1000:.0f} ms"
    return "\n".join(
        (
            row("start to first painted window", floor, _ratio(ours[0], bare[0]), "<= 1.5x"),
            row("start to the list of cases", floor, _ratio(ours[1], bare[0]), "-"),
            row(
                "memory then",
                f"bare QMainWindow {bare[2]:.0f} MB",
                f"{ours[2]:.0f} MB = {ours[2] / bare[2]:.2f}x",
                "<= 1.6x",
            ),
        )
    )


def _ratio(ours: float, floor: float) -> str:
    return f"{ours * 1000:.0f} ms = {ours / floor:.2f}x"
