"""Answers of one line: a count, a percentage, a name, an amount of money."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from appealwriter.base.dates import show_date
from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, tr
from appealwriter.base.text import fold_width
from appealwriter.model.answers import Answer
from appealwriter.playbooks.slots import SlotSpec, Threshold, read_value
from appealwriter.ui import theme
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.parts import LineField, label

_NUMBERS = ("count", "percent")


class LineAnswer(AnswerField):
    """A count, a percentage or a name. A number that cannot be read stays as typed."""

    def __init__(self, spec: SlotSpec, name: str) -> None:
        super().__init__()
        self._spec = spec
        example = spec.example.any(language())
        hint = tr("e.g. {example}", example=example) if example else ""
        self._line = LineField(name, placeholder=hint)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._line)
        self._limit = label("", "dense", "text2", wrap=True)
        self._worse = label("", "dense", bold=True, wrap=True)
        if spec.type in _NUMBERS:
            self._line.setMaximumWidth(theme.current().px(140))
        if spec.type == "percent":
            row.addWidget(label("%"))
        self._row = row
        self.column.addLayout(row)
        if spec.threshold:
            self._limit.setText(limit_words(spec.threshold, spec.type))
            self.column.addWidget(self._limit)
            self.column.addWidget(self._worse)
            self._worse.hide()
        self.setFocusProxy(self._line)
        self._line.edited.connect(self._tell)
        self._line.left.connect(self.left)

    def set_answer(self, answer: Answer) -> None:
        """Show a number in the person's manner, a text as it is."""
        self._line.set_value(shown(answer))
        self._judge(answer)

    def set_level(self, level: str) -> None:
        """Edge of the line."""
        self._line.set_level(level)

    def add_beside(self, widget: QWidget) -> None:
        """On the line of a number, below a name."""
        if self._spec.type in _NUMBERS:
            self._row.addSpacing(8)
            self._row.addWidget(widget)
            self._row.addStretch(1)
        else:
            super().add_beside(widget)

    def set_answerable(self, on: bool) -> None:
        """A line nobody can write in is grey."""
        self._line.setEnabled(on)

    def _tell(self, text: str) -> None:
        answer: Answer = text
        if self._spec.type in _NUMBERS:
            answer = number(self._spec, text)
        self._judge(answer)
        self.edited.emit(None if answer == "" else answer)

    def _judge(self, answer: Answer) -> None:
        limit = self._spec.threshold
        if limit is None:
            return
        bad = worse(limit, answer)
        self._worse.setText(tr("Your figure is worse than this limit.") if bad else "")
        self._worse.setVisible(bad)


class MoneyAnswer(AnswerField):
    """An amount and its currency."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._amount = LineField(name, placeholder=tr("e.g. {example}", example="12.50"))
        self._currency = LineField(tr("Currency"), placeholder=tr("e.g. {example}", example="USD"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for line, wide in ((self._amount, 140), (self._currency, 110)):
            line.setMaximumWidth(theme.current().px(wide))
            line.edited.connect(lambda _: self.edited.emit(self._answer()))
            line.left.connect(self.left)
            row.addWidget(line)
        row.addStretch(1)
        self.column.addLayout(row)
        self.setFocusProxy(self._amount)

    def set_answer(self, answer: Answer) -> None:
        """Show both parts."""
        parts = answer if isinstance(answer, dict) else {"amount": answer}
        self._amount.set_value(shown(parts.get("amount")))
        self._currency.set_value(shown(parts.get("currency")))

    def set_level(self, level: str) -> None:
        """Edge of both."""
        self._amount.set_level(level)
        self._currency.set_level(level)

    def set_answerable(self, on: bool) -> None:
        """Both or neither."""
        self._amount.setEnabled(on)
        self._currency.setEnabled(on)

    def _answer(self) -> Answer:
        amount = fold_width(self._amount.value()).replace(",", ".")
        currency = fold_width(self._currency.value()).upper()
        return {"amount": amount, "currency": currency} if amount or currency else None


def number(spec: SlotSpec, text: str) -> Answer:
    """The number that `text` means to `spec`, or the text where it means none."""
    plain = fold_width(text).replace("\u00a0", " ").strip()
    try:
        value = read_value(spec, plain)
    except BadInput:
        return text
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, int) else text


def shown(answer: Answer) -> str:
    """A plain answer as the person would type it."""
    if isinstance(answer, float):
        said = f"{answer:.6f}".rstrip("0").rstrip(".")
        return said.replace(".", ",") if language() == "ru" else said
    return str(answer) if isinstance(answer, str | int) else ""


def limit_words(limit: Threshold, kind: str) -> str:
    """The platform's limit, the time it is counted over, and the day it was last seen."""
    figure = f"{shown(float(limit.limit))}\u00a0%" if kind == "percent" else str(limit.limit)
    if limit.better == "below":
        said = tr("The platform's limit: under {limit}", limit=figure)
    else:
        said = tr("The platform's limit: at least {limit}", limit=figure)
    window = limit.window.any(language())
    seen = show_date(limit.version, language())
    parts = [said, window, tr("last seen {date}", date=seen) if seen else ""]
    return " · ".join(part for part in parts if part)


def worse(limit: Threshold, answer: Answer) -> bool:
    """Whether a figure misses the limit; False where it is no figure."""
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return False
    figure = Decimal(str(answer))
    return figure >= limit.limit if limit.better == "below" else figure < limit.limit
