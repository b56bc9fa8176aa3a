"""How the window looks: tokens, palette, style sheet, fonts, icons and state marks."""

from appealwriter.ui.theme.dress import apply, set_look
from appealwriter.ui.theme.icons import MARKS, icon, mark, mark_pixmap, pixmap
from appealwriter.ui.theme.look import Theme, current
from appealwriter.ui.theme.tokens import SCALES

__all__ = [
    "MARKS",
    "SCALES",
    "Theme",
    "apply",
    "current",
    "icon",
    "mark",
    "mark_pixmap",
    "pixmap",
    "set_look",
]
