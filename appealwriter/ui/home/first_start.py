"""The first thing a new seller sees, and every new case: the paste box, and four other ways."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from appealwriter.base.i18n import language, tr
from appealwriter.base.words import Words
from appealwriter.ui import theme
from appealwriter.ui.home.entries import taxonomy
from appealwriter.ui.pages.reading.paste_box import PasteBox
from appealwriter.ui.parts import (
    Button,
    Card,
    ChoiceField,
    GrowingText,
    PageHeading,
    label,
    rule,
)

_WIDE = 720
_LINES = (6, 14)


class FirstStart(QScrollArea):
    """Each way has its own signal; nothing is done here."""

    pasted = Signal(str)
    dropped = Signal(object)
    chosen = Signal(str, str)
    check_wanted = Signal()
    file_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAcceptDrops(True)
        inner = QWidget()
        inner.setMaximumWidth(theme.current().px(_WIDE))
        body = QWidget()
        outer = QHBoxLayout(body)
        outer.setContentsMargins(20, 20, 20, 20)
        outer.addWidget(inner, 1)
        outer.setAlignment(inner, Qt.AlignmentFlag(0))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(
            PageHeading(
                tr("Paste the platform's notice first"),
                tr(
                    "Any language. The program reads what the platform wants, "
                    "then you write the letter step by step."
                ),
            )
        )
        self._box = PasteBox(tr("Read it and start a case"), _LINES)
        self._box.wanted.connect(self.pasted)
        self._box.file_wanted.connect(self.dropped)
        self._column.addWidget(self._box)
        self._column.addWidget(self._ways())
        self._column.addLayout(_safe())
        self._column.addStretch(1)
        outer.insertStretch(0, 0)
        outer.addStretch(0)
        self.setWidget(body)
        self.setFocusProxy(self._box)

    @property
    def text(self) -> GrowingText:
        """The field of the box."""
        return self._box.text

    def paste(self, text: str) -> None:
        """Put words into the box, as Ctrl+V anywhere does."""
        self._box.paste(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(Path(files[0]))

    def _ways(self) -> Card:
        card = Card()
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        self._choice = _Choice()
        self._choice.chosen.connect(self.chosen)
        self._choice.hide()
        ways = [
            (
                "list",
                tr("No notice, or you would rather not paste it"),
                tr("Choose platform and reason yourself"),
                tr("Choose platform and reason…"),
                self._toggle_choice,
            ),
            (
                "file-search",
                tr("You have a letter already"),
                tr("See what it lacks, from Word or text"),
                tr("Check a letter…"),
                self.check_wanted.emit,
            ),
            (
                "folder",
                tr("You have a case file"),
                tr("A colleague's .appeal, or from another PC"),
                tr("Open case file…"),
                self.file_wanted.emit,
            ),
            (
                "book",
                tr("Look around first"),
                tr("An invented case: change it, delete it"),
                tr("Open the sample"),
                self.sample_wanted.emit,
            ),
        ]
        for number, (icon, title, detail, words, deed) in enumerate(ways):
            if number:
                card.body.addWidget(rule())
            button = Button(words)
            button.setMinimumWidth(theme.current().px(144))
            button.clicked.connect(lambda _=False, deed=deed: deed())
            card.body.addLayout(_way(icon, title, detail, button))
            if number == 0:
                card.body.addWidget(self._choice)
        return card

    def _toggle_choice(self) -> None:
        self._choice.setVisible(self._choice.isHidden())
        if self._choice.isVisible():
            self._choice.setFocus()


class _Choice(QWidget):
    """Platform, reason, start."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        platforms = [(p.id, _words(p.name)) for p in taxonomy().values()]
        self._platform = ChoiceField(
            platforms, name=tr("Platform"), placeholder=tr("Choose the platform")
        )
        self._reason = ChoiceField([], name=tr("Reason"), placeholder=tr("Choose the reason"))
        self._platform.chosen.connect(lambda key: self._reason.set_options(_reasons(key)))
        start = Button(tr("Start"))
        start.clicked.connect(self._start)
        line = QHBoxLayout(self)
        line.setContentsMargins(46, 0, 12, 12)
        line.addWidget(self._platform, 1)
        line.addWidget(self._reason, 2)
        line.addWidget(start)
        self.setFocusProxy(self._platform)

    def _start(self) -> None:
        """What is not chosen yet gets the keyboard instead."""
        if not self._platform.value():
            self._platform.setFocus()
            self._platform.showPopup()
        elif not self._reason.value():
            self._reason.setFocus()
            self._reason.showPopup()
        else:
            self.chosen.emit(self._platform.value(), self._reason.value())


def _reasons(platform: str) -> list[tuple[str, str]]:
    found = [(r.id, _words(r.name)) for r in taxonomy()[platform].reasons.values()]
    if not any(key == "other" for key, _ in found):
        found.append(("other", tr("Another reason")))
    return found


def _words(words: Words) -> str:
    said = words.any(language())
    return said[:1].upper() + said[1:]


def _way(icon: str, title: str, detail: str, button: Button) -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(theme.icon(icon, "text2").pixmap(18, 18))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(title, "body", bold=True, wrap=True))
    words.addWidget(label(detail, "small", "text2", wrap=True))
    line = QHBoxLayout()
    line.setContentsMargins(14, 8, 12, 8)
    line.setSpacing(12)
    line.addWidget(sign)
    line.addLayout(words, 1)
    line.addWidget(button)
    return line


def _safe() -> QHBoxLayout:
    sign = QLabel()
    sign.setPixmap(theme.icon("shield-check", "text2").pixmap(16, 16))
    line = QHBoxLayout()
    line.addWidget(sign)
    line.addWidget(
        label(
            tr("Cases are kept on this PC only. The program never goes online."),
            "dense",
            "text2",
            wrap=True,
        ),
        1,
    )
    return line
