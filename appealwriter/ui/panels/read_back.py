"""The right panel that reads the letter back, sentence by sentence, in the seller's language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.ui.panels.pair_list import PairList
from appealwriter.ui.panels.pairs import pairs
from appealwriter.ui.parts import label
from appealwriter.ui.session import Session


class ReadBackPanel(QWidget):
    """Pairs of sentences. `go` carries the path of the question behind the one chosen."""

    go = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        hint = label(
            tr(
                "Sentence by sentence, from the same phrase in both languages: "
                "not a machine translation"
            ),
            "small",
            "text2",
            wrap=True,
        )
        hint.setContentsMargins(12, 8, 12, 8)
        self.list = PairList()
        self.list.setAccessibleName(tr("Read-back"))
        self.list.go.connect(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hint)
        column.addWidget(self.list, 1)

    def show_draft(self, draft: Draft) -> None:
        """Show the letter of a draft."""
        letter = draft.letter
        self.list.set_pairs(pairs(letter), letter.language, letter.twin_language)

    def show_path(self, path: str) -> None:
        """Tint the pair that the answer at `path` writes."""
        self.list.set_path(path)
