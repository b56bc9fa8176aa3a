"""The exhibits of a case as files to be handed over, in the order of their numbers."""

from collections.abc import Callable

from appealwriter.model.case import Case, Exhibit

NAMES = {"en": "Exhibit", "zh": "附件", "ru": "Приложение"}
"""What an exhibit's file is called before its number, by the letter's language."""

_WITHHELD = {"en": "not enclosed", "zh": "未附", "ru": "не приложено"}


def exhibit_files(case: Case, evidence: Callable[[str], bytes | None]) -> list[tuple[str, bytes]]:
    """Name and bytes of every exhibit; empty bytes for one whose file is only named, so that no
    number slips."""
    return [
        (_name(case, exhibit), (evidence(exhibit.hash) if exhibit.hash else None) or b"")
        for exhibit in case.evidence
    ]


def unnamed_exhibits(case: Case) -> list[tuple[str, bytes]]:
    """The exhibits beside a redacted letter: their numbers only, since a picture or a file's name
    would tell what the letter no longer does."""
    return [(_WITHHELD[case.letter_language], b"") for _ in case.evidence]


def _name(case: Case, exhibit: Exhibit) -> str:
    title = exhibit.title.get(case.letter_language)
    _, dot, ending = exhibit.file.rpartition(".")
    return f"{title}{dot}{ending}" if title and dot else exhibit.file
