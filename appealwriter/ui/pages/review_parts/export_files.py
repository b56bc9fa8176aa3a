"""The files an export makes: their names and bytes. Nothing here touches the disk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.drafting.exhibits import NAMES, exhibit_files
from appealwriter.drafting.handover import Extras, steps_text, with_tables, word_file
from appealwriter.export.annexes import Step
from appealwriter.export.names import file_name, safe_name
from appealwriter.export.package import write_package
from appealwriter.export.pairs import read_back
from appealwriter.export.plain import write_text
from appealwriter.export.preflight import Concern, preflight
from appealwriter.export.redact import private_names, redacted
from appealwriter.export.web import write_html
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Letter
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.review_parts.names import reason_words
from appealwriter.ui.pages.review_parts.send_check import left_out, without_glyphs
from appealwriter.ui.pdf import missing_glyphs, write_pdf

FORMATS = ("docx", "pdf", "txt", "html", "zip")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to export: a format of FORMATS, what goes with it, and which copies beside it."""

    ending: str
    read_back: bool = False
    redacted: bool = False
    draft: bool = False
    extras: Extras = field(default_factory=Extras)


@dataclass(frozen=True, slots=True)
class Exported:
    """Names and bytes of the files, the letter first, and what to mend before they are sent."""

    files: tuple[tuple[str, bytes], ...]
    concerns: tuple[Concern, ...]


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
    draft: Draft,
    name: str,
    wanted: Wanted,
    evidence: Callable[[str], bytes | None],
    shelf: Shelf,
    step: Step | None = None,
) -> Exported:
    """The letter and its copies; `step` is told before each page of the exhibits.

    Raises StoreError where an exhibit cannot be read, BadInput where the letterhead is no Word
    file, and whatever `step` raises.
    """
    files, unread = _exhibits(draft, wanted, evidence)
    if wanted.ending == "txt":
        data, concerns = _written(draft.letter, "txt"), list[Concern]()
    else:
        letter = with_tables(draft, shelf, wanted.extras)
        steps = steps_text(shelf.for_case(draft.case), language())
        data, concerns = _with_extras(letter, files, wanted, steps, step)
    named = [
        (exhibit.file, data if exhibit.hash else None)
        for exhibit, (_, data) in zip(draft.case.evidence, files, strict=False)
    ]
    made = ((name, data), *_copies(draft, name, wanted))
    return Exported(made, (*unread, *preflight(named), *concerns))


def _exhibits(
    draft: Draft, wanted: Wanted, evidence: Callable[[str], bytes | None]
) -> tuple[list[tuple[str, bytes]], list[Concern]]:
    """The files of the exhibits. Where they do not go into the file that is made, one that cannot
    be read is a concern and no reason to withhold the letter."""
    try:
        return exhibit_files(draft.case, evidence), []
    except StoreError as error:
        if wanted.ending == "zip" or wanted.extras.annexes:
            raise
        return [], [Concern(0, error.what, error.advice)]


def _with_extras(
    letter: Letter, files: list[tuple[str, bytes]], wanted: Wanted, steps: str, step: Step | None
) -> tuple[bytes, list[Concern]]:
    if wanted.ending in ("html", "pdf"):
        glyphs = missing_glyphs(letter) if wanted.ending == "pdf" else ""
        return _written(letter, wanted.ending), without_glyphs(glyphs)
    docx, unshown = word_file(letter, files, wanted.extras, step)
    if wanted.ending == "docx":
        return docx, left_out(unshown)
    package = write_package(
        letter, files, NAMES[letter.language], docx=docx, pdf=write_pdf(letter), steps=steps
    )
    return package, [*left_out(unshown), *without_glyphs(missing_glyphs(letter))]


def _copies(draft: Draft, name: str, wanted: Wanted) -> list[tuple[str, bytes]]:
    """The copies that stay with the seller: without tables and annexes."""
    copies = "docx" if wanted.ending == "zip" else wanted.ending
    stem = name.removesuffix(f".{wanted.ending}")
    beside: list[tuple[str, Letter]] = []
    if wanted.read_back:
        words = tr("read-back")
        beside.append((f"{stem}_{words}", read_back(draft.letter)))
    if wanted.redacted:
        covered = redacted(draft.letter, private_names(draft.case))
        nobody = _without_shop(stem, draft.case.sender.shop)
        words = tr("redacted")
        beside.append((f"{nobody}_{words}", covered))
    return [(safe_name(each, copies), _written(copy, copies)) for each, copy in beside]


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
