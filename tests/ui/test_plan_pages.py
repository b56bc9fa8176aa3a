"""Steps 4, 5 and 6: what is typed reaches the case whole, the right row opens, nothing is lost."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from appealwriter.base import i18n, paths
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Workshop
from appealwriter.model import place
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Exhibit,
    Point,
    PreventiveMeasure,
    Why,
)
from appealwriter.model.terms import Deed, Structure
from appealwriter.store.drafts import Drafts
from appealwriter.ui import theme
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.causes import CausesPage
from appealwriter.ui.pages.corrective import CorrectivePage
from appealwriter.ui.pages.plan.links import Proof
from appealwriter.ui.pages.preventive import PreventivePage
from appealwriter.ui.parts import Chip, FindingLine, GrowingText, RowList
from appealwriter.ui.parts.inline_fields import InlineLine
from appealwriter.ui.session import Session

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BOOK = "amazon/inauthentic:"
WORKSHOP = Workshop(paths.resources(), paths.templates())
Show = Callable[..., Page]


def a_case(**changes) -> Case:
    known = {
        "causes": (
            Cause("c1", BOOK + "batch_packaging"),
            Cause("c2", own=Words(en="Two invoices name our affiliate.")),
        ),
        "corrective": (
            CorrectiveAction("a1", ("c1",), BOOK + "stock_inspected", done="2026-11-19"),
            CorrectiveAction("a2", ("c1",), own=Words(en="We told the supplier.")),
            CorrectiveAction("a3", ("c2",), own=Words(en="We asked for new invoices.")),
        ),
        "preventive": (PreventiveMeasure("p1", ("c1",), BOOK + "incoming_inspection"),),
        "evidence": (Exhibit("e1", "inspection.pdf"),),
    }
    return Case(id="plan", reason="inauthentic", **{**known, **changes})


@pytest.fixture
def show(qtbot, qapp: QApplication, tmp_path):
    """Opens a case on a page in a window that also holds a place for the focus to go to."""
    windows = []

    def shown(page: type[Page], case: Case | None = None, language: str = "en") -> Page:
        i18n.set_language(language)
        theme.apply(qapp, "light", language)
        drafts = Drafts(tmp_path)
        session = Session(WORKSHOP, drafts, today=lambda: date(2026, 11, 21))
        session.open(case or a_case())
        made = page(session)
        session.changed.connect(made.show_draft)
        window = QWidget()
        column = QVBoxLayout(window)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(made)
        column.addWidget(area)
        column.addWidget(QLineEdit(objectName="elsewhere"))
        window.resize(900, 700)
        qtbot.addWidget(window)
        windows.append((window, session))
        made.show_draft(session.draft)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return made

    yield shown
    for window, session in windows:
        session.changed.disconnect()
        session.save()
        session.drafts.close()
        window.close()


def leave(page: QWidget) -> None:
    page.window().findChild(QLineEdit, "elsewhere").setFocus()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def compose(field: QWidget, *steps: str, commit: str) -> None:
    """An input method at work: letters under composition, then the chosen characters."""
    for step in steps:
        QApplication.sendEvent(field, QInputMethodEvent(step, []))
    done = QInputMethodEvent()
    done.setCommitString(commit)
    QApplication.sendEvent(field, done)


def answer(page: Page, path: str):
    return place.look(page.session.case, path)


# Typing


def test_chinese_typed_into_a_gap_of_the_sentence_reaches_the_case_whole(show):
    page = show(CausesPage, language="zh")
    page.focus_path("causes/c1/slots/batch")
    field = focused()
    assert isinstance(field, InlineLine)
    compose(field, "p", "pi", "pi'ci", commit="批次")
    assert focused() is field
    compose(field, "j", "jia", commit="甲")
    QTest.keyClicks(field, "7")
    assert field.text() == "批次甲7"
    assert answer(page, "causes/c1/slots/batch") == "批次甲7"


def test_an_edit_elsewhere_leaves_a_composition_alone(show):
    page = show(CausesPage, language="zh")
    page.focus_path("causes/c2/own")
    field = focused()
    assert isinstance(field, GrowingText)
    compose(field, "liang", commit="两张")
    QApplication.sendEvent(field, QInputMethodEvent("fapiao", []))
    page.session.put("causes/c1/slots/batch", "2608-B")
    done = QInputMethodEvent()
    done.setCommitString("发票")
    QApplication.sendEvent(field, done)
    assert focused() is field
    assert answer(page, "causes/c2/own").zh == "两张发票"
    assert answer(page, "causes/c2/own").en == "Two invoices name our affiliate."


@pytest.mark.parametrize(
    ("page_type", "path"),
    [
        (CausesPage, "causes/c2/own"),
        (CausesPage, "causes/c2/whys/w1/own"),
        (CorrectivePage, "corrective/a2/own"),
        (PreventivePage, "preventive/p1/catches"),
        (PreventivePage, "preventive/p1/measure"),
    ],
)
def test_own_words_are_kept_in_the_language_they_are_written_in(show, page_type, path):
    causes = a_case().causes
    second = Cause("c2", own=causes[1].own, whys=(Why("w1"),))
    page = show(page_type, a_case(causes=(causes[0], second)), language="zh")
    page.focus_path(path)
    compose(focused(), "wo", "women", commit="我们")
    compose(focused(), "g", commit="改")
    assert answer(page, path).zh == "我们改"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    focused().selectAll()
    QTest.keyClicks(focused(), "We changed it.")
    assert answer(page, path) == Words(zh="我们改", en="We changed it.")


def test_fast_typing_in_the_middle_of_a_gap_keeps_its_place(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/slots/batch")
    QTest.keyClicks(focused(), "Box end")
    focused().setCursorPosition(3)
    QTest.keyClicks(focused(), " of 2608-B,")
    assert focused().text() == "Box of 2608-B, end"
    assert answer(page, "causes/c1/slots/batch") == "Box of 2608-B, end"


def test_what_was_typed_into_one_field_is_undone_at_once(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/slots/batch")
    QTest.keyClicks(focused(), "2608")
    page.focus_path("causes/c1/slots/units")
    QTest.keyClicks(focused(), "1200")
    leave(page)
    page.session.undo()
    assert answer(page, "causes/c1/slots/units") is None
    assert answer(page, "causes/c1/slots/batch") == "2608"
    page.session.undo()
    assert answer(page, "causes/c1/slots/batch") is None
    assert page.editor().fields[0].row.field("slots/batch").is_empty()


def test_own_words_for_a_choice_ask_for_the_letters_language(show):
    page = show(CausesPage, language="zh")
    page.focus_path("causes/c1/slots/line")
    row = page.editor().fields[0].row
    line, choice = row.field("slots/line").findChildren(InlineLine)[0], focused()
    choice.setCurrentIndex(choice.count() - 1)
    choice.activated.emit(choice.count() - 1)
    assert focused() is line
    compose(line, "xin", commit="新厂")
    assert focused() is line
    assert answer(page, "causes/c1/slots/line") == {"own": {"zh": "新厂"}}
    row.tag_clicked.emit("slots/line")
    QTest.keyClicks(focused(), "a new site")
    assert answer(page, "causes/c1/slots/line") == {"own": {"zh": "新厂", "en": "a new site"}}
    letter = page.session.draft.letter
    assert any("a new site" in s.text for s in letter.sentences())
    assert any("新厂" in s.twin_text for s in letter.sentences())


def test_the_noun_follows_the_number_while_it_is_typed(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/slots/units")
    name = page.editor().fields[0].row.accessibleName
    QTest.keyClicks(focused(), "1")
    assert "unit," in name()
    QTest.keyClicks(focused(), "2")
    assert "units," in name()


def test_a_finding_waits_until_the_field_is_left(show):
    page = show(CausesPage, Case(id="plan", reason="inauthentic"))
    own = page.chooser.lines[-1]
    own.setFocus()
    QTest.keyClick(own, Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "We")
    focused().selectAll()
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert not said(page)
    leave(page)
    assert said(page)


def test_what_a_new_item_lacks_is_said_when_the_page_is_seen_again(show):
    page = show(CorrectivePage)
    page.choose("c1")
    page.chooser.chosen.emit(BOOK + "stock_inspected")
    QApplication.processEvents()
    assert not said(page)
    page.hide()
    page.show()
    assert said(page)


def test_a_period_with_one_end_says_what_is_lacking(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/period")
    QTest.keyClicks(focused(), "2026-09-03")
    leave(page)
    assert answer(page, "causes/c1/period") == {"from": "2026-09-03", "to": ""}
    assert any("Write two days" in words for words in said(page))


def said(page: Page) -> list[str]:
    lines = page.editor().findChildren(FindingLine)
    return [line.accessibleName() for line in lines if line.isVisible()]


# Causes


def test_a_cause_is_chosen_from_the_playbook_and_its_first_gap_is_ready(show):
    page = show(CausesPage, Case(id="plan", reason="inauthentic"))
    names = [line.offer.name for line in page.chooser.lines]
    assert names[-1] == "Write your own"
    page.chooser.chosen.emit(BOOK + "batch_packaging")
    assert page.chooser is None
    assert [cause.phrase for cause in page.session.case.causes] == [BOOK + "batch_packaging"]
    row = page.editor().fields[0].row
    assert row.field(row.slots()[0]).isAncestorOf(focused())


def test_the_list_marks_the_causes_that_are_used(show):
    page = show(CausesPage)
    page.choose()
    used = [line.offer.id for line in page.chooser.lines if line.offer.used]
    assert used == [BOOK + "batch_packaging"]


def test_asking_why_once_more_needs_only_the_keyboard(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/slots/batch")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "Nobody opened a box.")
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(focused(), "No rule said so.")
    assert [why.own.en for why in answer(page, "causes/c1/whys")] == [
        "Nobody opened a box.",
        "No rule said so.",
    ]
    QTest.keyClick(focused(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [why.own.en for why in answer(page, "causes/c1/whys")] == ["Nobody opened a box."]
    assert focused().toPlainText() == "Nobody opened a box."


def test_a_removed_cause_comes_back_with_what_answered_it(show):
    page = show(CausesPage)
    before = page.session.case
    page.folds["c1"].head.setFocus()
    QTest.keyClick(page.folds["c1"].head, Qt.Key.Key_Delete)
    assert list(page.folds) == ["c2"]
    assert page.session.case.corrective[0].answers == ()
    assert page.undo_bar.isVisible()
    page.undo_bar.undo.emit()
    assert page.session.case == before
    assert list(page.folds) == ["c1", "c2"]


def test_another_wording_shows_the_sentence_the_letter_will_have(show):
    page = show(CausesPage)
    page.open("c1")
    head, row = page.folds["c1"].head, page.editor().fields[0].row
    before = row.accessibleName()
    words = head.reword.text()
    head.reword.click()
    assert row.accessibleName() != before
    assert head.reword.text() != words


def test_groups_show_what_they_add_up_to(show):
    page = show(CausesPage)
    page.focus_path("causes/c1/groups")
    groups = next(f for f in page.editor().fields if "groups" in f.covers)
    for number in ("14", "5"):
        groups.add_group()
        QTest.keyClicks(focused(), number)
    assert [g.count for g in answer(page, "causes/c1/groups")] == ["14", "5"]
    assert "19" in groups._sum.text()


# Actions and measures


@pytest.mark.parametrize(
    ("page_type", "path", "row"),
    [
        (CorrectivePage, "corrective/a1/done", "a1"),
        (CorrectivePage, "corrective/a3/done", "a3"),
        (CorrectivePage, "corrective/a1/role", "a1"),
        (PreventivePage, "preventive/p1/owner", "p1"),
        (PreventivePage, "preventive/p1/since", "p1"),
    ],
)
def test_a_path_opens_its_row_and_its_field(show, page_type, path, row):
    page = show(page_type)
    page.focus_path(path)
    assert page.open_id == row
    where = path.split("/")[2]
    field = next(f for f in page.editor().fields if f.covers_place(where))
    assert field.isAncestorOf(focused())


def test_only_one_row_is_open_on_the_whole_page(show):
    page = show(CorrectivePage)
    page.open("a1")
    page.open("a3")
    lists = page.findChildren(RowList)
    assert [rows.open_id() for rows in lists if rows.open_id()] == ["a3"]


def test_a_deed_without_a_day_gets_its_day_or_goes_to_step_6(show):
    page = show(CorrectivePage)
    page.act("a2", "date")
    QTest.keyClicks(focused(), "2026-11-20")
    assert answer(page, "corrective/a2/done") == "2026-11-20"
    page.act("a3", "move")
    assert answer(page, "corrective/a3/status") is Deed.PLANNED


def test_an_action_that_now_answers_another_cause_stays_open(show):
    page = show(CorrectivePage)
    page.focus_path("corrective/a1/answers")
    page.session.put("corrective/a1/answers", ("c2",))
    assert page.open_id == "a1"
    assert page.groups["c2"].rows.open_id() == "a1"
    assert page.editor() is not None


def test_a_cause_answered_by_another_causes_action_is_not_called_open(show):
    both = CorrectiveAction("a1", ("c1", "c2"), own=Words(en="We opened every box."))
    page = show(CorrectivePage, a_case(corrective=(both,)))
    hints = [label.text() for label in page.groups["c2"].findChildren(QLabel) if label.isVisible()]
    assert any("We opened every box." in hint for hint in hints)


def test_actions_that_answer_the_cause_are_offered_first(show):
    page = show(CorrectivePage)
    page.choose("c1")
    ids = [line.offer.id for line in page.chooser.lines]
    fitting, others = page.split("c1")
    assert [p.id for p in fitting + others] == ids[:-1]
    assert any("batch_packaging" in p.answers for p in fitting)
    assert not any("batch_packaging" in p.answers for p in others)
    page.chooser.chosen.emit(fitting[0].id)
    added = page.session.case.corrective[-1]
    assert (added.phrase, added.answers, added.done) == (fitting[0].id, ("c1",), "")
    assert page.open_id == added.id


def test_an_existing_exhibit_is_named_as_proof(show):
    page = show(CorrectivePage)
    page.focus_path("corrective/a1/exhibits")
    proof = next(f for f in page.editor().fields if "exhibits" in f.covers)
    menu = proof.offer_menu()
    next(action for action in menu.actions() if "inspection.pdf" in action.text()).trigger()
    menu.deleteLater()
    assert answer(page, "corrective/a1/exhibits") == ("e1",)
    assert answer(page, "evidence/e1/proves") == ("a1",)
    (chip,) = proof.findChildren(Chip)
    chip.removed.emit()
    assert answer(page, "corrective/a1/exhibits") == answer(page, "evidence/e1/proves") == ()


def test_partly_done_asks_how_many_of_how_many_in_the_sentence(show):
    page = show(CorrectivePage)
    page.focus_path("corrective/a1/done")
    page.session.put("corrective/a1/status", Deed.PARTLY)
    page.focus_path("corrective/a1/count")
    QTest.keyClicks(focused(), "380")
    assert answer(page, "corrective/a1/count") == "380"


def test_a_planned_deed_stands_in_step_6_and_leads_back(show):
    page = show(PreventivePage)
    page.session.put("corrective/a1/status", Deed.PLANNED)
    went = []
    page.go.connect(went.append)
    names = [page.plans.table.cell(row, 1).text for row in range(3)]
    assert "We told the supplier." in names
    page.plans.table.link_clicked.emit(0, 1)
    assert went == ["corrective/a1/done"]


def test_a_removed_action_can_be_brought_back(show):
    page = show(CorrectivePage)
    before = page.session.case
    page.groups["c1"].rows.removed.emit("a2")
    assert answer(page, "corrective/a2") is None
    page.undo_bar.undo.emit()
    assert page.session.case == before


def test_another_language_of_the_letter_asks_for_it_in_place(show):
    page = show(CorrectivePage)
    page.focus_path("corrective/a2/own")
    page.session.put("letter_language", "ru")
    field = next(f for f in page.editor().fields if "own" in f.covers)
    assert field.field.letter.isVisible()
    page.focus_path("corrective/a2/own")
    compose(focused(), commit="Поставщик уведомлён.")
    assert answer(page, "corrective/a2/own").ru == "Поставщик уведомлён."


# Points of a letter that gives no cause


def test_step_4_asks_for_points_where_the_letter_gives_no_cause(show):
    points = (Point("q1", own=Words(en="The scan shows it.")), Point("q2"))
    case = Case("d", reason="inauthentic", structure=Structure.DISPUTE, points=points)
    page = show(CausesPage, case)
    assert list(page.folds) == ["q1", "q2"]
    assert page.open_id == "q2"
    page.focus_path("points/q1/claim")
    QTest.keyClicks(focused(), "Orders were late")
    assert answer(page, "points/q1/claim").any("en") == "Orders were late"
    page.session.put("structure", Structure.THREE_PART)
    assert list(page.folds) == []
    page.session.put("structure", Structure.DISPUTE)
    assert list(page.folds) == ["q1", "q2"]


def test_an_exhibit_added_to_a_point_stands_on_both_sides(show):
    case = Case(
        "d",
        structure=Structure.DISPUTE,
        points=(Point("q1", own=Words(en="The scan shows it.")),),
        evidence=(Exhibit("e1", "scan.pdf"),),
    )
    page = show(CausesPage, case)
    page.open("q1")
    proof = next(field for field in page.editor().fields if isinstance(field, Proof))
    proof.set_proof("e1", on=True)
    assert answer(page, "points/q1/exhibits") == ("e1",)
    assert answer(page, "evidence/e1/proves") == ("q1",)
