"""A letter written elsewhere, judged by the same rules as our own."""

from collections.abc import Mapping
from dataclasses import dataclass

from appealwriter.base.text import clean
from appealwriter.checks.parts import split_letter
from appealwriter.checks.prose import prose_findings
from appealwriter.checks.specificity import Specific, of_parts
from appealwriter.drafting.draft import Workshop
from appealwriter.model.finding import Finding
from appealwriter.notice.formats import notice_text as letter_text

__all__ = ["Judged", "judge", "letter_text"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a letter is written in, which parts it has, and what is wrong with it.

    `text` is the cleaned text that the places of the findings count in; `specifics` say how much
    of each section can be checked.
    """

    text: str
    language: str
    sections: Mapping[str, bool]
    findings: tuple[Finding, ...]
    specifics: tuple[Specific, ...] = ()


def judge(text: str, workshop: Workshop, off: tuple[str, ...] = ()) -> Judged:
    """`text` split into its parts and read by the prose rules of its language."""
    parts = split_letter(clean(text), workshop.letter_cues)
    found = prose_findings(parts, workshop.rules)
    return Judged(
        text=parts.text,
        language=parts.language,
        sections={name: bool(spans) for name, spans in parts.sections.items()},
        findings=tuple(finding for finding in found if finding.rule not in off),
        specifics=of_parts(parts, workshop.rules),
    )
