"""From a case to its letter: which sections, which blocks, which sentences, in which order."""

import re
from collections.abc import Callable, Mapping

from appealwriter.base.text import script_language
from appealwriter.base.words import Words
from appealwriter.letter.evidence import documents_table, exhibit_table
from appealwriter.letter.frames import Frames
from appealwriter.letter.opening import closing, facts, opening, requisites, signature, title
from appealwriter.letter.plan import corrective_blocks, preventive_blocks, root_cause_blocks
from appealwriter.letter.points import point_blocks
from appealwriter.letter.scene import Scene
from appealwriter.letter.wording import Given
from appealwriter.letter.writer import Memory, Part
from appealwriter.model.case import Case
from appealwriter.model.letter import Block, Letter, Section
from appealwriter.model.sections import is_answered
from appealwriter.playbooks.shelf import Shelf

_BLOCKS: Mapping[str, Callable[[Scene], tuple[Block, ...]]] = {
    "requisites": requisites,
    "greeting": opening,
    "points": point_blocks,
    "root_cause": root_cause_blocks,
    "corrective_actions": corrective_blocks,
    "preventive_actions": preventive_blocks,
    "documents": documents_table,
    "closing": closing,
    "exhibits": exhibit_table,
    "signature": signature,
}
_MARK = re.compile(r"^\s*(?:\d+[.)、]|[-•*])\s*")  # of a list in the notice
_LONGEST_HEADING = 120
_NUMBERED = ("points", "root_cause", "corrective_actions", "preventive_actions", "documents")


def compose(
    case: Case, shelf: Shelf, frames: Frames, reader: str, memory: Memory | None = None
) -> Letter:
    """The letter of `case` in its letter language, with its twin in the language `reader`.

    Nothing is invented: what is not answered stands as a visible gap. `memory` keeps sentences
    from one call to the next; it goes with one shelf and its frames.
    """
    scene = Scene(case, shelf, frames, reader, memory)
    found = [(name, _BLOCKS[name](scene)) for name in _sections(scene)]
    made = [(name, blocks) for name, blocks in found if blocks]
    if "greeting" not in scene.form.sections and made:  # the facts open the first box
        made[0] = (made[0][0], (*facts(scene), *made[0][1]))
    numbered = [name for name, _ in made if name in _NUMBERED]
    return Letter(
        language=case.letter_language,
        twin_language=reader,
        structure=case.structure,
        title=title(scene),
        sections=tuple(_section(scene, name, blocks, numbered) for name, blocks in made),
        author=case.sender.company,
        subject=_subject(case),
        date=case.letter_date,
    )


def _sections(scene: Scene) -> list[str]:
    """The structure's sections without those that nothing was answered for; a form's in the order
    of its boxes."""
    case, form = scene.case, scene.form
    names = [name for name in form.sections if name in form.needs or is_answered(case, name)]
    if form.boxed:
        asked = [demand.asks_for for demand in case.notice.demands if demand.state != "rejected"]
        names.sort(key=lambda name: asked.index(name) if name in asked else len(asked))
    return names


def _section(scene: Scene, name: str, blocks: tuple[Block, ...], numbered: list[str]) -> Section:
    """A section with its heading; headings are numbered where there are several."""
    if name not in _NUMBERED and name != "exhibits":
        return Section(name, None, blocks)
    writer, path = scene.writer, scene.place(name)
    parts = [_asked(scene, name) or writer.frame(scene.frame(f"heading_{name}"))]
    if name in numbered and len(numbered) > 1:
        number = Given(str(numbered.index(name) + 1))
        parts = [writer.frame("heading_number", number=number), *parts]
    return Section(name, writer.sentence(parts, path), blocks)


def _asked(scene: Scene, name: str) -> Part | None:
    """The heading of a form's box: the notice's own question, where it is short enough and in the
    letter's language."""
    if not scene.form.boxed:
        return None
    demands = (d for d in scene.case.notice.demands if d.state != "rejected")
    words = next((d.words for d in demands if d.asks_for == name), "")
    words = _MARK.sub("", words).rstrip(" .;:,。；，")
    if script_language(words) != scene.case.letter_language or len(words) > _LONGEST_HEADING:
        return None
    words = words[:1].upper() + words[1:]
    usual = scene.writer.words(f"heading_{name}").any(scene.reader)
    said = {scene.reader: usual, scene.case.letter_language: words}
    return scene.writer.own(Words(**said), scene.place(name))


def _subject(case: Case) -> str:
    """What the running header says on the right: shop and case id."""
    return " · ".join(filter(None, (case.sender.shop, case.sender.case_id)))
