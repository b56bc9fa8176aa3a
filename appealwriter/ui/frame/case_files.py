"""Case files by the system's own file dialogs: save one, read one."""

import re
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from appealwriter.base.i18n import tr
from appealwriter.model.case import Case
from appealwriter.store.atomic import write_atomic
from appealwriter.store.casefile import CaseFile, load_case, write_case
from appealwriter.store.drafts import Drafts

ENDING = ".appeal"
_BAD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def ask_open(parent: QWidget) -> Path | None:
    """The case file the person chooses."""
    name, _ = QFileDialog.getOpenFileName(
        parent, tr("Open case file"), "", tr("Case files ({ending})", ending=f"*{ENDING}")
    )
    return Path(name) if name else None


def ask_save(parent: QWidget, case: Case, drafts: Drafts, today: date, folder: str) -> Path | None:
    """Ask for a place and write `case` with its evidence there; None where nobody chose one.
    Raises StoreError."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        tr("Save case file"),
        str(Path(folder) / file_name(case, today)),
        tr("Case files ({ending})", ending=f"*{ENDING}"),
    )
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() != ENDING:
        path = path.with_name(path.name + ENDING)
    write_atomic(path, write_case(case, drafts.file_bytes))
    return path


def file_name(case: Case, today: date) -> str:
    """A name that any system takes and that tells two shops apart."""
    shop = _BAD.sub(" ", case.sender.shop or case.title or tr("Case")).strip(" .")
    return f"{shop[:60]}_{case.reason}_{today.isoformat()}{ENDING}"


def keep_evidence(file: CaseFile, drafts: Drafts) -> None:
    """Keep the evidence that came with a case file. Raises StoreError."""
    for data in file.evidence.values():
        drafts.keep_bytes(data)


__all__ = ["ask_open", "ask_save", "file_name", "keep_evidence", "load_case"]
