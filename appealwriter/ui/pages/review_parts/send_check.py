"""What a reviewer could not open, said before the files leave."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base.i18n import listed, tr
from appealwriter.export.preflight import Concern
from appealwriter.ui.parts import FindingLine, SectionHeading, sentences
from appealwriter.ui.parts.visibility import show_if


class SendCheck(QWidget):
    """A line for each concern; nothing at all where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[FindingLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(SectionHeading(tr("Mend before you send it")))
        show_if(self, on=False)

    def show_concerns(self, concerns: Sequence[Concern]) -> None:
        """Say these and no others."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [FindingLine("weak", sentences(c.what, c.advice)) for c in concerns]
        for line in self.lines:
            self._column.addWidget(line)
        show_if(self, bool(concerns))


def left_out(names: Sequence[str]) -> list[Concern]:
    """Exhibits whose pages are not in the Word file."""
    if not names:
        return []
    return [
        Concern(
            0,
            tr("Not shown as pages in Word: {files}.", files=listed(names)),
            tr("Only pictures and PDF files can be; send these as files beside the letter."),
        )
    ]


def without_glyphs(signs: str) -> list[Concern]:
    """Signs that would be empty boxes in the PDF."""
    if not signs:
        return []
    return [
        Concern(
            0,
            tr("No font on this PC can draw: {signs}", signs=" ".join(signs)),
            tr("In the PDF they are empty boxes: write them otherwise, or send the Word file."),
        )
    ]
