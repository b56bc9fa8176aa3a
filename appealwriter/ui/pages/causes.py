"""Step 4: why it happened, or the points of a letter that gives no cause. Each is a fold, and one
is open at a time."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from appealwriter.base.i18n import tr, trn
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.model import place
from appealwriter.model.case import Case, Cause, Point
from appealwriter.model.sections import ID_LETTERS
from appealwriter.model.terms import Level
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.cause_editor import CAUSES, shape
from appealwriter.ui.pages.plan.chooser import Chooser
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.plan.fold import Fold
from appealwriter.ui.pages.plan.grounds import POINTS, Ground, GroundEditor
from appealwriter.ui.pages.plan.page import PlanPage
from appealwriter.ui.pages.plan.words import sentence_at, title, wording_number
from appealwriter.ui.parts import Button
from appealwriter.ui.session import Session


class CausesPage(PlanPage):
    """Causes or points to choose, to answer, to order."""

    step = Step.CAUSES

    def __init__(self, session: Session) -> None:
        super().__init__(session, "", "")
        self.folds: dict[str, Fold] = {}
        self.open_id = ""
        self._shape: tuple[object, ...] = ()
        self._fresh = ""
        self._first = True
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._add = Button("", icon="plus")
        self._add.clicked.connect(self._add_item)
        self._speak_of(CAUSES if session.draft is None else _ground(session.draft))

    def extra_buttons(self) -> tuple[QPushButton, ...]:
        """ "Add a cause" stands beside Back, so that it is always at hand."""
        return (self._add,)

    def show_draft(self, draft: Draft) -> None:
        """Show the causes; the field being written in stays as it is."""
        self.put_bar_away()
        if (ground := _ground(draft)) is not self.ground:
            self._speak_of(ground)
        optional = ground.note if "points" not in draft.form.needs else None
        self.heading.set_texts(ground.heading(), (optional or ground.lead)())
        items = self._items(draft.case)
        self._sync(draft.case)
        if self._first and items:
            self._first = False
            self.open(self._most_needy(draft).id)
        self._show_heads(draft)
        if self.open_id and self._shape != shape(draft.case, self.part, self.open_id):
            self._build()
        elif (editor := self.editor()) is not None:
            editor.show_draft(draft)
        if not items and self.chooser is None:
            self.choose()

    def focus_path(self, path: str) -> None:
        """Open the cause and put the cursor into its field."""
        _, _, rest = path.partition("/")
        key, _, where = rest.partition("/")
        if key not in self.folds:
            key = self.open_id or next(iter(self.folds), "")
        if not key:
            self.choose()
            return
        self.open(key)
        editor = self.editor()
        if editor is not None:
            editor.focus_place(where)

    def editor(self) -> GroundEditor | None:
        """The questions of the open cause."""
        fold = self.folds.get(self.open_id)
        content = fold.content if fold else None
        return content if isinstance(content, GroundEditor) else None

    def open(self, key: str) -> None:
        """Open a cause and close the one that was open; "" closes."""
        if key == self.open_id:
            return
        if self.open_id in self.folds:
            self.folds[self.open_id].close_content()
        self.session.rest()
        self.open_id = key
        self._build()
        if self.session.draft is not None:
            self._show_heads(self.session.draft)

    def choose(self, instead_of: str = "") -> None:
        """Offer the causes of the playbook, as a new one or in place of another's phrase."""
        heading = tr("What fits best? Choose one, or write your own.")
        empty = not self._items(self.session.case)
        groups = [("", self.offers(self.offered()))]
        chooser = Chooser(heading, groups, self.own_offer(), closable=not empty)
        chooser.chosen.connect(lambda ref: self._chosen(ref, instead_of))
        fold = self.folds.get(instead_of)
        at = self._list.indexOf(fold) + 1 if fold else -1
        self.put_chooser(chooser, self._list, at)

    def _speak_of(self, ground: Ground) -> None:
        """Ask for causes, or for points: the letter's form has changed."""
        self.close_chooser()
        for fold in self.folds.values():
            fold.hide()
            fold.deleteLater()
        self.folds, self.open_id, self._first = {}, "", True
        self.ground, self.part, self.kind = ground, ground.part, ground.kind
        self._add.setText(ground.add())

    def _items(self, case: Case) -> tuple[Cause | Point, ...]:
        found: tuple[Cause | Point, ...] = place.look(case, self.part)
        return found

    def _add_item(self) -> None:
        if self._items(self.session.case) or self.chooser is None:
            self.choose()
        else:  # the list stands there already
            self.chooser.focus_first()
            bring_into_view(self.chooser.lines[0])

    def _chosen(self, phrase: str, instead_of: str) -> None:
        self.close_chooser()
        if instead_of:
            self.speak_with(instead_of, phrase)
            key = instead_of
        else:
            case = self.session.case
            key = place.fresh_id(self._items(case), ID_LETTERS[self.part])
            self._fresh = key
            self._first = False
            self.session.edit(place.add(case, self.part, self.ground.make(key, phrase=phrase)))
            self.open(key)
        self.focus_path(f"{self.part}/{key}")

    def _swap(self) -> None:
        """From a phrase to own words, or from own words to the list of phrases."""
        item = place.look(self.session.case, f"{self.part}/{self.open_id}")
        if item.phrase and not item.own:
            self.speak_with(self.open_id, "")
            self.focus_path(f"{self.part}/{self.open_id}/own")
        else:
            self.choose(self.open_id)

    def _build(self) -> None:
        fold = self.folds.get(self.open_id)
        self._shape = ()
        if fold is None:
            self.open_id = ""
            return
        editor = self.ground.editor(self.session, self.open_id, fresh=self.open_id == self._fresh)
        self._fresh = ""
        editor.swap.connect(self._swap)
        editor.go.connect(self.go)
        fold.open_with(editor)
        self._shape = shape(self.session.case, self.part, self.open_id)

    def _sync(self, case: Case) -> None:
        """A fold for each cause, in the case's order."""
        items = self._items(case)
        wanted = {item.id for item in items}
        for gone in [key for key in self.folds if key not in wanted]:
            fold = self.folds.pop(gone)
            fold.hide()
            fold.deleteLater()
            if gone == self.open_id:
                self.open_id = ""
        for n, item in enumerate(items):
            fold = self.folds.get(item.id) or self._make(item.id)
            if self._list.indexOf(fold) != n:
                self._list.insertWidget(n, fold)
                fold.show()  # now, so that the cursor can be put into it
        self.folds = {item.id: self.folds[item.id] for item in items}
        if items and self.chooser is not None and not self.chooser.closable:
            self.close_chooser()

    def _make(self, key: str) -> Fold:
        fold = Fold()
        fold.toggled.connect(lambda: self._toggle(key))
        fold.moved.connect(lambda by: self._move(key, by))
        fold.doubled.connect(lambda: self._double(key))
        fold.removed.connect(lambda: self._remove(key))
        fold.reworded.connect(lambda: self.session.another_wording(f"{self.part}/{key}"))
        self.folds[key] = fold
        return fold

    def _toggle(self, key: str) -> None:
        opening = key != self.open_id
        self.open(key if opening else "")
        self.folds[key].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, key: str, by: int) -> None:
        keys = list(self.folds)
        target = keys.index(key) + by
        if 0 <= target < len(keys):
            self.session.edit(deeds.move(self.session.case, self.part, key, keys[target]))
            self.folds[key].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _double(self, key: str) -> None:
        case, fresh = deeds.double(self.session.case, self.part, key)
        self.session.edit(case)
        self.focus_path(f"{self.part}/{fresh}")

    def _remove(self, key: str) -> None:
        keys = list(self.folds)
        n = keys.index(key)
        near = (keys[n + 1 :] + keys[:n][::-1] + [""])[0]
        self.take_away(key)
        if near in self.folds:
            self.folds[near].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_heads(self, draft: Draft) -> None:
        for number, item in enumerate(self._items(draft.case), 1):
            if item.id in self.folds:
                self._show_head(draft, number, item)

    def _show_head(self, draft: Draft, number: int, item: Cause | Point) -> None:
        head = self.folds[item.id].head
        path = f"{self.part}/{item.id}"
        missing = _missing(draft, path)
        state = trn("{n} missing", "{n} missing", missing) if missing else tr("Complete")
        mark = "in_progress" if missing else "complete"
        name = title(self.session, self.part, item)
        head.show_item(self.ground.numbered(number), name, mark, state)
        n, of = wording_number(draft.case, path, sentence_at(draft.letter, path))
        open_now = item.id == self.open_id and of > 1
        head.show_wording(tr("Another wording {n}/{of}", n=n, of=of) if open_now else "")

    def _most_needy(self, draft: Draft) -> Cause | Point:
        """The first that lacks something, else the first."""
        items = self._items(draft.case)
        return next((i for i in items if _missing(draft, f"{self.part}/{i.id}")), items[0])


def _ground(draft: Draft) -> Ground:
    """What the letter's form asks for here."""
    return POINTS if draft.form.pointed else CAUSES


def _missing(draft: Draft, path: str) -> int:
    return sum(f.level is Level.MISSING and f.path.startswith(f"{path}/") for f in draft.findings)
