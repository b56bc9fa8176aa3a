"""Step 7: files become exhibits, what they prove is said on both sides, nothing is lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.model import place
from appealwriter.store.drafts import Drafts
from appealwriter.ui import theme
from appealwriter.ui.pages import exhibit_links as exhibits
from appealwriter.ui.pages.evidence import EvidencePage
from appealwriter.ui.pages.review_parts.exhibit_editor import ExhibitEditor
from appealwriter.ui.session import Session

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORKSHOP = Workshop(paths.resources(), paths.templates())


@pytest.fixture
def page(qtbot, qapp: QApplication, data_dir: Path) -> Iterator[EvidencePage]:
    theme.apply(qapp, "light", "en")
    session = Session(WORKSHOP, Drafts(data_dir), lambda: date(2026, 11, 21))
    session.open(sample_case())
    made = EvidencePage(session)
    session.changed.connect(made.show_draft)
    made.show_draft(session.draft)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(made)
    area.resize(720, 700)
    qtbot.addWidget(area)
    area.show()
    QTest.qWaitForWindowExposed(area)
    area.activateWindow()
    yield made
    area.close()


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "invoice_7.pdf"
    path.write_bytes(b"%PDF-1.7 seven")
    return path


def editor_of(page: EvidencePage) -> ExhibitEditor:
    editor = page.rows.editor_widget()
    assert isinstance(editor, ExhibitEditor)
    return editor


def ids(page: EvidencePage) -> list[str]:
    return [exhibit.id for exhibit in page.session.case.evidence]


def test_a_dropped_file_is_kept_and_becomes_the_next_exhibit(page, invoice):
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(invoice))])
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            dragged,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    new = page.session.case.evidence[-1]
    assert (new.id, new.file, new.size) == ("e7", "invoice_7.pdf", 14)
    assert page.session.drafts.file_bytes(new.hash) == b"%PDF-1.7 seven"
    assert page.rows.open_id() == "e7"


def test_the_same_file_is_not_added_twice(page, invoice):
    page.add_files([invoice, invoice])
    page.add_files([invoice])
    assert len(page.session.case.evidence) == 7
    assert "Exhibit 7" in page.banner.accessibleName()


def test_a_file_that_cannot_be_read_says_so_and_the_others_are_added(page, invoice, tmp_path):
    page.add_files([tmp_path / "gone.pdf", invoice])
    assert ids(page)[-1] == "e7"
    assert page.session.case.evidence[-1].file == "invoice_7.pdf"
    assert "gone.pdf" in page.banner.accessibleName()


def test_what_an_exhibit_proves_is_said_on_the_actions_side_too(page):
    page.focus_path("evidence/e1/proves")
    tick = editor_of(page).proves.ticks["a1"]
    tick.box.click()
    case = page.session.case
    assert place.look(case, "evidence/e1").proves == ("d1", "a1")
    assert place.look(case, "corrective/a1").exhibits == ("e3", "e1")
    tick.box.click()
    case = page.session.case
    assert place.look(case, "evidence/e1").proves == ("d1",)
    assert place.look(case, "corrective/a1").exhibits == ("e3",)


def test_an_exhibit_cited_by_an_action_is_ticked_as_its_proof(page):
    page.session.put("evidence/e3/proves", ())
    page.focus_path("evidence/e3")
    assert editor_of(page).proves.ticks["a1"].is_on()


def test_a_removed_exhibit_is_cited_nowhere_and_undo_brings_all_back(page):
    before = page.session.case
    page.rows.removed.emit("e3")
    assert "e3" not in ids(page)
    assert place.look(page.session.case, "corrective/a1").exhibits == ()
    assert not page.undo_bar.isHidden()
    page.undo_bar.undo.emit()
    assert page.session.case == before
    assert page.undo_bar.isHidden()


def test_the_undo_bar_goes_with_the_next_change(page):
    page.rows.removed.emit("e3")
    page.session.put("sender/shop", "Other")
    assert page.undo_bar.isHidden()


def test_moving_an_exhibit_changes_the_numbers_in_the_letter(page):
    page.rows.moved.emit("e3", -1)
    assert ids(page)[:3] == ["e1", "e3", "e2"]
    said = next(s.text for s in page.session.draft.letter.sentences() if s.path == "corrective/a1")
    assert "Exhibit\u00a02" in said
    page.rows.moved.emit("e1", -1)
    assert ids(page)[:3] == ["e1", "e3", "e2"]


def test_a_date_typed_in_the_open_row_reaches_the_case(page, qtbot):
    page.focus_path("evidence/e1/date")
    field = QApplication.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, "2026-07-15")
    assert place.look(page.session.case, "evidence/e1").date == "2026-07-15"
    assert QApplication.focusWidget() is field


def test_choosing_a_kind_says_what_it_must_meet_and_names_it_in_the_letter(page, invoice):
    page.add_files([invoice])
    kind = next(k for k in WORKSHOP.shelf.for_case(page.session.case).evidence if k.needs)
    editor_of(page).kind.field.chosen.emit(kind.id)
    assert page.session.case.evidence[-1].kind == kind.id
    shown = " ".join(w.text() for w in editor_of(page).findChildren(type(page.zone.limits)))
    assert kind.needs[0].en in shown


def test_a_document_can_be_named_before_its_file_is_there(page):
    page.zone.named.emit()
    assert page.session.case.evidence[-1].file == ""
    assert any(f.rule == "exhibit_without_file" for f in page.session.draft.findings)


def test_what_is_lacking_is_added_with_its_kind_and_purpose(page):
    lacks = exhibits.still_needed(page.session.case, WORKSHOP.shelf, page.session.draft.coverage)
    lack = next(each for each in lacks if "a5" in each.claims)
    page.needed.wanted.emit(lack)
    new = page.session.case.evidence[-1]
    assert new.kind == lack.kind
    assert new.id in place.look(page.session.case, "corrective/a5").exhibits
    assert lack not in exhibits.still_needed(
        page.session.case, WORKSHOP.shelf, page.session.draft.coverage
    )
