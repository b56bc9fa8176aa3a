"""From a phrase and answers to spans: each run of text keeps where it came from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from appealwriter.base.errors import BadInput
from appealwriter.base.words import Words
from appealwriter.letter import format as fmt
from appealwriter.model.answers import Answer
from appealwriter.model.letter import Span
from appealwriter.playbooks.book import Wordings
from appealwriter.playbooks.phrases import Optional, Piece, Slot, Text, parse
from appealwriter.playbooks.slots import SlotSpec, Unknown, Value, read_value
from appealwriter.playbooks.units import Units


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a phrase meets it: its value (None where absent), where it stands in the case,
    what a gap calls it, and the words that stand in where there is none."""

    value: Value | None
    path: str = ""
    label: Words = Words()
    default: Words = Words()


Givens = Mapping[str, Given]

_NO_BREAK = "\u00a0"
_MANY = 5  # a number with the genitive plural in Russian
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z0-9]")
_LATIN_END = re.compile("[A-Za-z0-9.]")  # a company name ends in "Ltd."


def given(spec: SlotSpec, answer: Answer, path: str) -> Given:
    """The answer to `spec`; one that cannot be read counts as absent (a check says so)."""
    try:
        value = read_value(spec, answer)
    except BadInput:
        value = None
    return Given(value, path, spec.label)


def pick(seed: str, phrase: str, choices: int, turns: int = 0) -> int:
    """Which of `choices` wordings a case uses: fixed for a case and phrase, `turns` by hand.

    The seed is case id and phrase id only, so that one answer never re-words the rest.
    """
    if choices < 2:
        return 0
    digest = blake2b(f"{seed}|{phrase}".encode(), digest_size=4).digest()
    return (int.from_bytes(digest, "big") + turns) % choices


@dataclass(frozen=True, slots=True)
class Voice:
    """One language's way of wording: its nouns, and what it says for gaps and unknowns."""

    language: str
    units: Units
    needs_language: str
    unknown: str
    unknown_count: str = ""
    reads: bool = False  # the seller's copy: own words stand as they are, whatever their language

    def word(self, wordings: Wordings, index: int, givens: Givens) -> list[Span]:
        """The wording of that index (counted round) with the answers put in."""
        said = wordings[self.language]
        return list(self._spans(parse(said[index % len(said)]), givens))

    def _spans(self, pieces: tuple[Piece, ...], givens: Givens) -> Iterator[Span]:
        for piece in pieces:
            if isinstance(piece, Text):
                yield Span(piece.text)
            elif isinstance(piece, Slot):
                yield self._slot(piece, givens.get(piece.name, Given(None)))
            else:
                yield from self._optional(piece, givens)

    def _optional(self, piece: Optional, givens: Givens) -> Iterator[Span]:
        found = [givens.get(name, Given(None)) for name in piece.needs]
        there = all(map(_is_said, found))
        if piece.otherwise and any(isinstance(g.value, Unknown) for g in found):
            there = True  # "none" would be said of what nobody knows
        yield from self._spans(piece.pieces if there else piece.otherwise, givens)

    def _slot(self, slot: Slot, found: Given) -> Span:
        value = found.value
        if isinstance(value, Unknown):
            return Span(self._unknown(slot), "slot", found.path)
        if value is None:
            if stand_in := found.default.get(self.language):
                return Span(stand_in, "text", found.path)
            return self.gap(found.label, found.path)
        if isinstance(value, Words) and not value.get(self.language):
            own = value.any(self.language)
            if self.reads:
                return Span(own, "slot", found.path)
            return Span(f"〔{self.needs_language.format(own=own)}〕", "gap", found.path)
        return Span(
            fmt.say(value, self.language, self.units, slot.form, slot.args), "slot", found.path
        )

    def _unknown(self, slot: Slot) -> str:
        """A number nobody kept still has its noun: "an unrecorded number of days"."""
        if slot.form != "unit" or not self.unknown_count:
            return self.unknown
        noun = self.units.form(slot.args[0], self.language, _MANY, "gen")
        return self.unknown_count.replace("{noun}", noun)

    def gap(self, label: Words, path: str) -> Span:
        """A visible hole, named so that the seller knows what belongs there."""
        return Span(f"〔{label.any(self.language)}〕", "gap", path)


def _is_said(found: Given) -> bool:
    """True where an optional part has something to say: an answer that is known and not zero."""
    if found.value is None or isinstance(found.value, Unknown):
        return False
    return not (isinstance(found.value, int) and found.value == 0)


def spaced(spans: Iterable[Span]) -> Iterator[Span]:
    """Chinese spans with a space between Han characters and the Latin letters or digits of an
    answer, as Chinese typesetting has it, and none between Han and Han: fixed wording expects a
    Latin name, and the name may be Chinese."""
    last = ""
    for span in _closed_up(spans):
        if span.text:
            apart = _HAN.match(last) and _LATIN.match(span.text)
            apart = apart or (_LATIN_END.match(last) and _HAN.match(span.text))
            yield Span(f" {span.text}", span.kind, span.path) if apart else span
            last = span.text[-1]


def _closed_up(spans: Iterable[Span]) -> Iterator[Span]:
    kept = [span for span in spans if span.text]
    for n, span in enumerate(kept):
        text = span.text
        before = kept[n - 1].text if n else ""
        after = kept[n + 1].text if n + 1 < len(kept) else ""
        if text.startswith(" ") and _HAN.match(text[1:2]) and _HAN.match(before[-1:]):
            text = text[1:]
        if text.endswith(" ") and _HAN.match(text[-2:-1]) and _HAN.match(after[:1]):
            text = text[:-1]
        yield span if text is span.text else Span(text, span.kind, span.path)


def merge(spans: Iterable[Span]) -> list[Span]:
    """Neighbouring runs of fixed text as one; empty runs dropped."""
    merged: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if merged and span.kind == "text" == merged[-1].kind and span.path == merged[-1].path:
            merged[-1] = Span(merged[-1].text + span.text, "text", span.path)
        else:
            merged.append(span)
    return merged


def capital(spans: list[Span]) -> list[Span]:
    """The spans with a capital at the start of the sentence. A name or id that is written in its
    own way ("iPhone-Shop", "x.png") stays so."""
    if not spans or spans[0].kind == "gap":
        return spans
    first = spans[0]
    word = first.text.split(" ", 1)[0].rstrip(",")
    if not (word.isalpha() and word.islower()):
        return spans
    return [Span(first.text[:1].upper() + first.text[1:], first.kind, first.path), *spans[1:]]


def one_stop(spans: list[Span]) -> list[Span]:
    """The spans without a second full stop after «2026 г.», "Co., Ltd." or a question mark."""
    kept: list[Span] = []
    for span in spans:
        last = kept[-1].text if kept else ""
        if last.endswith((".", "?", "…")) and span.text.startswith("."):
            span = Span(span.text[1:], span.kind, span.path)  # noqa: PLW2901
        if span.text:
            kept.append(span)
    return kept


def bracket_first(spans: list[Span]) -> list[Span]:
    """The spans with the full stop of a sentence behind the bracket that was put after it: "… on
    time (Exhibit 1)."."""
    if spans and spans[-1].text.endswith((".", "。")):
        return spans  # a clause: its stop stands at the end already
    moved: list[Span] = []
    stop = ""
    for n, span in enumerate(spans):
        following = spans[n + 1].text if n + 1 < len(spans) else ""
        ends = span.kind in ("text", "own") and span.text.endswith((".", "。"))
        if not stop and ends and following.startswith((" (", "（")):
            stop = span.text[-1]
            span = Span(span.text[:-1], span.kind, span.path)  # noqa: PLW2901
        moved.append(span)
    return [*moved, Span(stop)] if stop else moved


_BRACKETS = {") (": "; ", "）（": "；"}


def one_bracket(spans: list[Span]) -> list[Span]:
    """The spans with two brackets in a row made one: "(responsible: ...; Exhibit 3)"."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1].text if joined else ""
        for pair, sign in _BRACKETS.items():
            closing, opening = pair[0], pair[1:]
            ours = joined and joined[-1].kind == "text"
            if ours and before.endswith(closing) and span.text.startswith(opening):
                joined[-1] = Span(before[:-1], joined[-1].kind, joined[-1].path)
                span = Span(sign + span.text[len(opening) :], span.kind, span.path)  # noqa: PLW2901
        joined.append(span)
    return joined


def linked(text: str, links: Iterable[Span], path: str) -> Iterator[Span]:
    """The seller's own sentence, in which the references that it still names lead to their
    exhibits."""
    plain = text.replace(_NO_BREAK, " ")
    named = {link.text.replace(_NO_BREAK, " "): link for link in links}
    start = 0
    if named:
        for found in re.finditer(rf"(?:{'|'.join(map(re.escape, named))})(?![0-9])", plain):
            if plain[start : found.start()]:
                yield Span(plain[start : found.start()], "own", path)
            yield named[found.group()]
            start = found.end()
    if plain[start:]:
        yield Span(plain[start:], "own", path)
