"""Own words at one place of the case, in the person's language and in the letter's."""

from dataclasses import replace

from PySide6.QtCore import Qt

from appealwriter.base.i18n import language
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Draft
from appealwriter.ui.languages import language_name
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.words import not_translated
from appealwriter.ui.parts import WordsField
from appealwriter.ui.session import Session


class OwnWords(Field):
    """A `Words` answer at `where` below `path`. `hint` False leaves out the line under it."""

    def __init__(
        self,
        session: Session,
        path: str,
        where: str,
        name: str,
        placeholder: str = "",
        *,
        hint: bool = True,
    ) -> None:
        super().__init__(session, path, where)
        self._where = where
        self._letter = session.case.letter_language
        two = self._letter != language()
        self.field = WordsField(
            name,
            language_name(self._letter) if two else "",
            hint=not_translated() if two and hint else "",
            placeholder=placeholder,
            letter=self._letter,
        )
        self.field.edited.connect(self._edit)
        self.field.left.connect(lambda: self.left.emit(where))
        self.add(self.field)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the words, except where the person is writing."""
        self._refresh()

    def show_finding(self, level: str, words: str) -> None:
        """The field's edge says it too."""
        super().show_finding(level, words)
        self.field.set_level(level if level in ("missing", "weak") else "")

    def focus_place(self, where: str) -> None:
        """Into the own words; into the letter's language where only that is missing."""
        own, letter = self.field.value()
        two = self._letter != language()
        target = self.field.letter if two and own and not letter else self.field.own
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        words = self.answer(self._where) or Words()
        self.field.set_value(words.get(language()), words.get(self._letter))

    def _edit(self, own: str, letter: str) -> None:
        words = self.answer(self._where) or Words()
        changed = replace(words, **{language(): own})
        if self._letter != language():
            changed = replace(changed, **{self._letter: letter})
        self.put(self._where, changed)
