"""A day: typed in any usual way, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QWidget

from appealwriter.base.dates import parse_date, show_date
from appealwriter.base.i18n import tr
from appealwriter.base.text import clean_line
from appealwriter.ui import theme
from appealwriter.ui.parts.fields import is_popup

_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    "ru": QLocale(QLocale.Language.Russian, QLocale.Country.Russia),
}


class DateField(QLineEdit):
    """A field for one day, empty until answered.

    `changed` carries YYYY-MM-DD, or the text as typed where it is no day. T sets today, Up and
    Down move by a day, F4 opens the calendar. `today` is for tests; None asks the clock.
    """

    changed = Signal(str)
    left = Signal()

    def __init__(
        self,
        name: str = "",
        *,
        placeholder: str = "",
        inline: bool = False,
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._today, self._level = name, today, ""
        self._calendar: QCalendarWidget | None = None
        self.setFont(theme.current().font())
        self.setProperty("inline", inline)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or (name if inline else tr("year-month-day")))
        if not inline:
            self.setMaximumWidth(theme.current().px(220))
            self._offer_calendar()
        self.textEdited.connect(lambda _: self.changed.emit(self.value()))

    def value(self) -> str:
        """YYYY-MM-DD, or the text where it cannot be read as a day."""
        day = self._day()
        return day.isoformat() if day else clean_line(self.text())

    def set_value(self, value: str) -> None:
        """Show a day given as YYYY-MM-DD, or any other text as it is, unless being edited."""
        if not self.hasFocus():
            self._show(value)

    def readable(self) -> bool:
        """False where something stands in the field that is no day."""
        return not self.text().strip() or self._day() is not None

    def set_level(self, level: str) -> None:
        """Edge in the colour of a finding: "missing", "weak" or "" for none."""
        self._level = level
        theme.set_look(self, "level", level or ("" if self.readable() else "weak"))

    def open_calendar(self) -> None:
        """Show the month below the field."""
        if self._calendar is None:
            self._calendar = self._make_calendar()
        day = self._day() or self._now()
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T, Up, Down, F4 and Alt+Down; everything else is typing."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.readable() and not alt:
            step = timedelta(days=1 if key == Qt.Key.Key_Up else -1)
            day = self._day()
            self._put(day + step if day else self._now())
        elif key == Qt.Key.Key_T and self._untouched():
            self._put(self._now())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say the day in the person's language once the field is left."""
        super().focusOutEvent(event)
        if not is_popup(event):
            self._show(self.value())
            self.left.emit()

    def _untouched(self) -> bool:
        """True where a T cannot be the beginning or middle of a typed month."""
        return not self.text() or self.selectedText() == self.text() or not self.isModified()

    def _show(self, value: str) -> None:
        self.setText(show_date(value, theme.current().language) or value)
        self.set_level(self._level)

    def _put(self, day: date) -> None:
        self._show(day.isoformat())
        self.changed.emit(day.isoformat())

    def _day(self) -> date | None:
        return parse_date(self.text(), self._now(), theme.current().language)

    def _now(self) -> date:
        return self._today or date.today()

    def _offer_calendar(self) -> None:
        action = QAction(theme.icon("calendar", "text2"), tr("Open the calendar"), self)
        action.triggered.connect(self.open_calendar)
        self.addAction(action, QLineEdit.ActionPosition.TrailingPosition)

    def _make_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setLocale(_LOCALES[theme.current().language])
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(theme.current().colour("text"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, plain)
        for name, sign in (("prev", "back"), ("next", "chevron-right")):
            button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(theme.icon(sign))
        calendar.setFixedSize(calendar.sizeHint().width() + 8, theme.current().px(248))
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        return calendar

    def _pick(self, day: QDate) -> None:
        if self._calendar is not None and self._calendar.isVisible():
            self._calendar.hide()
            self._put(date(day.year(), day.month(), day.day()))
            self.setFocus()
