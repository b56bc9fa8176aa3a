"""The token file as values: colours, type roles, faces and sizes. Knows no Qt."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from appealwriter.base import paths

SCALES = (90, 100, 115, 130)


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of text: size in points, weight, line height in pixels (letter: per cent)."""

    points: float
    bold: bool
    line: int
    line_zh: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """What resources/style/tokens.toml says; colours are "#RRGGBB"."""

    light: Mapping[str, str]
    dark: Mapping[str, str]
    roles: Mapping[str, Role]
    faces: Mapping[str, tuple[str, ...]]
    sizes: Mapping[str, int]


@cache
def load() -> Tokens:
    """The tokens, read once."""
    raw = tomllib.loads((paths.resources() / "style" / "tokens.toml").read_text("utf-8"))
    return Tokens(
        light=raw["light"],
        dark=raw["dark"],
        roles={name: _role(values) for name, values in raw["type"].items()},
        faces={name: tuple(families) for name, families in raw["faces"].items()},
        sizes=raw["size"],
    )


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio of two "#RRGGBB" colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _role(values: Mapping[str, Any]) -> Role:
    line = int(values["line"])
    return Role(
        points=float(values["points"]),
        bold=bool(values.get("bold", False)),
        line=line,
        line_zh=int(values.get("line_zh", line)),
    )


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
