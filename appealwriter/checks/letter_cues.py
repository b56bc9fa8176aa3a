"""What the parts of a letter are headed and known by: resources/letter_parts.toml, loaded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from appealwriter.base.i18n import tr
from appealwriter.base.words import LANGUAGES
from appealwriter.playbooks.tables import Table, open_table

Patterns = tuple[re.Pattern[str], ...]
ByLanguage = Mapping[str, Patterns]


@dataclass(frozen=True, slots=True)
class LetterCues:
    """Patterns by name and language, and how the prose rules count.

    `headings` and `cues` go by section id; "mixed" heads several parts at once, "other" none.
    `unless` lists words that undo a cue, by its section. `signs` are words the checks of a whole
    letter look for. The rest binds a prose rule: it wants `at_least` so many places, or `most` of
    the text, is silent beside a sign (`unless_sign`) or under some headings (`skips_under`).
    For the own words of a case some want fewer places (`at_least_own`), some say nothing in some
    documents (`fits`, by structure), and some only advise for some reasons (`yields`).
    """

    headings: Mapping[str, ByLanguage]
    cues: Mapping[str, ByLanguage]
    unless: Mapping[str, ByLanguage]
    signs: Mapping[str, ByLanguage]
    at_least: Mapping[str, int]
    unless_sign: Mapping[str, str]
    most: tuple[str, ...]
    skips_under: Mapping[str, tuple[str, ...]]
    at_least_own: Mapping[str, int]
    fits: Mapping[str, tuple[str, ...]]
    yields: Mapping[str, tuple[str, ...]]


def load_letter_cues(path: Path) -> LetterCues:
    """The cues in the file at `path`. Raises DataFileError where it is wrong."""
    table = open_table(path)
    counting = table.table("counting")
    cues = LetterCues(
        headings=_named(table, "headings"),
        cues=_named(table, "cues"),
        unless=_named(table, "unless"),
        signs=_named(table, "signs"),
        at_least=dict(counting.get("at_least", dict, {})),
        unless_sign=dict(counting.get("unless_sign", dict, {})),
        most=counting.texts("most"),
        skips_under=_lists(counting, "skips_under"),
        at_least_own=dict(counting.get("at_least_own", dict, {})),
        fits=_lists(counting, "fits"),
        yields=_lists(counting, "yields"),
    )
    counting.done()
    table.done()
    return cues


def _lists(table: Table, key: str) -> Mapping[str, tuple[str, ...]]:
    inner = table.table(key)
    return {name: inner.texts(name) for name in inner.raw}


def _named(table: Table, key: str) -> Mapping[str, ByLanguage]:
    group = table.table(key)
    return {name: _by_language(group.table(name)) for name in group.raw}


def _by_language(table: Table) -> ByLanguage:
    found = {language: _patterns(table, language) for language in LANGUAGES}
    table.done()
    return found


def _patterns(table: Table, key: str) -> Patterns:
    try:
        return tuple(re.compile(p, re.IGNORECASE) for p in table.texts(key))
    except re.error as error:
        raise table.error(tr("a pattern cannot be read: {why}.", why=error)) from error
