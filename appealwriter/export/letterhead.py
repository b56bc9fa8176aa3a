"""The seller's own Word file as base of the letter: its header, footer, logo and styles stay.

What a letter needs and the file lacks is added from the program's own base. What names its author,
his computer or his folders is taken out.
"""

import zipfile
import zlib
from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr

_MOST_BYTES = 20_000_000
_MOST_UNPACKED = 200_000_000
_REFERENCES = ("basedOn", "next", "link")
_TELLING = ("extended-properties", "custom-properties", "thumbnail", "customXml")
_TELLING_PARTS = (
    "attachedTemplate",
    "stylesWithEffects",
    "comments",
    "commentsExtended",
    "people",
    "customXml",
)
_LISTS = {"List Number": "decimal", "List Bullet": "bullet"}


# What zip, lxml and python-docx say of a damaged or foreign file, found by damaging thousands.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, PackageNotFoundError, InvalidXmlError, SyntaxError, OSError,
    LookupError, ValueError, TypeError, AttributeError, NotImplementedError, RuntimeError,
)  # fmt: skip


def open_letterhead(data: bytes, base: WordDocument) -> WordDocument:
    """The seller's file without its text, with the styles and lists of `base` that it lacks.

    Raises BadInput where it is no Word file that can be used.
    """
    if len(data) > _MOST_BYTES:
        raise BadInput(
            tr("The letterhead is larger than 20 MB."),
            tr("Make its pictures smaller in Word and choose it again."),
        )
    try:
        _check_package(data)
        document = Document(BytesIO(data))
        _empty(document)
        _drop_telling_parts(document)
        _add_styles(document, base)
        _add_lists(document, base)
        _try_out(document)
    except _BROKEN as error:
        raise BadInput(
            tr("The letterhead is no Word file (.docx) that can be read."),
            tr(
                "Open it in Word, save it as “Word document (.docx)” without a password, and "
                "choose it again."
            ),
        ) from error
    return document


def _try_out(document: WordDocument) -> None:
    """Reach for all that the letter will use, so that a fault is found here and nowhere else."""
    for section in document.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                list(part.paragraphs)
    document.save(BytesIO())


def _check_package(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        if sum(info.file_size for info in archive.infolist()) > _MOST_UNPACKED:
            raise ValueError(len(data))
        if "word/document.xml" not in archive.namelist():
            raise ValueError(len(data))


def _empty(document: WordDocument) -> None:
    """Only the last section's paper stays, with the headers and footers that it has or inherits."""
    body = document.element.body
    last = body.get_or_add_sectPr()
    inherited: dict[tuple[str, str], BaseOxmlElement] = {}
    for section in body.iter(qn("w:sectPr")):
        for each in section.iterchildren(qn("w:headerReference"), qn("w:footerReference")):
            inherited[each.tag, str(each.get(qn("w:type")))] = each
    for each in reversed(inherited.values()):
        last.insert(0, each)
    for child in list(body):
        if child is not last:
            body.remove(child)


def _drop_telling_parts(document: WordDocument) -> None:
    settings = document.settings.element  # made here where the file has none
    (kept,) = (r.target_part for r in document.part.rels.values() if r.reltype == RT.SETTINGS)
    for rels, unwanted in (
        (document.part.package.rels, _TELLING),
        (document.part.rels, _TELLING_PARTS),
        (kept.rels, _TELLING_PARTS),
    ):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(unwanted)]:
            del rels[key]
    for name in ("w:attachedTemplate", "w:documentProtection", "w:trackRevisions", "w:rsids"):
        for found in settings.findall(qn(name)):
            settings.remove(found)
    properties = document.core_properties._element
    properties[:] = []


def _add_styles(document: WordDocument, base: WordDocument) -> None:
    """Copy what is missing, by name: ids differ from one Word to another."""
    have = {_key(style): style.get(qn("w:styleId")) for style in _styles(document)}
    taken = set(have.values())
    ids: dict[str, str] = {}
    added: list[BaseOxmlElement] = []
    for style in _styles(base):
        own = style.get(qn("w:styleId"))
        if (there := have.get(_key(style))) is not None:
            ids[own] = there
            continue
        ids[own] = _free(own, taken)
        taken.add(ids[own])
        added.append(deepcopy(style))
    for style in added:
        style.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
        style.attrib.pop(qn("w:default"), None)
        for name in _REFERENCES:
            if (reference := style.find(qn(f"w:{name}"))) is not None:
                value = reference.get(qn("w:val"))
                reference.set(qn("w:val"), ids.get(value, value))
        document.styles.element.append(style)


def _styles(document: WordDocument) -> list[BaseOxmlElement]:
    return list(document.styles.element.findall(qn("w:style")))


def _key(style: BaseOxmlElement) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    called = name.get(qn("w:val")) if name is not None else ""
    return style.get(qn("w:type")) or "paragraph", str(called).lower()


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{number}", number + 1
    return name


def _add_lists(document: WordDocument, base: WordDocument) -> None:
    """Our two kinds of list, whatever the file's own styles count with."""
    numbering = _numbering(document)
    ours = base.part.numbering_part.element
    used = [int(each.get(qn("w:abstractNumId"))) for each in numbering.findall(qn("w:abstractNum"))]
    next_id = max(used, default=-1) + 1
    for name, form in _LISTS.items():
        abstract = deepcopy(_abstract(ours, form))
        abstract.set(qn("w:abstractNumId"), str(next_id))
        abstract.remove(abstract.find(qn("w:nsid")))  # Word joins lists that share it
        style = document.styles[name]
        abstract.find(qn("w:lvl")).find(qn("w:pStyle")).set(qn("w:val"), style.style_id)
        _insert(numbering, abstract)
        number = numbering.add_num(next_id)
        paragraph = style.element.get_or_add_pPr()
        paragraph.get_or_add_numPr().get_or_add_numId().val = number.numId
        next_id += 1


def _abstract(numbering: BaseOxmlElement, form: str) -> BaseOxmlElement:
    kinds: dict[str, BaseOxmlElement] = {
        each.find(qn("w:lvl")).find(qn("w:numFmt")).get(qn("w:val")): each
        for each in numbering.findall(qn("w:abstractNum"))
    }
    return kinds[form]


def _insert(numbering: BaseOxmlElement, abstract: BaseOxmlElement) -> None:
    """Word wants every abstractNum before the first num."""
    first = numbering.find(qn("w:num"))
    if first is None:
        numbering.append(abstract)
    else:
        first.addprevious(abstract)


def _numbering(document: WordDocument) -> BaseOxmlElement:
    """The file's own lists; an empty part where it has none."""
    part = document.part
    if not any(rel.reltype == RT.NUMBERING for rel in part.rels.values()):
        name = PackURI("/word/numbering.xml")
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
        made = NumberingPart.load(name, kind, _EMPTY_LISTS, part.package)
        part.relate_to(made, RT.NUMBERING)
    element: BaseOxmlElement = part.numbering_part.element
    return element


_EMPTY_LISTS = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
