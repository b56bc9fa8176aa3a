"""From a case to its letter: which sections, which blocks, which sentences, in which order."""

from appealwriter.letter.evidence import exhibit_table
from appealwriter.letter.frames import Frames
from appealwriter.letter.opening import closing, opening, signature, title
from appealwriter.letter.plan import corrective_blocks, preventive_blocks, root_cause_blocks
from appealwriter.letter.scene import Scene
from appealwriter.model.case import Case
from appealwriter.model.letter import Block, Letter, Section
from appealwriter.playbooks.shelf import Shelf

CORE = ("root_cause", "corrective_actions", "preventive_actions")


def compose(case: Case, shelf: Shelf, frames: Frames, reader: str) -> Letter:
    """The letter of `case` in its letter language, with its twin in the language `reader`.

    Nothing is invented: what is not answered stands as a visible gap.
    """
    scene = Scene(case, shelf, frames, reader)
    blocks = {
        "greeting": opening(scene),
        "root_cause": root_cause_blocks(scene),
        "corrective_actions": corrective_blocks(scene),
        "preventive_actions": preventive_blocks(scene),
        "closing": closing(scene),
        "exhibits": exhibit_table(scene),
        "signature": signature(scene),
    }
    return Letter(
        language=case.letter_language,
        twin_language=reader,
        structure=case.structure,
        title=title(scene),
        sections=tuple(_section(scene, name, found) for name, found in blocks.items() if found),
        author=case.sender.company,
        subject=_subject(case),
        date=case.letter_date,
    )


def _section(scene: Scene, name: str, blocks: tuple[Block, ...]) -> Section:
    headed = name in CORE or name == "exhibits"
    heading = scene.writer.line(f"heading_{name}", scene.place(name)) if headed else None
    return Section(name, heading, blocks)


def _subject(case: Case) -> str:
    """What the running header says on the right: shop and case id."""
    return " · ".join(filter(None, (case.sender.shop, case.sender.case_id)))
