"""Lists of ids, pasted at once: from a report, a mail, or a column of a table."""

import re
from dataclasses import dataclass

from appealwriter.base.i18n import listed, tr, trn
from appealwriter.base.text import clean, fold_width, split_ids
from appealwriter.model.answers import Answer
from appealwriter.playbooks.slots import SHAPES
from appealwriter.ui import theme
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.parts import Button, FlowLabel, FlowLayout, GrowingText

_GAPS = re.compile(r"[\s,;|/、，；]+")
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class IdsRead:
    """What a pasted text holds: ids, how many stood there twice, words without a digit that were
    left out, and ids that do not look like what was asked for."""

    ids: tuple[str, ...] = ()
    repeated: int = 0
    left_out: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def read_ids(text: str, kind: str) -> IdsRead:
    """The ids in `text`. `kind` is asins, orders, skus or ids; nothing that has a digit is lost."""
    found = split_ids(text)
    looks = SHAPES.get(kind)
    with_digits = {one for one in found if any(letter.isdigit() for letter in one)}
    ids = tuple(one for one in found if looks is None or one in with_digits)
    words = tuple(one for one in found if looks and one not in with_digits)
    parts = [part for part in _GAPS.split(fold_width(clean(text))) if part]
    odd = tuple(one for one in ids if looks and not looks.fullmatch(one))
    return IdsRead(ids, max(0, len(parts) - len(found)), words, odd)


class IdsAnswer(AnswerField):
    """A field for many ids that says what it read in them."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__()
        self._kind = kind
        self._given: Answer = None
        example = {
            "asins": "B0D7K4QX2M B0D7K9TR5H",
            "orders": "113-4821907-5530218",
            "skus": "BP-1042",
        }.get(kind, "")
        self._text = GrowingText(
            name,
            least_lines=2,
            most_lines=8,
            placeholder=tr("e.g. {example}; a pasted column is read too", example=example)
            if example
            else tr("One below the other, or with commas"),
        )
        self._said = FlowLabel(role="small")
        theme.set_look(self._said, "tone", "text2")
        self._odd = FlowLabel(role="small")
        theme.set_look(self._odd, "tone", "weak")
        self._drop = Button(tr("Leave these out"), role="link", small=True)
        line = FlowLayout(gap=12)
        for part in (self._said, self._odd, self._drop):
            line.addWidget(part)
        self.column.addWidget(self._text)
        self.column.addLayout(line)
        self.setFocusProxy(self._text)
        self._text.edited.connect(self._tell)
        self._text.left.connect(self.left)
        self._drop.clicked.connect(self._leave_out)
        self._say(IdsRead())

    def set_answer(self, answer: Answer) -> None:
        """Show the ids; what was typed stays as typed while it means the same."""
        if answer == self._given or self._text.hasFocus():
            return
        self._given = answer
        ids = [str(one) for one in answer] if isinstance(answer, tuple) else [str(answer or "")]
        self._text.set_value("\n".join(filter(None, ids)))
        self._say(read_ids(self._text.value(), self._kind))

    def set_answerable(self, on: bool) -> None:
        """A field nobody can write in is grey."""
        self._text.setEnabled(on)

    def set_level(self, level: str) -> None:
        """Edge of the field."""
        self._text.set_level(level)

    def _tell(self, text: str) -> None:
        found = read_ids(text, self._kind)
        self._given = found.ids or None
        self._say(found)
        self.edited.emit(self._given)

    def _leave_out(self) -> None:
        found = read_ids(self._text.value(), self._kind)
        self._text.setPlainText("\n".join(one for one in found.ids if one not in found.odd))
        self._text.setFocus()

    def _say(self, found: IdsRead) -> None:
        said = [trn("{n} read", "{n} read", len(found.ids))] if found.ids else []
        if found.repeated:
            said.append(trn("{n} repeated", "{n} repeated", found.repeated))
        if found.left_out:
            said.append(tr("left out: {words}", words=_some(found.left_out)))
        self._said.setText(" · ".join(said))
        self._said.setVisible(bool(said))
        look = tr("Look at these again: {ids}", ids=_some(found.odd)) if found.odd else ""
        self._odd.setText(look)
        for part in (self._odd, self._drop):
            part.setVisible(bool(look))


def _some(words: tuple[str, ...]) -> str:
    more = len(words) - _SHOWN
    shown = listed(words[:_SHOWN])
    return f"{shown} …" if more > 0 else shown
