"""Words a planned sentence twice, in the letter's language and in the seller's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from appealwriter.base.words import Words
from appealwriter.letter.frames import Frames
from appealwriter.letter.wording import (
    Given,
    Givens,
    Voice,
    bracket_first,
    capital,
    linked,
    merge,
    one_bracket,
    one_stop,
    pick,
    spaced,
)
from appealwriter.model.case import Rewritten
from appealwriter.model.letter import Sentence, Span
from appealwriter.playbooks.book import Wordings
from appealwriter.playbooks.units import Units


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: a phrase or frame with its answers, or own words."""

    wordings: Wordings
    givens: Givens = field(default_factory=dict)
    phrase: str = ""
    own: Words | None = None
    path: str = ""
    whole: str = ""  # the kind of the one span it becomes, where it must not fall apart


Memory: TypeAlias = dict[tuple[object, ...], Sentence]
"""Sentences worded before: an edit changes one of many."""


def rewriting_place(path: str, phrase: str) -> tuple[str, str]:
    """How a rewritten sentence is found again. A statement's path is the first of its facts that is
    answered, which may change."""
    return ("facts", phrase) if path.startswith("facts/") else (path, phrase)


def _key(part: Part) -> tuple[object, ...]:
    """What a part's wording depends on, besides case and languages."""
    return part.phrase, part.own, part.path, part.whole, *part.givens.items()


class Writer:
    """Turns parts into sentences. `turns` says, by path, how often the seller asked for another
    wording."""

    def __init__(
        self,
        frames: Frames,
        units: Units,
        seed: str,
        languages: tuple[str, str],
        turns: Mapping[str, int],
        rewritten: Iterable[Rewritten] = (),
        memory: Memory | None = None,
    ) -> None:
        self._frames = frames
        self._seed = seed
        self._turns = turns
        self._about = (seed, languages)
        self._memory: Memory = {} if memory is None else memory
        self._rewritten = {(found.path, found.phrase): found for found in rewritten}
        self._worded: dict[tuple[str, str, int], list[Span]] = {}
        self.voices = tuple(
            Voice(
                language,
                units,
                frames["gap_language"][language][0],
                frames["unknown_inline"][language][0],
                frames["unknown_count"][language][0],
                reads=n == 1,
            )
            for n, language in enumerate(languages)
        )

    def frame(self, name: str, **givens: Given) -> Part:
        """A frame of templates/frames.toml with what it needs."""
        return Part(self._frames[name], givens, f"frame:{name}")

    def reference(self, number: int, path: str) -> Part:
        """ "Exhibit 3" as one span that leads to its evidence."""
        frame = self.frame("exhibit", number=Given(str(number)))
        return replace(frame, whole="exhibit", path=path)

    def words(self, name: str) -> Words:
        """A frame's first wording as plain words, for labels and stand-ins."""
        frame = self._frames[name]
        return Words(zh=frame["zh"][0], en=frame["en"][0], ru=frame["ru"][0])

    def own(self, words: Words, path: str, as_a: str = "") -> Part:
        """The seller's own words; where the letter's language lacks them, a visible gap. `as_a`
        tells a plan from a deed in the same words."""
        return Part({}, phrase=as_a, own=words, path=path)

    def gap(self, frame: str, path: str) -> Sentence:
        """A sentence that is missing as a whole."""
        label = self.words(frame)
        spans = [(voice.gap(label, path),) for voice in self.voices]
        return Sentence(spans[0], spans[1], path)

    def sentence(
        self, parts: Sequence[Part], path: str, *, capitals: bool = True, anew: bool = True
    ) -> Sentence:
        """The parts as one sentence, with a capital unless it is a name or a table cell; its
        wording follows the main phrase. `anew`: the seller may have written it anew."""
        main = next((part for part in parts if not part.phrase.startswith("frame:")), parts[0])
        key = (self._about, path, capitals, self._turns.get(path, 0), *map(_key, parts))
        sentence = self._memory.get(key)
        if sentence is None:
            sentence = self._memory[key] = self._worded_whole(parts, main, path, capitals=capitals)
        found = self._rewritten.get(rewriting_place(path, main.phrase)) if anew else None
        return self._in_own_words(sentence, found) if found else sentence

    def _worded_whole(
        self, parts: Sequence[Part], main: Part, path: str, *, capitals: bool
    ) -> Sentence:
        worded = []
        for voice in self.voices:
            spans = [span for part in parts for span in self._part(voice, part, path)]
            if voice.language == "zh":
                spans = list(spaced(spans))
            if len(parts) > 1:
                spans = bracket_first(one_bracket(spans))
            spans = merge(one_stop(spans))
            worded.append(tuple(capital(spans) if capitals else spans))
        return Sentence(
            spans=worded[0],
            twin=worded[1],
            path=path,
            phrase=main.phrase,
            choices=self._choices(main),
            untranslated=any(
                part.own is not None and not part.own.get(self.voices[0].language) for part in parts
            ),
        )

    def _in_own_words(self, sentence: Sentence, found: Rewritten) -> Sentence:
        """The seller's sentence in place of the program's; its references still lead somewhere."""
        letter, reader = self.voices
        said = found.own.get(letter.language)
        if not said:
            return sentence
        links = [span for span in sentence.spans if span.kind == "exhibit"]
        twin = found.own.get(reader.language)
        missing = f"〔{reader.needs_language.format(own=said)}〕"
        return replace(
            sentence,
            spans=tuple(linked(said, links, sentence.path)),
            twin=(
                Span(twin, "own", sentence.path) if twin else Span(missing, "gap", sentence.path),
            ),
            choices=1,
            program=sentence.text,
            stale=sentence.text != found.was.get(letter.language),
        )

    def line(self, name: str, path: str, **givens: Given) -> Sentence:
        """A sentence made of one frame."""
        return self.sentence([self.frame(name, **givens)], path)

    def cell(self, name: str, path: str, *, capitals: bool = False, **givens: Given) -> Sentence:
        """A frame as it is, without a capital: a name in a signature or table."""
        return self.sentence([self.frame(name, **givens)], path, capitals=capitals, anew=False)

    def _choices(self, part: Part) -> int:
        return len(part.wordings.get(self.voices[0].language, ("",)))

    def _part(self, voice: Voice, part: Part, path: str) -> list[Span]:
        if part.own is not None:
            return [self._own(voice, part.own, part.path)]
        # The letter's language decides, so that both voices say the same wording. A joint is chosen
        # by its place, so that neighbours do not all begin alike.
        place = f"{part.phrase}@{path}" if part.phrase.startswith("frame:") else part.phrase
        index = pick(self._seed, place, self._choices(part), self._turns.get(path, 0))
        if not part.givens:
            return self._fixed(voice, part, index)
        spans = voice.word(part.wordings, index, part.givens)
        if part.whole:
            return [Span("".join(span.text for span in spans), part.whole, part.path)]
        return spans

    def _fixed(self, voice: Voice, part: Part, index: int) -> list[Span]:
        """Words without a slot, such as brackets and stops: half of all parts, worded once."""
        key = (voice.language, part.phrase, index)
        if key not in self._worded:
            self._worded[key] = voice.word(part.wordings, index, {})
        return self._worded[key]

    def _own(self, voice: Voice, words: Words, path: str) -> Span:
        said = words.get(voice.language)
        if said:
            return Span(said, "own", path)
        if not words:
            return voice.gap(self.words("gap_own"), path)
        if voice is self.voices[0]:
            return Span(
                f"〔{voice.needs_language.format(own=words.any(voice.language))}〕", "gap", path
            )
        return Span(words.any(voice.language), "own", path)
