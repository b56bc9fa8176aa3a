"""Why the reader is not sure of a row, in one sentence."""

from appealwriter.base.i18n import tr
from appealwriter.model.reading import Reading

_KEYS = {"deadline": "due"}


def doubt(reading: Reading, row: str) -> str:
    """What makes a row doubtful, in the person's language; "" where the reader is sure."""
    if _KEYS.get(row, row) not in reading.unsure:
        return ""
    if row == "reason":
        if reading.reason == "other":
            return tr("The notice does not say what the shop is accused of.")
        return tr("More than one reason fits. See which one is meant.")
    if row == "route":
        if reading.route == "none":
            return tr("The notice names no way to answer.")
        return tr("The notice does not say in so many words what to send.")
    return {
        "kind": tr("It is not clear what the platform has done."),
        "platform": tr("The notice does not name the platform."),
        "deadline": tr("The date of the notice is not known, so the last day is not either."),
    }.get(row, tr("Not sure"))
