"""What the sections of a letter are made from, and whether a case has anything for them."""

from collections.abc import Mapping

from appealwriter.model.case import Case
from appealwriter.model.deeds import is_done

LIST_OF: Mapping[str, str] = {
    "root_cause": "causes",
    "corrective_actions": "corrective",
    "preventive_actions": "preventive",
    "points": "points",
    "documents": "evidence",
    "exhibits": "evidence",
}
"""Which list of the case each section says."""

SAID_IN: Mapping[str, str] = {
    "causes": "root_cause",
    "corrective": "corrective_actions",
    "preventive": "preventive_actions",
    "points": "points",
    "requests": "closing",
    "corrections": "greeting",
}
"""The other way round: where the letter says what the seller tells."""

ID_LETTERS: Mapping[str, str] = {
    "causes": "c",
    "corrective": "a",
    "preventive": "p",
    "points": "q",
    "requests": "r",
    "corrections": "k",
    "evidence": "e",
}
"""With which letter the ids of each list begin: "c1", "a2"."""


def is_answered(case: Case, section: str) -> bool:
    """True where the case has something for `section`, or the section needs no list."""
    if section == "corrective_actions":  # a plan stands elsewhere
        return any(is_done(case, deed) for deed in case.corrective)
    name = LIST_OF.get(section)
    return name is None or bool(getattr(case, name))
