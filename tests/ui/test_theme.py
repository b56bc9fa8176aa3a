"""The look: every colour readable, every sign there, every size as asked."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from appealwriter.base import paths
from appealwriter.ui import theme
from appealwriter.ui.theme import tokens
from appealwriter.ui.theme.dress import style_sheet

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

GROUNDS = ("window", "surface", "paper", "sunken", "tint")
TINTED = ("missing_ground", "weak_ground", "done_ground")
# What is read, and the grounds it is read on (VISUAL 2).
READ = {
    "text": GROUNDS + TINTED,
    "text2": GROUNDS,
    "hint": ("window", "surface", "paper", "sunken"),
    "accent": (*GROUNDS, "weak_ground", "done_ground"),
    "on_accent": ("accent",),
    "missing": ("window", "surface", "tint", "missing_ground"),
    "weak": ("window", "surface", "tint", "weak_ground"),
    "done": ("window", "surface", "tint", "done_ground"),
    "mark_text": ("mark",),
}


def colours(scheme: str) -> dict[str, str]:
    return dict(getattr(tokens.load(), scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_colour_can_be_read_on_every_ground_it_stands_on(scheme: str) -> None:
    known = colours(scheme)
    for token, grounds in READ.items():
        for ground in grounds:
            ratio = tokens.contrast(known[token], known[ground])
            assert ratio >= 4.5, f"{scheme}: {token} on {ground} is {ratio:.2f}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edges_of_fields_and_buttons_can_be_seen(scheme: str) -> None:
    known = colours(scheme)
    for ground in ("window", "surface", "paper"):
        assert tokens.contrast(known["border"], known[ground]) >= 3


def test_contrast_is_counted_as_wcag_does() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_both_schemes_know_the_same_colours() -> None:
    assert colours("light").keys() == colours("dark").keys()


def test_no_colour_is_written_outside_the_token_file() -> None:
    package = paths.resources().parent / "appealwriter" / "ui"
    strangers = [
        path
        for path in (*package.rglob("*.py"), paths.resources() / "style" / "window.qss")
        if re.search(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8"))
    ]
    assert strangers == []


@pytest.mark.parametrize("language", ["zh", "en", "ru"])
@pytest.mark.parametrize("scale", theme.SCALES)
def test_the_style_sheet_is_filled_for_every_language_and_size(
    qapp: QApplication, language: str, scale: int
) -> None:
    look = theme.apply(qapp, "dark", language, scale)
    assert theme.current() is look
    assert "$" not in style_sheet(look)
    assert look.font("body").pointSizeF() == pytest.approx(10.5 * scale / 100)
    assert look.font("small").pointSizeF() >= 8


def test_the_faces_follow_the_language(qapp: QApplication) -> None:
    assert theme.apply(qapp, "light", "zh").font().families()[0] == "Microsoft YaHei UI"
    russian = theme.apply(qapp, "light", "ru")
    assert russian.font().families()[0] == "Segoe UI"
    assert russian.letter_font("en").families()[0] == "Cambria"
    assert russian.letter_font("zh").families()[0] == "Microsoft YaHei UI"


def test_text_grows_and_targets_grow_with_it_but_never_shrink(qapp: QApplication) -> None:
    assert theme.apply(qapp, "light", "en", 130).size("button") == 42
    assert theme.apply(qapp, "light", "en", 90).size("button") == 32


def test_the_palette_carries_the_chosen_scheme(qapp: QApplication) -> None:
    for scheme in ("dark", "light"):
        look = theme.apply(qapp, scheme, "en")
        palette = qapp.palette()
        assert palette.color(QPalette.ColorRole.Window) == look.colour("window")
        assert palette.color(QPalette.ColorRole.Accent) == look.colour("accent")
        off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        assert off == look.colour("hint")


def test_a_button_is_as_high_as_the_plan_says_also_with_focus(qtbot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", "en")
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.show()
    assert button.sizeHint().height() == 32
    button.setFocus()
    assert button.sizeHint().height() == 32


def sign_names() -> list[str]:
    folder = paths.resources() / "icons"
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in svg_files(folder))


def svg_files(folder: Path) -> list[Path]:
    return list(folder.rglob("*.svg"))


@pytest.mark.parametrize("name", sign_names())
def test_every_sign_draws_something(qapp: QApplication, name: str) -> None:
    theme.apply(qapp, "light", "en")
    image = theme.pixmap(name, "text", 16, 2.0).toImage()
    assert image.width() == 32
    alpha = [image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)]
    assert any(alpha)
    assert not all(alpha)


def test_signs_take_the_colours_of_the_look_in_force(qapp: QApplication) -> None:
    shades = []
    for scheme in ("light", "dark"):
        look = theme.apply(qapp, scheme, "en")
        image = theme.mark_pixmap("complete", 16, 2.0).toImage()
        shades.append(image.pixelColor(16, 4))
        assert image.pixelColor(16, 4) == look.colour("done")
    assert shades[0] != shades[1]


def test_the_nine_state_marks_differ_in_shape_and_not_only_in_colour(qapp: QApplication) -> None:
    theme.apply(qapp, "light", "en")
    shapes = set()
    for name in theme.MARKS:
        image = theme.mark_pixmap(name, 16).toImage()
        shapes.add(bytes(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)))
    assert len(shapes) == 9


def test_an_icon_is_kept_until_the_look_changes(qapp: QApplication) -> None:
    theme.apply(qapp, "light", "en")
    first = theme.icon("search")
    assert theme.icon("search").cacheKey() == first.cacheKey()
    theme.apply(qapp, "dark", "en")
    assert theme.icon("search").cacheKey() != first.cacheKey()


def test_the_system_scheme_follows_the_system(qapp: QApplication) -> None:
    look = theme.apply(qapp, "system", "en")
    assert look.dark == (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)
