"""The inline fields of a phrase: one small widget for each kind of slot."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from appealwriter.base.i18n import tr
from appealwriter.ui import theme
from appealwriter.ui.parts.fields import OWN, ChoiceField
from appealwriter.ui.parts.inline_fields import InlineDate, InlineLine
from appealwriter.ui.parts.labels import label
from appealwriter.ui.parts.visibility import show_if

SlotValue: TypeAlias = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Slot:
    """A gap in a phrase.

    `kind` is text, count, percent, date, choice, ids, period or money. `value` is the shown text;
    for a date YYYY-MM-DD (or what was typed), for a period (from, to), for money (amount,
    currency), for a choice an option's id, or the person's words where `own` is True. `own_words`
    names the last entry of a choice ("own words…"; "" for none). `tag` is a short remark inside
    the field such as "Needs English". `options` are (id, words); for money the currencies, for a
    period the names of its ends, with the ids "from" and "to".
    """

    key: str
    label: str
    kind: str = "text"
    value: SlotValue = ""
    options: tuple[tuple[str, str], ...] = ()
    own: bool = False
    own_words: str = ""
    tag: str = ""


class SlotField(QWidget):
    """One slot of a phrase, whatever its kind.

    `edited` carries a value shaped like `Slot.value`, `own_edited` the person's own words for a
    choice, `resized` asks the phrase to set its line anew.
    """

    edited = Signal(object)
    own_edited = Signal(str)
    tag_clicked = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slot = slot
        self._fields: list[InlineLine | InlineDate | ChoiceField] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        _MAKERS.get(slot.kind, SlotField._make_line)(self)
        self._tag = QPushButton(slot.tag)
        self._tag.setProperty("role", "tag")
        self._tag.setFont(theme.current().font("small"))
        show_if(self._tag, bool(slot.tag))
        self._tag.clicked.connect(self.tag_clicked)
        self._row.addWidget(self._tag)
        self.show_value(slot.value, slot.own)

    def has_focus(self) -> bool:
        """True while the person is in one of its fields."""
        return any(field.hasFocus() for field in self._fields)

    def show_value(self, value: SlotValue, own: bool = False) -> None:
        """Show `value`, unless the person is in the field."""
        if self.has_focus():
            return
        if self.slot.kind == "choice":
            self._show_choice(str(value), own)
            return
        values = value if isinstance(value, tuple) else (value, "")
        for field, part in zip(self._fields, values, strict=False):
            field.set_value(part)

    def set_tag(self, words: str) -> None:
        """A remark in the field, "" for none."""
        self._tag.setText(words)
        show_if(self._tag, bool(words))
        self._tell_size()

    def is_empty(self) -> bool:
        """True while a part of it is not answered."""
        fields = self._fields
        if self.slot.kind == "choice":
            fields = fields[:1] if fields[0].isVisibleTo(self) else fields[1:]
        return not all(field.value() for field in fields)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the field."""
        super().focusInEvent(event)
        first = next(field for field in self._fields if field.isVisibleTo(self))
        first.setFocus(event.reason())

    def _make_line(self) -> None:
        line = self._add_line(self.slot.label)
        line.edited.connect(self.edited.emit)
        if self.slot.kind in ("count", "percent"):
            line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def _make_date(self) -> None:
        field = self._add_date(self.slot.label)
        field.changed.connect(self.edited.emit)

    def _make_period(self) -> None:
        ends = dict(self.slot.options)
        first = self._add_date(ends.get("from") or tr("{what}: from", what=self.slot.label))
        self._row.addWidget(label("–"))
        last = self._add_date(ends.get("to") or tr("{what}: to", what=self.slot.label))
        for field in (first, last):
            field.changed.connect(lambda _: self.edited.emit((first.value(), last.value())))

    def _make_money(self) -> None:
        amount = self._add_line(self.slot.label)
        currency = ChoiceField(self.slot.options, name=tr("Currency"), inline=True, parent=self)
        self._add(currency)
        amount.edited.connect(lambda _: self.edited.emit((amount.value(), currency.value())))
        currency.chosen.connect(lambda _: self.edited.emit((amount.value(), currency.value())))
        currency.chosen.connect(lambda _: self._tell_size())

    def _make_choice(self) -> None:
        slot = self.slot
        own = self._add_line(slot.label)
        own.hide()
        choice = ChoiceField(
            slot.options,
            name=slot.label,
            placeholder=slot.label,
            own_words=slot.own_words,
            inline=True,
            parent=self,
        )
        self._add(choice)
        choice.chosen.connect(self._choose)
        own.edited.connect(self.own_edited)

    def _choose(self, key: str) -> None:
        own = self._fields[0]
        show_if(own, key == OWN)
        self._tell_size()
        if key == OWN:
            own.setFocus(Qt.FocusReason.OtherFocusReason)
            self.own_edited.emit(own.value())
        else:
            self.edited.emit(key)

    def _show_choice(self, value: str, own: bool) -> None:
        line, choice = self._fields
        choice.set_value(OWN if own else value)
        show_if(line, own)
        line.set_value(value if own else "")
        self._tell_size()

    def _add_line(self, name: str) -> InlineLine:
        line = InlineLine(name, self)
        self._add(line)
        line.resized.connect(self._tell_size)
        return line

    def _add_date(self, name: str) -> InlineDate:
        field = InlineDate(name, self)
        self._add(field)
        field.resized.connect(self._tell_size)
        return field

    def _add(self, field: InlineLine | InlineDate | ChoiceField) -> None:
        self._fields.append(field)
        field.left.connect(self.left)
        self._row.addWidget(field)

    def _tell_size(self) -> None:
        self.updateGeometry()
        self.resized.emit()


_MAKERS: dict[str, Callable[[SlotField], None]] = {
    "date": SlotField._make_date,
    "period": SlotField._make_period,
    "money": SlotField._make_money,
    "choice": SlotField._make_choice,
}
