"""What a person answered, kept in JSON's own types exactly as it was given.

An answer is empty (None, "", nothing in it), known to be unknown, or given. Its meaning as a date,
a count or a list comes from the playbook's slot; so a date that cannot be read is still kept, and
a case outlives the playbook it was written with.
"""

from collections.abc import Mapping
from typing import TypeAlias

Answer: TypeAlias = "bool | int | float | str | tuple[Answer, ...] | Mapping[str, Answer] | None"
Answers: TypeAlias = Mapping[str, Answer]

UNKNOWN: Mapping[str, Answer] = {"unknown": True}


def is_unknown(answer: Answer) -> bool:
    """True where the person said that this cannot be known."""
    return isinstance(answer, Mapping) and answer.get("unknown") is True


def is_empty(answer: Answer) -> bool:
    """True where nothing was answered yet; "known to be unknown" is an answer."""
    if answer is None or isinstance(answer, bool):
        return answer is None
    if isinstance(answer, str):
        return not answer.strip()
    if isinstance(answer, Mapping):
        return all(is_empty(part) for part in answer.values())
    if isinstance(answer, tuple):
        return all(is_empty(part) for part in answer)
    return False
