"""What the window shows: home, an open case, or a letter to check."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QStackedWidget

from appealwriter.base.errors import AppealError
from appealwriter.base.i18n import tr
from appealwriter.flow.steps import Step
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.frame.keys import add_key
from appealwriter.ui.frame.menus import add_choices
from appealwriter.ui.home.deeds import Deeds
from appealwriter.ui.home.home_view import HomeView

if TYPE_CHECKING:  # both views are made when they are first seen
    from collections.abc import Callable

    from appealwriter.ui.case_view import CaseView
    from appealwriter.ui.home.check_letter import CheckView

_TITLE = "Appeal Writer"


class Views(QStackedWidget):
    """Views are made when they are first needed and made anew when the look changes."""

    look_chosen = Signal(str, str)
    """A setting ("language", "scheme", "text_size") and its value: call `rebuild`."""
    titled = Signal(str)
    """What the window is called now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.deeds = Deeds(desk, self)
        self.deeds.ready.connect(lambda step: self.show_case(_step(step)))
        desk.trouble.connect(self._trouble)
        self._case_view: CaseView | None = None
        self._check_view: CheckView | None = None
        self._menu: QMenu | None = None
        self.home = self._make_home()
        add_key(self, "Ctrl+N", lambda: self._at_home(lambda home: home.show_new(True)))
        add_key(self, "Ctrl+O", lambda: self._at_home(lambda home: home.open_file()))
        add_key(self, "Ctrl+F", lambda: self._at_home(lambda home: home.search()))

    # Views

    def show_home(self) -> None:
        """Back to the list; the open case is saved and put away."""
        if self.desk.has_case and not self._put_case_away():
            return
        self.setCurrentWidget(self.home)
        self.titled.emit(_TITLE)
        self.home.reload()

    def show_case(self, step: Step) -> None:
        """Show the case that the session has open."""
        view = self._ready_case_view()
        self.setCurrentWidget(view)
        view.open(step)

    def show_check(self) -> "CheckView":
        """Show the place where a finished letter is checked."""
        if self._check_view is None:
            from appealwriter.ui.home.check_letter import CheckView  # noqa: PLC0415  seldom seen

            view = CheckView(self.desk)
            view.back.connect(self.show_home)
            self._check_view = view
            self.addWidget(view)
        self.setCurrentWidget(self._check_view)
        self.titled.emit(" — ".join((tr("Check a finished letter"), _TITLE)))
        return self._check_view

    def rebuild(self, dress: "Callable[[], None]") -> None:
        """The language or the look changes: make every view anew, at the same place.

        `dress` is called between the old views and the new ones: dressing views that are about
        to be thrown away would take longer than all the rest.
        """
        seen = self.currentWidget()
        from_case, from_check = seen is self._case_view, seen is self._check_view
        step = self.case_step()
        letter = self._check_view.text.toPlainText() if self._check_view is not None else ""
        pasted = self.home.pasted()
        self._throw_away()
        dress()
        self.home = self._make_home()
        self.home.reload()
        if pasted is not None:
            self.home.show_new(True)
            self.home.first.paste(pasted)
        if from_case and self.desk.has_case:
            self.desk.session.refresh()
            self.show_case(step)
        elif from_check:
            self.show_check().take(letter)
        else:
            self.setCurrentWidget(self.home)
            self.titled.emit(_TITLE)

    def case_step(self) -> Step:
        """The step that is open; the first one where no case is."""
        return self._case_view.centre.step if self._case_view is not None else Step.NOTICE

    def leave(self) -> bool:
        """Save before the window closes. Where the disk refuses, closing must be asked for once
        more; False where the person stays."""
        return self.desk.save() or self._may_lose()

    # Inside

    def _at_home(self, deed: "Callable[[HomeView], None]") -> None:
        if self.currentWidget() is not self.home:
            self.show_home()
        if self.currentWidget() is self.home:
            deed(self.home)

    def _make_home(self) -> HomeView:
        home = HomeView(self.desk, self.deeds)
        home.check_wanted.connect(self.show_check)
        home.look_chosen.connect(self._choose_look)
        self.addWidget(home)
        return home

    def _throw_away(self) -> None:
        if self._case_view is not None:
            self._case_view.release()
        for view in (self._case_view, self._check_view, self._menu, self.home):
            if view is not None:
                view.hide()
                view.deleteLater()
        self._case_view = self._check_view = self._menu = None
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _ready_case_view(self) -> "CaseView":
        if self._case_view is None:
            self._case_view = self._make_case_view()
        return self._case_view

    def _make_case_view(self) -> "CaseView":
        from appealwriter.ui.case_view import CaseView  # noqa: PLC0415  needs all the knowledge

        self._menu = self._case_menu()
        view = CaseView(self.desk, self._menu)
        view.back.connect(self.show_home)
        view.titled.connect(self.titled)
        self.addWidget(view)
        return view

    def _case_menu(self) -> QMenu:
        menu = QMenu(self)

        def add(words: str, deed: "Callable[[CaseView], object]") -> None:
            menu.addAction(words, lambda: deed(self._ready_case_view()))

        add(tr("Undo"), lambda view: view.undo())
        add(tr("Redo"), lambda view: view.redo())
        menu.addSeparator()
        add(tr("Save case file…"), lambda view: view.guard.save_elsewhere())
        add(tr("Keep a version"), lambda view: view.keep_version())
        add(tr("Versions"), lambda view: view.show_sheet("versions"))
        add(tr("Private notes"), lambda view: view.show_sheet("notes"))
        add(tr("Keys"), lambda view: view.show_sheet("keys"))
        menu.addSeparator()
        add_choices(menu, self.desk, self._choose_look)
        menu.addSeparator()
        menu.addAction(tr("Delete this case"), self._delete_case)
        return menu

    def _delete_case(self) -> None:
        case_id = self.desk.session.case.id
        self.show_home()
        if not self.desk.has_case:
            self.home.remove(case_id)

    def _put_case_away(self) -> bool:
        """Close the case; False where it could not be saved and must not be lost."""
        if not self.desk.save() and not self._may_lose():
            return False
        self.desk.session.unsaved = False
        self.desk.session.close()
        return True

    def _may_lose(self) -> bool:
        """Ask what is to become of work that the disk does not take."""
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(tr("Not saved"))
        box.setText(tr("The last changes could not be saved on this PC."))
        box.setInformativeText(tr("Save the case elsewhere, such as on a stick, before you leave."))
        role = QMessageBox.ButtonRole
        elsewhere = box.addButton(tr("Save elsewhere…"), role.AcceptRole)
        leave = box.addButton(tr("Leave without saving"), role.DestructiveRole)
        stay = box.addButton(tr("Stay"), role.RejectRole)
        box.setDefaultButton(elsewhere)
        box.setEscapeButton(stay)
        box.exec()
        if box.clickedButton() is elsewhere:
            return self._ready_case_view().guard.save_elsewhere()
        return box.clickedButton() is leave

    def _choose_look(self, name: str, value: str) -> None:
        """Not from within the menu or field that was just used: it is thrown away with the rest."""
        QTimer.singleShot(0, self, lambda: self.look_chosen.emit(name, value))

    def _trouble(self, error: AppealError) -> None:
        view = self.currentWidget()
        show = getattr(view, "show_trouble", None)
        if show is not None:
            show(error)
        else:
            self.home.show_trouble(error)


def _step(name: str) -> Step:
    """A step by its name; the first one for a name of another version."""
    return Step(name) if name in list(Step) else Step.NOTICE
