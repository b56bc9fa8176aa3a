"""File names that every system takes, Windows with its forbidden names first."""

import re

from appealwriter.base.i18n import tr
from appealwriter.base.text import clean_line

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$|\s)", re.IGNORECASE)
_PART_LIMIT = 40  # characters of a shop or reason
_NAME_LIMIT = 100  # of a whole name; three bytes a Chinese character stay under Linux's 255
_BYTE_LIMIT = 240


def file_name(
    shop: str, reason: str, round_number: int, day: str, *, draft: bool, ending: str
) -> str:
    """A name such as Brightpine-Home_inauthentic_round1_2026-11-21_draft.docx.

    `day` is YYYY-MM-DD or empty, `ending` with or without its dot. Empty parts are left out.
    """
    parts = [
        _part(shop),
        _part(reason),
        _part(tr("round{number}", number=round_number)),
        _part(day),
        _part(tr("draft")) if draft else "",
    ]
    return safe_name("_".join(part for part in parts if part), ending)


def safe_name(stem: str, ending: str = "") -> str:
    """`stem` and `ending` as a file name that Windows, macOS and Linux accept; spaces stay."""
    suffix = _bare(ending).replace(" ", "")[:10].rstrip(".")
    suffix = f".{suffix}" if suffix else ""
    name = _bare(stem)[: _NAME_LIMIT - len(suffix)]
    while len((name + suffix).encode()) > _BYTE_LIMIT:
        name = name[:-1]
    name = name.rstrip(" .") or "_"
    # Windows reads "CON.txt" and "con" as the console, wherever the file lies.
    return f"_{name}{suffix}" if _DEVICES.match(name) else name + suffix


def _part(text: str) -> str:
    words = re.sub(r"[\s_]+", "-", _bare(text))
    return words[:_PART_LIMIT].strip("-.")


def _bare(text: str) -> str:
    return _FORBIDDEN.sub("-", clean_line(text)).strip(" .")
