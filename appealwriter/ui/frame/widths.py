"""Which zones stand beside each other at which size of the window. Knows no Qt."""

from dataclasses import dataclass

_LOW = 580  # below, nine full steps and the two sheets do not fit under each other


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the zones stand; all numbers in pixels at a text size of 100 %.

    `name` keeps the widths of this layout apart in the settings; `beside` is False where the
    right zone is closed and swapped into the centre; `right` is its first width and `most_right`
    its largest; `content` is the largest width of the questions, 0 for no limit.
    """

    name: str
    narrow_rail: bool
    beside: bool
    right: int = 0
    most_right: int = 0
    content: int = 0
    low: bool = False


def layout(width: int, height: int) -> Layout:
    """The layout for a window of this inner size."""
    low = height < _LOW
    if width >= 1600:
        right = min(700, width - 208 - 880)
        return Layout("wide", False, True, right, 700, 880, low)
    if width >= 1180:
        return Layout("middle", False, True, 472 if width >= 1300 else 420, 560, 0, low)
    if width >= 1000:
        return Layout("narrow", True, True, 420, 460, 0, low)
    return Layout("small", True, False, low=low)
