"""What a row of a RowList shows."""

from dataclasses import dataclass

STATE_WIDTH = 84
SIDE = 12


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
