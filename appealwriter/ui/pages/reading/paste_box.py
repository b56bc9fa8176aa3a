"""The box into which a notice is pasted, with the buttons to choose a file and to read it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.ui.frame.undo_keys import OWN_UNDO
from appealwriter.ui.parts import Button, Card, FindingLine, FlowLayout, GrowingText, label

_USUAL = ".eml  .html  .pdf  .docx  .txt"


class PasteBox(Card):
    """Plain text only. `wanted` carries the text to be read, `file_wanted` a Path. `read` is what
    the button says, `lines` the least and the most that are shown."""

    wanted = Signal(str)
    file_wanted = Signal(object)

    def __init__(self, read: str, lines: tuple[int, int]) -> None:
        super().__init__()
        self.text = GrowingText(
            tr("Paste notice"),
            least_lines=lines[0],
            most_lines=lines[1],
            placeholder=tr("Paste the whole notice here, or drop a file"),
        )
        self.text.setAcceptDrops(False)  # the page takes what is dropped
        self.text.setProperty(OWN_UNDO, True)
        self.text.installEventFilter(self)
        self._lacking = FindingLine()
        self.text.edited.connect(lambda _: self._lacking.set_finding("", ""))
        choose = Button(tr("Choose files…"), icon="folder")
        choose.clicked.connect(self._choose)
        go = Button(read, role="primary")
        go.clicked.connect(self.read)
        self._others = FlowLayout(gap=8)
        self._others.addWidget(choose)
        self._others.addWidget(label(_USUAL, "small", "text2"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addLayout(self._others, 1)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.text)
        self.body.addWidget(self._lacking)
        self.body.addLayout(line)
        self.setFocusProxy(self.text)

    def add_beside(self, widget: QWidget) -> None:
        """One more thing beside the button that chooses a file."""
        self._others.addWidget(widget)

    def paste(self, text: str) -> None:
        """Put words in at the cursor, as Ctrl+V anywhere on the page does."""
        self.text.setFocus()
        self.text.insertPlainText(clean(text))

    def read(self) -> None:
        """Hand the text on; without any, say so."""
        text = self.text.value()
        if text.strip():
            self.wanted.emit(text)
        else:
            self._lacking.set_finding(
                "missing",
                tr("Paste the notice into the box above, from its first line to its last."),
            )
            self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter reads the notice; Enter alone breaks the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.read()
                return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        from appealwriter.notice.formats import ENDINGS  # noqa: PLC0415  not for the first window

        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Choose the notice"), "", tr("Notices ({endings})", endings=kinds)
        )
        if name:
            self.file_wanted.emit(Path(name))
