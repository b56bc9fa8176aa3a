"""The list of exhibits: number, document, what it shows."""

from collections.abc import Iterator

from appealwriter.base.words import LANGUAGES, Words
from appealwriter.letter.scene import Scene
from appealwriter.letter.wording import Given
from appealwriter.model.case import CorrectiveAction, Exhibit, Point, PreventiveMeasure
from appealwriter.model.letter import Block


def exhibit_table(scene: Scene) -> tuple[Block, ...]:
    """One row an exhibit; nothing while there is none."""
    writer = scene.writer
    rows = []
    for n, exhibit in enumerate(scene.case.evidence, 1):
        path = f"evidence/{exhibit.id}"
        title = Given(_title(scene, exhibit) or None, f"{path}/title", scene.label("exhibit_title"))
        day = scene.read("date", exhibit.date, f"{path}/date", scene.label("exhibit_date"))
        shows = Given(_shows(scene, exhibit), f"{path}/proves")
        rows.append(
            (
                writer.cell("exhibit_number", path, number=Given(str(n), path)),
                writer.cell("exhibit_title", path, title=title, date=day),
                writer.cell("line", path, value=shows),
            )
        )
    if not rows:
        return ()
    names = ("exhibit_head_number", "exhibit_head_title", "exhibit_head_shows")
    header = tuple(writer.line(name, "evidence") for name in names)
    return (Block("table", header=header, rows=tuple(rows)),)


def documents_table(scene: Scene) -> tuple[Block, ...]:
    """The same list as the body of a cover note, which is nothing without it."""
    gap = scene.writer.gap("gap_documents", "evidence")
    return exhibit_table(scene) or (Block("paragraph", ((gap,),)),)


def _title(scene: Scene, exhibit: Exhibit) -> Words:
    """The seller's own title, else what its kind is called, else the file's name."""
    if exhibit.title:
        return exhibit.title
    kind = next((k for k in scene.book.evidence if k.id == exhibit.kind), None)
    return kind.title if kind else Words(*(exhibit.file,) * len(LANGUAGES))


def _shows(scene: Scene, exhibit: Exhibit) -> Words:
    """The demands, causes and deeds that the exhibit proves, by name; a language that one of them
    lacks stays empty, so that the letter shows the gap."""
    proved = dict.fromkeys((*exhibit.proves, *_asked(scene, exhibit), *_cited(scene, exhibit)))
    names = [found for ref in proved if (found := scene.name_of(ref))]
    if not names:
        return Words("—", "—", "—")
    joined = {}
    for language in LANGUAGES:
        said = list(dict.fromkeys(name.get(language) for name in names))
        joined[language] = ("；" if language == "zh" else "; ").join(said) if all(said) else ""
    return Words(**joined)


def _asked(scene: Scene, exhibit: Exhibit) -> Iterator[str]:
    """The demands that a document of this kind is there for."""
    kind = next((k for k in scene.book.evidence if k.id == exhibit.kind), None)
    for demand in scene.case.notice.demands:
        if kind and kind.demand == demand.asks_for and demand.state != "rejected":
            yield demand.id


def _cited(scene: Scene, exhibit: Exhibit) -> Iterator[str]:
    """What in the letter refers to it."""
    case = scene.case
    items: tuple[Point | CorrectiveAction | PreventiveMeasure, ...] = (
        *case.points,
        *case.corrective,
        *case.preventive,
    )
    yield from (item.id for item in items if exhibit.id in item.exhibits)
