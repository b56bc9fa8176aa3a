"""A last look at the files of the evidence before they leave: what a reviewer could not open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from appealwriter.base.i18n import tr
from appealwriter.export.evidence_files import HEIC, PDF, is_renamed, kind_of

MOST_TOGETHER = 20_000_000
"""Bytes that most mailboxes still take."""

_PASSWORD = 4  # PDFium's number for it


@dataclass(frozen=True, slots=True)
class Concern:
    """What is wrong with exhibit `number` (0: with all of them) and what to do about it, as whole
    sentences in the interface language."""

    number: int
    what: str
    advice: str


def preflight(files: Sequence[tuple[str, bytes | None]]) -> tuple[Concern, ...]:
    """What to mend in `files`: (name with ending, bytes) in the order of the exhibits; None for
    one that is only named, which is no flaw here."""
    found = [
        Concern(number, *told)
        for number, (name, data) in enumerate(files, 1)
        if data is not None
        for told in _flaws(number, name, data)
    ]
    total = sum(len(data or b"") for _, data in files)
    if total > MOST_TOGETHER:
        found.append(_too_large(total))
    return tuple(found)


def _flaws(number: int, name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The first flaw of a file; more would only repeat it."""
    if not data:
        yield (
            tr("Exhibit {n}, {file}, is empty.", n=number, file=name),
            tr("Choose the file again in step 7."),
        )
    elif kind_of(data) == HEIC:
        yield (
            tr("Exhibit {n}, {file}, is a phone's HEIC photo.", n=number, file=name),
            tr("Save it as JPEG: platforms and Windows may not open HEIC."),
        )
    elif is_renamed(name, data):
        yield (
            tr("Exhibit {n}, {file}, is not what its name ends in.", n=number, file=name),
            tr("Open it in its own program and save it anew; a changed ending does not convert."),
        )
    elif kind_of(data) == PDF:
        yield from _pdf_flaws(number, name, data)


def _pdf_flaws(number: int, name: str, data: bytes) -> Iterator[tuple[str, str]]:
    import pypdfium2  # noqa: PLC0415  40 ms, seldom needed

    try:
        pypdfium2.PdfDocument(data).close()
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            yield (
                tr("Exhibit {n}, {file}, asks for a password.", n=number, file=name),
                tr("Save it without one: a reviewer who cannot open it counts it as missing."),
            )
        else:
            yield (
                tr("Exhibit {n}, {file}, is a damaged PDF.", n=number, file=name),
                tr("Save or scan it again, then choose it in step 7."),
            )


def _too_large(total: int) -> Concern:
    return Concern(
        0,
        tr("All exhibits together have {size} MB.", size=round(total / 1_000_000)),
        tr("Most mailboxes take less: send fewer files at once, or make the scans smaller."),
    )
