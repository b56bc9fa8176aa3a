"""An answer that may be known to be unknown."""

from appealwriter.base.i18n import listed, tr
from appealwriter.model.answers import UNKNOWN, Answer, is_unknown
from appealwriter.ui import theme
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.parts import TickBox


class KnownField(AnswerField):
    """A field with a tick below it: this cannot be found out, and the letter says so."""

    def __init__(self, field: AnswerField) -> None:
        super().__init__()
        self.field = field
        self._before: Answer = None
        self._tick = TickBox(tr("Not known; the letter says so"))
        self._tick.setFont(theme.current().font("dense"))
        self.column.addWidget(field)
        field.add_beside(self._tick)
        self.setFocusProxy(field)
        field.edited.connect(self._tell)
        field.left.connect(self.left)
        self._tick.clicked.connect(self._turn)

    def set_answer(self, answer: Answer) -> None:
        """Show the answer, or that there is none to be had."""
        unknown = is_unknown(answer)
        self._tick.setChecked(unknown)
        if not unknown:
            self._before = answer
            self.field.set_answer(answer)
        self.field.set_answerable(not unknown)

    def set_level(self, level: str) -> None:
        """Edge of the field."""
        self.field.set_level(level)

    def setAccessibleName(self, name: str) -> None:
        """The tick belongs to the question too."""
        super().setAccessibleName(name)
        self._tick.setAccessibleName(listed((name, self._tick.text())))

    def _tell(self, answer: Answer) -> None:
        self._before = answer
        self.edited.emit(answer)

    def _turn(self, on: bool) -> None:
        self.edited.emit(UNKNOWN if on else self._before)
        self.left.emit()
