"""Step 2: who writes, filled once and kept for the next case; language, form, date, stance."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from appealwriter.base.errors import StoreError
from appealwriter.model.case import Sender
from appealwriter.model.terms import Route, Stance, Structure
from appealwriter.ui import theme
from appealwriter.ui.pages.sender import SenderPage, filled
from tests.ui.desks import a_case, a_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(data_dir, qapp, qtbot):
    theme.apply(qapp, "light", "en")
    before = a_case("a", "Harbour Lane")
    desk = a_desk(data_dir, before)
    session = desk.session
    session.open(a_case("s", "", marketplace=""))
    page = SenderPage(session)
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
    yield page
    session.changed.disconnect()
    session.close()


def test_typing_reaches_the_case_and_keeps_the_caret(page, qtbot) -> None:
    line = page._lines["company"]
    line.setFocus()
    qtbot.keyClicks(line, "Harbour Co.")
    line.setCursorPosition(7)
    qtbot.keyClicks(line, "s")
    assert page.session.case.sender.company == "Harbours Co."
    assert line.cursorPosition() == 8


def test_a_field_is_undone_as_a_whole(page, qtbot) -> None:
    for name in ("shop", "company"):
        page._lines[name].setFocus()
        qtbot.keyClicks(page._lines[name], "Harbour")
    page._lines["company"].clearFocus()
    page.session.undo()
    sender = page.session.case.sender
    assert (sender.shop, sender.company) == ("Harbour", "")
    assert page._lines["company"].text() == ""


def test_composing_chinese_loses_no_letter(page) -> None:
    line = page._lines["shop"]
    line.setFocus()
    for preedit, commit in (("dian", ""), ("dianpu", ""), ("", "店铺")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(line, event)
        page.show_draft(page.session.draft)
    assert page.session.case.sender.shop == "店铺"


def test_the_marketplace_is_the_cases_too(page, qtbot) -> None:
    page._lines["marketplace"].setFocus()
    qtbot.keyClicks(page._lines["marketplace"], "US")
    assert page.session.case.marketplace == "US"


def test_the_details_of_an_earlier_case_fill_only_what_is_empty(page) -> None:
    page.session.put("sender/person", "Chen Li")
    assert page._earlier.isVisibleTo(page)
    page._earlier._field.chosen.emit("a")
    sender = page.session.case.sender
    assert (sender.shop, sender.person) == ("Harbour Lane", "Chen Li")
    page.session.undo()
    assert page.session.case.sender.shop == ""


def test_a_case_id_is_never_taken_from_another_case() -> None:
    earlier = Sender(shop="Harbour Lane", case_id="17284096351")
    assert filled(Sender(), earlier) == Sender(shop="Harbour Lane")


def test_an_earlier_case_that_cannot_be_loaded_is_told_in_the_page(page, monkeypatch) -> None:
    def gone(case_id: str):
        raise StoreError("The case is gone.", "Choose another.")

    monkeypatch.setattr(page.session.drafts, "load", gone)
    page._earlier._field.chosen.emit("a")
    assert page._trouble.accessibleName().startswith("The case is gone.")
    assert page.session.case.sender.shop == ""


def test_language_form_stance_and_date_reach_the_case(page) -> None:
    page._language.chosen.emit("zh")
    page._structure.chosen.emit("five_part")
    page._stance._dots["dispute"].click()
    page._blocks["letter_date"].field.today.click()
    case = page.session.case
    assert case.letter_language == "zh"
    assert (case.structure, case.stance) == (Structure.FIVE_PART, Stance.DISPUTE)
    assert case.letter_date == "2026-11-21"
    assert page._date.value() == "2026-11-21"


def test_what_is_missing_is_told_once_the_page_is_shown_again(page) -> None:
    shop = page._blocks["sender/shop"]
    assert not shop._finding.isVisibleTo(page)
    page.hide()
    page.show()
    page.show_draft(page.session.draft)
    assert shop._finding.isVisibleTo(page)


@pytest.mark.parametrize("path", ["sender/email", "letter_date", "letter_language", "stance"])
def test_a_path_leads_to_its_field(page, path: str) -> None:
    page.focus_path(path)
    assert page._blocks[path].isAncestorOf(QApplication.focusWidget())


def test_the_recommended_document_is_marked_and_explained(page) -> None:
    page.session.put("route", Route.DOCUMENTS)
    names = [page._structure.itemText(n) for n in range(page._structure.count())]
    assert [name for name in names if "recommended" in name] == [
        "Documents with a cover note (recommended)"
    ]
    assert "documents only" in page._blocks["structure"]._why.text()


def test_requisites_are_asked_for_a_claim_only(page) -> None:
    assert page._requisites.isHidden()
    page.session.edit(replace(page.session.case, platform="ozon", structure=Structure.OZON_CLAIM))
    assert not page._requisites.isHidden()
    page._lines["contract"].edited.emit("Marketplace")
    assert page.session.case.sender.contract == "Marketplace"


def test_a_request_is_chosen_answered_and_taken_away(page) -> None:
    page._requests.put("requests:payout_date")
    page._requests.put("")
    assert [r.phrase for r in page.session.case.requests] == ["requests:payout_date", ""]
    page.session.put("requests/r1/slots/account", "A1")
    said = [s.text for s in page.session.draft.letter.section("closing").sentences()]
    assert any("account A1" in sentence for sentence in said)
    page._requests.remove("r1")
    assert [r.id for r in page.session.case.requests] == ["r2"]
    assert list(page._requests.rows) == ["r2"]


def test_a_day_typed_into_a_request_reaches_its_own_gap(page, qtbot) -> None:
    page._requests.put("requests:lift_block")
    page.focus_path("requests/r1/slots/date")
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "2026-11-02")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.session.case.requests[0].slots["date"] == "2026-11-02"


def test_another_document_than_the_recommended_one_names_that_one(page) -> None:
    page.session.put("route", Route.DOCUMENTS)
    page._structure.chosen.emit("five_part")
    assert "Recommended: Documents with a cover note." in page._blocks["structure"]._why.text()
