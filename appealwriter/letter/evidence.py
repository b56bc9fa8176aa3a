"""The list of exhibits: number, document, date, and what in the letter each of them shows."""

from collections.abc import Iterator

from appealwriter.base.words import LANGUAGES, Words
from appealwriter.letter.plan import done_deeds, is_numbered, running_controls
from appealwriter.letter.scene import Scene
from appealwriter.letter.wording import Given
from appealwriter.model.case import Exhibit
from appealwriter.model.exhibits import cited_by
from appealwriter.model.letter import Block, Sentence

Place = tuple[str, int]
"""A part of the letter and the number of an item there, 0 where its items have none."""


def exhibit_table(scene: Scene) -> tuple[Block, ...]:
    """One row an exhibit; a column that would stay empty is left out. Nothing without exhibits."""
    exhibits = scene.case.evidence
    if not exhibits:
        return ()
    if scene.form.limit or scene.case.limit:  # where every sign counts
        return (Block("numbered", tuple((_title(scene, exhibit),) for exhibit in exhibits)),)
    places = _places(scene)
    columns = [
        ("exhibit_head_number", [_number(scene, n, e) for n, e in enumerate(exhibits, 1)]),
        ("exhibit_head_title", [_title(scene, exhibit) for exhibit in exhibits]),
    ]
    if any(exhibit.date for exhibit in exhibits):
        columns.append(("exhibit_head_date", [_date(scene, exhibit) for exhibit in exhibits]))
    shown = [_shows(scene, exhibit, places) for exhibit in exhibits]
    if any(shown):
        cells = [
            scene.writer.cell("line", f"evidence/{e.id}", value=_said(words, f"evidence/{e.id}"))
            for e, words in zip(exhibits, shown, strict=True)
        ]
        columns.append(("exhibit_head_shows", cells))
    header = tuple(scene.writer.line(name, "evidence") for name, _ in columns)
    rows = tuple(zip(*(cells for _, cells in columns), strict=True))
    return (Block("table", header=header, rows=rows),)


def documents_table(scene: Scene) -> tuple[Block, ...]:
    """The same list as the body of a cover note, which is nothing without it."""
    gap = scene.writer.gap("gap_documents", "evidence")
    return exhibit_table(scene) or (Block("paragraph", ((gap,),)),)


def _number(scene: Scene, n: int, exhibit: Exhibit) -> Sentence:
    path = f"evidence/{exhibit.id}"
    return scene.writer.cell("exhibit_number", path, number=Given(str(n), path))


def _title(scene: Scene, exhibit: Exhibit) -> Sentence:
    path = f"evidence/{exhibit.id}"
    words = _words(scene, exhibit) or None
    title = Given(words, f"{path}/title", scene.label("exhibit_title"))
    return scene.writer.cell("exhibit_title", path, title=title)


def _date(scene: Scene, exhibit: Exhibit) -> Sentence:
    path = f"evidence/{exhibit.id}"
    if not exhibit.date:
        return scene.writer.cell("line", path, value=Given("\u2014", path))
    day = scene.read("date", exhibit.date, f"{path}/date", scene.label("exhibit_date"))
    return scene.writer.cell("line", path, value=day)


def _said(words: Words, path: str) -> Given:
    return Given(words or "\u2014", f"{path}/proves")


def _words(scene: Scene, exhibit: Exhibit) -> Words:
    """The seller's own title, else what its kind is called, else the file's name."""
    if exhibit.title:
        return exhibit.title
    kind = next((k for k in scene.book.evidence if k.id == exhibit.kind), None)
    return kind.title if kind else Words(*(exhibit.file,) * len(LANGUAGES))


def _shows(scene: Scene, exhibit: Exhibit, places: dict[str, Place]) -> Words:
    """The demands that it answers by name, then the places of the letter that it proves."""
    asked = scene.shelf.terms["asks_for"]
    demands = {d.id: d.asks_for for d in scene.case.notice.demands if d.asks_for in asked}
    proved = dict.fromkeys(
        (*exhibit.proves, *_asked(scene, exhibit), *cited_by(scene.case, exhibit.id))
    )
    names = [asked[demands[ref]] for ref in proved if demands.get(ref) not in (None, *_PARTS)]
    found: dict[str, list[int]] = {}
    for ref in proved:
        if ref in places:
            section, number = places[ref]
            found.setdefault(section, []).append(number)
    names += [_place(scene, name, found[name]) for name in _PARTS if name in found]
    joined = {}
    for language in LANGUAGES:
        said = list(dict.fromkeys(name.get(language) for name in names))
        joined[language] = ("；" if language == "zh" else "; ").join(said)
    return Words(**joined)


_PARTS = ("root_cause", "corrective_actions", "preventive_actions", "points")


def _place(scene: Scene, section: str, numbers: list[int]) -> Words:
    """ "Action 1, 3", or the name alone where the items have no numbers."""
    name = scene.shelf.terms["reference"][section]
    counted = sorted({n for n in numbers if n})
    if not counted:
        return name
    said = {}
    for language in LANGUAGES:
        listed = ("、" if language == "zh" else ", ").join(map(str, counted))
        said[language] = f"{name.get(language)} {listed}"
    return Words(**said)


def _places(scene: Scene) -> dict[str, Place]:
    """Where in the letter each item stands, and its number in a numbered list."""
    case, sections = scene.case, scene.form.sections
    lists: tuple[tuple[str, list[str], bool], ...] = (
        ("root_cause", [cause.id for cause in case.causes], False),
        ("corrective_actions", *_listed([deed.id for deed in done_deeds(case)])),
        ("preventive_actions", *_listed([m.id for m in running_controls(case)])),
        ("points", [point.id for point in case.points], len(case.points) > 1),
    )
    return {
        ref: (section, n if numbered else 0)
        for section, ids, numbered in lists
        if section in sections
        for n, ref in enumerate(ids, 1)
    }


def _listed(ids: list[str]) -> tuple[list[str], bool]:
    return ids, is_numbered(ids)


def _asked(scene: Scene, exhibit: Exhibit) -> Iterator[str]:
    """The demands that a document of this kind is there for."""
    kind = next((k for k in scene.book.evidence if k.id == exhibit.kind), None)
    for demand in scene.case.notice.demands:
        if kind and kind.demand == demand.asks_for and demand.state != "rejected":
            yield demand.id
