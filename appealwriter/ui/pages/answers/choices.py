"""Answers chosen from a list, or given in own words instead."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.model.answers import Answer, is_empty
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui import theme
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.pages.answers.texts import TextAnswer
from appealwriter.ui.parts import Button, ChoiceField, FlowLayout, RadioDot

_OWN = "own"
_DOTS_AT_MOST = 5
_WIDEST = 400  # px at 100 %


class ChoiceAnswer(AnswerField):
    """A few options stand in the open, more of them in a list; own words are always possible."""

    def __init__(self, spec: SlotSpec, name: str, letter_language: str) -> None:
        super().__init__()
        said = {key: words.any(language()) for key, words in spec.choices.items()}
        options = [(key, words[:1].upper() + words[1:]) for key, words in said.items()]
        own = tr("In my own words")
        self._list: _Dots | ChoiceField
        if len(options) <= _DOTS_AT_MOST and _fit([words for _, words in options]):
            self._list = _Dots([*options, (_OWN, own)], name)
        else:
            self._list = ChoiceField(options, name=name, placeholder=tr("Choose"), own_words=own)
            self._list.setMaximumWidth(theme.current().px(420))
        self._own = TextAnswer(own, letter_language)
        self._clear = Button(tr("Clear"), role="link", small=True)
        self.column.addWidget(self._list)
        self.column.addWidget(self._own)
        self._line = FlowLayout(gap=12)
        self._line.addWidget(self._clear)
        self.column.addLayout(self._line)
        self._own.hide()
        self._clear.hide()
        self.setFocusProxy(self._list)
        self._list.chosen.connect(self._choose)
        self._own.edited.connect(lambda words: self.edited.emit({_OWN: words or {}}))
        self._own.left.connect(self.left)
        self._clear.clicked.connect(self._empty)

    def set_answer(self, answer: Answer) -> None:
        """Show the chosen option, or the own words."""
        own = _own_words(answer)
        self._list.set_value(_OWN if own is not None else str(answer or ""))
        self._own.setVisible(own is not None)
        self._own.set_answer(own)
        self._clear.setVisible(own is not None or not is_empty(answer))

    def add_beside(self, widget: QWidget) -> None:
        """Beside the button that takes the choice back."""
        self._line.addWidget(widget)

    def set_answerable(self, on: bool) -> None:
        """The list and the own words, or neither."""
        self._list.setEnabled(on)
        self._own.setEnabled(on)
        if not on:
            self._clear.hide()

    def set_level(self, level: str) -> None:
        """Edge of the list or of the own words."""
        if isinstance(self._list, ChoiceField):
            self._list.set_level(level)
        self._own.set_level(level)

    def _choose(self, key: str) -> None:
        self.edited.emit({_OWN: {}} if key == _OWN else key)
        if key == _OWN:
            self._own.setFocus()
        else:
            self.left.emit()

    def _empty(self) -> None:
        self._list.setFocus()
        self.edited.emit(None)


def _fit(options: list[str]) -> bool:
    """Whether every option has room on a line of the narrowest page."""
    metrics = QFontMetrics(theme.current().font())
    return all(metrics.horizontalAdvance(one) <= theme.current().px(_WIDEST) for one in options)


class _Dots(QWidget):
    """Options side by side, as many lines as they need."""

    chosen = Signal(str)

    def __init__(self, options: list[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._dots = {key: RadioDot(words) for key, words in options}
        self._group = QButtonGroup(self)
        line = FlowLayout(self, gap=16)
        for key, dot in self._dots.items():
            self._group.addButton(dot)
            line.addWidget(dot)
            dot.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
        self.setFocusProxy(next(iter(self._dots.values())))

    def set_value(self, value: str) -> None:
        """Show the option `value` as chosen; none where there is no such option."""
        self._group.setExclusive(False)
        for key, dot in self._dots.items():
            dot.setChecked(key == value)
        self._group.setExclusive(True)


def _own_words(answer: Answer) -> Answer:
    """The own words in an answer; None where an option was chosen or nothing was."""
    if not isinstance(answer, Mapping):
        return None
    return answer.get(_OWN, answer)
