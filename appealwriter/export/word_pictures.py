"""Pages of the evidence in the Word file: each on a page of its own, under its caption."""

from collections.abc import Sequence
from html import escape
from io import BytesIO

from docx.document import Document

from appealwriter.base.text import clean_line
from appealwriter.export.annexes import Picture
from appealwriter.export.word_runs import runs_xml

_EMU_PER_MM = 36000
_CAPTION_ROOM = 22  # millimetres of a page that caption and spacing take
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INLINE = (
    '<w:r><w:drawing><wp:inline {names} distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="Picture {id}" '
    'descr="{alt}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
    "</wp:cNvGraphicFramePr><a:graphic><a:graphicData "
    'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="Picture {id}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r>"
)
_FIRST_ID = 1000  # ids of drawings must differ from those in a letterhead's header


def pictures_xml(
    document: Document, pictures: Sequence[Picture], language: str, room: tuple[float, float]
) -> str:
    """Every picture on its own page as the inside of w:body; the bytes go into `document`.

    `room` is width and height between the margins, in millimetres.
    """
    caption = document.styles["Caption"].style_id
    body = document.styles["Normal"].style_id
    pieces: list[str] = []
    for number, picture in enumerate(pictures, _FIRST_ID):
        part, _ = document.part.get_or_add_image(BytesIO(picture.data))
        words = clean_line(picture.caption)
        width, height = _fitted(picture, room)
        drawing = _INLINE.format(
            names=_NAMESPACES,
            width=width,
            height=height,
            id=number,
            alt=escape(words),
            part=part,
        )
        pieces.append(
            f'<w:p><w:pPr><w:pStyle w:val="{caption}"/><w:keepNext/><w:pageBreakBefore/></w:pPr>'
            f'{runs_xml(words, language)}</w:p><w:p><w:pPr><w:pStyle w:val="{body}"/>'
            f'<w:spacing w:line="240" w:lineRule="auto"/></w:pPr>{drawing}</w:p>'
        )
    return "".join(pieces)


def _fitted(picture: Picture, room: tuple[float, float]) -> tuple[int, int]:
    """Width and height in EMU: as large as the page allows, but not blown up beyond 96 dpi."""
    width, height = room[0], room[1] - _CAPTION_ROOM
    scale = min(width / picture.width, height / picture.height, 25.4 / 96)
    return (
        max(1, round(picture.width * scale * _EMU_PER_MM)),
        max(1, round(picture.height * scale * _EMU_PER_MM)),
    )
