"""Zip files that are the same bytes whenever and wherever they are written."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the zip format knows no earlier day
_FIRST = ("[Content_Types].xml", "_rels/.rels")  # where Word looks first


def pack(members: Iterable[tuple[str, bytes]], compress: bool = True) -> bytes:
    """A zip of (name, bytes) in the order given; `compress` False only stores them."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0  # else the bytes tell Windows from Linux
            info.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            archive.writestr(info, data)
    return stream.getvalue()


def parts_of(document: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts, in a fixed order and without the dates that a zip carries."""
    return pack(sorted(parts.items(), key=_place))


def _place(part: tuple[str, bytes]) -> tuple[int, str]:
    name = part[0]
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
