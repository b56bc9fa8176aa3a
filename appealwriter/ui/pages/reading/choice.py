"""Choosing platform and reason by hand, where there is no notice or it was not understood."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.model.case import Case
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.reading.rows import reason_words
from appealwriter.ui.pages.reading.signs import SignsNote
from appealwriter.ui.parts import Card, ChoiceField, DateField, label


class HandChoice(Card):
    """`platform_chosen` and `reason_chosen` carry ids, `day_given` the notice's date."""

    platform_chosen = Signal(str)
    reason_chosen = Signal(str)
    day_given = Signal(str)

    def __init__(self, shelf: Shelf, today: date) -> None:
        super().__init__()
        self._shelf = shelf
        self._shown = ""
        platforms = [(p.id, p.name.any(language())) for p in shelf.platforms.values()]
        self.platform = ChoiceField(
            platforms, name=tr("Platform"), placeholder=tr("Choose the platform")
        )
        self.reason = ChoiceField([], name=tr("Reason"), placeholder=tr("Choose the reason"))
        self.day = DateField(tr("Date of the notice"), today=today)
        self._signs = SignsNote()
        self.body.setSpacing(4)
        self.body.addWidget(self._signs)
        self.body.addWidget(
            label(tr("No notice, or you would rather not paste it"), bold=True, wrap=True)
        )
        self.body.addWidget(
            label(tr("Choose platform and reason yourself"), "dense", "text2", wrap=True)
        )
        line = QHBoxLayout()
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(12)
        line.addLayout(_named(tr("Platform"), self.platform), 2)
        line.addLayout(_named(tr("Reason"), self.reason), 3)
        self.body.addLayout(line)
        self.body.addLayout(_named(tr("Date of the notice"), self.day))
        self.platform.chosen.connect(self.platform_chosen)
        self.reason.chosen.connect(self.reason_chosen)
        self.day.changed.connect(self.day_given)

    def show_case(self, case: Case, *, chosen: bool) -> None:
        """Show what is chosen; nothing while `chosen` is False."""
        self._signs.show_text(case.notice.text)
        if case.platform != self._shown:
            self._shown = case.platform
            self.reason.set_options(reason_options(self._shelf, case.platform))
        self.platform.set_value(case.platform if chosen else "")
        reason = case.reason_detail or case.reason
        self.reason.set_value(reason if chosen else "")
        self.day.set_value(case.notice.date)


def reason_options(
    shelf: Shelf, platform: str, first: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The reasons of a platform to choose from, likely ones first, the unnamed one last."""
    known = shelf.platforms.get(platform)
    ids = dict.fromkeys((*first, *(known.reasons if known else ())))
    ids.pop("other", None)
    return [(key, reason_words(shelf, platform, key)) for key in ids] + [
        ("other", tr("Another reason"))
    ]


def _named(name: str, field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    words = label(name, "small", "text2")
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    return column
