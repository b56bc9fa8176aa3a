"""The rules as data: their words in three languages, and for prose rules what they look for."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr
from appealwriter.base.words import Words
from appealwriter.model.finding import Finding
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.playbooks.tables import Table, open_table


class Source(StrEnum):
    """What a rule rests on."""

    OFFICIAL = "official"  # a platform's own guidance
    PRACTICE = "practice"  # the advice of appeal consultants
    OWN = "own"  # this program's rule


OF = ("letter", "chain")
"""What a prose rule reads."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a strict reviewer would miss, and how to say so.

    `flaw` is the id of the shared flaw list it stands for, or "". Words may hold {names} that a
    finding's values fill.
    """

    id: str
    level: Level
    message: Words
    why: Words
    mend: Words
    example: Words
    source: Source
    flaw: str = ""

    def finding(self, path: str = "", **values: object) -> Finding:
        """This rule, not met at `path`."""
        said = {name: str(value) for name, value in values.items()}
        return Finding(self.id, self.level, path, said, flaw=self.flaw)

    def say(self, words: Words, finding: Finding, language: str) -> str:
        """One of the rule's words with the finding's values put in."""
        text = words.any(language)
        for name, value in finding.values.items():
            text = text.replace("{" + name + "}", value)
        return text


@dataclass(frozen=True)  # no slots: the patterns are kept beside the fields
class ProseRule:
    """A rule that finds its words in a text: patterns for one language, within some sections.

    `sections` empty means the whole letter. `of` is "letter", or "chain": then it reads only where
    a chain of whys ends. Each rule proves itself: every text in `bad` must be
    found by it, none in `good`. `written` are the patterns as the file has them, `place` is where
    the rule stands, for complaints.
    """

    rule: Rule
    language: str
    sections: tuple[str, ...]
    written: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    place: str
    of: str = "letter"

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What it looks for. Compiled when a letter first asks: that is slow, and a window opens
        without it. Raises DataFileError where a pattern is wrong."""
        try:
            return tuple(re.compile(pattern, re.IGNORECASE) for pattern in self.written)
        except re.error as error:
            wrong = tr("a pattern cannot be read: {why}.", why=error)
            raise DataFileError(f"{self.place}: {wrong}", tr("Mend the pattern.")) from error


class RuleBook:
    """All rules by id, and in groups by the file of their words; the prose rules also by language.

    `prose.toml` holds the words of the prose rules and `<language>.<topic>.toml` what they look
    for; the words of all other rules stand in the other files. Raises DataFileError where a file
    is wrong.
    """

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob("*.toml"))
        self.groups = {path.stem: tuple(_words(path)) for path in paths if not _language(path)}
        self._rules = {rule.id: rule for rules in self.groups.values() for rule in rules}
        prose = {rule.id: rule for rule in self.groups.get("prose", ())}
        self.prose = tuple(_prose([path for path in paths if _language(path)], prose))

    def __getitem__(self, rule_id: str) -> Rule:
        return self._rules[rule_id]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def prose_for(self, language: str, of: str = "letter") -> list[ProseRule]:
        """The prose rules that read texts in `language`."""
        return [rule for rule in self.prose if rule.language == language and rule.of == of]


def _language(path: Path) -> str:
    """The language of a file that says what to look for; "" for a file of words."""
    return path.stem.partition(".")[0] if "." in path.stem else ""


def _words(path: Path) -> Iterator[Rule]:
    """The rules of a file, with their words."""
    table = open_table(path)
    for item in table.tables("rule"):
        yield Rule(
            id=item.text("id"),
            level=Level(_one_of(item, "level", item.text("level"), list(Level))),
            message=item.words("message"),
            why=item.words("why"),
            mend=item.words("mend"),
            example=item.words("example"),
            source=Source(_one_of(item, "source", item.text("source"), list(Source))),
            flaw=item.text("flaw", ""),
        )
        item.done()
    table.done()


def _prose(paths: Sequence[Path], rules: Mapping[str, Rule]) -> Iterator[ProseRule]:
    """The prose rules of every language; none of `rules` may be without one."""
    idle = dict(rules)
    for path in paths:
        table = open_table(path)
        for item in table.tables("rule"):
            name = item.text("id")
            if name not in rules:
                raise item.error(tr("prose.toml has no words for this rule."), _advice(name, rules))
            yield _look(item, rules[name], _language(path))
            idle.pop(name, None)
        table.done()
    for name in idle:
        raise DataFileError(
            tr("prose.toml, rule {rule}: no language has patterns for it.", rule=name),
            tr("Add them to a file such as en.tone.toml, or remove the rule."),
        )


def _look(item: Table, rule: Rule, language: str) -> ProseRule:
    """What a rule looks for in one language."""
    found = ProseRule(
        rule=rule,
        language=language,
        sections=item.texts("sections"),
        written=item.texts("patterns"),
        bad=item.texts("bad"),
        good=item.texts("good"),
        place=item.place,
        of=_one_of(item, "of", item.text("of", OF[0]), OF),
    )
    item.done()
    if not found.written:
        raise item.error(tr("“{key}” is missing.", key="patterns"))
    if not found.bad or not found.good:
        raise item.error(tr("a rule proves itself: give “bad” and “good” examples."))
    for name in found.sections:
        _one_of(item, "sections", name, SECTIONS)
    return found


def _one_of(item: Table, key: str, value: str, allowed: Sequence[str]) -> str:
    """`value` where it is allowed; a complaint where it is not."""
    if value not in allowed:
        raise item.error(
            tr("“{key}” cannot be “{value}”.", key=key, value=value),
            tr("It can be: {choices}.", choices=", ".join(allowed)),
        )
    return value


def _advice(name: str, rules: Mapping[str, Rule]) -> str:
    close = difflib.get_close_matches(name, rules, 1)
    if close:
        return tr("Did you mean “{key}”?", key=close[0])
    return tr("Add its words there, or remove the patterns.")
