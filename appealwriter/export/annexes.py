"""Pictures and PDF pages of the evidence, made ready to stand in the letter's Word file.

Only copies are touched: turned upright, made small enough, freed of camera, place and author. The
originals go into the package as they are.
"""

import struct
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from appealwriter.export.additions import added
from appealwriter.export.evidence_files import PDF, PICTURES, kind_of

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 80_000_000
"""A picture of more is not opened: a small file can unfold to gigabytes."""

_LONGEST_SIDE = 1800  # pixels; 200 to the inch on the paper's width
_PDF_INCH = 150  # pixels to the inch for a page of a PDF
_MOST_PAGES = 40  # of one PDF
_MOST_BYTES = 40_000_000  # of all pictures together
_QUALITY = 85
# What Pillow says of a damaged picture, found by damaging 80,000 of them.
_DAMAGED = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, OverflowError, struct.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exhibited:
    """An exhibit's file as the letter numbers it: number from 1, its title, its bytes."""

    number: int
    title: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of an annex as JPEG, `width` and `height` in pixels, with its caption."""

    data: bytes
    width: int
    height: int
    caption: str


@dataclass(frozen=True, slots=True)
class Annexes:
    """The pages that can be shown, and the titles of the exhibits that cannot, or not whole."""

    pictures: tuple[Picture, ...] = ()
    left_out: tuple[str, ...] = ()


Step = Callable[[int], None]
"""Told an exhibit's number before each of its pages; what it raises ends the work."""


def annexes(exhibits: Iterable[Exhibited], language: str, step: Step | None = None) -> Annexes:
    """Every picture and PDF page of `exhibits`, captioned in the letter's `language`.

    What cannot be read, is encrypted or would make the file too large is named in `left_out`.
    """
    pictures: list[Picture] = []
    left_out: list[str] = []
    room = _MOST_BYTES
    for exhibit in exhibits:
        pages, whole = _pages(exhibit, room, step)
        room -= sum(len(data) for data, _, _ in pages)
        pictures += _captioned(exhibit, pages, language)
        if not whole:
            left_out.append(exhibit.title)
    return Annexes(tuple(pictures), tuple(left_out))


def can_draw() -> bool:
    """Whether pictures and PDF pages can be read at all: a build may have lost a library."""
    try:
        from PIL import Image  # noqa: PLC0415

        for form in ("PNG", "PDF"):
            stream = BytesIO()
            Image.new("RGB", (8, 8)).save(stream, form)
            if annexes([Exhibited(1, form, stream.getvalue())], "en").left_out:
                return False
    except (ImportError, OSError):
        return False
    return True


_Page = tuple[bytes, int, int]


def _pages(exhibit: Exhibited, room: int, step: Step | None) -> tuple[list[_Page], bool]:
    """The pages of one exhibit that `room` (bytes) takes, and whether they are all."""
    kind = kind_of(exhibit.data)
    if kind not in (*PICTURES, PDF):
        return [], False
    pages: list[_Page] = []
    try:
        for image in _pdf_pages(exhibit.data) if kind == PDF else _frames(exhibit.data):
            if step:
                step(exhibit.number)
            page = _as_jpeg(image)
            room -= len(page[0])
            if room < 0:
                return pages, False
            pages.append(page)
    except (_Unreadable, *_DAMAGED):
        return pages, False
    return pages, True


class _Unreadable(Exception):
    """The file is damaged, encrypted, or too large to be opened."""


def _frames(data: bytes) -> Iterator["Image"]:
    """The picture; of one that moves or has pages, the first."""
    from PIL import Image, ImageOps  # noqa: PLC0415  30 ms, seldom needed

    try:
        # Odd camera data is told as a warning; it is stripped anyway.
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise _Unreadable
            image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))  # a JPEG is read smaller at once
            yield ImageOps.exif_transpose(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _Unreadable from error


def _pdf_pages(data: bytes) -> Iterator["Image"]:
    import pypdfium2  # noqa: PLC0415  40 ms, seldom needed

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _Unreadable from error
    try:
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            longest = max(page.get_size()) or 1
            scale = min(_PDF_INCH / 72, _LONGEST_SIDE / longest)
            yield page.render(scale=scale, draw_annots=True).to_pil()
        if len(document) > _MOST_PAGES:
            raise _Unreadable
    except pypdfium2.PdfiumError as error:
        raise _Unreadable from error
    finally:
        document.close()


def _as_jpeg(image: "Image") -> _Page:
    """A bounded copy on white, with nothing of the original but its pixels."""
    from PIL import Image  # noqa: PLC0415

    image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGB", image.size, "white")
    seen_through = image.convert("RGBA") if _has_holes(image) else None
    paper.paste(seen_through or image.convert("RGB"), mask=seen_through)
    stream = BytesIO()
    paper.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue(), paper.width, paper.height


def _has_holes(image: "Image") -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _captioned(exhibit: Exhibited, pages: Sequence[_Page], language: str) -> Iterator[Picture]:
    name = "annex_page" if len(pages) > 1 else "annex_caption"
    title = PurePosixPath(exhibit.title).stem if "." in exhibit.title[-6:] else exhibit.title
    for number, (data, width, height) in enumerate(pages, 1):
        caption = added(name, language).format(
            number=exhibit.number, title=title, page=number, pages=len(pages)
        )
        yield Picture(data, width, height, caption)
