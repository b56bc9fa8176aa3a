"""An invented case to play with: it has an undated deed, a missing control and a wrong file."""

from datetime import date

from appealwriter.base import paths
from appealwriter.drafting.adopt import adopt
from appealwriter.model.case import Case
from appealwriter.notice import cues
from appealwriter.notice.reader import read
from appealwriter.store import codec
from appealwriter.store.answers import fill

SAMPLE_ID = "sample"
_NOTICE_CAME = date(2026, 11, 18)


def sample_case(letter_language: str = "en") -> Case:
    """The sample in its letter language. Its notice is read as any other, then answered; the shop,
    the people and the numbers are invented."""
    folder = paths.resources()
    answers = codec.parse((folder / "sample/answers.json").read_bytes())
    text = answers["notice"]["text"]
    reading = read(text, cues.load(folder / "cues"), _NOTICE_CAME)
    empty = Case(id=SAMPLE_ID, created="2026-11-18T09:00:00+00:00", platform="amazon")
    return fill(adopt(empty, text, "", reading, letter_language), answers)
