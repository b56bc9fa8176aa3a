"""The words between the answers: title, opening, joints and closing, from templates/frames.toml."""

from collections.abc import Mapping
from pathlib import Path

from appealwriter.playbooks.book import Wordings
from appealwriter.playbooks.phrases import parse
from appealwriter.playbooks.tables import open_table

Frames = Mapping[str, Wordings]


def load_frames(path: Path) -> Frames:
    """Every frame by name, each parsed once so that a broken one is seen at the start."""
    table = open_table(path)
    frames = {name: table.wordings(name) for name in table.raw}
    for wordings in frames.values():
        for said in wordings.values():
            for wording in said:
                parse(wording)
    return frames
