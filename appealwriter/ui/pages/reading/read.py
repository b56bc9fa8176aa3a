"""Reading a pasted or dropped notice and taking it into the case."""

from pathlib import Path

from appealwriter.base import paths
from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.drafting.adopt import adopt
from appealwriter.model.reading import Reading
from appealwriter.notice.cues import Cues, load
from appealwriter.notice.formats import notice_text
from appealwriter.notice.reader import read
from appealwriter.store.atomic import explained
from appealwriter.ui.session import Session

LONGEST = 200_000
"""Letters of a text that can still be one notice."""


class Reader:
    """Reads notices with cues that are loaded once, and remembers the last reading: a case holds
    only the notice's text."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._cues: Cues | None = None
        self._last = ("", "", Reading(is_notice=False))

    def reading(self, raw: str) -> tuple[str, Reading]:
        """The text that `raw` is without what no document can hold, and what it says; places in
        the reading count in that text."""
        if self._last[0] != raw:
            if self._cues is None:
                self._cues = load(paths.resources() / "cues")
            text = clean(raw)
            self._last = raw, text, read(text, self._cues, self._session.today())
        return self._last[1:]

    def take(self, text: str, source: str = "") -> None:
        """Put a notice into the case: what is read replaces the reading before, answers stay.

        Raises BadInput where the text is longer than any notice.
        """
        case, (text, reading) = self._session.case, self.reading(one_notice(text))
        known = self._session.workshop.shelf.platforms.get(reading.platform)
        usual = known.languages[0] if known else case.letter_language
        self._session.edit(adopt(case, text, source, reading, usual))

    def take_file(self, path: Path) -> None:
        """As `take`, from a file. Raises BadInput and StoreError."""
        self.take(read_notice(path), path.name)


def one_notice(text: str) -> str:
    """`text` without what no document can hold. Raises BadInput where it is longer than any
    notice."""
    text = clean(text).strip()
    if len(text) > LONGEST:
        raise BadInput(
            tr("This text is longer than any notice."),
            tr("Paste only the platform's message, from its first line to its last."),
        )
    return text


def read_notice(path: Path) -> str:
    """The text of a notice's file. Raises BadInput and StoreError."""
    with explained(path):
        data = path.read_bytes()
    return notice_text(path.name, data)
