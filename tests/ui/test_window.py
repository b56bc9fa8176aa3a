"""The whole window: views, looks, start, end, and failures of the program itself."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from appealwriter.base import i18n
from appealwriter.base.errors import BadInput, StoreError
from appealwriter.flow.steps import Step
from appealwriter.store.casefile import write_case
from appealwriter.store.settings import Settings, load_settings
from appealwriter.ui import theme
from appealwriter.ui.errors import CrashGuard, report
from appealwriter.ui.frame.desk import load_workshop
from appealwriter.ui.home.check_letter import CheckView
from appealwriter.ui.parts import Banner
from appealwriter.ui.start import fill, start
from appealwriter.ui.views import Views
from appealwriter.ui.wardrobe import Wardrobe
from appealwriter.ui.window import MainWindow
from tests.ui.desks import a_desk, three_cases


@pytest.fixture
def views(data_dir, qapp):
    desk = a_desk(data_dir, *three_cases())
    wardrobe = Wardrobe(qapp, desk.settings)
    wardrobe.put_on()
    window = MainWindow()
    views = fill(window, wardrobe, desk)
    window.resize(1366, 700)
    window.show()
    yield views
    desk.session.unsaved = False
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light", "en", 100)


def open_case(views: Views, name: str = "a") -> None:
    views.deeds.open(next(e for e in views.desk.drafts.list() if e.id == name))


def fail(*_):
    raise StoreError("The disk is full.", "Free some space on it and save again.")


def test_the_title_tells_two_windows_apart(views):
    open_case(views)
    title = views.window().windowTitle()
    assert title == "Harbour Lane · Late shipment rate · Round 1 — Appeal Writer"
    views.show_home()
    assert views.window().windowTitle() == "Appeal Writer"


def test_the_box_for_a_notice_takes_back_its_own_typing(views, qtbot):
    open_case(views, "c")
    views.desk.session.put("sender/shop", "New name")
    box = views._case_view.centre.page(Step.NOTICE).paste.box.text
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, "Hello")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == ""
    assert views.desk.session.case.sender.shop == "New name"


def test_a_letter_just_opened_shows_no_sentence_as_being_written(views):
    open_case(views, "a")
    side = views._case_view.side
    views.desk.session.put("sender/shop", "New name")
    views.show_home()
    open_case(views, "b")
    side.open("letter")
    assert side.panel("letter").paper.extraSelections() == []


def test_what_was_removed_is_offered_above_the_navigation_bar(views, qapp):
    open_case(views, "a")
    view = views._case_view
    view.walk_to(Step.CAUSES)
    page = view.centre.page(Step.CAUSES)
    page.chooser.chosen.emit(page.chooser.lines[0].offer.id)
    page.folds["c1"].removed.emit()
    qapp.processEvents()
    assert page.undo_bar.isVisible()
    assert page.undo_bar.parentWidget() is view.centre
    view.open_step(Step.FACTS)
    assert not page.undo_bar.isVisible()
    view.open_step(Step.CAUSES)
    page.undo_bar.undo.emit()
    assert [cause.id for cause in views.desk.session.case.causes] == ["c1"]


def test_the_folder_of_an_export_is_remembered(views, tmp_path):
    open_case(views)
    views.desk.session.choose_folder(str(tmp_path))
    assert load_settings(views.desk.drafts.folder).export_folder == str(tmp_path)


def test_leaving_a_case_saves_it(views):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    views.show_home()
    assert views.desk.drafts.load("a").sender.shop == "New name"
    assert not views.desk.has_case


def test_a_new_case_can_be_started_from_within_a_case(views, qtbot):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    qtbot.keyClick(views._case_view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert views.home.first.isVisible()
    assert views.desk.drafts.load("a").sender.shop == "New name"


def test_another_language_is_spoken_at_once_in_the_same_place(views, qapp):
    open_case(views)
    views.case_step()
    views._case_view.open_step(Step.FACTS)
    views.look_chosen.emit("language", "ru")
    assert i18n.language() == "ru"
    assert views.case_step() is Step.FACTS
    assert views.desk.session.draft.letter.twin_language == "ru"
    assert load_settings(views.desk.drafts.folder).language == "ru"
    assert theme.current().language == "ru"


def test_a_pasted_notice_stays_when_the_language_changes(views):
    views.home.show_new(True)
    views.home.first.paste("Your account has been deactivated.")
    views.look_chosen.emit("language", "zh")
    assert views.home.pasted() == "Your account has been deactivated."


def test_dark_and_large_text_are_put_on_at_once_and_kept(views):
    views.look_chosen.emit("scheme", "dark")
    views.look_chosen.emit("text_size", "130")
    assert theme.current().dark
    assert theme.current().scale == 130
    kept = load_settings(views.desk.drafts.folder)
    assert (kept.scheme, kept.text_size) == ("dark", 130)


def test_undo_survives_another_look(views):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    views.look_chosen.emit("scheme", "dark")
    views._case_view.undo()
    assert views.desk.session.case.sender.shop == "Harbour Lane"


def test_closing_saves_and_keeps_the_window_s_place(views):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    views.window().close()
    assert views.desk.drafts.load("a").sender.shop == "New name"
    assert load_settings(views.desk.drafts.folder).geometry


@pytest.mark.parametrize(("button", "closes"), [("Stay", False), ("Leave without saving", True)])
def test_closing_asks_before_work_is_lost(views, monkeypatch, button, closes):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    monkeypatch.setattr(views.desk.drafts, "autosave", fail)

    def press(box):
        next(b for b in box.buttons() if b.text() == button).click()

    monkeypatch.setattr(QMessageBox, "exec", press)
    assert views.window().close() is closes


def test_a_window_off_every_screen_is_brought_back(views):
    views.window().move(9000, 9000)
    views.window().close()
    again = MainWindow(views.desk.settings.geometry)
    again.show_as_left()
    screen = QApplication.primaryScreen().availableGeometry()
    assert again.frameGeometry().intersects(screen)
    again.deleteLater()


def test_bad_news_from_a_slot_is_told_where_the_person_is(views):
    open_case(views)
    CrashGuard(views.desk, views.case_step).caught(BadInput, BadInput("No.", "Try."), None)
    shown = [b.accessibleName() for b in views._case_view.findChildren(Banner)]
    assert "No. Try." in shown


def test_a_crash_report_holds_nothing_the_seller_wrote():
    secret = "Harbour Lane"
    try:
        raise ValueError(secret)
    except ValueError as error:
        text = report(type(error), error.__traceback__, {"platform": "amazon", "step": "facts"})
    assert secret not in text
    assert "/home" not in text
    assert "ValueError" in text
    assert "platform: amazon" in text
    assert "test_window.py" in text


def test_a_crash_saves_first(views, monkeypatch, capsys):
    open_case(views)
    views.desk.session.put("sender/shop", "New name")
    shown = []
    monkeypatch.setattr(
        "appealwriter.ui.errors.CrashWindow.exec", lambda box: shown.append(box.windowTitle())
    )
    try:
        raise ValueError
    except ValueError:
        CrashGuard(views.desk, views.case_step).caught(*sys.exc_info())
    assert shown
    assert views.desk.drafts.load("a").sender.shop == "New name"
    assert "ValueError" in capsys.readouterr().err


def test_a_wrong_playbook_of_the_user_does_not_stop_the_start(data_dir):
    folder = data_dir / "playbooks" / "amazon"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("nonsense = 1")
    workshop = load_workshop()
    assert ["mine.toml" in error.what for error in workshop.shelf.news] == [True]
    assert workshop.shelf.book("amazon/late_shipment").causes


def test_a_finished_letter_stays_when_the_look_changes(views, monkeypatch):
    monkeypatch.setattr(CheckView, "check", lambda _: None)
    views.show_check().take("Dear team,")
    views.look_chosen.emit("scheme", "dark")
    assert views._check_view.text.toPlainText() == "Dear team,"
    assert views.currentWidget() is views._check_view


def test_the_first_paint_is_told_once(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()


def test_the_program_starts_with_a_case_file_and_ends(data_dir, tmp_path, qapp, qtbot):
    file = tmp_path / "x.appeal"
    file.write_bytes(write_case(three_cases()[0], lambda _: None))
    window = MainWindow()
    qtbot.addWidget(window)
    program = start(window, Wardrobe(qapp, Settings(language="en")), file)
    qtbot.waitUntil(lambda: program.desk.has_case)
    assert program.desk.session.case.sender.shop == "Harbour Lane"
    window.close()
    program.end()
    assert sys.excepthook is sys.__excepthook__


def test_cases_that_cannot_be_reached_are_told_in_a_box(data_dir, qapp, qtbot, monkeypatch):
    data_dir.write_text("a file where the folder should be")
    told = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window = MainWindow()
    qtbot.addWidget(window)
    assert start(window, Wardrobe(qapp, Settings(language="en"))) is None
    assert told[0].startswith("Appeal Writer cannot reach its cases.")
