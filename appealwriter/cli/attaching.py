"""The files that ANSWERS.json names as evidence: found beside it, read, and nothing else read."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.cli.output import read_bytes
from appealwriter.model.case import Case, Exhibit


def attached(before: Case, case: Case, folder: Path) -> tuple[Case, Mapping[str, bytes]]:
    """`case`, whose whole evidence was just named, with the files in `folder`, and their bytes by
    hash. A file that is not there keeps what the case `before` had of it.

    Raises BadInput for a file that is nowhere, or lies outside of `folder`.
    """
    known = {exhibit.id: exhibit.file for exhibit in before.evidence}
    found: list[Exhibit] = []
    evidence: dict[str, bytes] = {}
    for n, exhibit in enumerate(case.evidence):
        path = f"evidence/{n}/file"
        data, name = _bytes(path, exhibit.file, folder), PurePosixPath(exhibit.file).name
        if data is not None:
            digest = sha256(data).hexdigest()
            evidence[digest] = data
            found.append(replace(exhibit, file=name, hash=digest, size=len(data)))
        elif not exhibit.file:
            found.append(exhibit)
        elif known.get(exhibit.id) in (exhibit.file, name):
            found.append(replace(exhibit, file=known[exhibit.id]))
        else:
            raise BadInput(
                tr("{path}: there is no file “{file}” here.", path=path, file=exhibit.file[:80]),
                tr("Put it into the folder of the answers, or correct its name."),
            )
    return replace(case, evidence=tuple(found)), evidence


def _bytes(path: str, file: str, folder: Path) -> bytes | None:
    """What `file` holds; None where no file is named or there."""
    if not file:
        return None
    given = PureWindowsPath(file)  # takes both slashes, and knows drives
    if given.anchor or ".." in given.parts or PurePosixPath(file).is_absolute():
        raise BadInput(
            tr(
                "{path}: “{file}” leads out of the folder of the answers.",
                path=path,
                file=file[:80],
            ),
            tr("Put the file beside the answers and name it without “..” and drive."),
        )
    try:
        there = (folder / file).is_file()
    except (OSError, ValueError):  # a name that no system takes
        there = False
    return read_bytes(str(folder / file)) if there else None
