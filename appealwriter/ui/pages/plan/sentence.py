"""A sentence with gaps that are answered where they stand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QWidget

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.model.answers import UNKNOWN, is_empty
from appealwriter.playbooks.slots import read_value
from appealwriter.ui.languages import language_name
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.gaps import (
    Gap,
    Piece,
    answer_of,
    in_letter_language,
    needs_twin,
    noun_of,
    own_answer,
    own_words,
    slot_of,
    tag,
)
from appealwriter.ui.pages.plan.words import not_translated
from appealwriter.ui.parts import Button, GrowingText, PhraseRow, Slot, label
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_SHORT = 14

Say = Callable[[], list[Piece]]


class Sentence(Field):
    """Shows the pieces that `say` gives. Own words in a gap get a second field below, in the
    letter's language; a gap that nobody can fill may be said to be unknown."""

    def __init__(self, session: Session, path: str, say: Say, *covers: str) -> None:
        super().__init__(session, path, *covers)
        self._say = say
        self._gaps: dict[str, Gap] = {}
        self.row = PhraseRow()
        self.row.edited.connect(self._edit)
        self.row.own_edited.connect(self._edit_own)
        self.row.tag_clicked.connect(self._focus_twin)
        self.row.left.connect(self.left)
        self.add(self.row)
        self._twins = _Twins(self._edit_twin, self.left.emit)
        self.add(self._twins)
        self._unknown = Button(tr("Cannot be found out…"), role="link", small=True)
        self._unknown.clicked.connect(self._ask_unknown)
        self._unknown.hide()
        self.add_link(self._unknown)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the answers; the field being written in stays as it is."""
        self._refresh()

    def show_finding(self, level: str, words: str) -> None:
        """As every field; an empty gap may be said to be unknown."""
        if level:
            words = self._complaint() or words
        super().show_finding(level, words)
        show_if(self._unknown, level == "missing" and bool(self._open_gaps()))

    def focus_place(self, where: str) -> None:
        """Into the gap of that place; into its second language where only that is missing."""
        gap = self._gaps.get(where)
        if gap and self._twins.has(where) and self._tag(gap):
            self._twins.focus(where)
        else:
            self.row.focus_slot(where if gap else "")

    def _refresh(self) -> None:
        pieces = self._say()
        self._gaps = {piece.place: piece for piece in pieces if isinstance(piece, Gap)}
        self.row.set_pieces(self._shown(pieces))
        letter = self.session.case.letter_language
        wanted = {}
        for where in self._gaps:
            answer = self.answer(where)
            if needs_twin(answer, letter):
                wanted[where] = own_words(answer) or {}
        self._twins.show_words(wanted, letter)

    def _shown(self, pieces: list[Piece]) -> list[str | Slot]:
        letter = self.session.case.letter_language
        units = self.session.workshop.shelf.units
        shown: list[str | Slot] = []
        for piece in pieces:
            if isinstance(piece, str):
                shown.append(piece)
                continue
            answer = self.answer(piece.place)
            shown.append(slot_of(piece, answer, letter))
            if piece.noun:
                shown.append(f" {noun_of(piece, answer, units)}")
        return shown

    def _tag(self, gap: Gap) -> str:
        return tag(self.answer(gap.place), self.session.case.letter_language)

    def _edit(self, where: str, raw: object) -> None:
        self.put(where, answer_of(self._gaps[where].spec, raw, self.answer(where)))

    def _edit_own(self, where: str, words: str) -> None:
        self.put(where, own_answer(self.answer(where), words))

    def _edit_twin(self, where: str, words: str) -> None:
        letter = self.session.case.letter_language
        self.put(where, in_letter_language(self.answer(where), letter, words))

    def _focus_twin(self, where: str) -> None:
        self._twins.focus(where)

    def _open_gaps(self) -> list[Gap]:
        return [
            gap
            for gap in self._gaps.values()
            if not gap.optional and is_empty(self.answer(gap.place)) and gap.place not in _DATED
        ]

    def _complaint(self) -> str:
        """What an answer that cannot be read should look like; "" where all can be."""
        for gap in self._gaps.values():
            try:
                read_value(gap.spec, self.answer(gap.place))
            except BadInput as error:
                return f"{gap.label[:1].upper()}{gap.label[1:]}: {error.advice}"
        return ""

    def _ask_unknown(self) -> None:
        menu = QMenu(self)
        for gap in self._open_gaps():
            menu.addAction(gap.label, partial(self._call_unknown, gap.place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._unknown.mapToGlobal(self._unknown.rect().bottomLeft()))

    def _call_unknown(self, where: str) -> None:
        self.put(where, UNKNOWN)
        self.left.emit(where)


# A deed without a day is a plan, so its day is never "unknown".
_DATED = ("done", "since")


class _Twins(QWidget):
    """The letter's language for the own words in a sentence, one line for each gap."""

    def __init__(self, edit: Callable[[str, str], None], left: Callable[[str], None]) -> None:
        super().__init__()
        self._edit, self._left = edit, left
        self._fields: dict[str, tuple[QLabel, GrowingText]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._hint = label(not_translated(), "small", "hint", wrap=True)
        self.hide()

    def show_words(self, wanted: dict[str, dict[str, str]], letter: str) -> None:
        """A line for each of `wanted`: place to the languages of its own words."""
        for where, (_, field) in list(self._fields.items()):
            if where in wanted or field.hasFocus():
                continue
            for old in self._fields.pop(where):
                old.hide()
                old.deleteLater()
        for where, words in wanted.items():
            if where not in self._fields:
                self._add(where, letter)
            name, field = self._fields[where]
            name.setText(_twin_name(words, letter))
            field.set_value(words.get(letter, ""))
        show_if(self, bool(self._fields))

    def has(self, where: str) -> bool:
        """True where the gap at `where` has a line here."""
        return where in self._fields

    def focus(self, where: str) -> None:
        """Put the cursor into a line."""
        if where in self._fields:
            self._fields[where][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, where: str, letter: str) -> None:
        row = self._grid.rowCount()
        name = label("", "small", "text2")
        name.setContentsMargins(0, 8, 0, 0)
        field = GrowingText(language_name(letter), letter=letter)
        field.edited.connect(lambda words: self._edit(where, words))
        field.left.connect(lambda: self._left(where))
        self._fields[where] = (name, field)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(self._hint, row + 1, 0, 1, 2)


def _twin_name(words: dict[str, str], letter: str) -> str:
    """Which words the line is the twin of, cut short: "换了包装厂 · English"."""
    own = words.get(language(), "")
    own = own if len(own) <= _SHORT else own[: _SHORT - 1] + "…"
    return " · ".join(part for part in (own, language_name(letter)) if part)
