"""The questions that stop the work: ignore, rewrite, export a draft, delete for good, two of one
case.

Verbs stand on the buttons, Esc is the harmless answer, and what cannot be undone is never the
default.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from appealwriter.base.i18n import language, tr, trn
from appealwriter.base.words import Words
from appealwriter.model.letter import Sentence
from appealwriter.ui import theme
from appealwriter.ui.languages import language_name
from appealwriter.ui.parts import GrowingText, label

_Role = QDialogButtonBox.ButtonRole
_WIDE = 420


def ask_ignore(parent: QWidget | None, finding: str) -> str | None:
    """Why the finding in these words is set aside; None where the person thought better of it.
    The reason may be empty."""
    box = _Question(parent, tr("Ignore this problem"), finding)
    field = GrowingText(
        tr("Reason, for yourself"),
        least_lines=2,
        most_lines=6,
        placeholder=tr("e.g. the platform already has this document"),
    )
    name = label(tr("Reason, for yourself"), "dense", "text2")
    name.setBuddy(field)
    box.body.addWidget(name)
    box.body.addWidget(field)
    box.add(tr("Ignore"), "ignore", primary=True)
    box.add_cancel()
    field.setFocus()
    return field.value().strip() if box.ask() == "ignore" else None


def ask_rewrite(
    parent: QWidget | None, sentence: Sentence, own: Words, letter: str
) -> Words | None:
    """The person's own words for `sentence` of a letter in the language `letter`; empty words to go
    back to the program's, None to leave all as it is."""
    program = (sentence.program or sentence.text).replace("\u00a0", " ")
    box = _Question(parent, tr("Write this sentence anew"), program)
    kept = {letter: own.get(letter) or program}
    if letter != language():
        kept[language()] = own.get(language())
    fields = {}
    for key, words in kept.items():
        name = tr("In {language}", language=language_name(key))
        field = GrowingText(name, least_lines=5, most_lines=5, letter=key if key == letter else "")
        field.set_value(words)
        said = label(name, "dense", "text2")
        said.setBuddy(field)
        box.body.addWidget(said)
        box.body.addWidget(field)
        fields[key] = field
    box.add(tr("Use this sentence"), "use", primary=True)
    if sentence.program:
        box.add(tr("Back to the program's"), "back")
    box.add_cancel()
    fields[letter].setFocus()
    answer = box.ask()
    if answer == "use":
        return Words(**{key: field.value().strip() for key, field in fields.items()})
    return Words() if answer == "back" else None


def ask_export_draft(parent: QWidget | None, missing: int) -> bool:
    """Whether to export although something required is missing."""
    box = _Question(
        parent,
        tr("Export a draft"),
        trn(
            "{n} required thing is missing. The file's name will say that it is a draft.",
            "{n} required things are missing. The file's name will say that it is a draft.",
            missing,
        ),
    )
    box.add(tr("Export a draft anyway"), "export")
    box.add_cancel(tr("Go on writing"))
    return box.ask() == "export"


def ask_delete_for_good(parent: QWidget | None, name: str) -> bool:
    """Whether the case `name` is to leave this PC, with its versions and evidence."""
    box = _Question(
        parent,
        tr("Delete for good"),
        tr(
            "“{name}” goes for good, with every version and the evidence no other case has. "
            "Daily backups still hold it for two weeks.",
            name=name,
        ),
    )
    box.add(tr("Delete for good"), "delete")
    box.add_cancel(tr("Keep it"))
    return box.ask() == "delete"


def ask_conflict(parent: QWidget | None, name: str, saved: str) -> str:
    """What to do with a case file whose case is here already: "here" opens the one on this PC,
    saved at `saved`; "both" keeps the file's as a second case; "" does nothing."""
    box = _Question(
        parent,
        tr("This case is here already"),
        tr(
            "“{name}” is on this PC, last saved {when}. The file may be older or newer.",
            name=name,
            when=saved,
        ),
    )
    box.add(tr("Open the one here"), "here", primary=True)
    box.add(tr("Keep both"), "both")
    box.add_cancel()
    return box.ask()


class _Question(QDialog):
    """A title that says the deed, words, and buttons in the platform's order."""

    def __init__(self, parent: QWidget | None, title: str, text: str) -> None:
        super().__init__(parent)
        self._answer = ""
        self._has_default = False
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.current().px(_WIDE))
        self._buttons = QDialogButtonBox()
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(label(text, "body", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(16)
        column.addLayout(self.body)
        column.addWidget(self._buttons)

    def add(self, words: str, answer: str, *, primary: bool = False) -> None:
        """A button that answers."""
        button = QPushButton(words)
        button.setProperty("role", "primary" if primary else "")
        button.setAutoDefault(False)
        self._buttons.addButton(button, _Role.AcceptRole if primary else _Role.ActionRole)
        button.setDefault(primary)
        self._has_default = self._has_default or primary
        button.clicked.connect(lambda: self._take(answer))

    def add_cancel(self, words: str = "") -> None:
        """The harmless answer, also on Esc; the default where no other button is."""
        button = QPushButton(words or tr("Cancel"))
        button.setAutoDefault(False)
        self._buttons.addButton(button, _Role.RejectRole)
        button.clicked.connect(self.reject)
        button.setDefault(not self._has_default)

    def ask(self) -> str:
        """Wait for the answer; "" for the harmless one."""
        QTimer.singleShot(0, self.adjustSize)  # wrapped words know their height when shown
        self.exec()
        return self._answer

    def _take(self, answer: str) -> None:
        self._answer = answer
        self.accept()
