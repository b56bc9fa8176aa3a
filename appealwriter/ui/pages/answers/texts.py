"""Answers in the person's own words, with the letter's language where it differs."""

from collections.abc import Mapping

from appealwriter.base.i18n import language
from appealwriter.model.answers import Answer
from appealwriter.ui.languages import language_name
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.pages.plan.words import not_translated
from appealwriter.ui.parts import WordsField


class TextAnswer(AnswerField):
    """A short text. Nothing is translated: the person gives the letter's language too."""

    def __init__(self, name: str, letter_language: str, placeholder: str = "") -> None:
        super().__init__()
        self._mine, self._letter = language(), letter_language
        self._others: dict[str, Answer] = {}
        two = self._mine != letter_language
        self._words = WordsField(
            name,
            language_name(letter_language) if two else "",
            hint=not_translated() if two else "",
            placeholder=placeholder,
            letter=letter_language,
        )
        self.column.addWidget(self._words)
        self.setFocusProxy(self._words)
        self._words.edited.connect(self._tell)
        self._words.left.connect(self.left)

    def set_answer(self, answer: Answer) -> None:
        """Show the words of both languages; those of a third one are kept."""
        words: dict[str, Answer] = {self._mine: answer}
        if isinstance(answer, Mapping):
            words = dict(answer)
        own = str(words.pop(self._mine, "") or "")
        letter = "" if self._mine == self._letter else str(words.pop(self._letter, "") or "")
        self._others = words
        self._words.set_value(own, letter)

    def set_answerable(self, on: bool) -> None:
        """Both fields or neither."""
        self._words.setEnabled(on)

    def set_level(self, level: str) -> None:
        """Edge of the letter's field."""
        self._words.set_level(level)

    def _tell(self, own: str, letter: str) -> None:
        given = {**self._others, self._letter: letter, self._mine: own}
        self.edited.emit({key: words for key, words in given.items() if words} or None)
