"""Dressing the program: one palette and one style sheet, filled from the look."""

import sys
from string import Template

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from appealwriter.base import paths
from appealwriter.ui.theme import look, tokens
from appealwriter.ui.theme.look import Theme

_Role = QPalette.ColorRole
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_PALETTE = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "window",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "missing",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "hint",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "sunken",
    _Role.Mid: "line",
    _Role.Dark: "border",
    _Role.Shadow: "border",
}
# Where Windows' high contrast is on, the person's own colours stand in for ours.
_SYSTEM = {
    "window": _Role.Window,
    "surface": _Role.Base,
    "paper": _Role.Base,
    "sunken": _Role.Window,
    "tint": _Role.Window,
    "accent": _Role.Link,
    "on_accent": _Role.Base,
    "missing_ground": _Role.Window,
    "weak_ground": _Role.Window,
    "done_ground": _Role.Window,
    "mark": _Role.Highlight,
    "mark_text": _Role.HighlightedText,
}


def apply(
    app: QApplication, scheme: str = "system", language: str = "en", scale: int = 100
) -> Theme:
    """Dress the whole program and return the look.

    `scheme` is "system", "light" or "dark"; `language` "zh", "en" or "ru"; `scale` one of
    tokens.SCALES in per cent.
    """
    hints = app.styleHints()
    hints.setColorScheme(_SCHEMES[scheme])
    dark = scheme == "dark" or (scheme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    app.setStyle("Fusion")
    if high_contrast():
        theme = _system_theme(app.palette(), language, scale)
        app.setStyleSheet("")
    else:
        theme = look.plain(dark, language, scale)
        app.setPalette(_palette(theme))
        app.setStyleSheet(style_sheet(theme))
    app.setFont(theme.font("body"))
    look.put_on(theme)
    return theme


def high_contrast() -> bool:
    """True where Windows runs in high contrast, which Qt 6.8 does not tell."""
    if sys.platform != "win32":
        return False
    registry = QSettings(
        r"HKEY_CURRENT_USER\Control Panel\Accessibility\HighContrast",
        QSettings.Format.NativeFormat,
    )
    flags = str(registry.value("Flags", "0"))
    return flags.isdigit() and bool(int(flags) & 1)


def style_sheet(theme: Theme) -> str:
    """The window's style sheet with the colours and heights of `theme` in it."""
    template = (paths.resources() / "style" / "window.qss").read_text("utf-8")
    values = {name: colour.name() for name, colour in theme.colours.items()}
    values["pt_small"] = f"{theme.font('small').pointSizeF()}pt"
    for name, height in (
        ("button", theme.size("button")),
        ("small", theme.size("small")),
        ("chip", theme.px(22)),
    ):
        values[f"h_{name}"] = f"{height - 2}px"
        values[f"h_{name}_focus"] = f"{height - 4}px"
    return Template(template).substitute(values)


def set_look(widget: QWidget, name: str, value: object) -> None:
    """Set the property `name` that the style sheet asks about, and dress the widget anew.

    Bold and struck text that comes and goes is set this way too: Qt's style sheets bring back
    the first font of a widget whenever it gets another parent.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # dressed when first shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _system_theme(palette: QPalette, language: str, scale: int) -> Theme:
    colours = {
        name: palette.color(_SYSTEM.get(name, _Role.WindowText)) for name in tokens.load().light
    }
    dark = colours["window"].lightness() < 128
    return Theme(dark, language, scale, colours, system_colours=True)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, theme.colour(token))
    off = QPalette.ColorGroup.Disabled
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(off, role, theme.colour("hint"))
    palette.setColor(off, _Role.Base, theme.colour("sunken"))
    palette.setColor(off, _Role.Button, theme.colour("sunken"))
    return palette
