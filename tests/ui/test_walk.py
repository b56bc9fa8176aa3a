"""One seller's way through the real window, in Chinese: from an empty list to a Word file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QWidget

from appealwriter.flow.steps import Step
from appealwriter.model.case import Case
from appealwriter.store.drafts import Drafts
from appealwriter.store.settings import Settings, load_settings, save_settings
from appealwriter.ui import theme
from appealwriter.ui.frame.desk import Desk
from appealwriter.ui.pages.review_parts import export_part
from appealwriter.ui.start import fill
from appealwriter.ui.wardrobe import Wardrobe
from appealwriter.ui.window import MainWindow
from tests.ui.desks import NOW, TODAY

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOOK = "amazon/late_shipment:"
NOTICE = """Hello from Amazon.com,

Your Amazon.com seller account has been temporarily deactivated because your late shipment rate
was 9.4% on November 18, 2026. Our target is under 4%.

Send us a plan of action within 7 days that explains:
- The root cause of the late shipments
- The actions you have taken to resolve them
- The steps you have taken to prevent late shipments in the future

Case ID 17300000123

Seller Performance Team
"""


class Seller:
    """Somebody at the window who has only keyboard, mouse and an input method."""

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        self.qapp = qapp
        self.desk = Desk(Drafts(folder), load_settings(folder), lambda: TODAY, lambda: NOW)
        wardrobe = Wardrobe(qapp, self.desk.settings)
        wardrobe.put_on()
        self.window = MainWindow()
        self.views = fill(self.window, wardrobe, self.desk)
        self.window.resize(1366, 720)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()

    @property
    def case(self) -> Case:
        return self.desk.session.case

    @property
    def view(self):
        return self.views._case_view

    def page(self):
        return self.view.centre.page(self.view.centre.step)

    def focused(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def walk(self, step: Step) -> None:
        """Ctrl+1 to Ctrl+9."""
        QTest.keyClick(self.view, Qt.Key(Qt.Key.Key_0 + step.number), CONTROL)
        assert self.view.centre.step is step

    def press(self, words: str, part: QWidget) -> None:
        """The first visible button in a part of the page that says so."""
        self.qapp.processEvents()
        buttons = part.findChildren(QPushButton)
        found = next(b for b in buttons if b.text() == words and b.isVisible())
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def choose(self, phrase: str) -> None:
        """A phrase in the list that stands in the page."""
        line = next(x for x in self.page().chooser.lines if x.offer.id == phrase)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def type(self, path: str, text: str) -> None:
        self.view.go(path)
        QTest.keyClicks(self.focused(), text)

    def pick(self, path: str, key: str) -> None:
        """An entry of a choice, by the arrow keys as the person would."""
        self.view.go(path)
        field = self.focused()
        assert isinstance(field, QComboBox)
        for _ in range(field.count()):
            if field.currentData() == key:
                return
            QTest.keyClick(field, Qt.Key.Key_Down)
        assert field.currentData() == key

    def compose(self, *letters: str, commit: str) -> None:
        """An input method at work in the field that has the keyboard."""
        field = self.focused()
        for so_far in letters:
            QApplication.sendEvent(field, QInputMethodEvent(so_far, []))
        done = QInputMethodEvent()
        done.setCommitString(commit)
        QApplication.sendEvent(field, done)

    def sentence(self, path: str) -> str:
        """What the letter says of the answer at `path`."""
        sentences = self.desk.session.draft.letter.sentences()
        return next(sentence.text for sentence in sentences if sentence.path == path)

    def leave(self) -> None:
        """Close the window, as its cross does, and end the program."""
        assert self.window.close()
        self.desk.drafts.close()
        self.window.deleteLater()
        self.qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sit_down(qapp, data_dir) -> Iterator[Callable[[], Seller]]:
    save_settings(data_dir, Settings(language="zh", scheme="light"))
    yield lambda: Seller(qapp, data_dir)
    theme.apply(qapp, "light", "en", 100)


def start_from_the_notice(seller: Seller) -> None:
    first = seller.views.home.first
    assert first.isVisible()
    first.paste(NOTICE)
    QTest.keyClick(first.text, Qt.Key.Key_Return, CONTROL)
    assert seller.case.reason == "late_shipment"
    assert not seller.case.notice.states
    seller.press("对", seller.page().reading.wanted)
    assert seller.case.notice.states == {"route": "confirmed"}
    assert seller.page().reading.focus_row("reason")
    QTest.keyClick(seller.focused(), Qt.Key.Key_R)
    assert seller.case.notice.states["reason"] == "confirmed"
    seller.page().reading._all.click()
    assert {demand.state for demand in seller.case.notice.demands} == {"confirmed"}


def say_who_writes(seller: Seller) -> None:
    seller.walk(Step.SENDER)
    seller.type("sender/shop", "Quiet Meadow")
    seller.type("sender/company", "Ningbo Quiet Meadow Co., Ltd.")
    seller.type("sender/person", "Wang Min")
    seller.type("facts/lsr_10d", "9.4")
    seller.type("facts/late_orders", "19")
    assert (seller.case.sender.shop, seller.case.facts["late_orders"]) == ("Quiet Meadow", 19)


def say_why(seller: Seller) -> None:
    seller.walk(Step.CAUSES)
    seller.choose(f"{BOOK}slow_packing")
    seller.type("causes/c1/slots/set_days", "1")
    seller.type("causes/c1/slots/real_days", "3")
    seller.pick("causes/c1/slots/gap", "not_measured")
    seller.pick("causes/c1/slots/step", "own")
    seller.compose("s", "shou", commit="手工")
    seller.compose("tie'biao", commit="贴标")
    assert seller.case.causes[0].slots["step"] == {"own": {"zh": "手工贴标"}}
    seller.type("causes/c1/slots/step", "labelling by hand")  # the letter's language still lacks
    assert seller.case.causes[0].slots["step"]["own"]["en"] == "labelling by hand"


def say_what_is_done(seller: Seller) -> None:
    seller.walk(Step.CORRECTIVE)
    seller.view.go("corrective")
    seller.choose(f"{BOOK}raised_handling_time")
    seller.type("corrective/a1/done", "11.20")
    QTest.keyClick(seller.focused(), Qt.Key.Key_Tab)
    seller.type("corrective/a1/slots/old_days", "1")
    seller.type("corrective/a1/slots/new_days", "3")
    seller.type("corrective/a1/slots/skus", "QM-104 QM-105")
    seller.walk(Step.PREVENTIVE)
    seller.view.go("preventive")
    seller.choose(f"{BOOK}lsr_alarm")
    seller.type("preventive/p1/slots/alarm", "3")
    assert seller.case.corrective[0].done == "2026-11-20"
    assert seller.case.preventive[0].answers == ("c1",)


def take_back_and_do_again(seller: Seller) -> None:
    """The last answer was given on another page."""
    seller.walk(Step.EVIDENCE)
    QTest.keyClick(seller.view, Qt.Key.Key_Z, CONTROL)
    assert "alarm" not in seller.case.preventive[0].slots
    QTest.keyClick(seller.view, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert seller.case.preventive[0].slots["alarm"] == "3"


def drop_a_file(seller: Seller, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(40, 40), copy, data, left, Qt.KeyboardModifier.NoModifier)
    seller.page().dropEvent(drop)
    exhibit = seller.case.evidence[0]
    assert seller.desk.drafts.file_bytes(exhibit.hash) == file.read_bytes()
    seller.pick("evidence/e1/kind", "settings_screenshot")
    seller.page().rows.editor_widget().proves.ticks["a1"].box.click()
    assert seller.case.corrective[0].exhibits == ("e1",)


def export_word(seller: Seller) -> None:
    seller.walk(Step.REVIEW)
    export = seller.page().export
    export.declared.box.click()
    export.folder_button.click()
    export.export_button.click()
    assert seller.case.declared


def test_a_seller_comes_from_a_notice_to_a_word_file_and_finds_the_case_again(
    sit_down, tmp_path, monkeypatch
):
    screenshot, folder = tmp_path / "设置截图.png", tmp_path / "给平台"
    screenshot.write_bytes(b"\x89PNG what the camera saw")
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(export_part, "ask_export_draft", lambda *_: True)

    seller = sit_down()
    start_from_the_notice(seller)
    say_who_writes(seller)
    say_why(seller)
    say_what_is_done(seller)
    take_back_and_do_again(seller)
    drop_a_file(seller, screenshot)
    export_word(seller)
    kept = seller.case
    why, done = seller.sentence("causes/c1"), seller.sentence("corrective/a1")
    seller.walk(Step.PREVENTIVE)
    seller.leave()

    (made,) = folder.glob("*.docx")
    text = "\n".join(paragraph.text for paragraph in Document(str(made)).paragraphs)
    assert "labelling by hand" in why
    assert why in text
    assert done in text
    assert "手工贴标" not in text

    again = sit_down()
    again.views.deeds.open(again.desk.drafts.list()[0])
    assert again.case == kept
    assert again.view.centre.step is Step.PREVENTIVE
    assert again.desk.session.export_folder == str(folder)
    again.leave()
