"""Sentences of advice from a playbook, each with the day its source was last seen."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from appealwriter.base.dates import show_date
from appealwriter.base.i18n import language, tr, trn
from appealwriter.playbooks.book import Advice, Clock, Playbook
from appealwriter.ui.parts import Card, SectionHeading, label

_TRUST = ("official", "trade", "seed", "inferred")


class AdviceCard(QWidget):
    """A heading over a card of advice; nothing at all where there is none."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self._card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._card.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(title, note, role="section"))
        column.addWidget(self._card)

    def add_steps(self, steps: Sequence[Advice], book: Playbook) -> None:
        """Numbered steps: the menu in the platform's own words, the text below."""
        for number, step in enumerate(steps, 1):
            self._add(str(number), step.text.any(language()), _seen(step.sources, book), step.menu)

    def add_points(self, points: Sequence[Advice], book: Playbook) -> None:
        """Sentences that stand for themselves."""
        for point in points:
            self._add("•", point.text.any(language()), _seen(point.sources, book), point.menu)

    def add_clocks(self, clocks: Sequence[Clock], book: Playbook) -> None:
        """Time limits: how long in bold, what it is for beside it."""
        for clock in clocks:
            self._add(how_long(clock), clock.what.any(language()), _seen(clock.sources, book))

    def _add(self, sign: str, text: str, source: str, menu: str = "") -> None:
        row = self._grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(sign, "dense", "text2", bold=True), row, 0, top)
        words = QVBoxLayout()
        words.setSpacing(2)
        if menu:
            words.addWidget(_selectable(label(menu, "body", bold=True, wrap=True)))
        words.addWidget(label(text, "dense" if menu else "body", wrap=True))
        if source:
            words.addWidget(label(source, "small", "text2", wrap=True))
        self._grid.addLayout(words, row, 1)


def how_long(clock: Clock) -> str:
    """ "72 hours"."""
    words = {
        "hours": trn("{n} hour", "{n} hours", clock.value),
        "days": trn("{n} day", "{n} days", clock.value),
        "weeks": trn("{n} week", "{n} weeks", clock.value),
        "months": trn("{n} month", "{n} months", clock.value),
    }.get(clock.unit, f"{clock.value} {clock.unit}")
    return words.replace(" ", "\u00a0")


def _seen(ids: Iterable[str], book: Playbook) -> str:
    """How far the best of the sources is trusted, and the day it was last looked at."""
    sources = [source for source in book.sources if source.id in set(ids)]
    if not sources:
        return ""
    best = min(sources, key=lambda source: _TRUST.index(source.trust))
    trust = {
        "official": tr("the platform's own page"),
        "trade": tr("trade sources, not the platform"),
        "seed": tr("letters of sellers"),
        "inferred": tr("concluded, no page says so"),
    }[best.trust]
    day = show_date(best.seen, language()) or best.seen
    return tr("Source: {trust}, checked {day}", trust=trust, day=day)


def _selectable(words: QLabel) -> QLabel:
    """Menu paths are copied into the platform's own search."""
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
