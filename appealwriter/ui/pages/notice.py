"""Step 1: the platform's notice, what was read from it, and what its reason means."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr, trn
from appealwriter.base.text import word_count
from appealwriter.base.words import LANGUAGES
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model.case import Case
from appealwriter.model.reading import Reading
from appealwriter.ui.languages import language_name
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.reading import settle
from appealwriter.ui.pages.reading.choice import HandChoice
from appealwriter.ui.pages.reading.meaning import Meaning
from appealwriter.ui.pages.reading.paste import PasteView
from appealwriter.ui.pages.reading.read import Reader
from appealwriter.ui.pages.reading.view import ReadingList
from appealwriter.ui.panels.notice_text import NoticeTextPanel
from appealwriter.ui.parts import Banner, Button
from appealwriter.ui.session import Session


class NoticePage(Page):
    """The paste box until there is a notice, then the rows of its reading."""

    step = Step.NOTICE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        shelf = session.workshop.shelf
        self.setAcceptDrops(True)
        self._reader = Reader(session)
        self._again = False
        self._trouble: Banner | None = None
        self._no_notice = Banner(
            "weak",
            tr("Its text is kept. Choose platform and reason yourself, or paste the notice again."),
            strong=tr("This does not look like a platform's notice about your shop."),
        )
        self.paste = PasteView()
        self.reading = ReadingList(session)
        self.hand = HandChoice(shelf, session.today())
        self._meaning = Meaning(shelf)
        self.panel = NoticeTextPanel()
        self._paste_again = Button(tr("Paste the notice again"), icon="paste")
        for part in (self._no_notice, self.paste, self.reading, self.hand, self._meaning):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        self._add_keys()

    def show_draft(self, draft: Draft) -> None:
        """Show the notice of the case, or the box to paste one."""
        case = draft.case
        text, reading = self._reader.reading(case.notice.text)
        known = bool(text.strip())
        understood = known and reading.is_notice
        pasting = not known or self._again
        chosen = understood or case.reason != "other" or "reason" in case.notice.states
        self.paste.setVisible(pasting)
        self.paste.offer_to_keep(known)
        self._no_notice.setVisible(not pasting and not understood)
        self.hand.setVisible(not understood and not self._again)
        self.reading.setVisible(understood and not pasting)
        self._meaning.setVisible(chosen and not self._again)
        self.hand.show_case(case, chosen=chosen)
        if chosen:
            self._meaning.show_book(self.session.workshop.shelf.for_case(case), case.route.value)
        if understood:
            self.reading.show_case(case, reading)
        if known:
            marks = self.reading.rows.marks if understood else ()
            spoken = reading.language if reading.language in LANGUAGES else "en"
            self.panel.show_notice(text, marks, about=_about(case, reading), language=spoken)

    def focus_path(self, path: str) -> None:
        """ "reason", "route", "notice/...": the row, or the box while there is no notice."""
        parts = path.split("/")
        if not self.reading.isVisibleTo(self):
            target: QWidget = self.paste if self.paste.isVisibleTo(self) else self.hand.reason
            fields = {"reason": self.hand.reason, "date": self.hand.day}
            target = fields.get(parts[-1], target)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif parts[-1] == "route":
            self.reading.wanted.open_editor()
        elif not any(self.reading.focus_row(part) for part in reversed(parts)):
            self.reading.focus_row("reason")

    def extra_buttons(self) -> tuple[QPushButton, ...]:
        """Another notice for the same case."""
        return (self._paste_again,) if self._has_notice() else ()

    def companion(self) -> QWidget | None:
        """The notice's own words, once there are any."""
        return self.panel if self._has_notice() else None

    def showEvent(self, event: QShowEvent) -> None:
        """An empty page waits for the notice."""
        super().showEvent(event)
        if not self._has_notice():
            self.paste.box.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file or words may be dropped anywhere on the page."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file, or put the words into the box."""
        event.acceptProposedAction()
        self._put_in(event.mimeData())

    def _connect(self) -> None:
        session, shelf = self.session, self.session.workshop.shelf
        self.paste.box.wanted.connect(lambda text: self._take(lambda: self._reader.take(text)))
        self.paste.box.file_wanted.connect(self._take_file)
        self.paste.given_up.connect(lambda: self._paste_anew(False))
        self.hand.platform_chosen.connect(
            lambda key: session.edit(settle.choose_platform(session.case, shelf.platforms, key))
        )
        self.hand.reason_chosen.connect(
            lambda key: session.edit(settle.choose_reason(session.case, shelf.platforms, key))
        )
        self._meaning.route_chosen.connect(
            lambda key: session.edit(settle.change(session.case, "route", key))
        )
        self.hand.day_given.connect(lambda day: session.put("notice/date", day))
        self.hand.day.left.connect(session.rest)
        self.reading.number_clicked.connect(self.panel.show_number)
        self.panel.number_clicked.connect(self.reading.focus_number)
        self._paste_again.clicked.connect(lambda: self._paste_anew(True))

    def _add_keys(self) -> None:
        for key, deed in (("Ctrl+V", self._paste_clipboard), ("Ctrl+J", self._jump)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _has_notice(self) -> bool:
        draft = self.session.draft
        return draft is not None and bool(draft.case.notice.text.strip())

    def _take_file(self, path: Path) -> None:
        self._take(lambda: self._reader.take_file(path))

    def _take(self, deed: Callable[[], None]) -> None:
        """Take a notice in; where it cannot be read, say so and lose nothing."""
        self._again, before = False, self._again
        try:
            deed()
        except AppealError as error:
            self._again = before
            self._tell(error)
            return
        self._settle_trouble()
        self.paste.box.text.clear()
        self._show_again()
        if not self.reading.focus_row("reason"):
            self.hand.platform.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste_anew(self, on: bool) -> None:
        self._again = on
        self._settle_trouble()
        self._show_again()
        if on:
            self.paste.box.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste_clipboard(self) -> None:
        self._put_in(QGuiApplication.clipboard().mimeData())

    def _put_in(self, data: QMimeData) -> None:
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self._take_file(Path(files[0]))
        elif data.hasText():
            if not self.paste.isVisibleTo(self):
                self._paste_anew(True)
            self.paste.box.paste(data.text())

    def _jump(self) -> None:
        """Ctrl+J: from a row to its words."""
        number = self.reading.focused_number()
        if number:
            self.panel.show_number(number)
            self.panel.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_again(self) -> None:
        if self.session.draft is not None:
            self.show_draft(self.session.draft)

    def _tell(self, error: AppealError) -> None:
        self._settle_trouble()
        self._trouble = Banner(
            "weak", error.advice, strong=error.what, buttons=[("close", tr("Understood"))]
        )
        self._trouble.pressed.connect(lambda _: self._settle_trouble())
        self.column.insertWidget(0, self._trouble)

    def _settle_trouble(self) -> None:
        if self._trouble is not None:
            self.column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None


def _about(case: Case, reading: Reading) -> str:
    """Language, length and source of the notice in one line."""
    words = word_count(case.notice.text)
    parts = [language_name(reading.language)] if reading.language in LANGUAGES else []
    parts.append(trn("{n} word", "{n} words", words))
    if case.notice.source:
        parts.append(tr("from {file}", file=case.notice.source))
    return " · ".join(parts)
