"""The questions about one exhibit that no other page asks: its file, kind, and what it proves."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from appealwriter.base.i18n import language, tr
from appealwriter.drafting.draft import Draft
from appealwriter.playbooks.book import EvidenceKind
from appealwriter.ui.pages.exhibit_links import Claim, claims, proven, with_proof
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.words import title
from appealwriter.ui.pages.review_parts.names import megabytes
from appealwriter.ui.pages.review_parts.wrap_tick import WrapTick
from appealwriter.ui.parts import Button, ChoiceField, label
from appealwriter.ui.session import Session

_OTHER = "other"
_FOCUS = Qt.FocusReason.OtherFocusReason


class FileField(Field):
    """The file's name and size, and a way to choose one or another."""

    chosen = Signal(object)

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "file", "hash", "size")
        self._name = label("", "body", wrap=True)
        self.button = Button("", small=True)
        self.button.clicked.connect(self._choose)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._name, 1)
        line.addWidget(self.button)
        self.add(inside)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show which file it is."""
        self._refresh()

    def focus_place(self, where: str) -> None:
        """To the button."""
        self.button.setFocus(_FOCUS)

    def _refresh(self) -> None:
        name = self.answer("file") or ""
        size = megabytes(self.answer("size") or 0)
        self._name.setText(" · ".join(filter(None, (name, size))) or tr("No file yet"))
        self.button.setText(tr("Another file…") if name else tr("Choose the file…"))

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose the file"))
        if name:
            self.chosen.emit(Path(name))


class KindField(Field):
    """What sort of document it is, and what a reviewer expects of that sort."""

    def __init__(self, session: Session, path: str, kinds: tuple[EvidenceKind, ...]) -> None:
        super().__init__(session, path, "kind")
        options = [(kind.id, kind.title.any(language())) for kind in kinds]
        self.field = ChoiceField(
            [*options, (_OTHER, tr("Another document"))],
            name=tr("Kind"),
            placeholder=tr("Choose the kind of document"),
        )
        self.field.chosen.connect(lambda key: self.put("kind", key))
        self.field.left.connect(lambda: self.left.emit("kind"))
        self.add(self.field)
        kind = next((k for k in kinds if k.id == self.answer("kind")), None)
        if kind and kind.needs:
            self.add(label(tr("It holds if:"), "small", "text2"))
            for need in kind.needs:
                self.add(label(f"•\u2002{need.any(language())}", "dense", wrap=True))
        self.field.set_value(self.answer("kind") or "")

    def show_draft(self, draft: Draft) -> None:
        """Show the chosen kind."""
        if not self.field.hasFocus():
            self.field.set_value(self.answer("kind") or "")

    def focus_place(self, where: str) -> None:
        """Into the choice."""
        self.field.setFocus(_FOCUS)


class ProvesField(Field):
    """Demands, causes, actions and measures, each with a tick."""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "proves")
        self.ticks: dict[str, WrapTick] = {}
        self._id = path.rpartition("/")[2]
        self._room = QWidget()
        self._grid = QGridLayout(self._room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        for place, claim in enumerate(claims(session.case)):
            self._grid.addWidget(self._tick(claim), place // 2, place % 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.add(self._room)
        if not self.ticks:
            self.add(
                label(
                    tr(
                        "Nothing to prove yet: demands come from step 1, causes and actions from "
                        "steps 4 to 6."
                    ),
                    "dense",
                    "text2",
                    wrap=True,
                )
            )
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Tick what it proves."""
        self._refresh()

    def focus_place(self, where: str) -> None:
        """To the first tick."""
        for tick in self.ticks.values():
            tick.setFocus(_FOCUS)
            return

    def _tick(self, claim: Claim) -> WrapTick:
        words = claim_title(self.session, claim)
        tick = WrapTick(" · ".join(filter(None, (claim_name(claim), words))), "dense")
        tick.clicked.connect(partial(self._prove, claim.id))
        self.ticks[claim.id] = tick
        return tick

    def _prove(self, claim_id: str, on: bool) -> None:
        self.session.edit(with_proof(self.session.case, self._id, claim_id, on=on))
        self.left.emit("proves")

    def _refresh(self) -> None:
        if self.answer("id") is None:
            return
        said = {claim.id for claim in proven(self.session.case, self._id)}
        for key, tick in self.ticks.items():
            tick.set_on(key in said)


def claim_name(claim: Claim) -> str:
    """ "Demand 1", "Cause 2", "Action 3", "Measure 1"."""
    name = {
        "demands": tr("Demand {numbers}", numbers=claim.number),
        "causes": tr("Cause {n}", n=claim.number),
        "corrective": tr("Action {n}", n=claim.number),
        "preventive": tr("Measure {n}", n=claim.number),
        "points": tr("Point {n}", n=claim.number),
    }[claim.part]
    return name.replace(" ", "\u00a0")


def claim_title(session: Session, claim: Claim) -> str:
    """What a claim says, in the person's language."""
    case = session.case
    if claim.part == "demands":
        demand = next(d for d in case.notice.demands if d.id == claim.id)
        words = session.workshop.shelf.terms["asks_for"].get(demand.asks_for)
        return words.any(language()) if words else demand.words
    item = next(i for i in getattr(case, claim.part) if i.id == claim.id)
    return title(session, claim.part, item)
