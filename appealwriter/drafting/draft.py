"""The road in one function: a case becomes a letter, its findings and its coverage."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from appealwriter.base import paths
from appealwriter.base.i18n import language
from appealwriter.checks.case_checks import case_findings
from appealwriter.checks.coverage import Covered, coverage
from appealwriter.checks.letter_cues import LetterCues, load_letter_cues
from appealwriter.checks.own_words import OwnWords, odd_answers, passages
from appealwriter.checks.rules import RuleBook
from appealwriter.drafting.length import fitted, length_findings
from appealwriter.letter.compose import compose
from appealwriter.letter.frames import Frames, load_frames
from appealwriter.letter.writer import Memory
from appealwriter.model.case import Case
from appealwriter.model.finding import Finding
from appealwriter.model.letter import Letter
from appealwriter.model.terms import Level
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.structures import StructureSpec

_MOST_REMEMBERED = 20_000  # sentences: some forty large letters


@dataclass(frozen=True, slots=True)
class Draft:
    """A case with all that follows from it. `form` is the document that it is written as,
    `ignored` are the findings the seller set aside."""

    case: Case
    form: StructureSpec
    letter: Letter
    findings: tuple[Finding, ...]
    ignored: tuple[Finding, ...]
    coverage: tuple[Covered, ...]

    def count(self, level: Level) -> int:
        """How many open findings of a level there are."""
        return sum(finding.level is level for finding in self.findings)


class Workshop:
    """The knowledge the road needs, loaded once and handed to whoever drafts."""

    def __init__(self, resources: Path, templates: Path, own: Path | None = None) -> None:
        self.shelf = Shelf(resources, *([own] if own else []))
        self.frames: Frames = load_frames(templates / "frames.toml")
        self._memory = Memory()
        self.rules = RuleBook(resources / "rules")
        self._resources = resources

    @cached_property
    def letter_cues(self) -> LetterCues:
        """How letters written elsewhere fall into parts; loaded when the first one is judged."""
        return load_letter_cues(self._resources / "letter_parts.toml")

    @cached_property
    def _own_words(self) -> OwnWords:
        return OwnWords(self.rules, self.letter_cues)

    @classmethod
    def shipped(cls) -> "Workshop":
        """The program's own knowledge, with the user's playbooks before it."""
        return cls(paths.resources(), paths.templates(), paths.data_dir())

    def draft(self, case: Case, today: date, reader: str = "", off: tuple[str, ...] = ()) -> Draft:
        """Letter, findings and coverage of `case` as of `today`; `reader` is the language of the
        read-back (the interface's where empty), `off` the ids of rules switched off."""
        form = self.shelf.structure(case)
        if len(self._memory) > _MOST_REMEMBERED:
            self._memory.clear()
        whole = compose(case, self.shelf, self.frames, reader or language(), self._memory)
        letter = fitted(whole, case)
        covered = coverage(case, letter, self.shelf)
        found = [
            *case_findings(case, letter, covered, self.shelf, self.rules, today),
            *self._on_own_words(case, form, letter),
            *length_findings(letter, case, form, self.rules),
        ]
        aside = {(i.rule, i.path) for i in case.ignored}
        wanted = [f for f in found if f.rule not in off]
        return Draft(
            case=case,
            form=form,
            letter=letter,
            findings=tuple(f for f in wanted if (f.rule, f.path) not in aside),
            ignored=tuple(f for f in wanted if (f.rule, f.path) in aside),
            coverage=covered,
        )

    def _on_own_words(self, case: Case, form: StructureSpec, letter: Letter) -> tuple[Finding, ...]:
        """What the prose rules find; they are loaded when there is something for them to read."""
        found: list[Finding] = []
        if any(passages(case, form)):
            found += self._own_words.findings(case, form)
        if odd := odd_answers(letter):
            found += self._own_words.in_answers(letter, odd)
        return tuple(found)
