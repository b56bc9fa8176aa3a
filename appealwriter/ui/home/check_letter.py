"""A letter written elsewhere: paste or choose it, see which parts it has and what is wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.base.text import clean, word_count
from appealwriter.model.finding import Finding
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.store.atomic import explained
from appealwriter.ui import dialogs, theme
from appealwriter.ui.about_rule import about_rule
from appealwriter.ui.frame.banners import Banners
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.header import Bar, upright
from appealwriter.ui.frame.status import StatusLine
from appealwriter.ui.home.letter_marks import underlines, words_at
from appealwriter.ui.languages import language_name
from appealwriter.ui.parts import (
    Banner,
    Button,
    FindingList,
    FindingView,
    IgnoredView,
    PageHeading,
    StepRail,
    StepView,
    label,
)

if TYPE_CHECKING:  # the knowledge is loaded at the first check, not with the window
    from appealwriter.drafting.judge import Judged

_ORDER = {Level.MISSING: 0, Level.WEAK: 1, Level.ADVICE: 2}


class CheckView(QWidget):
    """Parts at the left, the letter in the middle, problems at the right. Nothing is kept, and
    the person's file is never changed."""

    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._name = ""
        self._found: tuple[Finding, ...] = ()
        self._aside: dict[tuple[str, str], str] = {}
        self.text = QPlainTextEdit()
        self.parts = StepRail()
        self.problems = FindingList()
        self.status = StatusLine()
        self._heading = PageHeading("")
        self._banners = Banners(side=0)
        self._count = label("", "dense", "text2")
        self._arrange()
        self._show_empty()

    def load(self, path: Path) -> None:
        """Read the letter in a file and check it."""
        try:
            from appealwriter.drafting.judge import letter_text  # noqa: PLC0415

            with explained(path):
                data = path.read_bytes()
            text = letter_text(path.name, data)
        except AppealError as error:
            self._say(error)
            return
        self._name = path.name
        self.text.setPlainText(clean(text))
        self.check()

    def take(self, letter: str) -> None:
        """Check a pasted letter."""
        self._name = ""
        self.text.setPlainText(letter)
        self.check()

    def check(self) -> None:
        """Judge what stands in the middle."""
        self._banners.clear()
        if not self.text.toPlainText().strip():
            self._show_empty()
            self.text.setFocus()
            return
        from appealwriter.drafting.judge import judge  # noqa: PLC0415

        text = self.text.toPlainText()
        judged = judge(text, self._desk.workshop, self._desk.settings.switched_off_rules)
        if judged.text != text:  # places count in the cleaned text
            self.text.setPlainText(judged.text)
        self._found = tuple(sorted(judged.findings, key=lambda f: _ORDER[f.level]))
        self._show_parts(judged)
        self._show_problems()

    def _show_empty(self) -> None:
        self._found, self._aside = (), {}
        self._heading.set_texts(
            tr("Paste the letter, or choose its file"),
            tr("Word or text. It is read on this PC only and never changed."),
        )
        self.parts.set_steps([])
        self._show_problems()

    def _show_parts(self, judged: "Judged") -> None:
        names = self._desk.workshop.shelf.terms["section"]
        lacking = [names[s].any(language()) for s in SECTIONS if not judged.sections.get(s)]
        found = len(SECTIONS) - len(lacking)
        title = trn("{n} part found", "{n} parts found", found)
        if lacking:
            title = tr("{found}, lacking: {parts}", found=title, parts=listed(lacking))
        written = language_name(judged.language) if judged.language else ""
        count = word_count(judged.text)
        facts = [
            self._name,
            written,
            trn("{n} word", "{n} words", count),
            tr("read on this PC only"),
        ]
        self._heading.set_texts(title, " · ".join(fact for fact in facts if fact))
        self.parts.set_steps(
            [
                self._part(n, s, names[s].any(language()), judged.sections.get(s, False))
                for n, s in enumerate(SECTIONS, start=1)
            ]
        )

    def _part(self, number: int, section: str, name: str, found: bool) -> StepView:
        if not found:
            return StepView(number, name, "missing", tr("Not found"))
        here = [f for f in self._found if f.where and f.where.section == section]
        if any(f.level is not Level.ADVICE for f in here):
            words = trn("Found · {n} problem", "Found · {n} problems", len(here))
            return StepView(number, name, "weak", words)
        return StepView(number, name, "complete", tr("Found"))

    def _show_problems(self) -> None:
        shown, aside = [], []
        for number, finding in enumerate(self._found):
            if _key(finding) in self._aside:
                aside.append(self._ignored(str(number), finding))
            else:
                shown.append(self._view(str(number), finding))
        self.problems.set_findings(shown, aside)
        levels = [f.level for f in self._found if _key(f) not in self._aside]
        self._count.setText(
            tr(
                "{missing} missing · {weak} weak · {advice} advice",
                missing=levels.count(Level.MISSING),
                weak=levels.count(Level.WEAK),
                advice=levels.count(Level.ADVICE),
            )
        )
        self._underline()
        self.status.set_texts(
            tr("This letter is not kept as a case"),
            trn("{n} problem", "{n} problems", len(shown)) if shown else "",
        )

    def _view(self, key: str, finding: Finding) -> FindingView:
        rule = self._desk.workshop.rules[finding.rule]

        def say(words: object) -> str:
            return rule.say(words, finding, language())  # type: ignore[arg-type]

        return FindingView(
            key,
            finding.level.value,
            say(rule.message),
            say(rule.mend),
            say(rule.why),
            say(rule.example),
        )

    def _ignored(self, key: str, finding: Finding) -> IgnoredView:
        view = self._view(key, finding)
        return IgnoredView(key, view.level, view.message, self._aside[_key(finding)])

    def _underline(self) -> None:
        seen = [f for f in self._found if _key(f) not in self._aside]
        self.text.setExtraSelections(underlines(self.text, seen))

    def _go_to(self, key: str) -> None:
        where = self._found[int(key)].where
        if where is not None and where.start >= 0:
            self.text.setTextCursor(words_at(self.text, where))
            self.text.ensureCursorVisible()
            self.text.setFocus()

    def _ignore(self, key: str) -> None:
        finding = self._found[int(key)]
        reason = dialogs.ask_ignore(self, self._view(key, finding).message)
        if reason is not None:
            self._aside[_key(finding)] = reason
            self._show_problems()

    def _bring_back(self, key: str) -> None:
        self._aside.pop(_key(self._found[int(key)]), None)
        self._show_problems()

    def _about(self, key: str) -> None:
        """Where the rule comes from, and a way to switch it off everywhere."""
        self._banners.clear()
        rule = self._desk.workshop.rules[self._found[int(key)].rule]
        banner = about_rule(rule)
        banner.pressed.connect(lambda answer: self._answer(answer, rule.id))
        self._banners.add(banner)

    def _answer(self, answer: str, rule: str) -> None:
        self._banners.clear()
        if answer == "off":
            self._desk.switch_off(rule)
            self.check()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Choose the letter"),
            "",
            tr("Letters ({endings})", endings="*.docx *.txt *.md"),
        )
        if name:
            self.load(Path(name))

    def _say(self, error: AppealError) -> None:
        self._banners.clear()
        self._banners.add(Banner("missing", error.advice, strong=error.what))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._middle())
        split.addWidget(self._right())
        split.setSizes([700, 440])
        split.setStretchFactor(0, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.parts)
        body.addWidget(split, 1)
        column.addLayout(body, 1)
        column.addWidget(self.status)
        self.parts.setAccessibleName(tr("Parts of the letter"))
        self.problems.go_to.connect(self._go_to)
        self.problems.ignore.connect(self._ignore)
        self.problems.bring_back.connect(self._bring_back)
        self.problems.about.connect(self._about)
        self.problems.opened.connect(self._go_to_quietly)

    def _go_to_quietly(self, key: str) -> None:
        """Show the words of the opened problem; the keyboard stays in the list."""
        row = self.focusWidget()
        self._go_to(key)
        if row is not None:
            row.setFocus()

    def _header(self) -> Bar:
        bar = Bar()
        back = Button(tr("All cases"), role="link", icon="back")
        back.clicked.connect(self.back)
        bar.row.addWidget(back)
        bar.row.addWidget(upright())
        bar.row.addWidget(label(tr("Check a finished letter"), "body", bold=True))
        bar.row.addStretch(1)
        return bar

    def _middle(self) -> QWidget:
        self.text.setFont(theme.current().letter_font("en"))
        self.text.setAccessibleName(tr("The letter"))
        self.text.setPlaceholderText(tr("Paste the whole letter here"))
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(20)
        again = Button(tr("Check"), role="primary", icon="refresh")
        again.clicked.connect(self.check)
        choose = Button(tr("Choose file…"), icon="folder")
        choose.clicked.connect(self._choose)
        foot = QHBoxLayout()
        foot.addWidget(choose)
        foot.addStretch(1)
        foot.addWidget(again)
        middle = QWidget()
        middle.setMinimumWidth(360)
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(8)
        column.addLayout(self._banners)
        column.addWidget(self._heading)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        return middle

    def _right(self) -> QWidget:
        right = QFrame()
        right.setMinimumWidth(280)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 8)
        head.addWidget(label(tr("Problems"), "body", bold=True))
        head.addStretch(1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self.problems, 1)
        return right


def _key(finding: Finding) -> tuple[str, str]:
    """What stays the same when the letter is checked again after a change elsewhere in it."""
    return finding.rule, finding.where.text if finding.where else ""
