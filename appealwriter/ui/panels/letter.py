"""The right panel "Letter": what will be sent, as it stands now."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.base.text import word_count
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Draft
from appealwriter.letter.writer import rewriting_place
from appealwriter.model.case import Rewritten
from appealwriter.model.letter import Letter, Sentence
from appealwriter.model.terms import Structure
from appealwriter.ui import dialogs, theme
from appealwriter.ui.languages import language_name
from appealwriter.ui.panels.paper import Paper
from appealwriter.ui.parts import ChoiceField, FlowLayout, TickBox
from appealwriter.ui.session import Session

_PAPER_WIDTH = 720


class LetterPanel(QWidget):
    """Language, structure, and the letter on paper. `go` carries the path of what was clicked."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._draft: Draft | None = None
        self._with_demands = False
        self.languages = ChoiceField(name=tr("Language of the letter"), inline=True)
        self.structures = ChoiceField(name=tr("Structure of the letter"), inline=True)
        self.stock = TickBox(tr("Mark stock wording"))
        self.stock.setFont(theme.current().font("small"))
        self.paper = Paper()
        self.paper.go.connect(self.go)
        self.paper.rewrite.connect(self._rewrite)
        self.languages.chosen.connect(lambda key: session.put("letter_language", key))
        self.structures.chosen.connect(self._choose_structure)
        self.stock.toggled.connect(self._write)
        self._arrange()

    def show_draft(self, draft: Draft) -> None:
        """Show the letter of a draft."""
        self._draft = draft
        self._offer(draft)
        self._write()

    def show_path(self, path: str) -> None:
        """Tint the sentence that the answer at `path` writes."""
        self.paper.show_path(path)

    def set_demand_tags(self, on: bool) -> None:
        """Say behind the headings which demands a part answers; the review step wants it."""
        if on != self._with_demands:
            self._with_demands = on
            self._write()

    def _write(self) -> None:
        if self._draft is None:
            return
        tags = _demand_tags(self._draft) if self._with_demands else {}
        letter = self._draft.letter
        self.paper.show_letter(letter, stock=self.stock.isChecked(), tags=tags)
        words = word_count("\n".join(s.text for s in letter.sentences()))
        name = trn(
            "Letter, {language}, {n} word",
            "Letter, {language}, {n} words",
            words,
            language=language_name(letter.language),
        )
        if name != self.paper.accessibleName():
            self.paper.setAccessibleName(name)

    def _offer(self, draft: Draft) -> None:
        shelf, case = self._session.workshop.shelf, draft.case
        platform = shelf.platforms.get(case.platform)
        known = platform.languages if platform else ("en", "ru", "zh")
        spoken = dict.fromkeys((*known, case.letter_language))
        self.languages.set_options([(key, language_name(key)) for key in spoken])
        self.languages.set_value(case.letter_language)
        offered = dict.fromkeys((*shelf.documents(case), draft.form))
        self.structures.set_options([(form.id, form.name.any(language())) for form in offered])
        self.structures.set_value(case.structure.value)

    def _choose_structure(self, key: str) -> None:
        case = self._session.case
        self._session.edit(replace(case, structure=Structure(key), structure_chosen=True))

    def _rewrite(self, path: str, text: str) -> None:
        """Let the person write a sentence anew, or take the program's back."""
        if self._draft is None:
            return
        letter, case = self._draft.letter, self._draft.case
        sentence = next(
            (s for s in _running(letter) if s.path == path and s.text == text and not s.has_gap),
            None,
        )
        if sentence is None:
            return
        place = rewriting_place(path, sentence.phrase)
        here = next((r for r in case.rewritten if (r.path, r.phrase) == place), Rewritten(*place))
        words = dialogs.ask_rewrite(self, sentence, here.own, letter.language)
        if words is None:
            return
        kept = tuple(r for r in case.rewritten if (r.path, r.phrase) != place)
        if words:
            was = here.was.to_json() | {letter.language: sentence.program or sentence.text}
            own = Words(**(here.own.to_json() | words.to_json()))
            kept = (*kept, replace(here, own=own, was=Words(**was)))
        self._session.edit(replace(case, rewritten=kept))

    def _arrange(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, gap=12, line_gap=4)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.languages, self.structures, self.stock):
            flow.addWidget(widget)
        top = QVBoxLayout()
        top.setContentsMargins(12, 6, 12, 6)
        top.addWidget(tools)
        sheet = QFrame()
        sheet.setProperty("card", True)
        sheet.setMaximumWidth(theme.current().px(_PAPER_WIDTH))
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.paper)
        desk = QWidget()
        desk.setProperty("zone", "paper")
        desk.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        around = QHBoxLayout(desk)
        around.setContentsMargins(12, 12, 12, 0)
        around.addWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(desk, 1)


def _running(letter: Letter) -> Iterator[Sentence]:
    """The sentences of running text: not headings, not cells."""
    for section in letter.sections:
        for block in section.blocks:
            for item in block.items:
                yield from item


def _demand_tags(draft: Draft) -> dict[str, str]:
    """For each part of the letter the demands it answers, by their number."""
    numbers: dict[str, list[str]] = {}
    for number, covered in enumerate(draft.coverage, 1):
        if covered.section:
            numbers.setdefault(covered.section, []).append(str(number))
    return {
        section: tr("Demand {numbers}", numbers=listed(found)) for section, found in numbers.items()
    }
