"""A page of rows under causes, of which one is open: steps 5 and 6."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.case import Case
from appealwriter.model.sections import ID_LETTERS
from appealwriter.ui.pages.plan import deeds
from appealwriter.ui.pages.plan.cause_editor import shape
from appealwriter.ui.pages.plan.cause_group import CauseGroup, summary
from appealwriter.ui.pages.plan.chooser import Chooser
from appealwriter.ui.pages.plan.page import PlanPage
from appealwriter.ui.pages.plan.row_editor import RowEditor
from appealwriter.ui.pages.plan.words import also_answering, finding_words, title
from appealwriter.ui.parts import RowColumn, RowView
from appealwriter.ui.session import Session


class RowsPage(PlanPage):
    """Subclasses say what a row shows, how it is edited, and what a new one is."""

    lack_rule: str

    def __init__(self, session: Session, heading: str, lead: str) -> None:
        super().__init__(session, heading, lead)
        self.groups: dict[str, CauseGroup] = {}
        self.open_id = ""
        self._shape: tuple[object, ...] = ()
        self._fresh = ""
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.column.addLayout(self._list)
        self.column.addStretch(1)

    # What subclasses say

    def columns(self) -> Sequence[RowColumn]:
        """The columns after the state."""
        raise NotImplementedError

    def row(self, draft: Draft, item: deeds.Linked) -> RowView:
        """What a row shows."""
        raise NotImplementedError

    def make_editor(self, item_id: str, *, fresh: bool) -> RowEditor:
        """The questions of a row."""
        raise NotImplementedError

    def make_item(self, item_id: str, answers: tuple[str, ...], phrase: str) -> deeds.Linked:
        """A new action or measure."""
        raise NotImplementedError

    def words(self, name: str) -> str:
        """The page's own words: "add", "choose", "others", "hint", "no_cause"."""
        raise NotImplementedError

    # Showing

    def show_draft(self, draft: Draft) -> None:
        """Show the rows; the field being written in stays as it is."""
        self.put_bar_away()
        focused = self._focused_place()
        self._sync(draft.case)
        self._show_rows(draft)
        self._keep_open(draft, focused)

    def focus_path(self, path: str) -> None:
        """Open the row and put the cursor into its field."""
        _, _, rest = path.partition("/")
        key, _, where = rest.partition("/")
        if place.look(self.session.case, f"{self.part}/{key}") is None:
            self._focus_add()
            return
        self.open(key)
        editor = self.editor()
        if editor is not None:
            editor.focus_place(where)

    def editor(self) -> RowEditor | None:
        """The questions of the open row."""
        group = self._group_of(self.open_id)
        found = group.rows.editor_widget() if group else None
        return found if isinstance(found, RowEditor) else None

    def open(self, key: str) -> None:
        """Open a row and close the one that was open."""
        group = self._group_of(key)
        if group is not None:
            group.rows.open_row(key)
            self._opened(key)

    def choose(self, cause_id: str, instead_of: str = "") -> None:
        """Offer what the playbook has for a cause, in the page below its rows."""
        group = self.groups[cause_id]
        fitting, others = self.split(cause_id)
        groups = [
            (self.words("fitting") if fitting and others else "", self.offers(fitting)),
            (self.words("others") if fitting else "", self.offers(others)),
        ]
        chooser = Chooser(self.words("choose"), groups, self.own_offer())
        chooser.chosen.connect(lambda ref: self._chosen(ref, cause_id, instead_of))
        self.put_chooser(chooser, group.column, group.column.indexOf(group.add))

    # Inside

    def _show_rows(self, draft: Draft | None) -> None:
        if draft is None:
            return
        items = deeds.by_cause(draft.case, self.part)
        for key, group in self.groups.items():
            self._show_group(draft, key, group, items.get(key, ()))

    def _show_group(
        self, draft: Draft, key: str, group: CauseGroup, items: Sequence[deeds.Linked]
    ) -> None:
        rows = [self.row(draft, item) for item in items]
        group.show_rows(rows)
        causes = draft.case.causes
        n = next((n for n, cause in enumerate(causes, 1) if cause.id == key), 0)
        if n:
            name = title(self.session, "causes", causes[n - 1])
            group.heading.set_texts(tr("Cause {n}", n=n), name, summary(rows))
        else:
            group.show_bare(bare=not causes)
            group.heading.set_texts(tr("Without a cause"), "", summary(rows))
        lacking = [
            f for f in draft.findings if f.rule == self.lack_rule and f.values["n"] == str(n)
        ]
        level, words = finding_words(self.session, lacking)
        group.show_lack(level, words, self._hint(draft.case, key, items))

    def _hint(self, case: Case, cause_id: str, items: Sequence[deeds.Linked]) -> str:
        """What to do under a cause, or what answers it besides its own rows."""
        sections = self.session.workshop.shelf.structure(case).sections
        if f"{self.part}_actions" not in sections:
            return tr("The chosen form of letter has no such part: nothing is needed here.")
        if not case.causes:
            return self.words("no_cause")
        if others := also_answering(self.session, self.part, cause_id, items):
            return tr("Also answered by: {what}", what=others)
        return "" if items else self.words("hint")

    def _sync(self, case: Case) -> None:
        """A group for each cause; one more for what answers none."""
        items = deeds.by_cause(case, self.part)
        wanted = [cause.id for cause in case.causes]
        if deeds.NO_CAUSE in items or not wanted:
            wanted.append(deeds.NO_CAUSE)
        for gone in [key for key in self.groups if key not in wanted]:
            group = self.groups.pop(gone)
            if self.chooser is not None and group.isAncestorOf(self.chooser):
                self.close_chooser()
            group.hide()
            group.deleteLater()
        for n, key in enumerate(wanted):
            group = self.groups.get(key) or self._make_group(key)
            if self._list.indexOf(group) != n:
                self._list.insertWidget(n, group)
                group.show()  # now, so that the cursor can be put into it
        self.groups = {key: self.groups[key] for key in wanted}

    def _make_group(self, key: str) -> CauseGroup:
        group = CauseGroup(self.columns(), self._editor_for, self.words("add"))
        group.add.clicked.connect(lambda: self.choose(key))
        group.causes.clicked.connect(lambda: self.go.emit("causes"))
        rows = group.rows
        rows.opened.connect(self._opened)
        rows.closed.connect(self._closed)
        rows.moved.connect(lambda item, by: self._move(key, item, by))
        rows.doubled.connect(self._double)
        rows.removed.connect(self._remove)
        rows.action.connect(self.act)
        rows.chip_clicked.connect(lambda _, chip: self.go.emit(f"evidence/{chip}"))
        self.groups[key] = group
        return group

    def act(self, item_id: str, action: str) -> None:
        """A button in a row was pressed."""

    def _editor_for(self, item_id: str) -> RowEditor:
        editor = self.make_editor(item_id, fresh=item_id == self._fresh)
        self._fresh = ""
        editor.swap.connect(self._swap)
        editor.go.connect(self.go)
        return editor

    def _keep_open(self, draft: Draft, focused: str) -> None:
        """The open row stays open, also where it now stands under another cause."""
        group = self._group_of(self.open_id)
        if group is None:
            self.open_id, self._shape = "", ()
            return
        now = shape(draft.case, self.part, self.open_id)
        if group.rows.open_id() != self.open_id:
            group.rows.open_row(self.open_id)
            self._shape = now
            self._refocus(focused)
        elif now != self._shape:
            group.rows.rebuild_editor()
            self._shape = now
            self._refocus(focused)
        elif (editor := self.editor()) is not None:
            editor.show_draft(draft)

    def _focused_place(self) -> str:
        """Which field of the open row has the focus, by the first place it covers."""
        editor, focus = self.editor(), QApplication.focusWidget()
        if editor is not None and focus is not None:
            for field in editor.fields:
                if field.isAncestorOf(focus):
                    return field.covers[0]
        return ""

    def _refocus(self, where: str) -> None:
        editor = self.editor()
        if where and editor is not None:
            editor.focus_place(where)

    def _opened(self, key: str) -> None:
        for group in self.groups.values():
            if group.rows.open_id() not in ("", key):
                group.rows.close_row()
                if (opened := self._group_of(key)) is not None:
                    opened.rows.focus_row(key)  # closing a row takes the keyboard
        self.session.rest()
        self.open_id = key
        self._shape = shape(self.session.case, self.part, key)
        self._show_rows(self.session.draft)

    def _closed(self) -> None:
        self.session.rest()
        self.open_id, self._shape = "", ()
        self._show_rows(self.session.draft)

    def _group_of(self, item_id: str) -> CauseGroup | None:
        for key, items in deeds.by_cause(self.session.case, self.part).items():
            if any(item.id == item_id for item in items):
                return self.groups.get(key)
        return None

    def _chosen(self, phrase: str, cause_id: str, instead_of: str) -> None:
        self.close_chooser()
        if instead_of:
            self.speak_with(instead_of, phrase)
            key = instead_of
        else:
            case = self.session.case
            key = place.fresh_id(place.look(case, self.part), ID_LETTERS[self.part])
            self._fresh = key
            answers = (cause_id,) if cause_id else ()
            item = self.make_item(key, answers, phrase)
            self.session.edit(place.add(case, self.part, item))
        self.focus_path(f"{self.part}/{key}")

    def _swap(self) -> None:
        item = place.look(self.session.case, f"{self.part}/{self.open_id}")
        if item.phrase and not item.own:
            self.speak_with(self.open_id, "")
            self.focus_path(f"{self.part}/{self.open_id}/own")
        else:
            group = self._group_of(self.open_id)
            key = next(key for key, found in self.groups.items() if found is group)
            self.choose(key, self.open_id)

    def _move(self, cause_id: str, item_id: str, by: int) -> None:
        case = self.session.case
        ids = [item.id for item in deeds.by_cause(case, self.part)[cause_id]]
        target = ids.index(item_id) + by
        if 0 <= target < len(ids):
            self.session.edit(deeds.move(case, self.part, item_id, ids[target]))
            self.groups[cause_id].rows.focus_row(item_id)

    def _double(self, item_id: str) -> None:
        case, fresh = deeds.double(self.session.case, self.part, item_id)
        self.session.edit(case)
        self.focus_path(f"{self.part}/{fresh}")

    def _remove(self, item_id: str) -> None:
        group = self._group_of(item_id)
        items = [i.id for i in place.look(self.session.case, self.part)]
        n = items.index(item_id)
        self.take_away(item_id)
        for near in items[n + 1 :] + items[:n][::-1]:
            if group is not None and self._group_of(near) is group:
                group.rows.focus_row(near)
                return
        if group is not None:
            group.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_add(self) -> None:
        """The first cause that has nothing yet, else the first."""
        items = deeds.by_cause(self.session.case, self.part)
        keys = [key for key in self.groups if not items.get(key)] or list(self.groups)
        if keys:
            self.choose(keys[0])
