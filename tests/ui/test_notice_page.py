"""Step 1: pasting a notice, looking at each row of its reading, choosing by hand."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from appealwriter.model.case import Deadline, Notice
from appealwriter.model.reading import Reading
from appealwriter.ui import theme
from appealwriter.ui.pages.notice import NoticePage
from appealwriter.ui.pages.reading.rows import make_rows
from appealwriter.ui.parts import Banner, DateField
from tests.ui.desks import TODAY, a_case, a_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NOTICE = """From: Seller Performance
Date: November 18, 2026

Hello,
We removed your listings because buyers told us that the items they received may be inauthentic.
To restore the listings, send us the following by November 24, 2026:
- Invoices from your supplier issued in the last 365 days.
- The root cause of the complaints.
- The actions you have taken to resolve them.
- The steps you will take to prevent such complaints.

ASIN: B0D7K4QX2M, B0D7K9TR5H
Case ID: 17284096351
"""
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(data_dir, qapp, qtbot):
    theme.apply(qapp, "light", "en")
    session = a_desk(data_dir).session
    session.open(a_case("n", "Harbour Lane", reason="other", marketplace=""))
    page = NoticePage(session)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    qtbot.addWidget(area)
    session.changed.connect(page.show_draft)
    page.show_draft(session.draft)
    area.resize(700, 600)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    page.panel.setParent(area)
    yield page
    session.close()


def take(page: NoticePage, text: str = NOTICE) -> None:
    page.paste.box.paste(text)
    page.paste.box.wanted.emit(page.paste.box.text.value())


def pressed_entry(page: NoticePage, row: str):
    return page.reading._entries[row]


def framed(page: NoticePage) -> str:
    """The words that were jumped to in the notice."""
    selections = page.panel.text.extraSelections()
    return selections[0].cursor.selectedText()


def say(page: NoticePage, qtbot, row: str, key: Qt.Key) -> None:
    page.focus_path(f"notice/{row}")
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_pasted_notice_is_read_and_nothing_is_confirmed(page) -> None:
    assert page.paste.box.text.hasFocus()
    take(page)
    case = page.session.case
    assert (case.reason, case.route.value, case.notice.date) == (
        "inauthentic",
        "plan_and_documents",
        "2026-11-18",
    )
    assert case.notice.states == {}
    assert [demand.state for demand in case.notice.demands] == ["read"] * 4
    assert page.companion() is page.panel
    assert not page.paste.isVisibleTo(page)


def test_pasting_strips_formats_and_keeps_line_breaks(page, qtbot) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("First\u200b line\r\nSecond line")
    QApplication.clipboard().setMimeData(data)
    page.hand.platform.setFocus()
    qtbot.keyClick(page.hand.platform, Qt.Key.Key_V, CONTROL)
    assert page.paste.box.text.toPlainText() == "First line\nSecond line"


def test_the_read_button_pressed_too_early_says_what_is_lacking(page, qtbot) -> None:
    qtbot.keyClick(page.paste.box.text, Qt.Key.Key_Return, CONTROL)
    assert page.paste.box._lacking.isVisibleTo(page)
    assert page.session.case.notice.text == ""


def test_r_n_and_undo_on_a_row_reach_the_case(page, qtbot) -> None:
    take(page)
    say(page, qtbot, "reason", Qt.Key.Key_R)
    assert page.session.case.notice.states["reason"] == "confirmed"
    assert pressed_entry(page, "reason").row.hasFocus()
    say(page, qtbot, "asins", Qt.Key.Key_N)
    assert page.session.case.notice.asins == ()
    assert "asins" not in page.session.case.facts
    pressed_entry(page, "asins").row.undone.emit("asins")
    assert page.session.case.facts["asins"] == ("B0D7K4QX2M", "B0D7K9TR5H")
    page.session.undo()
    assert page.session.case.notice.asins == ()


def test_changing_a_day_in_its_row_keeps_the_focus_while_typing(page, qtbot) -> None:
    take(page)
    say(page, qtbot, "date", Qt.Key.Key_C)
    field = pressed_entry(page, "date").editor.findChild(DateField)
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, "2026-11-17")
    assert field.hasFocus()
    assert page.session.case.notice.date == "2026-11-17"
    assert page.session.case.notice.states["date"] == "confirmed"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pressed_entry(page, "date").editor is None
    assert pressed_entry(page, "date").row.hasFocus()


def test_another_reason_keeps_causes_facts_and_evidence(page, qtbot) -> None:
    take(page)
    page.session.put("facts/supplier", "Ningbo Tools")
    say(page, qtbot, "reason", Qt.Key.Key_C)
    editor = pressed_entry(page, "reason").editor
    editor.field.chosen.emit("late_shipment")
    case = page.session.case
    assert (case.reason, case.notice.states["reason"]) == ("late_shipment", "confirmed")
    assert case.facts["supplier"] == "Ningbo Tools"


def test_all_demands_are_confirmed_at_once_and_one_can_be_added(page) -> None:
    take(page)
    page.reading._all.click()
    assert {demand.state for demand in page.session.case.notice.demands} == {"confirmed"}
    page.reading._add.click()
    page.reading._adding.field.chosen.emit("photos")
    assert page.session.case.notice.demands[-1].asks_for == "photos"


def test_ctrl_j_jumps_from_the_row_to_its_words_and_back(page, qtbot) -> None:
    take(page)
    page.panel.show()
    page.focus_path("notice/deadline")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CONTROL)
    assert framed(page) == "by November 24, 2026"
    assert page.panel.text.hasFocus()
    qtbot.keyClick(page.panel.text, Qt.Key.Key_J, CONTROL)
    assert pressed_entry(page, "deadline").row.hasFocus()


def test_a_text_that_is_no_notice_says_so_and_leaves_the_choice_to_the_seller(page) -> None:
    take(page, "Win a prize: click now for 20 % off all kitchen tools.")
    assert page._no_notice.isVisibleTo(page)
    page.hand.platform_chosen.emit("ozon")
    page.hand.reason_chosen.emit("late_or_cancelled_orders")
    page._meaning.route_chosen.emit("documents")
    case = page.session.case
    assert (case.platform, case.letter_language) == ("ozon", "ru")
    assert (case.reason, case.route.value) == ("late_or_cancelled_orders", "documents")
    assert case.notice.text.startswith("Win a prize")


def test_a_bad_file_is_told_in_the_page_and_loses_nothing(page, tmp_path) -> None:
    page.paste.box.paste("half a notice")
    fake = tmp_path / "notice.docx"
    fake.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(fake))])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    told = [b for b in page.findChildren(Banner) if "picture" in b.accessibleName()]
    assert told
    assert page.paste.box.text.value() == "half a notice"


def test_a_second_notice_keeps_the_answers(page) -> None:
    take(page)
    page.session.put("sender/company", "Shenzhen Harbour Co.")
    page._paste_again.click()
    assert page.paste.box.text.hasFocus()
    take(page, NOTICE.replace("November 18", "November 20"))
    case = page.session.case
    assert (case.notice.date, case.sender.company) == ("2026-11-20", "Shenzhen Harbour Co.")


def test_a_text_longer_than_any_notice_is_refused_and_the_first_stays(page) -> None:
    take(page)
    page._take(lambda: page._reader.take("word " * 50_000))
    assert page.session.case.notice.text.startswith("From: Seller")
    assert page._trouble is not None


def test_composing_chinese_in_the_box_loses_no_letter(page) -> None:
    box = page.paste.box.text
    for preedit, commit in (("tong", ""), ("tongzhi", ""), ("", "通知")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(box, event)
        page.show_draft(page.session.draft)
    assert box.value() == "通知"
    assert box.hasFocus()


def test_paths_of_findings_lead_to_their_rows(page) -> None:
    page.focus_path("notice/date")
    assert page.hand.day.hasFocus()
    take(page)
    for path, row in (("notice/states/reason", "reason"), ("notice/demands/d2", "d2")):
        page.focus_path(path)
        assert pressed_entry(page, row).row.hasFocus()
    page.focus_path("route")
    assert page.reading.wanted._editor.field.hasFocus()


def test_marks_stand_at_the_words_they_number_even_after_emoji(page) -> None:
    take(page, "😀😀 " + NOTICE)
    page.panel.show_number(page.reading.rows.number("reason"))
    assert framed(page) == "may be inauthentic"


def test_another_route_is_chosen_in_the_banner(page) -> None:
    take(page)
    page.focus_path("route")
    page.reading.wanted._editor.field.activated.emit(1)
    assert page.session.case.route.value == "documents"
    assert page.session.case.notice.states["route"] == "confirmed"


def test_a_doubtful_row_says_why_until_the_doubt_is_gone(page) -> None:
    deadline = Deadline(value=7, unit="days", words="within 7 days")
    why = "The date of the notice is not known, so the last day is not either."
    reading = Reading(is_notice=True, deadline=deadline, unsure={"due": why, "reason": "Two fit."})
    shelf = page.session.workshop.shelf

    def row(name: str, day: str, **states: str):
        notice = Notice(text="Notice", deadline=deadline, date=day, states=states)
        case = a_case("n", "Harbour Lane", notice=notice)
        views = make_rows(case, reading, shelf, TODAY).facts
        return next(view for view in views if view.id == name)

    assert row("deadline", "").state == "not_sure"
    assert row("deadline", "").sub.startswith("The date of the notice is not known")
    known = row("deadline", "2026-11-18")
    assert known.state == "read"
    assert known.value.replace("\u00a0", " ") == "25 Nov 2026 · 4 days left"
    assert row("reason", "").state == "not_sure"
    assert row("reason", "", reason="confirmed").state == "confirmed"
