"""The line at the bottom: whether the work is safe, how long the letter is, never online."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from appealwriter.base.errors import StoreError
from appealwriter.base.i18n import tr, trn
from appealwriter.ui import theme
from appealwriter.ui.parts import Button, announce, label

_SAVING_AFTER_MS = 1000


class StatusLine(QStatusBar):
    """Words at the left, words at the right, and that the program never goes online."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme.current().px(26))
        inner = QWidget()
        self.row = QHBoxLayout(inner)
        self.row.setContentsMargins(6, 0, 6, 0)
        self.row.setSpacing(6)
        self.sign = _sign("shield-check")
        self.left = label("", "small", "text2")
        self.right = label("", "small", "text2")
        self.row.addWidget(self.sign)
        self.row.addWidget(self.left)
        self.row.addStretch(1)
        self.row.addWidget(self.right)
        self.row.addSpacing(10)
        self.row.addWidget(_sign("offline"))
        self.row.addWidget(label(tr("This program never goes online"), "small", "text2"))
        self.addWidget(inner, 1)

    def set_texts(self, left: str, right: str = "") -> None:
        """Say what is kept where, and a second thing at the right."""
        self.left.setText(left)
        self.right.setText(right)


class CaseStatus(StatusLine):
    """As above, for an open case. Only a failure and its end are said aloud."""

    trouble = Signal()
    """The words "not saved" were pressed: show the banner again."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._failed_since: datetime | None = None
        self._failure = Button("", role="link", small=True)
        self._failure.setFont(theme.current().font("small", bold=True))
        self._failure.setIcon(theme.mark("missing", 14))
        self._failure.clicked.connect(self.trouble)
        self._failure.hide()
        self.row.insertWidget(2, self._failure)
        self._slow = QTimer(self, singleShot=True, interval=_SAVING_AFTER_MS)
        self._slow.timeout.connect(lambda: self.left.setText(tr("Saving…")))

    @property
    def failed(self) -> bool:
        """True since a save failed, until one succeeds."""
        return self._failed_since is not None

    def show_opened(self) -> None:
        """Nothing was changed yet."""
        self._slow.stop()
        self.left.setText(tr("All changes saved · on this PC only"))

    def show_edited(self) -> None:
        """Something waits to be saved; said only where it takes long."""
        if not self.failed and not self._slow.isActive():
            self._slow.start()

    def show_saved(self, when: datetime) -> None:
        """It is on the disk."""
        self._slow.stop()
        if self.failed:
            announce(self, tr("Saved again."))
        self._failed_since = None
        self._failure.hide()
        self.sign.show()
        self.left.show()
        self.left.setText(tr("Saved {time} · on this PC only", time=_clock(when, "%H:%M:%S")))

    def show_failed(self, error: StoreError) -> str:
        """It is not; returns the words, which also stand in the banner."""
        self._slow.stop()
        self._failed_since = self._failed_since or self._now()
        words = tr(
            "Not saved since {time}: {reason}",
            time=_clock(self._failed_since, "%H:%M"),
            reason=_small(error.what),
        )
        self._failure.setText(words)
        self._failure.show()
        self.sign.hide()
        self.left.hide()
        return words

    def show_words(self, count: int) -> None:
        """The length of the letter."""
        self.right.setText(
            trn("Letter {n} word", "Letter {n} words", count)
            if count
            else tr("The letter is empty")
        )


def _sign(icon: str) -> QLabel:
    made = QLabel()
    made.setPixmap(theme.icon(icon, "text2", 14).pixmap(14, 14))
    return made


def _clock(when: datetime, form: str) -> str:
    return when.astimezone().strftime(form)


def _small(sentence: str) -> str:
    """A sentence after a colon begins small, save where it begins with a name."""
    return sentence[:1].lower() + sentence[1:]
