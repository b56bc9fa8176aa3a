"""Sentences as runs of plain text that differ only in how they must look."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from appealwriter.base.text import clean
from appealwriter.model.letter import Sentence

_NBSP = "\u00a0"
_MARKED = ("gap", "exhibit")
_SALUTATION_END = (",", ":", "!", "，", "：", "！")


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; `kind` is "text", "gap" (must be filled before sending) or "exhibit", whose
    `path` leads to the exhibit."""

    kind: str
    text: str
    path: str = ""


def runs(sentences: Iterable[Sentence], language: str) -> list[Run]:
    """The sentences one after the other, safe for any document, neighbours that look alike joined.

    Own words that lack the letter's language count as a gap: they must not be sent unseen.
    """
    pieces: list[Run] = []
    for sentence in sentences:
        before = pieces[-1].text if pieces else ""
        if before and needs_space(before, sentence.text, language):
            pieces.append(Run("text", " "))
        for span in sentence.spans:
            kind = span.kind if span.kind in _MARKED else "text"
            if sentence.untranslated and span.kind == "own":
                kind = "gap"
            if span.text:
                pieces.append(Run(kind, span.text, span.path if kind == "exhibit" else ""))
    return _joined(pieces)


def text_of(sentences: Iterable[Sentence], language: str) -> str:
    """The sentences one after the other as plain text."""
    return "".join(run.text for run in runs(sentences, language))


def is_salutation(section: str, place: int, words: str) -> bool:
    """True for "Dear ...," at the head of a letter, which no language indents.

    `section` is the section's id, `place` the paragraph's place in it, counted from 0.
    """
    return section == "greeting" and place == 0 and words.rstrip().endswith(_SALUTATION_END)


def clean_kept(text: str) -> str:
    """`text` cleaned, with the no-break spaces that hold "Exhibit 3" together left in."""
    if _NBSP in text:
        return _NBSP.join(clean(part) for part in text.split(_NBSP))
    return clean(text)


def needs_space(before: str, after: str, language: str) -> bool:
    """True where a space stands between two sentences of a letter in `language`."""
    if not after or before[-1].isspace() or after[0].isspace():
        return False
    # Chinese sentences follow each other without a space, unless both neighbours are Latin.
    return language != "zh" or (before[-1].isascii() and after[0].isascii())


def _joined(pieces: list[Run]) -> list[Run]:
    found: list[Run] = []
    for (kind, path), alike in groupby(pieces, key=lambda piece: (piece.kind, piece.path)):
        if whole := clean_kept("".join(piece.text for piece in alike)):
            found.append(Run(kind, whole, path))
    return found
