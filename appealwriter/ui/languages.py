"""What languages are called in the person's own."""

from appealwriter.base.i18n import tr


def language_name(code: str) -> str:
    """The name of "en", "ru" or "zh"."""
    return {"en": tr("English"), "ru": tr("Russian"), "zh": tr("Chinese")}[code]
