"""How many, in groups that add up: what is explained by the cause, and what is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.model import place
from appealwriter.model.case import Group
from appealwriter.ui import theme
from appealwriter.ui.pages.plan.field import Field
from appealwriter.ui.pages.plan.own_words import OwnWords
from appealwriter.ui.parts import Button, IconButton, LineField, TickBox, label
from appealwriter.ui.parts.visibility import show_if
from appealwriter.ui.session import Session


class Groups(Field):
    """The groups of one cause, and their sum."""

    def __init__(self, session: Session, path: str) -> None:
        super().__init__(session, path, "groups", "notice_total")
        self.groups: dict[str, _Group] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.add(self._list)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, 0, 0)
        self.more = Button(tr("Add a group"), role="link", icon="plus", small=True)
        self.more.clicked.connect(self.add_group)
        self._sum = label("", "dense", "text2")
        self._total_name = label(tr("The notice says:"), "dense", "text2")
        self.total = LineField(tr("How many the notice names"), placeholder=tr("how many"))
        self.total.setFixedWidth(theme.current().px(84))
        self.total.edited.connect(lambda text: self.put("notice_total", text or None))
        self.total.left.connect(lambda: self.left.emit("notice_total"))
        line.addWidget(self.more)
        line.addWidget(self._sum)
        line.addWidget(self._total_name)
        line.addWidget(self.total)
        line.addStretch(1)
        self.add(foot)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the groups; the field being written in stays as it is."""
        self._refresh()
        for group in self.groups.values():
            group.show_draft(draft)

    def parts(self) -> Sequence[Field]:
        """Each group speaks for itself, the field for all of them."""
        return [*self.groups.values(), self]

    def focus_place(self, where: str) -> None:
        """Into the number of a group, or to the button that adds the first."""
        if where == "notice_total":
            self.total.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        _, _, rest = where.partition("/")
        key, _, inner = rest.partition("/")
        group = self.groups.get(key) or next(iter(self.groups.values()), None)
        if group is None:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inner == "label":
            group.words.focus_place("label")
        else:
            group.count.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_group(self) -> None:
        """One more group, ready to be counted."""
        fresh = place.fresh_id(self.answer("groups"), "g")
        self.session.edit(place.add(self.session.case, f"{self.path}/groups", Group(fresh)))
        self.focus_place(f"groups/{fresh}/count")

    def _remove(self, key: str) -> None:
        self.session.edit(place.remove(self.session.case, f"{self.path}/groups/{key}"))
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        groups: tuple[Group, ...] = self.answer("groups") or ()
        for gone in [key for key in self.groups if key not in {g.id for g in groups}]:
            old = self.groups.pop(gone)
            old.hide()
            old.deleteLater()
        for n, group in enumerate(groups):
            shown = self.groups.get(group.id) or self._make(group.id)
            if self._column.indexOf(shown) != n:
                self._column.insertWidget(n, shown)
                shown.show()  # now, so that the cursor can be put into it
        self.groups = {group.id: self.groups[group.id] for group in groups}
        numbers = [int(str(g.count)) for g in groups if str(g.count).isdecimal()]
        total = self.answer("notice_total")
        self.total.set_value("" if total is None else str(total))
        for part in (self._list, self._total_name, self.total):
            show_if(part, bool(groups))
        show_if(self._sum, len(groups) > 1)
        self._sum.setText(tr("Together: {n}", n=sum(numbers)))

    def _make(self, key: str) -> "_Group":
        group = _Group(self.session, f"{self.path}/groups/{key}", hint=not self.groups)
        group.left.connect(lambda where: self.left.emit(f"groups/{key}/{where}"))
        group.cross.clicked.connect(lambda: self._remove(key))
        self.groups[key] = group
        return group


class _Group(Field):
    """How many, what they have in common, and whether their cause is known."""

    def __init__(self, session: Session, path: str, *, hint: bool) -> None:
        super().__init__(session, path, "count", "label", "known")
        self.count = LineField(tr("How many"), placeholder=tr("how many"))
        self.count.setFixedWidth(theme.current().px(84))
        self.count.edited.connect(lambda text: self.put("count", text or None))
        self.count.left.connect(lambda: self.left.emit("count"))
        name = tr("What they have in common")
        example = tr("e.g. confirmed late")
        self.words = OwnWords(session, path, "label", name, example, hint=hint)
        self.words.left.connect(self.left)
        self._unknown = TickBox(tr("Cause not established"))
        self._unknown.clicked.connect(self._set_known)
        self.cross = IconButton("close", tr("Remove this group"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.count, 0, 0, top)
        grid.addWidget(self.words, 0, 1, top)
        grid.addWidget(self.cross, 0, 2, top)
        grid.addWidget(self._unknown, 1, 1)
        self.add(inside)
        self._refresh()

    def show_draft(self, draft: Draft) -> None:
        """Show the group; the field being written in stays as it is."""
        self._refresh()
        self.words.show_draft(draft)

    def _refresh(self) -> None:
        count, known = self.answer("count"), self.answer("known") is not False
        self.count.set_value("" if count is None else str(count))
        self._unknown.setChecked(not known)
        show_if(self.words, known)

    def _set_known(self, unknown: bool) -> None:
        self.put("known", not unknown)
        self.session.rest()
