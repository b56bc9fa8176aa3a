"""The notice's deadline as a calendar file (.ics, RFC 5545), for the seller's own calendar."""

from datetime import date, timedelta
from hashlib import sha256

from appealwriter.base.i18n import tr
from appealwriter.base.text import clean_line
from appealwriter.model.case import Case

_WIDEST = 74  # bytes of a line; a longer one goes on in the next
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})


def write_ics(case: Case, due: date) -> bytes:
    """An entry for the whole day `due`, with an alarm at nine the morning before.

    The same case gives the same bytes; a changed deadline replaces the entry instead of adding
    another.
    """
    shop = clean_line(case.sender.shop) or clean_line(case.title)
    summary = tr("Last day to answer the notice") + (f": {shop}" if shop else "")
    stamp = (case.notice.date or due.isoformat()).replace("-", "")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Appeal Writer//EN",
        "BEGIN:VEVENT",
        f"UID:{sha256(case.id.encode()).hexdigest()[:32]}@appealwriter",
        f"DTSTAMP:{stamp}T000000Z",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        *_description(case),
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(summary)}",
        "TRIGGER:-PT15H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _description(case: Case) -> list[str]:
    words = clean_line(case.notice.deadline.words if case.notice.deadline else "")
    if case.sender.case_id:
        words = " · ".join(filter(None, (clean_line(case.sender.case_id), words)))
    return [f"DESCRIPTION:{_escaped(words)}"] if words else []


def _escaped(text: str) -> str:
    return clean_line(text).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """The line in pieces that no letter is cut by; each but the first begins with a space."""
    pieces, piece = [], b""
    for letter in line:
        if len(piece) + len(letter.encode()) > _WIDEST:
            pieces.append(piece)
            piece = b" "
        piece += letter.encode()
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
