"""Signs that a notice may be forged, each with the words that show it."""

from functools import cache

from PySide6.QtWidgets import QVBoxLayout, QWidget

from appealwriter.base import paths
from appealwriter.base.i18n import language, tr
from appealwriter.notice.phishing import Sign, Signs, find_signs, load_signs
from appealwriter.ui.parts import MarkLabel, label


class SignsNote(QWidget):
    """Hidden where a notice shows no sign."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self.hide()

    def show_text(self, text: str) -> None:
        """Look through another notice's text."""
        if text == self._text:
            return
        self._text = text
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        found = find_signs(text, _known())
        if found:
            self._body = _list(found)
            self._column.addWidget(self._body)
        self.setVisible(bool(found))


@cache
def _known() -> Signs:
    return load_signs(paths.resources() / "cues")


def _list(found: tuple[Sign, ...]) -> QWidget:
    body = QWidget()
    lines = QVBoxLayout(body)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(4)
    lines.addWidget(MarkLabel("weak", tr("Check whether this message is genuine"), bold=True))
    for sign in found:
        said = sign.said.any(language())
        lines.addWidget(label(f"– {said} ({sign.words})", "dense", wrap=True))
    advice = tr(
        "None of these is proof. Open the platform yourself, not by a link, "
        "and see whether the same message stands there."
    )
    lines.addWidget(label(advice, "dense", "text2", wrap=True))
    return body
