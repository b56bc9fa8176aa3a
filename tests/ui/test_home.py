"""Home: the list, search, deleting and coming back, and the ways to a case."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from appealwriter.base.errors import StoreError
from appealwriter.model.case import Exhibit
from appealwriter.store.casefile import write_case
from appealwriter.ui import dialogs
from appealwriter.ui.home.deeds import Deeds
from appealwriter.ui.home.entries import cells
from appealwriter.ui.home.home_view import HomeView
from appealwriter.ui.home.sidebar import Filter
from appealwriter.ui.parts import Banner
from tests.ui.desks import NOW, TODAY, a_case, a_desk, three_cases

NOTICE = """Subject: Your Amazon seller account has been deactivated

Hello, your late shipment rate was 6.2%, above the 4% target. Send us a plan of action that
explains the root cause, the actions you have taken and the steps to prevent this.
"""


@pytest.fixture
def desk(data_dir):
    return a_desk(data_dir, *three_cases())


def a_home(desk, qtbot) -> HomeView:
    home = HomeView(desk, Deeds(desk, None))
    desk.trouble.connect(home.show_trouble)
    qtbot.addWidget(home)
    home.resize(1200, 700)
    home.show()
    home.reload()
    return home


def shops(home: HomeView) -> list[str]:
    return [row if isinstance(row, str) else row.id for row in home.list.model.rows]


def test_cases_stand_by_whose_turn_it_is_and_by_deadline(desk, qtbot):
    assert shops(a_home(desk, qtbot)) == ["Your turn · 2", "b", "a", "With the platform · 1", "c"]


def test_a_row_says_shop_deadline_and_problems(desk, qtbot):
    entry = next(entry for entry in desk.drafts.list() if entry.id == "b")
    words = cells(entry, TODAY, NOW)
    assert words.shop == ("Quiet Meadow", "Amazon US")
    assert words.deadline == ("22\u00a0Nov", "1 day left")
    assert words.problems == ("1 missing", "Name the role")


def test_typing_in_the_list_searches(desk, qtbot):
    home = a_home(desk, qtbot)
    qtbot.keyClicks(home.list.view, "q")
    qtbot.waitUntil(lambda: shops(home) == ["Your turn · 1", "b"])
    assert home.header.search.text() == "q"


def test_enter_opens_the_chosen_case_where_it_was_left(desk, qtbot):
    desk.drafts.remember_place("b", "evidence")
    home = a_home(desk, qtbot)
    home.list.choose("b")
    with qtbot.waitSignal(home._deeds.ready) as ready:
        qtbot.keyClick(home.list.view, Qt.Key.Key_Return)
    assert ready.args == ["evidence"]
    assert desk.session.case.sender.shop == "Quiet Meadow"
    assert [r.why for r in desk.drafts.revisions("b")] == ["opened"]


def test_a_deleted_case_comes_back_by_undo(desk, qtbot):
    home = a_home(desk, qtbot)
    home.list.choose("a")
    qtbot.keyClick(home.list.view, Qt.Key.Key_Delete)
    assert "a" not in shops(home)
    assert home.undo_bar.isVisible()
    home.undo_bar.undo.emit()
    assert "a" in shops(home)


def test_a_deleted_case_comes_back_from_the_list_of_deleted_ones(desk, qtbot):
    desk.drafts.delete("a")
    home = a_home(desk, qtbot)
    home.sidebar.set_filter(Filter("deleted"))
    home.sidebar.chosen.emit(Filter("deleted"))
    assert shops(home) == ["Deleted · 1", "a"]
    qtbot.keyClick(home.list.view, Qt.Key.Key_Return)
    assert shops(home) == ["Your turn · 2", "b", "a", "With the platform · 1", "c"]


@pytest.mark.parametrize("sure", [True, False])
def test_deleting_for_good_asks_first(desk, qtbot, monkeypatch, sure):
    desk.drafts.delete("a")
    monkeypatch.setattr(dialogs, "ask_delete_for_good", lambda *_: sure)
    home = a_home(desk, qtbot)
    home.sidebar.set_filter(Filter("deleted"))
    home.sidebar.chosen.emit(Filter("deleted"))
    home.delete_for_good("a")
    assert [entry.id for entry in desk.drafts.deleted()] == ([] if sure else ["a"])


def test_a_shop_in_the_sidebar_narrows_the_list(desk, qtbot):
    home = a_home(desk, qtbot)
    home.sidebar.set_filter(Filter(shop="Harbour Lane"))
    home.sidebar.chosen.emit(Filter(shop="Harbour Lane"))
    assert shops(home) == ["Your turn · 1", "a", "With the platform · 1", "c"]


def test_without_cases_the_paste_box_waits_for_the_notice(data_dir, qtbot):
    home = a_home(a_desk(data_dir), qtbot)
    assert home.first.isVisible()
    home.first.text.insertPlainText(NOTICE)
    with qtbot.waitSignal(home._deeds.ready):
        qtbot.keyClick(home.first.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    case = home._desk.session.case
    assert (case.platform, case.reason) == ("amazon", "late_shipment")
    assert case.notice.text.startswith("Subject: Your Amazon")
    assert not case.notice.states, "nothing is confirmed for the seller"


def test_an_empty_paste_box_says_what_is_lacking(data_dir, qtbot):
    home = a_home(a_desk(data_dir), qtbot)
    home.first._box.read()
    assert home.first._box._lacking.isVisible()
    assert not home._desk.has_case


def test_a_case_can_begin_without_a_notice(data_dir, qtbot):
    home = a_home(a_desk(data_dir), qtbot)
    home.first.chosen.emit("ozon", "unpaid_debt")
    case = home._desk.session.case
    assert (case.platform, case.reason_detail) == ("ozon", "unpaid_debt")
    assert case.letter_language == "ru"
    assert case.reason != "unpaid_debt"


def test_a_case_file_brings_its_evidence(data_dir, tmp_path, qtbot):
    desk = a_desk(data_dir)
    home = a_home(desk, qtbot)
    kept = desk.drafts.keep_bytes(b"an invoice")
    case = replace(a_case("z", "From elsewhere"), evidence=(Exhibit("e1", "i.pdf", kept, 10),))
    file = tmp_path / "z.appeal"
    file.write_bytes(write_case(case, desk.drafts.file_bytes))
    (data_dir / "evidence" / kept).unlink()
    home._deeds.open_file(file)
    assert desk.session.case == case
    assert desk.drafts.file_bytes(kept) == b"an invoice"
    assert next(r.why for r in desk.drafts.revisions("z")) == "imported"


@pytest.mark.parametrize(("answer", "count"), [("", 3), ("here", 3), ("both", 4)])
def test_a_case_that_is_here_already_is_never_written_over(
    desk, tmp_path, qtbot, monkeypatch, answer, count
):
    monkeypatch.setattr(dialogs, "ask_conflict", lambda *_: answer)
    file = tmp_path / "a.appeal"
    file.write_bytes(write_case(a_case("a", "Changed elsewhere"), lambda _: None))
    home = a_home(desk, qtbot)
    home._deeds.open_file(file)
    assert len(desk.drafts.list()) == count
    assert desk.drafts.load("a").sender.shop == "Harbour Lane"
    expected = {"": None, "here": "Harbour Lane", "both": "Changed elsewhere"}[answer]
    assert (desk.session.case.sender.shop if desk.has_case else None) == expected


def test_a_file_that_is_no_case_is_told_in_a_banner(desk, tmp_path, qtbot):
    home = a_home(desk, qtbot)
    file = tmp_path / "x.appeal"
    file.write_text("no case")
    home._deeds.open_file(file)
    assert [b for b in home.findChildren(Banner) if "not a case file" in b.accessibleName()]


def test_a_case_file_is_saved_where_the_person_says(desk, tmp_path, qtbot, monkeypatch):
    target = tmp_path / "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    a_home(desk, qtbot).save_file("a")
    assert Path(f"{target}.appeal").read_bytes().startswith(b"PK")


def test_a_store_that_fails_is_told_and_the_list_stays(desk, qtbot, monkeypatch):
    home = a_home(desk, qtbot)

    def fail(_):
        raise StoreError("The disk is full.", "Free some space.")

    monkeypatch.setattr(desk.drafts, "delete", fail)
    home.remove("a")
    assert "a" in shops(home)
    assert [b for b in home.findChildren(Banner) if "disk is full" in b.accessibleName()]
