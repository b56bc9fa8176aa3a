"""What a row of a RowList shows, and how wide its columns are."""

from collections.abc import Sequence
from dataclasses import dataclass

from appealwriter.ui import theme

STATE_WIDTH = 100
SIDE = 12
GAP = 8
_TITLE_SHARE = 0.22


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column: its heading, its width in pixels at 100 % (0 takes the rest), "left" or "right"."""

    title: str
    width: int = 0
    align: str = "left"


@dataclass(frozen=True, slots=True)
class RowView:
    """What a row shows: state mark and words, the title, one text per further column.

    `chips` are (id, words) in the last column, `note` is a second line in the colour
    `note_level`, `actions` are (id, words) of small buttons beside the note.
    """

    id: str
    mark: str
    state: str
    title: str
    cells: tuple[str, ...] = ()
    chips: tuple[tuple[str, str], ...] = ()
    note: str = ""
    note_level: str = "weak"
    actions: tuple[tuple[str, str], ...] = ()


def column_widths(columns: Sequence[RowColumn], room: int) -> list[int]:
    """Widths in pixels of the columns after the title, in a row of `room` pixels.

    Where the row is too narrow they shrink alike, so that the title keeps a fifth of it; the last
    one, with the chips, stays as it is.
    """
    look = theme.current()
    wanted = [look.px(column.width) for column in columns[1:]]
    fixed = look.px(STATE_WIDTH) + 2 * SIDE + GAP * (len(wanted) + 1)
    left = room * (1 - _TITLE_SHARE) - fixed - sum(wanted[-1:])
    share = min(1.0, max(left, 0) / max(sum(wanted[:-1]), 1))
    return [*(max(round(width * share), 24) for width in wanted[:-1]), *wanted[-1:]]
