"""The words that paper adds to a letter, in its three languages, from templates/additions.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache

from appealwriter.base import paths
from appealwriter.base.words import Words
from appealwriter.model.letter import Sentence, Span


def added(name: str, language: str) -> str:
    """The words called `name` in `language`. Raises KeyError for a name that is not there."""
    return _words()[name].get(language)


def added_sentence(name: str, language: str, twin: str) -> Sentence:
    """The same as a sentence of a letter, with its twin."""
    return Sentence((Span(added(name, language)),), (Span(added(name, twin)),))


@cache
def _words() -> Mapping[str, Words]:
    raw = tomllib.loads((paths.templates() / "additions.toml").read_text(encoding="utf-8"))
    return {name: Words.from_json(said) for name, said in raw.items()}
