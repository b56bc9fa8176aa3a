"""The rules as data: their words in three languages, and for prose rules what they look for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from appealwriter.base.i18n import tr
from appealwriter.base.words import Words
from appealwriter.model.finding import Finding
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.playbooks.tables import Table, open_table


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a strict reviewer would miss, and how to say so.

    `flaw` is the id of the shared flaw list it stands for, or "". `source` says where the rule
    comes from. Words may hold {names} that a finding's values fill.
    """

    id: str
    level: Level
    message: Words
    why: Words
    mend: Words
    example: Words
    flaw: str = ""
    source: str = ""

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


@dataclass(frozen=True, slots=True)
class ProseRule:
    """A rule that finds its words in a text: patterns for one language, within some sections.

    `sections` empty means the whole letter. Each rule proves itself: every text in `bad` must be
    found by it, none in `good`.
    """

    rule: Rule
    language: str
    sections: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]


class RuleBook:
    """All rules by id; the prose rules also by language."""

    def __init__(self, folder: Path) -> None:
        self._rules: dict[str, Rule] = {}
        self.prose: list[ProseRule] = []
        for path in sorted(folder.glob("*.toml")):
            for rule in _load(path, self.prose):
                self._rules[rule.id] = rule

    def __getitem__(self, rule_id: str) -> Rule:
        return self._rules[rule_id]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def prose_for(self, language: str) -> list[ProseRule]:
        """The prose rules that read texts in `language`."""
        return [rule for rule in self.prose if rule.language == language]


def _load(path: Path, prose: list[ProseRule]) -> Iterator[Rule]:
    """The rules of a file; `<language>.<topic>.toml` holds prose rules, others case rules."""
    language = path.stem.partition(".")[0] if "." in path.stem else ""
    table = open_table(path)
    for item in table.tables("rule"):
        rule = Rule(
            id=item.text("id"),
            level=Level(item.text("level")),
            message=item.words("message"),
            why=item.words("why"),
            mend=item.words("mend"),
            example=item.words("example"),
            flaw=item.text("flaw", ""),
            source=item.text("source"),
        )
        if language:
            prose.append(_prose(item, rule, language))
        item.done()
        yield rule
    table.done()


def _prose(item: Table, rule: Rule, language: str) -> ProseRule:
    bad, good = item.texts("bad"), item.texts("good")
    if not bad or not good:
        raise item.error(tr("a rule proves itself: give “bad” and “good” examples."))
    sections = item.texts("sections")
    for name in sections:
        if name not in SECTIONS:
            raise item.error(tr("“{key}” cannot be “{value}”.", key="sections", value=name))
    try:
        patterns = tuple(re.compile(p, re.IGNORECASE) for p in item.texts("patterns"))
    except re.error as error:
        raise item.error(tr("a pattern cannot be read: {why}.", why=error)) from error
    return ProseRule(rule, language, sections, patterns, bad, good)


Values = Mapping[str, str]
