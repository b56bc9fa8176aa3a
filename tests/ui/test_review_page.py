"""Steps 8 and 9: the notice against the letter, export that loses nothing, rounds that stay."""

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.export.boxes import boxes
from appealwriter.flow.steps import Step
from appealwriter.model.case import Case, Exhibit
from appealwriter.model.due import due_day
from appealwriter.model.letter import Letter, Sentence, Span
from appealwriter.model.terms import State, Structure
from appealwriter.store.drafts import Drafts
from appealwriter.ui import theme
from appealwriter.ui.pages.after import AfterPage
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.review import ReviewPage
from appealwriter.ui.pages.review_parts import export_part
from appealwriter.ui.pages.review_parts.waiting import Cancelled, Waiting
from appealwriter.ui.pdf import missing_glyphs
from appealwriter.ui.session import Session
from tests.export.test_annexes import picture

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORKSHOP = Workshop(paths.resources(), paths.templates())
DRAFT = "Brightpine-Home_Product-authenticity_round1_2026-11-21_draft"
NOBODYS = DRAFT.removeprefix("Brightpine-Home_")  # a copy to show around does not say whose


@pytest.fixture
def session(qapp: QApplication, data_dir: Path) -> Session:
    theme.apply(qapp, "light", "en")
    made = Session(WORKSHOP, Drafts(data_dir), lambda: date(2026, 11, 21))
    made.open(sample_case())
    return made


@pytest.fixture
def folder(tmp_path: Path, session: Session) -> Path:
    made = tmp_path / "exported"
    made.mkdir()
    session.choose_folder(str(made))
    return made


@pytest.fixture
def review(qtbot, session: Session, folder: Path) -> Iterator[ReviewPage]:
    yield from _shown(qtbot, session, ReviewPage(session))


@pytest.fixture
def after(qtbot, session: Session) -> Iterator[AfterPage]:
    yield from _shown(qtbot, session, AfterPage(session))


@pytest.fixture
def asked(monkeypatch) -> list[int]:
    """How many required things each question about a draft named; all are answered with yes."""
    found: list[int] = []

    def ask(parent: object, missing: int) -> bool:
        found.append(missing)
        return True

    monkeypatch.setattr(export_part, "ask_export_draft", ask)
    return found


def _shown(qtbot, session: Session, page: Page) -> Iterator[Page]:
    session.changed.connect(page.show_draft)
    page.show_draft(session.draft)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(720, 700)
    qtbot.addWidget(area)
    area.show()
    QTest.qWaitForWindowExposed(area)
    area.activateWindow()
    yield page
    area.close()


def whole(case: Case) -> Case:
    """The case with nothing required missing."""
    measure = replace(case.preventive[0], answers=("c1", "c2"))
    evidence = tuple(replace(e, file=e.file.replace(".xlsx", ".pdf")) for e in case.evidence)
    return replace(case, preventive=(measure,), evidence=evidence, declared=True)


def words_on(widget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_the_heading_counts_demands_and_how_many_are_answered(review, session):
    demands = len(session.draft.coverage)
    said = words_on(review.demands)
    assert f"{demands} demands, {demands - 1} answered, 1 not yet" in said
    session.edit(replace(session.case, evidence=()))
    said = words_on(review.demands)
    assert f"{demands} demands, {demands - 2} answered, 2 not yet" in said


def test_a_demand_that_one_cause_leaves_open_names_that_cause(review, session):
    rows = [n for n, covered in enumerate(session.draft.coverage) if covered.lacking]
    verdict = review.demands.table.cell(rows[0], 4)
    assert (verdict.text, verdict.sub) == ("Missing", "cause 2")


def test_a_demand_leads_to_its_exhibit_and_an_open_one_to_its_question(qtbot, review, session):
    with qtbot.waitSignal(review.go) as told:
        review.demands.table.link_clicked.emit(0, 3)
    assert told.args == ["evidence/e1"]
    session.edit(replace(session.case, causes=()))
    row = next(n for n, c in enumerate(session.draft.coverage) if c.path == "causes")
    with qtbot.waitSignal(review.go) as told:
        review.demands.table.link_clicked.emit(row, 4)
    assert told.args == ["causes"]


def test_the_gravest_problems_stand_first_and_lead_to_their_field(qtbot, review, session):
    assert review.problems.table.cell(0, 0).text == "Missing"
    with qtbot.waitSignal(review.go) as told:
        review.problems.table.link_clicked.emit(0, 3)
    assert told.args == ["preventive"]


def test_unfolded_answers_are_said_in_words_and_follow_edits(review, session):
    review.answers.unfold(Step.FACTS)
    assert "1,608" in words_on(review.answers)
    session.put("facts/units_sold_365", 1999)
    assert "1,999" in words_on(review.answers)


def test_a_whole_letter_is_exported_without_a_question(review, session, folder):
    session.edit(whole(session.case))
    review.export.export_button.click()
    made = [path.name for path in folder.iterdir()]
    assert made == [f"{DRAFT.removesuffix('_draft')}.docx"]
    assert zipfile.is_zipfile(folder / made[0])
    assert "Exported." in review.export.banner.accessibleName()
    assert session.drafts.revisions(session.case.id)[0].why == "exported"


def test_an_unfinished_letter_is_exported_as_a_draft_after_a_question(review, folder, asked):
    review.export.export_button.click()
    assert asked == [3]  # a measure, an exhibit's format, the declaration
    assert [path.name for path in folder.iterdir()] == [f"{DRAFT}.docx"]


def test_thinking_better_of_a_draft_writes_nothing(review, folder, monkeypatch):
    monkeypatch.setattr(export_part, "ask_export_draft", lambda *_: False)
    review.export.export_button.click()
    assert list(folder.iterdir()) == []


def test_an_earlier_export_is_never_written_over(review, folder, asked):
    (folder / f"{DRAFT}.docx").write_bytes(b"worked on by hand")
    review.export.export_button.click()
    assert (folder / f"{DRAFT}.docx").read_bytes() == b"worked on by hand"
    assert (folder / f"{DRAFT} (2).docx").exists()


@pytest.mark.usefixtures("asked")
def test_a_failed_copy_says_why_and_what_is_there_already(review, session, monkeypatch):
    review.export.formats.read_back.box.click()
    write = export_part.write_new

    def second_fails(path: Path, data: bytes) -> None:
        if "read-back" in path.name:
            raise export_part.StoreError("The disk is full.", "Free some space.")
        write(path, data)

    monkeypatch.setattr(export_part, "write_new", second_fails)
    review.export.export_button.click()
    said = review.export.banner.accessibleName()
    assert "The disk is full." in said
    assert f"Written already: {DRAFT}.docx." in said
    assert session.drafts.revisions(session.case.id) == ()


@pytest.mark.parametrize("ending", ["docx", "pdf", "txt", "html", "zip"])
def test_every_format_is_written_with_its_copies(review, folder, asked, ending):
    review.export.formats.dots[ending].click()
    review.export.formats.read_back.box.click()
    review.export.formats.redacted.box.click()
    review.export.export_button.click()
    copies = "docx" if ending == "zip" else ending
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [
            f"{DRAFT}.{ending}",
            f"{DRAFT}_read-back.{copies}",
            f"{NOBODYS}_redacted.{copies}",
        ]
    )
    assert all(path.stat().st_size > 500 for path in folder.iterdir())


def test_the_redacted_copy_does_not_say_who_writes(review, folder, asked):
    review.export.formats.dots["txt"].click()
    review.export.formats.redacted.box.click()
    review.export.export_button.click()
    assert "Lin Yaning" in (folder / f"{DRAFT}.txt").read_text("utf-8-sig")
    assert "Lin Yaning" not in (folder / f"{NOBODYS}_redacted.txt").read_text("utf-8-sig")


def test_the_text_is_copied_as_the_platforms_box_takes_it(review):
    review.export.formats.copy.click()
    assert QApplication.clipboard().text().startswith("Plan of action")


def test_the_declaration_is_the_persons_own_and_can_be_taken_back(review, session):
    assert not review.export.declared.is_on()
    review.export.declared.box.click()
    assert session.case.declared
    session.undo()
    assert not review.export.declared.is_on()


def test_where_to_send_it_names_the_platforms_menu_and_the_day_it_was_checked(review, session):
    book = WORKSHOP.shelf.for_case(session.case)
    words = words_on(review.where)
    assert book.submit[0].menu in words
    assert "checked" in words


def test_the_header_button_leads_to_the_export(review):
    review.focus_path("export")
    assert QApplication.focusWidget() is review.export.export_button
    review.focus_path("declared")
    assert QApplication.focusWidget() is review.export.declared.box


def with_files(session: Session, *files: tuple[str, bytes]) -> None:
    """The case with exhibits that have bytes."""
    evidence = tuple(
        Exhibit(f"f{n}", name, session.drafts.keep_bytes(data), len(data))
        for n, (name, data) in enumerate(files, 1)
    )
    session.edit(replace(session.case, evidence=evidence))


def exported(folder: Path, ending: str) -> Path:
    (path,) = [each for each in folder.iterdir() if each.suffix == f".{ending}"]
    return path


def paper(path: Path) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Our own paper"
    document.save(str(path))
    return path


def test_each_box_is_copied_alone_and_says_how_long_it_is(review, session):
    box = boxes(session.draft.letter)[1]
    said = words_on(review.boxes)
    assert "Root cause" in said
    assert f"{box.plain.characters} characters" in said
    review.boxes.buttons[2].click()
    assert QApplication.clipboard().text() == box.plain.text
    assert [b.text() for b in review.boxes.buttons].count("Copied") == 1


def test_the_last_box_is_the_letter_in_three_sentences(review):
    review.boxes.buttons[-1].click()
    text = QApplication.clipboard().text()
    assert text.count(". ") >= 2
    assert len(text) < 700


def test_a_box_over_the_platforms_limit_says_so(review, session):
    session.put("limit", 100)
    QApplication.processEvents()
    assert "characters of 100" in words_on(review.boxes)


def test_the_deadline_is_a_file_for_the_calendar(review, session, folder):
    review.export.calendar.click()
    data = exported(folder, "ics").read_bytes()
    due = due_day(session.case.notice.deadline, session.case.notice.date)
    assert f"DTSTART;VALUE=DATE:{due:%Y%m%d}".encode() in data
    session.edit(replace(session.case, notice=replace(session.case.notice, deadline=None)))
    assert review.export.calendar.isHidden()


def test_pages_of_the_evidence_stand_in_word_and_what_cannot_is_named(
    review, session, folder, asked
):
    with_files(session, ("label.png", picture()), ("table.xlsx", b"PK\x03\x04"))
    review.export.extras.annexes.box.click()
    review.export.export_button.click()
    document = Document(str(exported(folder, "docx")))
    assert len(document.inline_shapes) == 1
    assert "Not shown as pages in Word: table.xlsx." in words_on(review.export.check)


@pytest.mark.usefixtures("asked")
def test_an_exhibit_that_cannot_be_read_does_not_withhold_the_letter(
    review, session, folder, monkeypatch
):
    def fails(name: str) -> bytes:
        raise export_part.StoreError("The disk cannot be read.", "Try another.")

    with_files(session, ("label.png", picture()))
    monkeypatch.setattr(session.drafts, "file_bytes", fails)
    review.export.export_button.click()
    assert exported(folder, "docx").stat().st_size > 500
    assert "The disk cannot be read." in words_on(review.export.check)
    review.export.formats.dots["zip"].click()
    review.export.export_button.click()
    assert not list(folder.glob("*.zip"))
    assert "The disk cannot be read." in review.export.banner.accessibleName()


def test_a_cancelled_export_writes_nothing_and_says_nothing(
    review, session, folder, asked, monkeypatch
):
    def cancelled(self: Waiting, exhibit: int) -> None:
        raise Cancelled

    with_files(session, ("label.png", picture()))
    monkeypatch.setattr(Waiting, "step", cancelled)
    review.export.extras.annexes.box.click()
    review.export.export_button.click()
    assert list(folder.iterdir()) == []
    assert review.export.banner is None


def test_cancel_ends_the_work_at_the_next_page(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    waiting = Waiting(window, 3)
    waiting.step(1)
    waiting.dialog.cancel()
    with pytest.raises(Cancelled):
        waiting.step(2)
    waiting.close()


def test_tables_are_added_only_where_they_are_wanted(review, session, folder, asked):
    review.export.export_button.click()
    few = len(Document(str(exported(folder, "docx"))).tables)
    exported(folder, "docx").unlink()
    review.export.extras.answers.box.click()
    review.export.extras.lists.box.click()
    review.export.export_button.click()
    assert len(Document(str(exported(folder, "docx"))).tables) > few + 1


def test_a_file_that_a_reviewer_cannot_open_is_named_at_export(review, session, folder, asked):
    with_files(session, ("invoice.pdf", b"no pdf at all"), ("good.png", picture()))
    review.export.formats.dots["zip"].click()
    review.export.export_button.click()
    said = words_on(review.export.check)
    assert "Exhibit 1, invoice.pdf, is not what its name ends in." in said
    assert "good.png" not in said
    with zipfile.ZipFile(exported(folder, "zip")) as package:
        names = package.namelist()
    assert [n for n in names if n.startswith("Letter")] == [
        "Letter.docx",
        "Letter.pdf",
        "Letter.txt",
    ]


def test_the_own_letterhead_is_used_remembered_and_dropped(
    review, session, folder, asked, tmp_path
):
    told: list[str] = []
    session.letterhead_chosen.connect(told.append)
    choice = review.export.extras.letterhead
    choice.take(paper(tmp_path / "paper.docx"))
    assert "paper.docx" in words_on(choice)
    review.export.export_button.click()
    page = Document(str(exported(folder, "docx"))).sections[0]
    assert page.header.paragraphs[0].text == "Our own paper"
    choice.drop.click()
    assert session.letterhead == ""
    assert told == [str(tmp_path / "paper.docx"), ""]


def test_a_letterhead_that_is_no_word_file_is_refused_at_once(review, session, tmp_path):
    wrong = tmp_path / "logo.docx"
    wrong.write_bytes(b"a picture, renamed")
    review.export.extras.letterhead.take(wrong)
    assert session.letterhead == ""
    assert "no Word file" in words_on(review.export.extras)


def test_a_letterhead_that_is_gone_is_said_at_export(review, session, folder, asked, tmp_path):
    session.choose_letterhead(str(tmp_path / "gone.docx"))
    review.export.export_button.click()
    assert "“gone.docx” is not there any more." in review.export.banner.accessibleName()
    assert list(folder.iterdir()) == []


def test_signs_that_no_font_has_are_named(qapp):
    title = Sentence((Span("Plan \u0410 \u0378"),))
    letter = Letter("en", "zh", Structure.THREE_PART, title)
    assert missing_glyphs(letter) == "\u0378"


def test_sending_keeps_the_letter_as_it_was(after, session):
    _send(after, "2026-11-22")
    sent = session.case.rounds[0]
    assert (sent.number, sent.sent, session.case.state) == (1, "2026-11-22", State.SENT)
    session.put("sender/person", "Another Name")
    assert "Lin Yaning" in session.case.rounds[0].letter
    after.rounds.folds[0].unfold(True)
    assert "Lin Yaning" in after.rounds.folds[0].letter.toPlainText()
    assert session.drafts.revisions(session.case.id)[0].why == "sent"


def test_sending_asks_for_the_day_and_prefills_nothing(after, session):
    after.form.start.click()
    assert after.form.day.value() == ""
    after.form.keep.click()
    assert session.case.rounds == ()
    assert "Write the day" in words_on(after.form)


def test_a_refusal_opens_the_next_round_with_advice(after, session):
    _send(after, "2026-11-22")
    assert after.form.isHidden()
    after.outcome.dots[State.REFUSED].click()
    assert session.case.state is State.REFUSED
    assert session.case.rounds[0].outcome is State.REFUSED
    assert "Before the next round" in words_on(after)
    _send(after, "2026-11-29")
    assert [sent.number for sent in session.case.rounds] == [1, 2]
    assert session.case.state is State.SENT


def test_the_platforms_answer_is_kept_with_its_round(after, session):
    _send(after, "2026-11-22")
    QTest.keyClicks(after.outcome.answer, "We need more detail")
    assert session.case.rounds[0].answer == "We need more detail"
    session.undo()
    assert session.case.rounds[0].answer == ""


def _send(page: AfterPage, day: str) -> None:
    page.form.start.click()
    page.form.day.set_value("")
    QTest.keyClicks(page.form.day, day)
    page.form.keep.click()


def test_the_review_counts_what_a_reviewer_can_check(review: ReviewPage) -> None:
    model = review.specific.table.model()
    rows = {model.index(n, 0).data(): n for n in range(model.rowCount())}
    assert {"Opening", "Root cause", "Corrective actions"} <= set(rows)
    sentences = int(model.index(rows["Root cause"], 1).data())
    dated = int(model.index(rows["Root cause"], 2).data())
    assert 0 < dated <= sentences
