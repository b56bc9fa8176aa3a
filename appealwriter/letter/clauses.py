"""Own words made to fit the place where they stand: as a sentence, or as a clause within one."""

import re
from collections.abc import Callable

from appealwriter.base.words import LANGUAGES, Words

_STOPS = ".。!！;；"
_SHORTENED = (
    "Ltd.",
    "Co.",
    "Inc.",
    "No.",
    "руб.",
    "шт.",
    "г.",
    "др.",
    "т.д.",
)  # the stop is theirs
_STOP = {"en": ".", "ru": ".", "zh": "。"}
_OPENERS = {  # words that are never a name
    "en": re.compile(
        "(?:We|Our|The|A|An|All|Each|Every|This|These|It|They|In|On|Since|From|Before) "
    ),
    "ru": re.compile(
        "(?:Мы|Наш|Наша|Наше|Наши|Все|Всё|Каждый|Каждая|Каждое|Этот|Эта|Это|Эти"
        "|В|Во|На|С|Со|По|При|Для|До|После) "
    ),
}


def as_sentence(words: Words) -> Words:
    """The words with a full stop where they have none."""
    return _each(words, _stopped)


def as_clause(words: Words) -> Words:
    """The words without a full stop and, where that is safe, without a capital at the start."""
    return _each(words, _joined)


def quoted(words: Words) -> Words:
    """The words as they were written, without a full stop at the end."""
    return _each(words, lambda text, _: text.rstrip(".。 "))


def _each(words: Words, change: Callable[[str, str], str]) -> Words:
    said = {k: change(words.get(k).strip(), k) for k in LANGUAGES if words.get(k).strip()}
    return Words(**said)


def _stopped(text: str, language: str) -> str:
    return text if text[-1] in _STOPS + "?？:：…" else text + _STOP[language]


def _joined(text: str, language: str) -> str:
    if not text.endswith(_SHORTENED):
        text = text.rstrip(_STOPS + " ")
    opener = _OPENERS.get(language)
    return text[:1].lower() + text[1:] if opener and opener.match(text) else text
