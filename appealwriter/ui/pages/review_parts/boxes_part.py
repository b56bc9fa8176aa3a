"""The letter box by box, each with its length and a button that copies it."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.export.boxes import Box, boxes, three_sentences
from appealwriter.export.plain import Plain, write_plain
from appealwriter.ui.parts import Button, Card, SectionHeading, announce, label
from appealwriter.ui.session import Session


class BoxesPart(QWidget):
    """Whole, by section, by the notice's own question, or in three sentences."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: list[tuple[str, Plain, int]] = []
        self.buttons: list[Button] = []
        self._card = Card()
        self._room: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            SectionHeading(
                tr("Paste it box by box"),
                tr("Each text without its heading, as a form's box takes it."),
                role="section",
            )
        )
        column.addWidget(self._card)

    def show_draft(self, draft: Draft) -> None:
        """List the texts again where one has changed."""
        rows = self._rows(draft)
        if rows == self._shown:
            return
        self._shown = rows
        if self._room is not None:
            self._card.body.removeWidget(self._room)
            self._room.hide()
            self._room.deleteLater()
        self._room = QWidget()
        self._card.body.addWidget(self._room)
        grid = QGridLayout(self._room)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.buttons = []
        for number, (name, plain, limit) in enumerate(rows):
            self._add(grid, number, name, plain, limit)

    def _rows(self, draft: Draft) -> list[tuple[str, Plain, int]]:
        limit = draft.case.limit or draft.form.limit
        rows = [(tr("Whole letter"), write_plain(draft.letter), limit)]
        rows += [(self._named(box), box.plain, 0) for box in boxes(draft.letter)]
        rows.append((tr("Three sentences, for chat or phone"), three_sentences(draft.letter), 0))
        return rows

    def _named(self, box: Box) -> str:
        words = self._session.workshop.shelf.terms["section"].get(box.section)
        return box.asked or (words.any(language()) if words else box.section)

    def _add(self, grid: QGridLayout, row: int, name: str, plain: Plain, limit: int) -> None:
        over = bool(limit) and plain.characters > limit
        button = Button(tr("Copy"), role="link", icon="copy", small=True)
        button.setAccessibleName(tr("Copy: {name}", name=name))
        button.clicked.connect(partial(self._copy, button, plain))
        self.buttons.append(button)
        grid.addWidget(label(name, "dense", wrap=True), row, 0)
        tone = "missing" if over else "text2"
        grid.addWidget(label(_length(plain, limit), "small", tone, wrap=False), row, 1)
        grid.addWidget(button, row, 2)

    def _copy(self, button: Button, plain: Plain) -> None:
        QGuiApplication.clipboard().setText(plain.text)
        for each in self.buttons:
            each.setText(tr("Copied") if each is button else tr("Copy"))
        announce(button, tr("Copied"))


def _length(plain: Plain, limit: int) -> str:
    if limit:
        return trn(
            "{n} character of {limit}", "{n} characters of {limit}", plain.characters, limit=limit
        )
    return trn("{n} character", "{n} characters", plain.characters)
