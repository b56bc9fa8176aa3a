"""What a check says about a case or a letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appealwriter.model.terms import Level


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a judged text: half-open code point range, the section, the words."""

    section: str = ""
    start: int = -1
    end: int = -1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a case or letter does not meet.

    `rule` names the rule whose words (message, why, mend, example, source) stand in
    resources/rules; `values` fill the message's {names}; `path` leads to the answer to change;
    `flaw` is the flaw id of the shared list, or "".
    """

    rule: str
    level: Level
    path: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    where: Where | None = None
    flaw: str = ""
