"""The look in force: colours and type, made from the tokens."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from appealwriter.ui.theme import tokens


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours and type that everything is drawn with.

    `language` chooses the faces; `scale` is the text size in per cent; `system_colours` is True
    where high contrast rules and neither palette nor style sheet are ours.
    """

    dark: bool
    language: str
    scale: int
    colours: Mapping[str, QColor]
    system_colours: bool = False

    def colour(self, token: str) -> QColor:
        """The colour called `token` in tokens.toml."""
        return self.colours[token]

    def font(self, role: str = "body", bold: bool | None = None) -> QFont:
        """The interface face in the size of `role`; `bold` overrules the role's weight."""
        faces = tokens.load().faces
        families = (*faces[self.language], *faces["fallback"])
        return self._font(families, role, bold)

    def letter_font(self, language: str, bold: bool | None = None) -> QFont:
        """The face in which a letter in `language` is shown."""
        faces = tokens.load().faces
        key = "letter_zh" if language == "zh" else "letter"
        return self._font((*faces[key], *faces["fallback"]), "letter", bold)

    def line_height(self, role: str) -> int:
        """Height of one line of `role` in pixels; for the letter in per cent."""
        known = tokens.load().roles[role]
        line = known.line_zh if self.language == "zh" else known.line
        return line if role == "letter" else self.px(line)

    def px(self, pixels: int) -> int:
        """`pixels` of the plan, grown with the text; smaller text leaves targets as they are."""
        return round(pixels * max(self.scale, 100) / 100)

    def size(self, name: str) -> int:
        """A height of tokens.toml ("button", "small", "row", "step") for this text size."""
        return self.px(tokens.load().sizes[name])

    def _font(self, families: tuple[str, ...], role: str, bold: bool | None) -> QFont:
        known = tokens.load().roles[role]
        font = QFont()
        font.setFamilies(list(families))
        font.setPointSizeF(known.points * self.scale / 100)
        font.setBold(known.bold if bold is None else bold)
        return font


class _Current:
    """The look is one for the whole program, so it is the one thing kept here."""

    theme: Theme | None = None


def current() -> Theme:
    """The look in force; the light English one before `apply` was called."""
    if _Current.theme is None:
        _Current.theme = plain(False, "en", 100)
    return _Current.theme


def put_on(theme: Theme) -> None:
    """Make `theme` the one in force."""
    _Current.theme = theme


def plain(dark: bool, language: str, scale: int) -> Theme:
    """The look with our own colours."""
    known = tokens.load()
    named = known.dark if dark else known.light
    return Theme(dark, language, scale, {name: QColor(value) for name, value in named.items()})
