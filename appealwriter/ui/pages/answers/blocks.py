"""Questions of a page and what the checks say about their answers, at the right moment."""

from collections.abc import Iterable, Mapping

from appealwriter.base.i18n import language
from appealwriter.checks.rules import RuleBook
from appealwriter.model.finding import Finding
from appealwriter.ui.parts import QuestionBlock


class Told:
    """Which questions may show their findings: those that were left, or all once the page is
    shown again. Nothing is said while the person types."""

    def __init__(self, rules: RuleBook) -> None:
        self._rules = rules
        self._left: set[str] = set()

    def leave(self, paths: Iterable[str]) -> None:
        """The questions at `paths` were left."""
        self._left.update(paths)

    def show(self, blocks: Mapping[str, QuestionBlock], findings: Iterable[Finding]) -> None:
        """Put the first finding of each left question under its field."""
        said: dict[str, tuple[str, str]] = {}
        for finding in findings:
            path = next((p for p in blocks if _within(finding.path, p)), "")
            if path in self._left and path not in said:
                rule = self._rules[finding.rule]
                said[path] = finding.level.value, rule.say(rule.message, finding, language())
        for path, block in blocks.items():
            block.set_finding(*said.get(path, ("", "")))


def _within(path: str, question: str) -> bool:
    return path == question or path.startswith(f"{question}/")
