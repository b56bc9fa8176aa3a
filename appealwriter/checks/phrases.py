"""Many patterns sought in a long letter at once: each is tried only where its words can stand."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from appealwriter.checks.plain_words import Words, plain_words

Span = tuple[int, int]
Pattern = re.Pattern[str]


class Page:
    """A text with its sentences, indexed by runs of three letters.

    A set of sentences is an int with a bit for each. No match reaches over the end of a
    sentence, so a pattern costs at most a sentence at a time.
    """

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self.spans = tuple(spans)
        self._sentences = [text[start:end] for start, end in self.spans]
        self._small = [sentence.lower() for sentence in self._sentences]
        self._holders = _index(self._small)
        self._found: dict[str, int] = {}
        self._holding: dict[tuple[Pattern, ...], frozenset[int]] = {}
        self._everywhere = (1 << len(self.spans)) - 1

    def first(self, pattern: Pattern) -> Iterator[tuple[int, Span]]:
        """Every sentence (its number) that holds the pattern, with the place of its first match."""
        for number in self._candidates(pattern):
            if found := pattern.search(self._sentences[number]):
                yield number, self._place(number, found)

    def all(self, pattern: Pattern) -> Iterator[tuple[int, Span]]:
        """As `first`, with every match of each sentence."""
        for number in self._candidates(pattern):
            for found in pattern.finditer(self._sentences[number]):
                yield number, self._place(number, found)

    def holding(self, patterns: tuple[Pattern, ...]) -> frozenset[int]:
        """The numbers of the sentences that hold any of the patterns, sought once."""
        if patterns not in self._holding:
            self._holding[patterns] = frozenset(n for p in patterns for n, _ in self.first(p))
        return self._holding[patterns]

    def _place(self, number: int, found: re.Match[str]) -> Span:
        start = self.spans[number][0]
        return start + found.start(), start + found.end()

    def _candidates(self, pattern: Pattern) -> Iterator[int]:
        """The sentences that may hold a pattern, in order."""
        bits = self._everywhere
        for words in plain_words(pattern.pattern):
            bits &= self._with(words)
            if not bits:
                return
        while bits:
            low = bits & -bits
            yield low.bit_length() - 1
            bits ^= low

    def _with(self, words: Words) -> int:
        """The sentences that may hold any of the words."""
        bits = 0
        for word in words:
            found = self._found.get(word)
            if found is None:
                found = self._found[word] = self._seek(word)
            bits |= found
        return bits

    def _seek(self, word: str) -> int:
        if len(word) < 3:
            return sum(1 << n for n, words in enumerate(self._small) if word in words)
        bits, held = self._everywhere, self._holders.get
        for triple in _triples_of(word):
            bits &= held(triple, 0)
            if not bits:
                break
        return bits


def _index(sentences: list[str]) -> dict[str, int]:
    """For each run of three letters the sentences that hold it."""
    holders: dict[str, int] = {}
    held = holders.get
    for number, words in enumerate(sentences):
        bit = 1 << number
        for triple in {words[i : i + 3] for i in range(len(words) - 2)}:
            holders[triple] = held(triple, 0) | bit
    return holders


@lru_cache(maxsize=16384)
def _triples_of(word: str) -> list[str]:
    """Every run of three letters, in order."""
    return [word[i : i + 3] for i in range(len(word) - 2)]
