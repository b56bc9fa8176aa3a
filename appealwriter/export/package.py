"""Letter and exhibits in one zip, numbered as the letter numbers them."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath

from appealwriter.export.archive import pack
from appealwriter.export.names import safe_name
from appealwriter.export.plain import write_text
from appealwriter.export.word import write_docx
from appealwriter.model.letter import Letter

_NOT_ENCLOSED = "—"


def write_package(
    letter: Letter,
    files: Sequence[tuple[str, bytes]],
    word: str = "Exhibit",
    *,
    docx: bytes = b"",
    pdf: bytes = b"",
    steps: str = "",
) -> bytes:
    """A zip of the letter (Word, text and, where given, PDF), the exhibits and a list of them.

    `files` are (title with ending, bytes) in the order of the exhibits' numbers; one without
    bytes keeps its number in the list and is not enclosed. `word` is what the letter calls an
    exhibit ("Exhibit", "Приложение", "附件"); `docx` is the Word file where it is more than the
    letter alone, `steps` say where to send it all. The list gives size and SHA-256, by which
    anybody can tell that an exhibit is the seller's own, unaltered file.
    """
    named = [(_exhibit_name(word, n, name), data) for n, (name, data) in enumerate(files, 1)]
    listed = "".join(line + "\n" for line in _list(named))
    members = [
        ("Letter.docx", docx or write_docx(letter)),
        *([("Letter.pdf", pdf)] if pdf else []),
        ("Letter.txt", _for_notepad(write_text(letter))),
        *((name, data) for name, data in named if data),
        ("Exhibits.txt", _for_notepad(listed)),
        *([("Steps.txt", _for_notepad(steps))] if steps else []),
    ]
    return pack(members, compress=False)  # pictures, PDF and Word files are packed already


def _exhibit_name(word: str, number: int, name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    stem, ending = path.stem, path.suffix
    return safe_name(f"{word} {number:02} - {stem}", ending)


def _list(named: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    for name, data in named:
        said = f"{len(data):,} bytes\tSHA-256 {sha256(data).hexdigest()}" if data else _NOT_ENCLOSED
        yield f"{name}\t{said}"


def _for_notepad(text: str) -> bytes:
    """UTF-8 with a mark and Windows line ends, so that old Notepad shows Chinese."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
