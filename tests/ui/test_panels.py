"""The panels beside the questions: they follow every edit and lead back to the question."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from appealwriter.base import i18n, paths
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.flow.steps import Step
from appealwriter.model import place
from appealwriter.model.terms import Structure
from appealwriter.store.drafts import Drafts
from appealwriter.ui import dialogs, theme
from appealwriter.ui.panels import problems
from appealwriter.ui.panels.letter import LetterPanel
from appealwriter.ui.panels.paper import Paper
from appealwriter.ui.panels.problems import ProblemsPanel
from appealwriter.ui.panels.read_back import ReadBackPanel
from appealwriter.ui.session import Session

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORKSHOP = Workshop(paths.resources(), paths.templates())
Show = Callable[..., QWidget]


@pytest.fixture
def session(qapp: QApplication, data_dir) -> Session:
    theme.apply(qapp, "light", "en")
    made = Session(WORKSHOP, Drafts(data_dir), lambda: date(2026, 11, 21))
    made.open(sample_case())
    return made


@pytest.fixture
def show(qtbot, session: Session) -> Iterator[Show]:
    """Shows a panel that follows the session, in a window 480 wide."""
    windows = []

    def shown(kind: type[QWidget]) -> QWidget:
        panel = kind(session)
        window = QWidget()
        windows.append(window)
        QVBoxLayout(window).addWidget(panel)
        window.resize(480, 500)
        qtbot.addWidget(window)
        session.changed.connect(panel.show_draft)
        panel.show_draft(session.draft)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        return panel

    yield shown
    for window in windows:
        window.close()


def text_of(paper: Paper) -> str:
    return paper.toPlainText()


def point_on(paper: Paper, words: str) -> QPoint:
    """A point in the viewport on these words, scrolled to them."""
    found = paper.document().find(words)
    assert not found.isNull(), words
    middle = QTextCursor(paper.document())
    middle.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
    bar = paper.verticalScrollBar()
    bar.setValue(bar.value() + paper.cursorRect(middle).top() - 60)
    return paper.cursorRect(middle).center()


def click_on(paper: Paper, words: str) -> None:
    QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=point_on(paper, words))


def test_a_click_on_a_sentence_leads_to_its_question(qtbot, session, show):
    paper = show(LetterPanel).paper
    with qtbot.waitSignal(paper.go) as told:
        click_on(paper, "310")
    assert told.args[0].startswith("corrective/a3")


def test_a_click_on_an_exhibit_leads_to_the_evidence(qtbot, session, show):
    paper = show(LetterPanel).paper
    with qtbot.waitSignal(paper.go) as told:
        click_on(paper, "Exhibit 4")
    assert told.args == ["evidence/e4"]


def test_a_gap_speaks_the_readers_language_and_leads_to_its_answer(qtbot, session, show):
    i18n.set_language("zh")
    session.put("causes/c1/slots/batch", "")
    paper = show(LetterPanel).paper
    assert "〔批次号〕" in text_of(paper)
    with qtbot.waitSignal(paper.go) as told:
        click_on(paper, "批次号")
    assert told.args == ["causes/c1/slots/batch"]


def test_enter_on_a_sentence_reached_by_tab_leads_to_its_question(qtbot, session, show):
    paper = show(LetterPanel).paper
    paper.setFocus()
    for _ in range(2):
        QTest.keyClick(paper, Qt.Key.Key_Tab)
    with qtbot.waitSignal(paper.go) as told:
        QTest.keyClick(paper, Qt.Key.Key_Return)
    assert told.args == ["notice/date"]


def test_an_edit_leaves_the_letter_where_it_was_scrolled_to(session, show):
    paper = show(LetterPanel).paper
    bar = paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    said = text_of(paper)
    session.put("causes/c2/slots/wrong", 3)
    assert text_of(paper) != said
    assert bar.value() == before


def test_the_letter_after_many_edits_is_the_letter_written_at_once(session, show):
    panel = show(LetterPanel)
    session.put("causes/c2/slots/wrong", 4)
    session.put("sender/shop", "")
    session.edit(place.remove(session.case, "corrective/a2"))
    session.put("causes/c1/slots/batch", "2609-C")
    fresh = LetterPanel(session)
    fresh.show_draft(session.draft)
    assert text_of(panel.paper) == text_of(fresh.paper)
    assert "2609-C" in text_of(panel.paper)
    for sentence in session.draft.letter.sentences():
        assert sentence.has_gap or sentence.text.replace("\u00a0", " ") in text_of(panel.paper)


def test_the_sentence_being_written_is_tinted_and_brought_into_sight(session, show):
    panel = show(LetterPanel)
    panel.show_path("corrective/a3/slots/checked")
    tinted = [each.cursor.selectedText() for each in panel.paper.extraSelections()]
    assert len(tinted) == 1
    assert "310" in tinted[0]
    assert panel.paper.verticalScrollBar().value() > 0


def test_stock_wording_is_marked_only_when_asked_for(session, show):
    panel = show(LetterPanel)

    def dotted() -> bool:
        cursor = panel.paper.document().find("notice of")
        cursor.setPosition(cursor.selectionStart() + 1)
        return cursor.charFormat().underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine

    assert not dotted()
    panel.stock.setChecked(True)
    assert dotted()


def test_language_and_structure_of_the_letter_are_chosen_above_it(session, show):
    panel = show(LetterPanel)
    panel.structures.chosen.emit("five_part")
    panel.languages.chosen.emit("ru")
    assert session.case.structure is Structure.FIVE_PART
    assert session.case.letter_language == "ru"
    assert "План действий" in text_of(panel.paper)
    assert "Russian" in panel.paper.accessibleName()


def test_headings_name_the_demands_on_the_review_step_only(session, show):
    panel = show(LetterPanel)
    assert "Demand" not in text_of(panel.paper)
    panel.set_demand_tags(True)
    assert "1. Root cause   Demand 2" in text_of(panel.paper)


def test_every_sentence_is_read_back_and_leads_to_its_question(qtbot, session, show):
    i18n.set_language("zh")
    session.refresh()
    panel = show(ReadBackPanel)
    model = panel.list.model()
    rows = [model.index(n, 0).data() for n in range(model.rowCount())]
    for sentence in session.draft.letter.sentences():
        assert any(sentence.text in row and sentence.twin_text in row for row in rows)
    row = next(n for n, words in enumerate(rows) if "拆检" in words or "310" in words)
    with qtbot.waitSignal(panel.go) as told:
        panel.list.clicked.emit(model.index(row, 0))
    assert told.args[0].startswith("corrective/a3")
    assert sum(i18n.tr("Own words") in words for words in rows) == 1


def test_problems_can_be_narrowed_to_the_step(session, show):
    panel = show(ProblemsPanel)
    panel.set_step(Step.EVIDENCE)
    assert len(panel.shown) == panel.open_count
    panel.filter.button("step").click()
    assert {finding.path for finding in panel.shown.values()} == {"evidence/e6"}


def test_an_ignored_problem_keeps_its_reason_and_can_be_brought_back(session, show, monkeypatch):
    panel = show(ProblemsPanel)
    monkeypatch.setattr(problems, "ask_ignore", lambda *_: "The platform has it.")
    before = panel.open_count
    panel.list.ignore.emit("format_not_taken|evidence/e6")
    assert panel.open_count == before - 1
    kept = session.case.ignored[0]
    assert (kept.rule, kept.path) == ("format_not_taken", "evidence/e6")
    assert kept.reason == "The platform has it."
    panel.list.bring_back.emit("format_not_taken|evidence/e6")
    assert panel.open_count == before
    assert session.case.ignored == ()


def test_thinking_better_of_ignoring_changes_nothing(session, show, monkeypatch):
    panel = show(ProblemsPanel)
    monkeypatch.setattr(problems, "ask_ignore", lambda *_: None)
    panel.list.ignore.emit("format_not_taken|evidence/e6")
    assert session.case.ignored == ()
    assert not session.can_undo


def test_a_rule_is_switched_off_and_on_again(session, show):
    panel = show(ProblemsPanel)
    before = panel.open_count
    panel.list.about.emit("format_not_taken|evidence/e6")
    panel.about.pressed.emit("off")
    assert session.switched_off == ("format_not_taken",)
    assert panel.open_count == before - 1
    panel.list.bring_back.emit("off:format_not_taken")
    assert session.switched_off == ()
    assert panel.open_count == before


def test_going_to_a_problem_carries_its_field(qtbot, session, show):
    panel = show(ProblemsPanel)
    with qtbot.waitSignal(panel.go) as told:
        panel.list.go_to.emit("undated_deed|corrective/a5/done")
    assert told.args == ["corrective/a5/done"]


def test_a_rewritten_sentence_stands_in_the_letter_until_it_is_taken_back(
    session, show, monkeypatch
):
    panel = show(LetterPanel)
    deed = session.case.corrective[0]
    sentence = next(
        s for s in session.draft.letter.sentences() if s.path == f"corrective/{deed.id}"
    )
    mine = Words(en="We took back what was wrong (Exhibit 1).", zh="我们已收回有误的部分。")
    monkeypatch.setattr(dialogs, "ask_rewrite", lambda *_: mine)
    panel.paper.rewrite.emit(sentence.path, sentence.text)
    assert "We took back what was wrong" in text_of(panel.paper)
    assert "rewritten_changed" not in [f.rule for f in session.draft.findings]
    session.put(f"corrective/{deed.id}/done", "2026-11-10")
    assert "We took back what was wrong" in text_of(panel.paper)
    assert "rewritten_changed" in [f.rule for f in session.draft.findings]
    monkeypatch.setattr(dialogs, "ask_rewrite", lambda *_: Words())
    panel.paper.rewrite.emit(sentence.path, mine.en)
    assert "We took back what was wrong" not in text_of(panel.paper)
    assert session.case.rewritten == ()
