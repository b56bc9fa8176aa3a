"""Notices put together from sentences of our own, to measure wording the cues never saw."""

import itertools
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from appealwriter.base.text import script_language

FOLDER = Path(__file__).parent / "paraphrases"
_HEADINGS = {"en": "Why is this happening?", "zh": "为什么会这样?", "ru": "Почему так случилось?"}
_FREE_ROUTES = ("form", "other_account_first", "acknowledge", "watch")
_NO_ASK: dict[str, Any] = {"text": "", "asks_for": [], "route": ""}


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text("utf-8"))


def _half(sentences: list[Any], kept: bool) -> list[Any]:
    """Every third sentence where `kept`, the others where not; a single one counts for both."""
    half = [one for number, one in enumerate(sentences) if (number % 3 == 2) == kept]
    return half or sentences


def _fitting(kind: str, asks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The requests that make sense after such a message."""
    if kind == "denial":
        return [_NO_ASK]
    if kind == "reinstatement":
        return [_NO_ASK]
    if kind == "more_info":
        return [a for a in asks if a["route"] in ("plan", "documents", "plan_and_documents")]
    if kind == "suspension":
        return [a for a in asks if a["route"] != "watch"]
    return asks


def _language(
    language: str, kept: bool, each: int, dice: random.Random
) -> Iterator[dict[str, Any]]:
    if language == "en":
        reasons, kinds = _data("reasons.en.toml"), _data("kinds.en.toml")
        asks = _data("asks.en.toml")["ask"]
    else:
        reasons = _data("reasons.other.toml")[language]
        kinds = _data("kinds.other.toml")[language]
        asks = _data("asks.other.toml")[language]
    order = itertools.cycle(kinds)
    for reason, sentences in reasons.items():
        for number, cause in enumerate(_half(sentences, kept)):
            for copy in range(each):
                kind = next(order)
                fitting = _fitting(kind, _half(asks, kept)) or _fitting(kind, asks)
                ask = dice.choice(fitting)
                opening = dice.choice(_half(kinds[kind], kept))
                between = "\n" + _HEADINGS[language] + "\n" if language in _HEADINGS else "\n"
                yield {
                    "id": f"{language}-{reason}-{number}-{copy}-{kind}",
                    "text": opening + (between if copy else "\n") + cause + "\n" + ask["text"],
                    "language": language,
                    "platform": "ozon" if language == "ru" else "amazon",
                    "kind": kind,
                    "reason": reason,
                    "asks_for": ask["asks_for"],
                    "asks_poa": ask["route"] in ("plan", "plan_and_documents"),
                    "deadline": _deadline(ask.get("deadline", "")),
                    **({"route": ask["route"]} if ask["route"] else {}),
                }


def _deadline(written: str) -> dict[str, Any] | None:
    if not written:
        return None
    if written.count("-") == 2:
        return {"date": written}
    value, unit = written.split()
    return {"value": int(value), "unit": unit}


def notices(kept: bool) -> list[dict[str, Any]]:
    """The notices of one half, labelled in the manner of the corpus."""
    dice = random.Random(5)
    languages = {"en": 2, "zh": 2, "ru": 2}
    # Of the others there are too few sentences to keep a third back.
    languages |= {} if kept else {"de": 2, "fr": 2, "es": 2, "ja": 2}
    return [one for name, each in languages.items() for one in _language(name, kept, each, dice)]


def whole(name: str = "whole") -> list[dict[str, Any]]:
    """Notices written in one piece, with the usual talk around the point; `name` is the file's."""
    return [
        {
            "id": f"{name}-{number}-{one['reason']}",
            "platform": "amazon",
            "asks_poa": one["route"] in ("plan", "plan_and_documents"),
            **one,
            "language": script_language(one["text"]),
            "deadline": _deadline(one.get("deadline", "")),
        }
        for number, one in enumerate(_data(f"{name}.toml")["notice"])
    ]


def other_texts(name: str) -> list[dict[str, Any]]:
    """The texts of a file that are no notice."""
    texts = _data(f"{name}.toml")["texts"]
    return [{"id": f"{name}-{n}", "what": text[:50], "text": text} for n, text in enumerate(texts)]


def others(kept: bool) -> list[dict[str, Any]]:
    """The texts of one half that are no notice."""
    texts = [*_data("others.en.toml")["texts"], *_data("others.other.toml")["texts"]]
    return [
        {"id": f"other-{number}", "what": text[:50], "text": text}
        for number, text in enumerate(texts)
        if (number % 3 == 2) == kept
    ]
