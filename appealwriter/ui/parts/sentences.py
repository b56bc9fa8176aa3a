"""Sentences that follow each other, as the language of the window sets them."""

from appealwriter.base.i18n import language


def sentences(*said: str) -> str:
    """One after the other, the empty ones left out; Chinese leaves no space between them."""
    return ("" if language() == "zh" else " ").join(filter(None, said))
