"""When the program itself is at fault: save first, then say so, with a report that tells nothing
private: versions, platform, reason, step and the places in the code."""

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from appealwriter import __version__
from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.parts import Button, label


class CrashGuard:
    """Stands behind every slot. `step` tells which step is open."""

    def __init__(self, desk: Desk, step: Callable[[], str]) -> None:
        self._desk = desk
        self._step = step
        self._showing = False

    def install(self) -> None:
        """Hear of every failure that nobody caught."""
        sys.excepthook = self.caught

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell expected bad news as such; save and show the crash window for all else."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, AppealError):
            self._desk.trouble.emit(error)
            return
        traceback.print_exception(kind, error, trace)
        if self._showing:  # one window, however many failures follow
            return
        self._showing, saved = True, False
        try:
            saved = self._desk.save()
        finally:  # a second failure must not hide the first
            CrashWindow(report(kind, trace, self._facts()), saved).exec()
            self._showing = False

    def _facts(self) -> dict[str, str]:
        case = self._desk.session.case if self._desk.has_case else None
        return {
            "platform": case.platform if case else "",
            "reason": (case.reason_detail or case.reason) if case else "",
            "step": str(self._step()) if case else "",
        }


def report(kind: type[BaseException], trace: TracebackType | None, facts: dict[str, str]) -> str:
    """What went wrong and where. No message of the error, no path of the PC, nothing of the
    case beyond `facts`: a message may quote what the seller wrote."""
    places = [
        f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    lines = [
        f"Appeal Writer {__version__}",
        f"Python {platform.python_version()}, PySide {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
        *(f"{name}: {value}" for name, value in facts.items() if value),
        kind.__name__,
        *places,
    ]
    return "\n".join(lines)


def _place(file: str) -> str:
    parts = Path(file).parts
    if "appealwriter" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("appealwriter") :])
    return parts[-1]


class CrashWindow(QDialog):
    """Says that the work is safe, and offers the report to be copied."""

    def __init__(self, text: str, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something in the program failed"))
        self.resize(560, 400)
        safe = (
            tr("Your case is saved. You can go on.")
            if saved
            else tr("Your case could not be saved. Use “Save case file…” in the case's menu now.")
        )
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("Report"))
        copy = Button(tr("Copy the report"), icon="copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        close = Button(tr("Go on"), role="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.addWidget(label(safe, "body", bold=True, wrap=True))
        column.addWidget(
            label(
                tr(
                    "The report below holds versions, platform, reason, step and places in the "
                    "code. It holds nothing you wrote. It is sent nowhere."
                ),
                "dense",
                "text2",
                wrap=True,
            )
        )
        column.addWidget(shown, 1)
        column.addWidget(buttons)


def tell(error: AppealError, parent: QWidget | None = None) -> None:
    """A box for bad news before there is a window that could show it."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Appeal Writer", error.what, parent=parent)
    box.setInformativeText(error.advice)
    box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()
