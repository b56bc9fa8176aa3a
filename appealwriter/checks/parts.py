"""A letter written elsewhere, split into its parts: by headings first, else by its sentences."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from appealwriter.base.text import script_language
from appealwriter.checks.letter_cues import LetterCues, Patterns
from appealwriter.checks.phrases import Page, Span
from appealwriter.checks.sentences import Line, lines, sentences
from appealwriter.model.terms import SECTIONS

_PLAN = ("root_cause", "corrective_actions", "preventive_actions")
_ORDER = ("other", "mixed", "preventive_actions", "corrective_actions", "root_cause", "closing")
_INLINE = re.compile(r"(?:[^:：\n]{2,70}[:：]|[^:：\n–—-]{2,40} [-–—]) *(?=\S)")
_TITLE_ENDS = (":", "：", "-", "–", "—", "?", "？")
_LONGEST_TITLE = {"en": 90, "ru": 90, "zh": 30}
_MOST_WORDS = 14
_LONGEST_LEAD = 220
_AT_END, _AT_START = 3, 3  # sentences in which a closing or an opening is looked for


@dataclass(frozen=True, slots=True)
class LetterParts:
    """A judged letter. Places are half-open code point ranges of `text`.

    `sections` gives each section id its places (none where it is absent); `sentences` are
    (start, end, section id or ""); `under` says for each sentence which heading it stands under:
    a section id, "mixed", "other" or "". `headings` are the lines that head something.
    """

    text: str
    language: str
    sections: Mapping[str, tuple[Span, ...]]
    sentences: tuple[tuple[int, int, str], ...]
    under: tuple[str, ...]
    headings: tuple[Span, ...]
    cues: LetterCues = field(repr=False)
    page: Page = field(repr=False)


def split_letter(text: str, cues: LetterCues) -> LetterParts:
    """The parts of `text`, which is cleaned already, by its headings and by `cues`."""
    language = script_language(text) or "en"
    draft = _Draft(text, language, cues)
    named = draft.named()
    return LetterParts(
        text=text,
        language=language,
        sections=_runs(draft.spans, named),
        sentences=tuple((*span, name) for span, name in zip(draft.spans, named, strict=True)),
        under=tuple(draft.under),
        headings=tuple(draft.headings),
        cues=cues,
        page=draft.page,
    )


class _Draft:
    """The sentences of a letter while their sections are being found."""

    def __init__(self, text: str, language: str, cues: LetterCues) -> None:
        self.text, self.language, self.cues = text, language, cues
        self.spans: list[Span] = []
        self.under: list[str] = []
        self.bullets: list[bool] = []
        self.headings: list[Span] = []
        self._read()
        self.page = Page(text, self.spans)

    def named(self) -> list[str]:
        """A section id, or "", for each sentence."""
        held = {name: self._held(name) for name in SECTIONS}
        slots = self.page.holding(self._of(self.cues.signs, "slot_only"))
        named = [self._plan_part(n, held) if n not in slots else "" for n in range(len(self.spans))]
        for n in self._opening(held["greeting"], named):
            named[n] = "greeting"
        for n in self._ending(held["closing"]):
            named[n] = "closing"
        return named

    def _read(self) -> None:
        """Lines to sentences; a heading holds until the next one."""
        heading = ""
        rows = tuple(lines(self.text))
        for line, (start, end, name) in zip(rows, self._headed(rows), strict=True):
            self._take(line, line.words, start, heading)
            if name:
                self.headings.append((start, end))
            elif heading == "other" and self._salutes(line):
                heading = ""
            self._take(line, end, line.end, name or heading)
            if name and not (name == "other" and end < line.end):
                heading = name

    def _headed(self, rows: tuple[Line, ...]) -> Iterator[tuple[int, int, str]]:
        """For each line the place of its heading, and what that heads; empty if there is none."""
        tried = [(n, span) for n, line in enumerate(rows) for span in self._titles(line)]
        page = Page(self.text, [self._trimmed(span) for _, span in tried])
        heads: dict[int, tuple[int, int, str]] = {}
        names: dict[int, str] = {}
        for name in _ORDER:
            for number in page.holding(self._of(self.cues.headings, name)):
                names.setdefault(number, name)
        for number, (row, span) in enumerate(tried):
            if number in names:
                heads.setdefault(row, (*span, names[number]))
        for row, line in enumerate(rows):
            yield heads.get(row, (line.words, line.words, ""))

    def _titles(self, line: Line) -> Iterator[Span]:
        """The places in a line that may be a heading: before a colon, a lead-in, all of it."""
        words = self.text[line.words : line.end].rstrip("*_# ")
        found = _INLINE.match(words)
        if found and self._is_short(found.group()):
            yield line.words, line.words + found.end()
        if words.endswith(_TITLE_ENDS):
            lead = max(words[:-1].rfind(sign) for sign in (". ", "。", "! ", "！")) + 1
            if len(words) - lead <= _LONGEST_LEAD:
                yield line.words + lead, line.end
        elif words[-1:] not in ".。；;,，!！" and self._is_short(words):
            yield line.words, line.end

    def _trimmed(self, span: Span) -> Span:
        """A title without the colon or dash that ends it."""
        start, end = span
        return start, start + len(self.text[start:end].rstrip(" *_#:：-–—"))

    def _is_short(self, words: str) -> bool:
        return len(words) <= _LONGEST_TITLE[self.language] and words.count(" ") < _MOST_WORDS

    def _salutes(self, line: Line) -> bool:
        words = self.text[line.words : line.end]
        return any(p.search(words) for p in self._of(self.cues.cues, "salutation"))

    def _take(self, line: Line, start: int, end: int, heading: str) -> None:
        for span in sentences(self.text, start, end):
            self.spans.append(span)
            self.under.append(heading)
            self.bullets.append(line.bullet)

    def _of(self, group: Mapping[str, Mapping[str, Patterns]], name: str) -> Patterns:
        return group.get(name, {}).get(self.language, ())

    def _held(self, name: str) -> frozenset[int]:
        """The sentences that a cue of a section names, without those its "unless" undoes."""
        found = self.page.holding(self._of(self.cues.cues, name))
        return found - self.page.holding(self._of(self.cues.unless, name)) if found else found

    def _plan_part(self, n: int, held: Mapping[str, frozenset[int]]) -> str:
        """Cause, deed or measure: by the heading, else by the cues of the sentence."""
        under = self.under[n]
        others = [name for name in reversed(_PLAN) if n in held[name]]
        if under in ("corrective_actions", "preventive_actions"):
            return under
        if under == "root_cause":
            headed = self._heads()
            loose = [name for name in others if name != "root_cause" and not headed]
            return loose[0] if loose else under
        return others[0] if others and under in ("", "mixed") else ""

    def _heads(self) -> bool:
        """True where deeds or measures have a heading of their own."""
        return any(u in ("corrective_actions", "preventive_actions", "mixed") for u in self.under)

    def _opening(self, held: frozenset[int], named: list[str]) -> Iterator[int]:
        """The salutation near the top, and first sentences that introduce sender or case."""
        salutes = self.page.holding(self._of(self.cues.cues, "salutation"))
        for n in sorted(salutes):
            if n < 4 * _AT_START and self.under[n] in ("", "other", "mixed"):
                yield n
        saluted = min((n for n in salutes if n < 4 * _AT_START), default=-1)
        first, reach = saluted + 1, 1 if saluted < 0 else _AT_START
        for n in range(first, min(first + reach, len(self.spans))):
            if n in held and self.under[n] in ("", "mixed") and named[n] in ("", "root_cause"):
                yield n

    def _ending(self, held: frozenset[int]) -> Iterator[int]:
        """Thanks, request, commitment or sign-off in the last sentences; a list of exhibits may
        stand between."""
        last = len(self.spans)
        signed = [n for n in range(max(0, last - 12), last) if self._signs_off(n)]
        end = min(signed, default=last)
        yield from signed
        near = set(range(max(1, end - _AT_END), end))
        near.update([n for n in range(1, end) if self.under[n] != "other"][-_AT_END:])
        for n in sorted(near):
            if n in held and not self.bullets[n]:
                yield n

    def _signs_off(self, n: int) -> bool:
        start, end = self.spans[n]
        words = self.text[start:end]
        return any(pattern.search(words) for pattern in self._of(self.cues.cues, "signature"))


def _runs(spans: list[Span], named: list[str]) -> Mapping[str, tuple[Span, ...]]:
    """Neighbouring sentences of one section as one place."""
    found: dict[str, list[Span]] = {name: [] for name in SECTIONS}
    before = ""
    for (start, end), name in zip(spans, named, strict=True):
        if name and name == before:
            found[name][-1] = (found[name][-1][0], end)
        elif name:
            found[name].append((start, end))
        before = name
    return {name: tuple(places) for name, places in found.items()}
