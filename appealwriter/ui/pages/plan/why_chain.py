"""Why could that happen, and why that: numbered levels in own words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.case import Why
from appealwriter.ui import theme
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.parts import Button, IconButton, label
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session

_MOST = 5
_DISC = 20


class WhyChain(Field):
    """The levels of one cause. Ctrl+Enter adds one, Ctrl+Del removes the one being written."""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "whys")
        self.levels: dict[str, _Level] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add(self._list)
        self._foot = QWidget()
        line = QHBoxLayout(self._foot)
        line.setContentsMargins(0, 0, 0, 0)
        self.more = Button(tr("Ask why once more"), role="link", icon="plus", small=True)
        self.more.clicked.connect(self.ask_again)
        hint = tr("Until you reach the one thing you can change; two or three levels are usual.")
        line.addWidget(self.more)
        line.addWidget(label(hint, "small", "text2", wrap=True), 1)
        self.add(self._foot)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the levels; the one being written in stays as it is."""
        self._refresh()
        for level in self.levels.values():
            level.words.show_draft(draft)

    def parts(self) -> Sequence[Field]:
        """Each level speaks for itself."""
        return [level.words for level in self.levels.values()]

    def focus_place(self, where: str) -> None:
        """Into the level, or to the button that adds the first."""
        level = self.levels.get(where.removeprefix("whys/").partition("/")[0])
        if level is not None:
            level.words.focus_place("own")
        else:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_again(self) -> None:
        """One more level, ready to be written in."""
        whys: tuple[Why, ...] = self.answer("whys")
        if len(whys) >= _MOST:
            return
        fresh = place.fresh_id(whys, "w")
        self.session.edit(place.add(self.session.case, f"{self.path}/whys", Why(fresh)))
        self.levels[fresh].words.focus_place("own")

    def remove(self, why_id: str) -> None:
        """Take a level away; the cursor goes to the one before it."""
        ids = list(self.levels)
        before = ids[max(ids.index(why_id) - 1, 0)]
        self.session.edit(place.remove(self.session.case, f"{self.path}/whys/{why_id}"))
        self.focus_place(f"whys/{before}")

    def _refresh(self) -> None:
        whys: tuple[Why, ...] = self.answer("whys") or ()
        for gone in [key for key in self.levels if key not in {why.id for why in whys}]:
            old = self.levels.pop(gone)
            old.hide()
            old.deleteLater()
        for n, why in enumerate(whys):
            level = self.levels.get(why.id) or self._make(why.id)
            level.set_number(n + 1, last=n == len(whys) - 1)
            if self._column.indexOf(level) != n:
                self._column.insertWidget(n, level)
                level.show()  # now, so that the cursor can be put into it
        self.levels = {why.id: self.levels[why.id] for why in whys}
        show_if(self.more, len(whys) < _MOST)

    def _make(self, why_id: str) -> "_Level":
        level = _Level(self.session, self.path, why_id, hint=not self.levels)
        level.words.left.connect(lambda where: self.left.emit(f"whys/{why_id}/{where}"))
        level.more.connect(self.ask_again)
        level.gone.connect(lambda: self.remove(why_id))
        level.words.setParent(level)
        self.levels[why_id] = level
        return level


class _Level(QWidget):
    """One why: its number on the line, own words, a cross."""

    more = Signal()
    gone = Signal()

    def __init__(self, session: Session, path: str, why_id: str, *, hint: bool) -> None:
        super().__init__()
        self._number, self._last = 0, True
        name = tr("Why could that happen?")
        self.words = OwnWords(session, f"{path}/whys/{why_id}", "own", name, name, hint=hint)
        for field in (self.words.field.own, self.words.field.letter):
            field.installEventFilter(self)
        cross = IconButton("close", tr("Remove this why"))
        cross.clicked.connect(self.gone)
        line = QHBoxLayout(self)
        line.setContentsMargins(_DISC + 8, 2, 0, 6)
        line.addWidget(self.words, 1)
        line.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)

    def set_number(self, number: int, *, last: bool) -> None:
        """Which level this is."""
        self._number, self._last = number, last
        self.words.field.own.setAccessibleName(tr("Level {n} of why", n=number))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter and Ctrl+Del belong to the chain, not to the text."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        assert isinstance(event, QKeyEvent)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CONTROL:
            return False
        signal = {
            Qt.Key.Key_Return: self.more,
            Qt.Key.Key_Enter: self.more,
            Qt.Key.Key_Delete: self.gone,
        }.get(Qt.Key(event.key()))
        if signal is None:
            return False
        if event.type() is QEvent.Type.KeyPress:
            signal.emit()
        else:
            event.accept()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The numbered disc on its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        painter.setPen(QPen(look.colour("border"), 1))
        middle = _DISC / 2 + 0.5
        disc = QRectF(0.5, 8, _DISC, _DISC)
        top = 0 if self._number > 1 else disc.bottom()
        painter.drawLine(int(middle), int(top), int(middle), self.height())
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(disc)
        painter.setPen(look.colour("text2"))
        painter.setFont(look.font("small"))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._number))


_CONTROL = Qt.KeyboardModifier.ControlModifier
