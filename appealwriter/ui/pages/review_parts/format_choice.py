"""What the letter is exported as, and which copies beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.export.plain import write_plain
from appealwriter.ui.pages.review_parts.wrap_tick import WrapTick
from appealwriter.ui.parts import Button, FlowLayout, RadioDot, announce, label


class FormatChoice(QWidget):
    """One of five formats. `changed` says that another one, or another copy, was chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._group = QButtonGroup(self)
        self.dots: dict[str, RadioDot] = {}
        self._characters = label("", "small", "text2", wrap=False)
        self.copy = Button(tr("Copy the text"), role="link", icon="copy", small=True)
        self.copy.clicked.connect(self._copy)
        self._add("docx", tr("Word .docx"), label(tr("to upload or edit"), "small", "text2"))
        self._add("pdf", "PDF", label(tr("Word may break lines elsewhere"), "small", "text2"))
        self._add("txt", tr("Plain text"), self._characters, self.copy)
        self._add("html", tr("Web page"))
        self._add(
            "zip",
            tr("Package .zip"),
            label(tr("letter, exhibits and their list"), "small", "text2"),
        )
        self.dots["docx"].setChecked(True)
        self.read_back = WrapTick(tr("Read-back copy, for yourself"))
        self.redacted = WrapTick(tr("Redacted copy: names, phone, order numbers covered"))
        self._column.addSpacing(4)
        for box in (self.read_back, self.redacted):
            self._column.addWidget(box)
            box.clicked.connect(lambda _: self.changed.emit())

    def ending(self) -> str:
        """The chosen format's file ending."""
        return next(key for key, dot in self.dots.items() if dot.isChecked())

    def show_draft(self, draft: Draft) -> None:
        """Count the characters the platform's box will count."""
        self._draft = draft
        plain = write_plain(draft.letter)
        self._characters.setText(
            trn(
                "{n} character, for the platform's box",
                "{n} characters, for the platform's box",
                plain.characters,
            )
        )
        self.copy.setText(tr("Copy the text"))

    def _add(self, key: str, words: str, *notes: QWidget) -> None:
        dot = RadioDot(words)
        self.dots[key] = dot
        self._group.addButton(dot)
        dot.clicked.connect(self.changed)
        line = QWidget()
        flow = FlowLayout(line, gap=8, line_gap=0)
        flow.addWidget(dot)
        for note in notes:
            flow.addWidget(note)
        self._column.addWidget(line)

    def _copy(self) -> None:
        if self._draft is not None:
            QGuiApplication.clipboard().setText(write_plain(self._draft.letter).text)
            self.copy.setText(tr("Copied"))
            announce(self.copy, tr("Copied"))
