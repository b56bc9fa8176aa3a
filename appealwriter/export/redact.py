"""A copy of the letter to show around: who the seller is and which orders are meant is covered."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from appealwriter.model.case import Case
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span

_COVER = "█████"
_SENDER = "sender/"
_NAMING = ("shop", "company", "person", "merchant_token", "email", "case_id")
_LETTERS = "A-Za-z0-9_\u0400-\u04ff"  # of an address; Chinese stands before it without a space
_MARKS = re.compile(
    # The look behind lets only the first letter of a long word try, else the time is quadratic.
    rf"(?<![{_LETTERS}.+-])[{_LETTERS}.+-]+@[{_LETTERS}-]+(?:\.[{_LETTERS}-]+)+"  # e-mail
    r"|(?<!\d)\d{3}[-\u2011]\d{7}[-\u2011]\d{7}(?!\d)"  # Amazon order
    r"|(?<!\d)\d{6,10}[-\u2011]\d{4}[-\u2011]\d{1,2}(?!\d)"  # Ozon shipment
    r"|\+?\d[\d ()\u00a0\u2011-]{8,}\d"  # telephone
)
_EXHIBIT_TITLE = re.compile(r"evidence/.*/title")
_FILE = re.compile(r".+(?P<ending>\.(?=\w*[A-Za-z])[A-Za-z0-9]{2,5})\s*", re.DOTALL)
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_WORDS = re.compile(r"[^\W_]+")
_BETWEEN = r"[\W_]{0,3}"  # "Brightpine Home" is "brightpine-home" in a file's name
_SHORT = 4  # letters; a name of so few ("Anna") is covered as a whole word only

Cover = Callable[[str], str]


def private_names(case: Case) -> tuple[str, ...]:
    """What a redacted letter must not say, wherever in `case` it stands: who writes, and the
    cases and orders of the notice."""
    sender = (getattr(case.sender, field) for field in _NAMING)
    return (*sender, *case.notice.case_ids, *case.notice.order_ids)


def redacted(letter: Letter, also: Iterable[str] = ()) -> Letter:
    """`letter` with who writes, order ids, e-mail addresses, telephone numbers and the names of
    exhibits' files covered, in the seller's own words too.

    A short letter does not name the sender in full: pass `private_names` of its case as `also`.
    """
    cover = partial(_covered, names=_pattern([letter.author, *_said(letter), *also]))
    return replace(
        letter,
        title=_sentence(letter.title, cover),
        sections=tuple(_section(section, cover) for section in letter.sections),
        author="",
        subject="",
    )


def _said(letter: Letter) -> Iterator[str]:
    """The sender's names as the letter itself says them."""
    for sentence in letter.sentences():
        for span in (*sentence.spans, *sentence.twin):
            start, _, field = span.path.rpartition("/")
            if span.kind == "slot" and start == "sender" and field in _NAMING:
                yield span.text


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all names; the longest is tried first, so that none is half covered."""
    wanted = sorted({name for name in names if _is_telling(name)}, key=len, reverse=True)
    return re.compile("|".join(map(_name, wanted)), re.IGNORECASE) if wanted else None


def _is_telling(name: str) -> bool:
    """Whether a name is long enough to be looked for: three letters, or two Chinese ones."""
    return len("".join(_WORDS.findall(name))) > 2 or len(_HAN.findall(name)) > 1


def _name(name: str) -> str:
    words = _WORDS.findall(name)
    said = _BETWEEN.join(map(re.escape, words))
    if len("".join(words)) > _SHORT or _HAN.search(name):
        return said
    return rf"(?<![{_LETTERS}]){said}(?![{_LETTERS}])"


def _section(section: Section, cover: Cover) -> Section:
    heading = _sentence(section.heading, cover) if section.heading else None
    return replace(section, heading=heading, blocks=tuple(_block(b, cover) for b in section.blocks))


def _block(block: Block, cover: Cover) -> Block:
    return replace(
        block,
        items=tuple(_row(item, cover) for item in block.items),
        header=_row(block.header, cover),
        rows=tuple(_row(row, cover) for row in block.rows),
    )


def _row(sentences: Iterable[Sentence], cover: Cover) -> tuple[Sentence, ...]:
    return tuple(_sentence(sentence, cover) for sentence in sentences)


def _sentence(sentence: Sentence, cover: Cover) -> Sentence:
    return replace(
        sentence,
        spans=tuple(_span(span, cover) for span in sentence.spans),
        twin=tuple(_span(span, cover) for span in sentence.twin),
    )


def _span(span: Span, cover: Cover) -> Span:
    if span.kind == "slot":
        field = span.path.rpartition("/")[2]
        if span.path.startswith(_SENDER) or field == "orders" or field.endswith("order_ids"):
            return replace(span, text=_COVER)
        if _EXHIBIT_TITLE.fullmatch(span.path) and (file := _FILE.fullmatch(span.text)):
            return replace(span, text=_COVER + file["ending"])
    return replace(span, text=cover(span.text))


def _covered(text: str, names: re.Pattern[str] | None) -> str:
    # First the marks: a name within an address must not leave the rest of it open.
    marked = _MARKS.sub(_COVER, text)
    return names.sub(_COVER, marked) if names else marked
