"""Signs that a message may be forged: pointed out with its own words, never as a certainty."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from appealwriter.base.text import clean
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.model.reading import Span
from appealwriter.notice.cues import CueSet, load_sets, parse
from appealwriter.notice.sentences import READ_AT_MOST, fold

_LINK = re.compile(r"(?:https?://|www\.)([\w.-]{1,253})(?::\d+)?")
_SENDER = re.compile(
    r"^[ \t]{0,4}(?:from|sender|reply-to|von|de|от(?: кого)?|发件人|差出人)\s?:[^\n]{0,200}?"
    r"[\w.+-]{1,64}@([\w.-]{1,253})",
    re.MULTILINE,
)
_NUMBERS = re.compile(r"[\d.]+")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: what it means in three languages, the words that show it, and where they stand."""

    id: str
    said: Words
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Signs:
    """Everything signs are known by; `sets` holds patterns, `hosts` lists of domains."""

    sets: Mapping[str, CueSet]
    said: Mapping[str, Words]
    hosts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_signs(folder: Path) -> Signs:
    """The signs of `folder`/phishing.toml. Raises DataFileError where the file is wrong."""
    path = folder / "phishing.toml"
    raw = parse(path)
    hosts = raw.pop("hosts", {})
    sets = load_sets(path, raw)
    return Signs(
        sets=sets,
        said={name: _said(one) for name, one in sets.items()},
        hosts={
            name: tuple(str(host) for host in listed)
            for name, listed in (hosts.items() if isinstance(hosts, dict) else ())
        },
    )


def _said(one: CueSet) -> Words:
    raw = one.traits.get("said", {})
    texts = raw if isinstance(raw, dict) else {}
    return Words(**{key: str(texts[key]) for key in LANGUAGES if key in texts})


def find_signs(text: str, signs: Signs) -> tuple[Sign, ...]:
    """Every sign in `text`, each once, in order of the text.

    Spans are ranges of code points in `clean(text)`.
    """
    text = clean(text)[:READ_AT_MOST]
    folded = fold(text)
    found: dict[str, Span] = {}
    for name, span in (*_addresses(folded, signs), *_spoken(folded, signs)):
        found.setdefault(name, span)
    made = [
        Sign(name, signs.said[name], " ".join(text[start:end].split())[:_SHOWN], (start, end))
        for name, (start, end) in found.items()
    ]
    return tuple(sorted(made, key=lambda sign: sign.span))


def _spoken(folded: str, signs: Signs) -> Iterator[tuple[str, Span]]:
    for one in signs.sets.values():
        for cue in one.cues:
            if match := cue.search(folded):
                yield one.id, match.span()
                break


def _addresses(folded: str, signs: Signs) -> Iterator[tuple[str, Span]]:
    for match in _LINK.finditer(folded):
        if name := _judged(match.group(1).strip("."), signs):
            yield name, match.span()
    for match in _SENDER.finditer(folded):
        name = _judged(match.group(1).strip("."), signs)
        if name:
            yield name if name == "imitated_address" else "other_sender", match.span(1)


def _judged(host: str, signs: Signs) -> str:
    """The sign an address is, or "" for one of the platforms' own."""
    if _belongs(host, signs.hosts.get("own", ())):
        return ""
    if _belongs(host, signs.hosts.get("short", ())):
        return "short_link"
    if _NUMBERS.fullmatch(host):
        return "number_link"
    if any(name in host for name in signs.hosts.get("names", ())):
        return "imitated_address"
    return "other_link" if "." in host else ""


def _belongs(host: str, domains: tuple[str, ...]) -> bool:
    """Whether `host` is one of `domains` or below one; an address cut short gets the doubt."""
    parts = host.split(".")
    tails = [".".join(parts[n:]) for n in range(len(parts))]
    return any(tail in domains for tail in tails) or any(
        "." in tail and domain.startswith(tail) for tail in tails for domain in domains
    )
