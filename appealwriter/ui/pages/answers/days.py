"""Answers that are days: one, or from one to another."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from appealwriter.base.i18n import listed, tr
from appealwriter.model.answers import Answer
from appealwriter.ui import theme
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.parts import DateField, FlowLayout, label


class DayAnswer(AnswerField):
    """One day."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._day = DateField(name, today=today)
        self.column.addWidget(self._day)
        self.setFocusProxy(self._day)
        self._day.changed.connect(lambda day: self.edited.emit(day or None))
        self._day.left.connect(self.left)

    def set_answer(self, answer: Answer) -> None:
        """Show the day, or what was typed instead of one."""
        self._day.set_value(str(answer or ""))

    def set_answerable(self, on: bool) -> None:
        """A day nobody can write is grey."""
        self._day.setEnabled(on)

    def set_level(self, level: str) -> None:
        """Edge of the field."""
        self._day.set_level(level)


class PeriodAnswer(AnswerField):
    """The first and the last day."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._days: dict[str, DateField] = {}
        line = self._line = FlowLayout(gap=8)
        for key, words in (("from", tr("From")), ("to", tr("To"))):
            self._days[key] = DateField(listed((name, words)), today=today)
            line.addWidget(_word(words))
            self._days[key].setFixedWidth(theme.current().px(172))
            line.addWidget(self._days[key])
        self.column.addLayout(line)
        self.setFocusProxy(self._days["from"])
        for day in self._days.values():
            day.changed.connect(lambda _: self.edited.emit(self._answer()))
            day.left.connect(self.left)

    def set_answer(self, answer: Answer) -> None:
        """Show both days."""
        parts = answer if isinstance(answer, Mapping) else {"from": answer}
        for key, day in self._days.items():
            day.set_value(str(parts.get(key) or ""))

    def add_beside(self, widget: QWidget) -> None:
        """Behind the last day, where there is room."""
        self._line.addWidget(widget)

    def set_answerable(self, on: bool) -> None:
        """Both or neither."""
        for day in self._days.values():
            day.setEnabled(on)

    def set_level(self, level: str) -> None:
        """Edge of both."""
        for day in self._days.values():
            day.set_level(level)

    def _answer(self) -> Answer:
        given = {key: day.value() for key, day in self._days.items() if day.value()}
        return given or None


def _word(words: str) -> QLabel:
    return label(words, "dense", "text2")
