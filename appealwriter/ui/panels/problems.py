"""The right panel "Problems": what the checks say, by step, and what was set aside."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step, step_of
from appealwriter.model.case import Ignored
from appealwriter.model.finding import Finding
from appealwriter.model.terms import Level
from appealwriter.ui.about_rule import about_rule
from appealwriter.ui.dialogs import ask_ignore
from appealwriter.ui.frame.days import moment_words
from appealwriter.ui.frame.steps import step_name
from appealwriter.ui.parts import (
    Banner,
    EmptyHint,
    FindingList,
    FindingView,
    FlowLayout,
    IgnoredView,
    Segmented,
    label,
)
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_OFF = "off:"
_LEVELS = list(Level)


class ProblemsPanel(QWidget):
    """Findings in groups by step. `go` carries the path of the field to mend."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._draft: Draft | None = None
        self._step: Step | None = None
        self.shown: dict[str, Finding] = {}
        self.about: Banner | None = None
        self.filter = Segmented([("all", ""), ("step", "")], value="all")
        self.filter.chosen.connect(lambda _: self._show())
        self._counts = label("", "dense", "text2")
        self.list = FindingList()
        self._empty = EmptyHint(tr("Nothing found. Read the letter once more all the same."))
        self.list.go_to.connect(lambda key: self.go.emit(self.shown[key].path))
        self.list.ignore.connect(self._ignore)
        self.list.about.connect(self._tell_about)
        self.list.bring_back.connect(self._bring_back)
        self._arrange()

    @property
    def open_count(self) -> int:
        """How many findings are open."""
        return len(self._draft.findings) if self._draft else 0

    def show_draft(self, draft: Draft) -> None:
        """Show what the checks say of a draft."""
        self._draft = draft
        self._show()

    def set_step(self, step: Step) -> None:
        """Which step "This step" means."""
        if step is not self._step:
            self._step = step
            self._show()

    def step(self, delta: int) -> None:
        """Open the next finding (+1) or the one before (-1)."""
        self.list.step(delta)

    def _show(self) -> None:
        if self._draft is None:
            return
        found = sorted(self._draft.findings, key=_order)
        here = [f for f in found if step_of(f.path) is self._step]
        self.filter.set_label("all", tr("All {n}", n=len(found)))
        self.filter.set_label("step", tr("This step {n}", n=len(here)))
        levels = Counter(finding.level for finding in found)
        self._counts.setText(
            tr(
                "{missing} missing · {weak} weak · {advice} advice",
                missing=levels[Level.MISSING],
                weak=levels[Level.WEAK],
                advice=levels[Level.ADVICE],
            )
        )
        shown = here if self.filter.value() == "step" else found
        self.shown = _named(shown)
        aside = [*map(self._aside, self._draft.ignored), *map(_off, self._session.switched_off)]
        self.list.set_findings([self._view(*item) for item in self.shown.items()], aside)
        show_if(self._empty, not shown)

    def _view(self, key: str, finding: Finding) -> FindingView:
        rule, reader = self._session.workshop.rules[finding.rule], language()
        step = step_of(finding.path)
        return FindingView(
            id=key,
            level=finding.level.value,
            message=rule.say(rule.message, finding, reader),
            mend=rule.say(rule.mend, finding, reader),
            why=rule.say(rule.why, finding, reader),
            example=rule.say(rule.example, finding, reader),
            group="\u2002".join(
                (tr("Step {n}", n=step.number), step_name(step, self._session.draft))
            ),
        )

    def _aside(self, finding: Finding) -> IgnoredView:
        known = next(
            (i for i in self._session.case.ignored if _same_place(i, finding)), Ignored("")
        )
        rule = self._session.workshop.rules[finding.rule]
        return IgnoredView(
            id=f"{finding.rule}|{finding.path}",
            level=finding.level.value,
            message=rule.say(rule.message, finding, language()),
            reason=tr("Reason: {reason}", reason=known.reason) if known.reason else "",
            when=self._ignored_when(known.when),
        )

    def _ignored_when(self, iso: str) -> str:
        try:
            when = datetime.fromisoformat(iso)
        except ValueError:
            return ""
        return tr("Ignored {when}", when=moment_words(when, self._session.now()))

    def _ignore(self, key: str) -> None:
        finding = self.shown[key]
        rule = self._session.workshop.rules[finding.rule]
        reason = ask_ignore(self, rule.say(rule.message, finding, language()))
        if reason is None:
            return
        when = self._session.now().isoformat(timespec="seconds")
        case = self._session.case
        kept = tuple(i for i in case.ignored if not _same_place(i, finding))
        new = Ignored(finding.rule, finding.path, reason, when)
        self._session.edit(replace(case, ignored=(*kept, new)))

    def _bring_back(self, key: str) -> None:
        if key.startswith(_OFF):
            self._switch(key.removeprefix(_OFF), on=True)
            return
        rule, _, path = key.partition("|")
        case = self._session.case
        kept = tuple(i for i in case.ignored if (i.rule, i.path) != (rule, path))
        self._session.edit(replace(case, ignored=kept))

    def _tell_about(self, key: str) -> None:
        """Where the rule comes from, and a way to switch it off everywhere."""
        self._close_about()
        rule = self._session.workshop.rules[self.shown[key].rule]
        self.about = about_rule(rule)
        self.about.pressed.connect(lambda answer: self._answer_about(answer, rule.id))
        self._above.addWidget(self.about)

    def _answer_about(self, answer: str, rule: str) -> None:
        self._close_about()
        if answer == "off":
            self._switch(rule, on=False)

    def _close_about(self) -> None:
        if self.about is not None:
            self._above.removeWidget(self.about)
            self.about.hide()
            self.about.deleteLater()
            self.about = None

    def _switch(self, rule: str, *, on: bool) -> None:
        """A rule is switched off for every case, and as easily on again."""
        others = tuple(known for known in self._session.switched_off if known != rule)
        self._session.switched_off = others if on else (*others, rule)
        self._session.refresh()

    def _arrange(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, gap=12, line_gap=4)
        flow.addWidget(self.filter)
        flow.addWidget(self._counts)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(12, 6, 12, 6)
        self._above.addWidget(tools)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)


def _order(finding: Finding) -> tuple[int, int]:
    return step_of(finding.path).number, _LEVELS.index(finding.level)


def _named(findings: list[Finding]) -> dict[str, Finding]:
    """The findings by ids that stay the same while they stay; one rule may speak twice of a
    place."""
    named: dict[str, Finding] = {}
    for finding in findings:
        key = f"{finding.rule}|{finding.path}"
        while key in named:
            key += "+"
        named[key] = finding
    return named


def _same_place(ignored: Ignored, finding: Finding) -> bool:
    return (ignored.rule, ignored.path) == (finding.rule, finding.path)


def _off(rule: str) -> IgnoredView:
    return IgnoredView(
        id=f"{_OFF}{rule}",
        level=Level.ADVICE.value,
        message=tr("The rule “{rule}” is switched off for every case.", rule=rule),
    )
