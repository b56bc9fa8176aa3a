"""What step 4 asks for: root causes, or the points of a letter that gives none."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal

from appealwriter.base.i18n import tr
from appealwriter.model import place
from appealwriter.model.case import Cause, Point
from appealwriter.ui.pages.plan.editor import ItemEditor
from appealwriter.ui.pages.plan.links import Proof
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.pages.plan.phrasing import phrase_pieces
from appealwriter.ui.pages.plan.sentence import Sentence
from appealwriter.ui.pages.plan.words import phrase_of
from appealwriter.ui.parts import Button
from appealwriter.ui.session import Session


class GroundEditor(ItemEditor):
    """A sentence to complete or to write. `swap` asks for another phrase, or for own words; `go`
    leads to another step."""

    swap = Signal()
    go = Signal(str)

    def add_sentence(self, part: str, item_id: str, name: str, example: str) -> None:
        """The phrase with its gaps, else a field for own words; below it the way to the other."""
        phrase = phrase_of(self.session, part, place.look(self.session.case, self.path))
        if phrase is not None:
            self.add(
                name,
                Sentence(
                    self.session,
                    self.path,
                    lambda: phrase_pieces(self.session, part, item_id),
                    "slots",
                ),
            )
        else:
            self.add(name, OwnWords(self.session, self.path, "own", name, example))
        words = tr("Say it in your own words") if phrase else tr("Choose from the playbook")
        link = Button(words, role="link", small=True)
        link.clicked.connect(self.swap)
        self.fields[-1].add_link(link)


class PointEditor(GroundEditor):
    """One point: what the notice says, what the records show, what proves it."""

    def __init__(self, session: Session, point_id: str, *, fresh: bool = False) -> None:
        super().__init__(session, f"points/{point_id}", fresh=fresh)
        name, example = tr("What the notice says"), tr("e.g. 12 orders were shipped late")
        self.add(name, OwnWords(session, self.path, "claim", name, example, hint=False))
        self.add_sentence(
            "points",
            point_id,
            tr("What the records show"),
            tr("e.g. The carrier scanned all 12 parcels before the expected ship date."),
        )
        proof = Proof(session, self.path)
        proof.go.connect(self.go)
        self.add(tr("Proof"), proof)
        self.finish()


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The words of step 4 and what a new entry and its editor are. `part` is the list of the case,
    `kind` the part of a playbook."""

    part: str
    kind: str
    heading: Callable[[], str]
    lead: Callable[[], str]
    add: Callable[[], str]
    numbered: Callable[[int], str]
    make: Callable[..., Cause | Point]
    editor: Callable[..., GroundEditor]
    note: Callable[[], str] | None = None
    """The lead where the document can do without."""


POINTS = Ground(
    part="points",
    kind="point",
    heading=lambda: tr("What shows it?"),
    lead=lambda: tr(
        "Point by point: what the notice says, what the records show, which exhibit proves it. No "
        "cause and no remedy: both would read like an admission."
    ),
    note=lambda: tr(
        "What the documents need to be understood, point by point, each with its exhibit. It may "
        "stay empty."
    ),
    add=lambda: tr("Add a point"),
    numbered=lambda n: tr("Point {n}", n=n),
    make=Point,
    editor=PointEditor,
)
