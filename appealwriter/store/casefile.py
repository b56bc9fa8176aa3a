"""The portable case file: a zip of case.json and the kept evidence, safe to read from anybody."""

import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from appealwriter.base.errors import BadInput, StoreError
from appealwriter.base.i18n import tr
from appealwriter.model.case import Case
from appealwriter.store import codec
from appealwriter.store.atomic import explained

_CASE = "case.json"
_EVIDENCE = re.compile(r"evidence/([0-9a-f]{64})")
_TRICK = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|[\x00-\x1f]")

_MOST_BYTES = 500_000_000
_MOST_CASE_BYTES = 50_000_000
_MOST_ENTRIES = 5_000
_MOST_RATIO = 100  # unpacked to packed, looked at above _SMALL bytes: our own JSON packs well
_SMALL = 10_000_000
_LOCKED = 1  # the flag of an entry under a password
_RUBBISH = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case and its evidence by SHA-256.

    `lost` names the files that the case speaks of and that are absent or damaged.
    """

    case: Case
    evidence: Mapping[str, bytes] = field(default_factory=dict)
    lost: tuple[str, ...] = ()


def write_case(case: Case, evidence: Callable[[str], bytes | None]) -> bytes:
    """The case file; `evidence` gives a kept file's bytes by hash, None where there are none.

    The same case and evidence always give the same bytes. Raises StoreError where they are more
    than a case file may hold.
    """
    out, size = BytesIO(), 0
    with zipfile.ZipFile(out, "w") as archive:
        text = codec.encode(case, indent=2).encode()
        size += len(text)
        archive.writestr(_entry(_CASE), text, zipfile.ZIP_DEFLATED)
        for each in sorted({exhibit.hash for exhibit in case.evidence if exhibit.hash}):
            data = evidence(each)
            if data is None:
                continue
            size += len(data)
            if size > _MOST_BYTES:  # it could not be opened again
                raise StoreError(
                    tr("The evidence of this case is too large for one case file."),
                    tr("Make the pictures smaller or take some out: 500 MB fit in."),
                )
            # Stored as it is: pictures and PDF are packed already.
            archive.writestr(_entry(f"evidence/{each}"), data, zipfile.ZIP_STORED)
    return out.getvalue()


def read_case(data: bytes) -> CaseFile:
    """The case in a case file. Nothing is unpacked to disk.

    Raises BadInput for what is no case file, is damaged or dangerous, or comes from a newer
    version. A damaged piece of evidence does not lose the case: it is named in `lost`.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = _safe_entries(archive)
            case = codec.decode(_read(archive, entries[_CASE]))
            evidence = _read_evidence(archive, entries, case)
    except (*_RUBBISH, NotImplementedError) as error:
        if not data.startswith(b"PK"):
            raise BadInput(
                tr("This is not a case file of Appeal Writer."),
                tr("Choose a file whose name ends in .appeal."),
            ) from error
        raise _damaged() from error
    lost = tuple(e.file or e.id for e in case.evidence if e.hash and e.hash not in evidence)
    return CaseFile(case, evidence, lost)


def load_case(path: Path) -> CaseFile:
    """The case in the case file at `path`. Raises BadInput as `read_case`, and StoreError."""
    with explained(path):
        if path.stat().st_size > _MOST_BYTES:
            raise _too_large()
        data = path.read_bytes()
    return read_case(data)


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.create_system = 3
    info.external_attr = 0o600 << 16
    return info


def _safe_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What the archive says it holds, by name, after a look at names and sizes only."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(infos) > _MOST_ENTRIES or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise _too_large()
    if any(_TRICK.search(name) for name in names) or len(set(names)) < len(names):
        raise _suspicious()
    for info in infos:
        if info.file_size > max(_SMALL, _MOST_RATIO * info.compress_size):
            raise _suspicious()
    entries = dict(zip(names, infos, strict=True))
    if _CASE not in entries:
        raise BadInput(
            tr("This file holds no case."),
            tr("Choose a file that was saved by Appeal Writer; its name ends in .appeal."),
        )
    if entries[_CASE].file_size > _MOST_CASE_BYTES:
        raise _suspicious()
    return entries


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The entry's bytes, never more than it announced."""
    known = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if not known or info.flag_bits & _LOCKED:
        raise zipfile.BadZipFile(info.filename)
    with archive.open(info) as file:
        return file.read(info.file_size)


def _read_evidence(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], case: Case
) -> dict[str, bytes]:
    wanted = {exhibit.hash for exhibit in case.evidence}
    found = {}
    for name, info in entries.items():
        match = _EVIDENCE.fullmatch(name)
        if match and match[1] in wanted:
            try:
                data = _read(archive, info)
            except _RUBBISH:
                continue
            if hashlib.sha256(data).hexdigest() == match[1]:
                found[match[1]] = data
    return found


def _too_large() -> BadInput:
    return BadInput(
        tr("This case file is too large: Appeal Writer opens up to 500 MB."),
        tr("Ask the sender for a case file with fewer or smaller pictures."),
    )


def _damaged() -> BadInput:
    return BadInput(
        tr("This case file is damaged or locked by a password."),
        tr("Fetch it again, or ask the sender for a new copy. Your own cases are not touched."),
    )


def _suspicious() -> BadInput:
    return BadInput(
        tr("This case file is built in a way that could do harm, so it was not opened."),
        tr("Ask the sender for a file saved by Appeal Writer itself."),
    )
