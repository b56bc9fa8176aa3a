"""What every test may rely on: no screen, no surprise dialogs, an own data folder, English."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Never

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox

from appealwriter.base import i18n

# Calls that stop the program until somebody answers.
ASKING = {
    QDialog: ("exec",),
    QFileDialog: (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    QInputDialog: ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QMessageBox: ("about", "critical", "exec", "information", "open", "question", "warning"),
}


@pytest.fixture(autouse=True)
def no_surprise_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that the test did not ask for fails it instead of hanging it."""
    for kind, names in ASKING.items():
        for name in names:
            monkeypatch.setattr(kind, name, _refusal(kind, name))


def _refusal(kind: type, name: str):
    def refuse(*given: object, **named: object) -> Never:
        raise AssertionError(f"unexpected dialog: {_words(given, named) or kind.__name__}")

    return staticmethod(refuse) if name.startswith("get") else refuse


def _words(given: tuple[object, ...], named: dict[str, object]) -> str:
    """What the dialog would have said: its own text and title, or those it was called with."""
    said = [part for part in (*given, *named.values()) if isinstance(part, str)]
    for dialog in given[:1]:
        if isinstance(dialog, QMessageBox):
            said.append(dialog.text())
        elif isinstance(dialog, QDialog):
            said += [dialog.windowTitle(), type(dialog).__name__]
    return " / ".join(part for part in said if part)


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that stands for the user's own; no test sees the real one."""
    folder = tmp_path / "appealwriter-data"
    monkeypatch.setenv("APPEALWRITER_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test begins in English, whatever the system or the test before it spoke."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "en_US.UTF-8")
    i18n.set_language("en")
    yield
    i18n.set_language("en")
