"""What goes with the letter: tables, pages of the exhibits, and the paper it is written on."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.export.word import check_letterhead
from appealwriter.store.atomic import explained
from appealwriter.ui.pages.review_parts.wrap_tick import WrapTick
from appealwriter.ui.parts import Button, FindingLine, FlowLayout, label
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class LetterheadChoice(QWidget):
    """Which file, and two buttons: another one, none. A file that cannot be used is not taken."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._name = label("", "dense", wrap=False)
        self.choose = Button("", role="link", small=True)
        self.choose.clicked.connect(self._ask)
        self.drop = Button(tr("Without it"), role="link", small=True)
        self.drop.clicked.connect(lambda: self._take(""))
        self.refused = FindingLine(parent=self)
        line = QWidget()
        flow = FlowLayout(line, gap=8, line_gap=0)
        for each in (self._name, self.choose, self.drop):
            flow.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self.refused)
        self.show_choice()

    def show_choice(self) -> None:
        """Say which file it is."""
        path = self._session.letterhead
        name = Path(path).name if path else ""
        self._name.setText(tr("Letterhead: {file}", file=name) if name else tr("No letterhead"))
        self.choose.setText(tr("Another Word file…") if name else tr("Choose a Word file…"))
        show_if(self.drop, bool(name))

    def take(self, path: Path) -> None:
        """Use the file at `path` from now on, where it can be used."""
        try:
            check_letterhead(read_letterhead(str(path)))
        except AppealError as error:
            self.refused.set_finding("missing", str(error))
        else:
            self._take(str(path))

    def _take(self, path: str) -> None:
        self.refused.set_finding("", "")
        self._session.choose_letterhead(path)
        self.show_choice()

    def _ask(self) -> None:
        kinds = tr("Word documents (*.docx)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose your letterhead"), "", kinds)
        if name:
            self.take(Path(name))


class WordExtras(QWidget):
    """Tables and annexes to go with the letter, and the paper that it is written on."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.answers = WrapTick(tr("Table: where each demand is answered"))
        self.lists = WrapTick(tr("Lists of all ASINs and orders"))
        self.annexes = WrapTick(tr("Pictures and PDF pages of the exhibits, in Word"))
        self.letterhead = LetterheadChoice(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for each in (self.answers, self.lists, self.annexes, self.letterhead):
            column.addWidget(each)

    def show_for(self, ending: str) -> None:
        """Only what a file of that ending can hold."""
        in_word = ending in ("docx", "zip")
        for table in (self.answers, self.lists):
            show_if(table, ending != "txt")
        show_if(self.annexes, in_word)
        show_if(self.letterhead, in_word)
        if in_word:
            self.letterhead.show_choice()


def read_letterhead(path: str) -> bytes:
    """The bytes of the chosen file, none where none is chosen. Raises StoreError."""
    if not path:
        return b""
    with explained(Path(path)):
        return Path(path).read_bytes()
