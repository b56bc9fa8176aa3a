"""Files a notice or a letter may come in, as text; every bad file gets a sentence of its own."""

import codecs
import email
import email.policy
import io
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage, MIMEPart
from html.parser import HTMLParser
from pathlib import PurePath
from xml.etree.ElementTree import ParseError

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr

LARGEST = 20_000_000
ENDINGS = (".txt", ".md", ".eml", ".html", ".htm", ".pdf", ".docx")

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_HEADERS = ("Date", "From", "Subject")
_LINES = ("p", "div", "br", "hr", "tr", "li", "ul", "ol", "table", "pre", "title", "blockquote")
_PARTS = ("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer")
_BLOCKS = frozenset((*_LINES, *_PARTS))
_SILENT = frozenset(("script", "style", "head", "template", "noscript"))
_WORD_TEXT_AT_MOST = 200_000_000


def notice_text(name: str, data: bytes) -> str:
    """The text of the file `name`, chosen by its ending.

    Raises BadInput where the file is empty, too large, of another kind than its name says,
    damaged, or holds no text.
    """
    _refuse(name, data)
    ending = PurePath(name).suffix.lower()
    if ending not in _READERS:
        raise BadInput(
            tr("Files of the kind {ending} cannot be read.", ending=ending),
            tr("Use one of these: {endings}.", endings=" ".join(ENDINGS)),
        )
    text = _READERS[ending](name, data)
    if not text.strip():
        raise _no_text(name)
    return text


def _refuse(name: str, data: bytes) -> None:
    """Raise BadInput for what needs no reading: nothing, too much, or a picture."""
    if not data.strip():
        raise BadInput(tr("The file {file} is empty.", file=name), tr("Choose another file."))
    if len(data) > LARGEST:
        raise BadInput(
            tr("The file {file} is larger than 20 MB.", file=name),
            tr("Copy its text and paste it instead."),
        )
    if data.startswith(_PICTURES):
        raise BadInput(
            tr("The file {file} is a picture; its words cannot be read.", file=name),
            tr("Type its text, or copy it from where the picture was taken."),
        )


def _no_text(name: str) -> BadInput:
    return BadInput(
        tr("The file {file} holds no text.", file=name),
        tr("It may be a scan. Copy the text from where it came and paste it instead."),
    )


def _damaged(name: str) -> BadInput:
    return BadInput(
        tr("The file {file} is damaged, or is not what its name says.", file=name),
        tr("Save it again, or copy its text and paste it."),
    )


def _decoded(name: str, data: bytes) -> str:
    """Bytes as text: by byte order mark, else UTF-8, else the likelier of GB 18030 and CP 1251."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as wrong:
                raise _damaged(name) from wrong
    if b"\x00" in data:
        raise _damaged(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    guesses = [_or_nothing(data, encoding) for encoding in ("gb18030", "cp1251")]
    read = [(_strangeness(text), text) for text in guesses if text]
    if not read:
        raise BadInput(
            tr("The writing of the file {file} is not known.", file=name),
            tr("Save it as UTF-8, or copy its text and paste it."),
        )
    return min(read, key=lambda one: one[0])[1]


def _or_nothing(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _strangeness(text: str) -> float:
    """The share of letters that stand in neither common Han, lower-case Cyrillic nor Latin."""
    odd = common = 0
    for letter in text:
        if letter.isascii():
            continue
        small_russian = "а" <= letter <= "я" or letter == "ё"
        # GB 2312's first level, by far the most written Han characters, sorts before 0xD8.
        first_level = "\u4e00" <= letter <= "\u9fff" and letter.encode("gb18030")[0] < 0xD8
        if small_russian or first_level or letter in ",。:;!?、()《》“”«»—№":
            common += 1
        else:
            odd += 1
    return odd / max(1, odd + common)


class _Page(HTMLParser):
    """Collects the visible words of a page; block elements begin a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")
        if tag == "head":
            self.silent = 0

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(" ".join(data.split()) if data.strip() else " ")
            if data[-1:].isspace():
                self.parts.append(" ")


def _page(name: str, data: bytes) -> str:
    return _html(_decoded(name, data))


def _html(markup: str) -> str:
    page = _Page()
    page.feed(markup)
    page.close()
    lines = [" ".join(line.split()) for line in "".join(page.parts).split("\n")]
    return "\n".join(line for line in lines if line and line != "-")


def _mail(name: str, data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise _damaged(name)
    top = [f"{header}: {message[header]}" for header in _HEADERS if message[header]]
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise _no_text(name)
    text = _part(name, body)
    if not text.strip() and (other := message.get_body(preferencelist=("html",))):
        text = _part(name, other)
    if not text.strip():
        raise _no_text(name)
    return "\n".join((*top, "", text))


def _part(name: str, part: MIMEPart) -> str:
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset()
    try:
        text = data.decode(charset) if charset else _decoded(name, data)
    except (LookupError, UnicodeDecodeError):
        text = _decoded(name, data)
    return _html(text) if part.get_content_subtype() == "html" else text


def _pdf(name: str, data: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415  costs 100 ms, only needed for a PDF
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    if not data.lstrip()[:5] == b"%PDF-":
        raise _damaged(name)
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise _damaged(name) from wrong
    return "\n".join(pages)


def _docx(name: str, data: bytes) -> str:
    from docx import Document  # noqa: PLC0415  costs 150 ms, only needed for Word
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from docx.table import Table  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _WORD_TEXT_AT_MOST:
                raise _damaged(name)
        document = Document(io.BytesIO(data))
        lines: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                lines += [" ".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    except (zipfile.BadZipFile, OpcError, KeyError, ValueError, ParseError, SyntaxError) as wrong:
        raise _damaged(name) from wrong
    return "\n".join(lines)


_READERS: Mapping[str, Callable[[str, bytes], str]] = {
    "": _decoded,
    ".txt": _decoded,
    ".md": _decoded,
    ".eml": _mail,
    ".html": _page,
    ".htm": _page,
    ".pdf": _pdf,
    ".docx": _docx,
}
