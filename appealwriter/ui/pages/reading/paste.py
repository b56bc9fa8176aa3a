"""Where the notice is pasted, dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.notice.formats import ENDINGS
from appealwriter.ui.parts import (
    Button,
    Card,
    FindingLine,
    FlowLayout,
    GrowingText,
    PageHeading,
    label,
)


class PasteView(QWidget):
    """A large plain-text box. `wanted` carries the text to be read, `file_wanted` a Path."""

    wanted = Signal(str)
    file_wanted = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = GrowingText(
            tr("Paste notice"), least_lines=9, most_lines=16,
            placeholder=tr("Paste the whole notice here, or drop a file"),
        )
        self.text.setAcceptDrops(False)  # the page takes what is dropped
        self.text.installEventFilter(self)
        self._lacking = FindingLine()
        self._keep = Button(tr("Keep the notice as it is"), role="link")
        self._keep.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._heading = PageHeading("")
        column.addWidget(self._heading)
        card = Card()
        card.body.addWidget(self.text)
        card.body.addWidget(self._lacking)
        card.body.addLayout(self._deeds())
        column.addWidget(card)
        self.text.edited.connect(lambda _: self._lacking.set_finding("", ""))
        self.setFocusProxy(self.text)

    def offer_to_keep(self, on: bool) -> None:
        """Whether there is a notice to go back to."""
        self._keep.setVisible(on)
        if on:
            self._heading.set_texts(
                tr("Paste the notice again"),
                tr("Your answers stay. Only what stands in the notice is read anew."),
            )
        else:
            self._heading.set_texts(
                tr("Paste the platform's notice first"),
                tr("Any language. The program reads what the platform wants, "
                   "then you write the letter step by step."),
            )

    def paste(self, text: str) -> None:
        """Put words in at the cursor, as Ctrl+V anywhere on the page does."""
        self.text.setFocus()
        self.text.insertPlainText(clean(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter reads the notice; Enter alone breaks the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._read()
                return True
        return super().eventFilter(watched, event)

    def _deeds(self) -> QHBoxLayout:
        choose = Button(tr("Choose files…"), icon="folder")
        choose.clicked.connect(self._choose)
        read = Button(tr("Read the notice"), role="primary")
        read.clicked.connect(self._read)
        kinds = [ending for ending in ENDINGS if ending not in (".htm", ".md")]
        others = FlowLayout(gap=8)
        for part in (choose, label("  ".join(kinds), "small", "text2"), self._keep):
            others.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(others, 1)
        line.addWidget(read, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _read(self) -> None:
        text = self.text.value()
        if text.strip():
            self.wanted.emit(text)
        else:
            self._lacking.set_finding("missing", tr(
                "Paste the notice into the box above, from its first line to its last."))
            self.text.setFocus()

    def _choose(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the notice"), "", tr("Notices ({endings})", endings=kinds)
        )
        if name:
            self.file_wanted.emit(Path(name))
