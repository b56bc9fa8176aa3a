"""The files an export makes: their names and bytes. Nothing here touches the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.drafting.exhibits import NAMES, exhibit_files
from appealwriter.export.names import file_name, safe_name
from appealwriter.export.package import write_package
from appealwriter.export.pairs import read_back
from appealwriter.export.plain import write_text
from appealwriter.export.redact import private_names, redacted
from appealwriter.export.web import write_html
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Letter
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.review_parts.names import reason_words
from appealwriter.ui.pdf import write_pdf

FORMATS = ("docx", "pdf", "txt", "html", "zip")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: a format of FORMATS, and which copies beside it."""

    ending: str
    read_back: bool = False
    redacted: bool = False
    draft: bool = False


def export_name(draft: Draft, shelf: Shelf, today: date, wanted: Wanted) -> str:
    """The file's name: shop, reason, round, day, and "draft" while something is missing."""
    case = draft.case
    return file_name(
        case.sender.shop,
        reason_words(shelf, case),
        len(case.rounds) + 1,
        today.isoformat(),
        draft=wanted.draft,
        ending=wanted.ending,
    )


def export_files(
    draft: Draft, name: str, wanted: Wanted, evidence: Callable[[str], bytes | None]
) -> list[tuple[str, bytes]]:
    """Name and bytes of the letter and of the copies. Raises StoreError where an exhibit cannot
    be read."""
    letter = draft.letter
    if wanted.ending == "zip":
        files = exhibit_files(draft.case, evidence)
        made = [(name, write_package(letter, files, NAMES[letter.language]))]
    else:
        made = [(name, _written(letter, wanted.ending))]
    copies = "docx" if wanted.ending == "zip" else wanted.ending
    stem = name.removesuffix(f".{wanted.ending}")
    beside: list[tuple[str, Letter]] = []
    if wanted.read_back:
        words = tr("read-back")
        beside.append((f"{stem}_{words}", read_back(letter)))
    if wanted.redacted:
        covered = redacted(letter, private_names(draft.case))
        nobody = _without_shop(stem, draft.case.sender.shop)
        words = tr("redacted")
        beside.append((f"{nobody}_{words}", covered))
    for name_of_copy, copy in beside:
        made.append((safe_name(name_of_copy, copies), _written(copy, copies)))
    return made


def _without_shop(stem: str, shop: str) -> str:
    """The name of a copy that is to be shown around does not say whose it is."""
    for written in (safe_name(shop), safe_name(shop).replace(" ", "-")) if shop else ():
        stem = stem.replace(written, "").strip("_- ")
    return stem


def free_path(folder: Path, name: str) -> Path:
    """A path in `folder` where no file is: an earlier export may have been worked on."""
    path = folder / name
    stem, ending = path.stem, path.suffix
    number = 2
    while path.exists():
        path = folder / f"{stem} ({number}){ending}"
        number += 1
    return path


def _written(letter: Letter, ending: str) -> bytes:
    writers: dict[str, Callable[[Letter], bytes]] = {
        "docx": write_docx,
        "pdf": write_pdf,
        "txt": lambda each: write_text(each).replace("\n", "\r\n").encode("utf-8-sig"),
        "html": lambda each: write_html(each).encode(),
    }
    return writers[ending](letter)
