"""Days and moments as the window says them: calm, in whole days, without the year if it is now."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from appealwriter.base.i18n import language, tr, trn

# Qt's calendar and not Babel's: these days stand in the first window, and Babel's take 30 ms.
_FORMS = {
    "zh": ("M月d日", "yyyy年M月d日"),
    "en": ("d MMM", "d MMM yyyy"),
    "ru": ("d MMMM", "d MMMM yyyy"),
}


def day_words(day: date, today: date) -> str:
    """A day such as "24 Nov"; with its year where that is not the present one."""
    form = _FORMS[language()][day.year != today.year]
    said = QLocale(language()).toString(QDate(day.year, day.month, day.day), form)
    return said.replace(" ", "\u00a0")


def left_words(due: date, today: date) -> str:
    """How long there is until `due`, in whole days."""
    days = (due - today).days
    if days == 0:
        return tr("today is the last day")
    if days < 0:
        return trn("{n} day past", "{n} days past", -days)
    return trn("{n} day left", "{n} days left", days)


def deadline_words(due: date | None, today: date) -> str:
    """The deadline in one line."""
    if due is None:
        return tr("No deadline in the notice")
    return tr("Due {day}, {left}", day=day_words(due, today), left=left_words(due, today))


def moment_words(moment: datetime, now: datetime) -> str:
    """When something was saved: the hour today and yesterday, else the day."""
    here, today = moment.astimezone(), now.astimezone().date()
    if here.date() == today:
        return f"{here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return tr("Yesterday {time}", time=f"{here:%H:%M}")
    return day_words(here.date(), today)


def parse_due(iso: str) -> date | None:
    """The day of an ISO date or moment, None where there is none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None
