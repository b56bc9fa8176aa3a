"""The header of an open case: way back, whose case it is, deadline, undo, export."""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from appealwriter.base.i18n import tr
from appealwriter.model.case import Case
from appealwriter.model.due import due_day
from appealwriter.model.terms import State
from appealwriter.ui import theme
from appealwriter.ui.frame.days import deadline_words
from appealwriter.ui.parts import Button, IconButton, Segmented, label
from appealwriter.ui.parts.painting import draw_text


class ElidedLabel(QWidget):
    """Words that are cut where they do not fit; the tooltip has them whole.

    The one that `yields` is cut first, in its middle; another one at its end, and only when
    nothing is left to yield.
    """

    def __init__(self, role: str = "body", *, yields: bool = False) -> None:
        super().__init__()
        self._yields = yields
        mode = Qt.TextElideMode
        self._cut = mode.ElideMiddle if yields else mode.ElideRight
        self._font, self._text = theme.current().font(role), ""
        self.setFont(self._font)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding if yields else policy.Maximum, policy.Preferred)

    def text(self) -> str:
        """The whole words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setMaximumWidth(self._wide())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line of all the words; where they yield, only what the layout has over."""
        if self._yields:
            return self.minimumSizeHint()
        return QSize(self._wide(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(24, self.fontMetrics().height())

    def _wide(self) -> int:
        return self.fontMetrics().horizontalAdvance(self._text) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much as fits."""
        shown = self.fontMetrics().elidedText(self._text, self._cut, self.width())
        draw_text(
            QPainter(self), QRect(0, 0, self.width() + 4, self.height()), shown, self._font, "text2"
        )


class Bar(QFrame):
    """The strip at the top of a view, with a hairline below."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 12, 1)
        self.row.setSpacing(12)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Four pixels less in low windows."""
        self.setFixedHeight(theme.current().px(40 if low else 44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Surface and line; high contrast has its own colours through the theme."""
        look, painter = theme.current(), QPainter(self)
        painter.fillRect(self.rect(), look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))


def upright() -> QFrame:
    """A hairline between two things in a bar."""
    line = QFrame()
    line.setFixedSize(1, 20)
    line.setAutoFillBackground(True)
    palette = line.palette()
    palette.setColor(line.backgroundRole(), theme.current().colour("line"))
    line.setPalette(palette)
    return line


class CaseHeader(Bar):
    """Shop and round never leave it; platform and reason are cut first."""

    back = Signal()
    export = Signal()
    undo = Signal()
    redo = Signal()
    swap = Signal(str)
    """"letter" or "problems": show it in the centre, in windows too narrow for two zones."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self._back = Button(tr("All cases"), role="link", icon="back")
        self._back.clicked.connect(self.back)
        self._shop = label("", "body", bold=True)
        self._about = ElidedLabel(yields=True)
        self._round = label("", "body", "text2")
        self._clock = QLabel()
        self._clock.setPixmap(theme.icon("calendar-clock", "text2").pixmap(16, 16))
        self._due = ElidedLabel("dense")
        self._undo = IconButton("undo", tr("Undo"), size=28)
        self._redo = IconButton("redo", tr("Redo"), size=28)
        self._more = IconButton("more", tr("More"), size=28)
        self._swap = Segmented(
            [("letter", tr("Letter")), ("problems", tr("Problems"))],
            checkable=False,
            icons={"letter": "panel"},
        )
        self._export = Button(tr("Export"), icon="export")
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._export.clicked.connect(self.export)
        self._swap.chosen.connect(self.swap)
        self._swap.hide()
        self._more.clicked.connect(
            lambda: menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        )
        self._arrange()

    def show_case(self, case: Case, platform: str, reason: str, today: date) -> None:
        """Say whose case this is and until when."""
        self._shop.setText(case.sender.shop or case.title or tr("New case"))
        self._about.set_text(f"{platform} · {reason}")
        self._round.setText(f"· {round_words(case)}")
        due = due_day(case.notice.deadline, case.notice.date)
        waiting = case.state in (State.SENT, State.REINSTATED)
        shown = bool(case.notice.text or due) and not waiting
        self._clock.setVisible(shown)
        self._due.setVisible(shown)
        self._due.set_text(deadline_words(due, today))

    def show_undo(self, can_undo: bool, can_redo: bool) -> None:
        """Whether there is something to undo or to do again."""
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)

    def show_problems(self, count: int) -> None:
        """The number on the button of narrow windows."""
        words = tr("Problems")
        self._swap.set_label("problems", f"{words} {count}" if count else words)

    def set_swap(self, shown: bool) -> None:
        """Show the two buttons that swap the right zone into the centre; undo and redo make
        room for them and stay on their keys and in the menu."""
        self._swap.setVisible(shown)
        self._undo.setVisible(not shown)
        self._redo.setVisible(not shown)

    def _arrange(self) -> None:
        row = self.row
        row.addWidget(self._back)
        row.addWidget(upright())
        row.addWidget(self._shop)
        row.addWidget(self._about, 1000)
        row.addWidget(self._round)
        row.addStretch(1)
        row.setSpacing(8)
        for widget in (
            self._clock,
            self._due,
            self._undo,
            self._redo,
            self._swap,
            self._export,
            self._more,
        ):
            row.addWidget(widget)


def round_words(case: Case) -> str:
    """The round the case is in: a sent one, or the one being written."""
    waiting = case.state in (State.SENT, State.REINSTATED, State.NO_ANSWER)
    number = max(1, len(case.rounds) + (0 if waiting else 1))
    return tr("Round {n}", n=number)


def window_title(case: Case, reason: str) -> str:
    """What the taskbar shows."""
    shop = case.sender.shop or case.title or tr("New case")
    return f"{shop} · {reason} · {round_words(case)} — Appeal Writer"
