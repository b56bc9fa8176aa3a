"""What the rows of a FindingList show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FindingView:
    """What a finding shows. `group` is the heading it stands under."""

    id: str
    level: str
    message: str
    mend: str = ""
    why: str = ""
    example: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class IgnoredView:
    """A finding set aside: with what reason, and when in words."""

    id: str
    level: str
    message: str
    reason: str = ""
    when: str = ""
