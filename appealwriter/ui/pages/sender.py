"""Step 2: who writes, to whom, in which language and form, and whether the notice is right."""

from collections.abc import Callable
from dataclasses import fields, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import language, tr
from appealwriter.base.text import fold_width
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.case import Sender
from appealwriter.model.terms import Stance, Structure
from appealwriter.playbooks.structures import StructureSpec
from appealwriter.ui.languages import language_name
from appealwriter.ui.pages.answers.blocks import Told
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.sending.earlier import Earlier
from appealwriter.ui.pages.sending.lines import Lines, letter_lines, requisites, sender_lines
from appealwriter.ui.pages.sending.requests import Corrections, Requests
from appealwriter.ui.pages.sending.stance import StanceChoice
from appealwriter.ui.parts import (
    Banner,
    Button,
    ChoiceField,
    DateField,
    LineField,
    PageHeading,
    QuestionBlock,
    SectionHeading,
)
from appealwriter.ui.parts.sentences import sentences
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class SenderPage(Page):
    """Fields for the sender, then for the letter as a whole."""

    step = Step.SENDER

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._blocks: dict[str, QuestionBlock] = {}
        self._told = Told(session.workshop.rules)
        self._lines: dict[str, LineField] = {}
        self._trouble: Banner | None = None
        self._earlier = Earlier(session)
        self.column.addWidget(
            PageHeading(
                tr("Who writes, and to whom"),
                tr(
                    "As in the seller account and on the company's papers. They stand in the "
                    "opening and the signature."
                ),
            )
        )
        self.column.addWidget(self._earlier)
        self.column.addLayout(self._grid_of(sender_lines()))
        self._requisites = QWidget()
        claim = self._grid_of(requisites())
        claim.setContentsMargins(0, 0, 0, 0)
        self._requisites.setLayout(claim)
        self.column.addWidget(self._requisites)
        self.column.addSpacing(8)
        self.column.addWidget(SectionHeading(tr("The letter"), role="section"))
        self._add_letter()
        self.column.addStretch(1)
        self._earlier.chosen.connect(self._fill)

    def show_draft(self, draft: Draft) -> None:
        """Show who writes and how."""
        case = draft.case
        for name, line in self._lines.items():
            line.set_value(getattr(case.sender, name))
        known = self.session.workshop.shelf.platforms.get(case.platform)
        usual = known.addressee.get(case.letter_language) if known else ""
        self._lines["addressee"].setPlaceholderText(
            tr("Usual: {addressee}", addressee=usual) if usual else ""
        )
        languages = known.languages if known else ("en", "ru", "zh")
        self._language.set_options(_language_options(languages))
        self._language.set_value(case.letter_language)
        self._offer_forms(draft)
        show_if(self._requisites, "requisites" in draft.form.sections)
        self._requests.show_draft(draft)
        self._corrections.show_draft(draft)
        self._limit.set_value(str(case.limit or ""))
        self._date.set_value(case.letter_date)
        self._stance.set_value(case.stance.value)
        self._earlier.show_for(case)
        self._told.show(self._blocks, draft.findings)

    def _offer_forms(self, draft: Draft) -> None:
        """The documents that fit, the recommended one marked, and why it is."""
        shelf, case = self.session.workshop.shelf, draft.case
        wanted = shelf.recommended(case)
        options = [
            (form.id, _form_name(form, wanted)) for form in (*shelf.documents(case), draft.form)
        ]
        self._structure.set_options(list(dict(options).items()))
        self._structure.set_value(case.structure.value)
        self._blocks["structure"].set_why(
            sentences(draft.form.note.any(language()), _advice(draft.form, wanted))
        )

    def focus_path(self, path: str) -> None:
        """ "sender/<field>", "letter_language", "letter_date", "stance", "structure"."""
        for rows in (self._requests, self._corrections):
            if path.startswith(f"{rows.part}/"):
                rows.focus_place(path.partition("/")[2])
                return
        block = self._blocks.get(path) or self._blocks["sender/shop"]
        self._told.leave([path])
        block.focus_field()
        bring_into_view(block)
        self._show_findings()

    def hideEvent(self, event: QHideEvent) -> None:
        """Shown again, every field may say what it lacks."""
        super().hideEvent(event)
        self._told.leave(self._blocks)

    def _grid_of(self, lines: Lines) -> QGridLayout:
        """Fields of the sender, two in a row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for number, (name, title, why, example) in enumerate(lines):
            hint = tr("e.g. {example}", example=example) if example else ""
            line = LineField(title, placeholder=hint)
            line.edited.connect(lambda text, name=name: self._put(name, text))
            self._lines[name] = line
            block = self._block(f"sender/{name}", title, why, line)
            grid.addWidget(block, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _add_letter(self) -> None:
        session = self.session
        self._language = ChoiceField(_language_options(("en", "ru", "zh")))
        self._language.chosen.connect(lambda key: session.put("letter_language", key))
        self._structure = ChoiceField()
        self._structure.chosen.connect(self._choose_form)
        self._date = DateField(
            tr("Date of the letter"),
            placeholder=tr("e.g. {example}", example="2026-11-24"),
            today=session.today(),
        )
        self._date.changed.connect(lambda day: session.put("letter_date", day))
        self._stance = StanceChoice()
        self._stance.chosen.connect(lambda key: session.put("stance", Stance(key)))
        for field in (self._language, self._structure):
            field.setMaximumWidth(260)
        self._requests = Requests(session)
        self._corrections = Corrections(session)
        self._limit = LineField(tr("Characters the box takes"), placeholder=tr("not known"))
        self._limit.setMaximumWidth(120)
        self._limit.edited.connect(self._put_limit)
        fields = {
            "stance": self._stance,
            "letter_language": self._language,
            "structure": self._structure,
            "letter_date": self._date_row(),
            "requests": self._requests,
            "corrections": self._corrections,
            "limit": self._limit,
        }
        for path, title, why in letter_lines():
            self.column.addWidget(self._block(path, title, why, fields[path]))

    def _choose_form(self, key: str) -> None:
        case = self.session.case
        self.session.edit(replace(case, structure=Structure(key), structure_chosen=True))

    def _put_limit(self, text: str) -> None:
        digits = "".join(sign for sign in fold_width(text) if sign.isdecimal())
        self.session.put("limit", int(digits[:6] or 0))

    def _date_row(self) -> QWidget:
        row = _LetterDate(self._date)
        row.today.clicked.connect(self._set_today)
        return row

    def _set_today(self) -> None:
        self.session.put("letter_date", self.session.today().isoformat())
        self.session.rest()

    def _block(self, path: str, title: str, why: str, widget: QWidget) -> QuestionBlock:
        block = QuestionBlock(title, why, widget)
        block.left.connect(lambda: self._leave(path))
        self._blocks[path] = block
        return block

    def _put(self, name: str, text: str) -> None:
        """The case's marketplace follows the sender's, which the header shows."""
        case, path = self.session.case, f"sender/{name}"
        if name == "marketplace":
            case = replace(case, marketplace=text)
        self.session.edit(replace(case, sender=replace(case.sender, **{name: text})), path)

    def _leave(self, path: str) -> None:
        self.session.rest()
        self._told.leave([path])
        self._show_findings()

    def _show_findings(self) -> None:
        if self.session.draft is not None:
            self._told.show(self._blocks, self.session.draft.findings)

    def _fill(self, load: Callable[[], Sender]) -> None:
        """Fill what is empty from an earlier case."""
        if self._trouble is not None:
            self.column.removeWidget(self._trouble)
            self._trouble.deleteLater()
            self._trouble = None
        try:
            earlier = load()
        except AppealError as error:
            self._trouble = Banner("weak", error.advice, strong=error.what)
            self.column.insertWidget(0, self._trouble)
            return
        case = self.session.case
        self.session.edit(replace(case, sender=filled(case.sender, earlier)))


_OF_ONE_CASE = ("case_id", "outgoing", "clause")


def filled(sender: Sender, earlier: Sender) -> Sender:
    """`sender` with its empty fields from `earlier`; a case id belongs to its own case."""
    names = [field.name for field in fields(Sender) if field.name not in _OF_ONE_CASE]
    empty = {name: getattr(earlier, name) for name in names if not getattr(sender, name)}
    return replace(sender, **empty)


class _LetterDate(QWidget):
    """The date and a button that sets today's."""

    def __init__(self, field: DateField) -> None:
        super().__init__()
        self.left = field.left
        self.set_level = field.set_level
        self.today = Button(tr("Today"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(field)
        line.addWidget(self.today)
        line.addStretch(1)
        self.setFocusProxy(field)


def _advice(form: StructureSpec, wanted: StructureSpec | None) -> str:
    """Why the recommended document is; its name too where another was chosen."""
    if wanted is None:
        return ""
    why = wanted.why.any(language())
    if form is wanted:
        return why
    return tr("Recommended: {form}. {why}", form=wanted.name.any(language()), why=why)


def _form_name(form: StructureSpec, wanted: StructureSpec | None) -> str:
    name = form.name.any(language())
    return tr("{form} (recommended)", form=name) if form is wanted else name


def _language_options(languages: tuple[str, ...]) -> list[tuple[str, str]]:
    names = [(key, language_name(key)) for key in languages]
    return [
        (key, tr("{language} (usual)", language=name) if n == 0 else name)
        for n, (key, name) in enumerate(names)
    ]
