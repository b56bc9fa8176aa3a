"""An open case: steps, zones, undo across pages, saving that fails, versions and notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from appealwriter.base.errors import StoreError
from appealwriter.flow.steps import Step
from appealwriter.ui.case_view import CaseView
from appealwriter.ui.frame.days import deadline_words
from appealwriter.ui.frame.widths import layout
from appealwriter.ui.pages.base import Page
from appealwriter.ui.parts import EmptyHint, LineField
from tests.ui.desks import TODAY, a_desk, three_cases

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class OneField(Page):
    """A page with one answer, for the tests of what stands round it."""

    def __init__(self, session, path):
        super().__init__(session)
        self.path, self.told = path, 0
        self.field = LineField(path)
        self.field.edited.connect(lambda text: session.put(path, text))
        self.field.left.connect(session.rest)
        self.column.addWidget(self.field)

    def show_draft(self, draft):
        self.told += 1
        sender = draft.case.sender
        self.field.set_value({"sender/person": sender.person}.get(self.path, sender.company))

    def focus_path(self, path):
        self.field.setFocus()


@pytest.fixture
def view(data_dir, qtbot, monkeypatch):
    pages = {Step.SENDER: "sender/person"}
    monkeypatch.setattr("appealwriter.ui.frame.side.make_panel", lambda *_: EmptyHint(""))
    monkeypatch.setattr(
        "appealwriter.ui.frame.centre.make_page",
        lambda step, session: OneField(session, pages.get(step, "sender/company")),
    )
    desk = a_desk(data_dir, *three_cases())
    desk.session.open(desk.drafts.load("a"))
    menu = QMenu()
    qtbot.addWidget(menu)
    view = CaseView(desk, menu)
    qtbot.addWidget(view)
    view.resize(1366, 700)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.open(Step.SENDER)
    view.desk = desk
    return view


def field(view: CaseView, step: Step) -> QLineEdit:
    return view.centre.page(step).field


def fail(*_):
    raise StoreError("The disk is full.", "Free some space on it and save again.")


def test_any_step_opens_in_any_order_and_is_remembered(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_7, CONTROL)
    assert view.centre.step is Step.EVIDENCE
    qtbot.keyClick(view, Qt.Key.Key_2, CONTROL)
    assert view.centre.step is Step.SENDER
    assert next(e.step for e in view.desk.drafts.list() if e.id == "a") == "sender"


def test_next_names_the_step_it_leads_to(view):
    assert view.centre.nav._next.text() == "Next: 3 Facts"
    view.centre.nav._next.click()
    assert view.centre.step is Step.FACTS
    assert field(view, Step.FACTS).hasFocus()
    view.open_step(Step.AFTER)
    assert not view.centre.nav._next.isVisible()


def test_a_path_leads_to_its_step_and_field(view, qtbot):
    view.go("causes/c1/slots/days")
    assert view.centre.step is Step.CAUSES
    qtbot.waitUntil(lambda: field(view, Step.CAUSES).hasFocus())


def test_one_undo_for_the_case_even_while_a_field_has_the_keyboard(view, qtbot):
    person = field(view, Step.SENDER)
    person.setFocus()
    qtbot.waitUntil(person.hasFocus)
    qtbot.keyClicks(person, "Lin")
    view.open_step(Step.FACTS)
    company = field(view, Step.FACTS)
    company.setFocus()
    qtbot.waitUntil(company.hasFocus)
    qtbot.keyClicks(company, "Harbour Ltd")
    qtbot.keyClick(company, Qt.Key.Key_Z, CONTROL)
    assert view.session.case.sender.company == ""
    assert company.text() == ""
    qtbot.keyClick(company, Qt.Key.Key_Z, CONTROL)
    assert view.session.case.sender.person == ""
    qtbot.keyClick(company, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.keyClick(company, Qt.Key.Key_Y, CONTROL)
    assert view.session.case.sender.company == company.text() == "Harbour Ltd"
    assert view.session.case.sender.person == "Lin"


def test_only_the_page_that_is_seen_is_told_of_an_edit(view):
    seen, other = view.centre.page(Step.SENDER), view.centre.page(Step.FACTS)
    before = seen.told, other.told
    view.session.put("sender/role", "Owner")
    assert (seen.told, other.told) == (before[0] + 1, before[1])
    view.open_step(Step.FACTS)
    assert other.told == before[1] + 1


def test_a_failed_save_shows_a_bar_that_stays_until_a_save_succeeds(view, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(view.desk.drafts, "autosave", fail)
        view.session.put("sender/shop", "Harbour Lane 2")
        assert not view.desk.save()
        assert view.guard.banner.isVisible()
        assert "Not saved since" in view.guard.banner.accessibleName()
        assert view.status._failure.isVisible()
        view.open_step(Step.FACTS)
        assert view.guard.banner.isVisible()
    view.guard.banner.pressed.emit("again")
    assert view.guard.banner is None
    assert not view.status._failure.isVisible()
    assert view.status.left.text().startswith("Saved ")
    assert view.desk.drafts.load("a").sender.shop == "Harbour Lane 2"


def test_what_cannot_be_saved_here_can_be_saved_elsewhere(view, monkeypatch, tmp_path):
    target = tmp_path / "stick.appeal"
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    monkeypatch.setattr(view.desk.drafts, "autosave", fail)
    view.session.put("sender/shop", "Harbour Lane 2")
    view.desk.save()
    view.guard.banner.pressed.emit("elsewhere")
    assert target.read_bytes().startswith(b"PK")
    assert view.guard.banner.isVisible(), "the list of cases still has the older text"


def test_a_named_version_can_be_brought_back_and_that_can_be_undone(view, qtbot):
    view.keep_version()
    qtbot.keyClicks(view._version._field, "first try")
    qtbot.keyClick(view._version._field, Qt.Key.Key_Return)
    view.session.put("sender/shop", "Another name")
    view.show_sheet("versions")
    sheet = view.centre.cover()
    row = next(n for n, kept in enumerate(sheet._shown) if kept.why == "first try")
    sheet.table.link_clicked.emit(row, 2)
    assert view.session.case.sender.shop == "Harbour Lane"
    view.undo()
    assert view.session.case.sender.shop == "Another name"


def test_private_notes_are_kept_and_never_reach_the_letter(view, qtbot):
    view.show_sheet("notes")
    notes = view.centre.cover().field
    notes.setFocus()
    qtbot.keyClicks(notes, "Xyzzy")
    assert view.session.case.private_notes == "Xyzzy"
    letter = "\n".join(sentence.text for sentence in view.session.draft.letter.sentences())
    assert "Xyzzy" not in letter
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert view.centre.cover() is None


def test_esc_belongs_to_the_page_until_something_stands_before_it(view, qtbot):
    got = []
    view.centre.page(Step.SENDER).keyPressEvent = lambda event: got.append(event.key())
    qtbot.keyClick(field(view, Step.SENDER), Qt.Key.Key_Escape)
    assert got == [Qt.Key.Key_Escape]
    view.show_sheet("keys")
    qtbot.keyClick(view.centre.cover(), Qt.Key.Key_Escape)
    assert view.centre.cover() is None


def test_a_narrow_window_swaps_the_letter_into_the_centre(view, qtbot):
    assert view.side.isVisible()
    view.resize(900, 600)
    assert not view.side.isVisible()
    view.header.swap.emit("problems")
    assert view.side.isVisible()
    assert view.side.current == "problems"
    qtbot.keyClick(view.side, Qt.Key.Key_Escape)
    assert not view.side.isVisible()
    view.resize(1366, 700)
    assert view.side.isVisible()


def test_the_tab_chosen_by_hand_stays_chosen(view):
    view.side.open("read_back")
    view.open_step(Step.CAUSES)
    assert view.side.current == "read_back"


def test_the_export_button_leads_to_the_review_step(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_E, CONTROL)
    assert view.centre.step is Step.REVIEW


@pytest.mark.parametrize(
    ("width", "narrow", "beside"),
    [(1920, False, True), (1366, False, True), (1093, True, True), (911, True, False)],
)
def test_each_width_has_its_zones(width, narrow, beside):
    wanted = layout(width, 700)
    assert (wanted.narrow_rail, wanted.beside, wanted.low) == (narrow, beside, False)
    assert layout(width, 512).low


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (24, "Due 24\u00a0Nov, 3 days left"),
        (22, "Due 22\u00a0Nov, 1 day left"),
        (21, "Due 21\u00a0Nov, today is the last day"),
        (19, "Due 19\u00a0Nov, 2 days past"),
    ],
)
def test_deadlines_are_said_in_whole_days(day, words):
    assert deadline_words(TODAY.replace(day=day), TODAY) == words
