"""A letter from elsewhere: its parts, its problems, and that nothing of it is kept."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from appealwriter.model.finding import Finding, Where
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.store.settings import load_settings
from appealwriter.ui import dialogs
from appealwriter.ui.home.check_letter import CheckView
from appealwriter.ui.parts import Banner
from tests.ui.desks import a_desk

LETTER = "Dear team 😀,\n\nWe promise this will never happen again."
START = LETTER.index("never")
PROMISE = Finding(
    "wrong_route", Level.WEAK, where=Where("closing", START, START + 5, LETTER[START : START + 5])
)


@pytest.fixture
def view(data_dir, qtbot, monkeypatch):
    judged = SimpleNamespace(
        text=LETTER,
        language="en",
        findings=(PROMISE,),
        sections={name: name != "root_cause" for name in SECTIONS},
    )
    fake = ModuleType("appealwriter.drafting.judge")
    fake.judge = lambda _, workshop, off: (
        SimpleNamespace(**{**vars(judged), "findings": ()}) if off else judged
    )
    fake.letter_text = lambda _, data: data.decode()
    monkeypatch.setitem(sys.modules, "appealwriter.drafting.judge", fake)
    view = CheckView(a_desk(data_dir))
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    return view


def test_a_letter_shows_its_parts_and_its_problems(view, tmp_path):
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, encoding="utf-8")
    view.load(file)
    marks = [step.mark for step in view.parts.model().steps]
    assert marks == ["complete", "missing", "complete", "complete", "weak"]
    assert "lacking: Root cause" in view._heading._title.text()
    assert file.read_text("utf-8") == LETTER
    assert not view._desk.drafts.list()


def test_a_problem_leads_to_its_words_beyond_an_emoji(view):
    view.take(LETTER)
    view.problems.go_to.emit("0")
    assert view.text.textCursor().selectedText() == "never"
    assert len(view.text.extraSelections()) == 1


def test_an_ignored_problem_can_be_brought_back(view, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_ignore", lambda *_: "agreed with the platform")
    view.take(LETTER)
    view.problems.ignore.emit("0")
    assert not view.text.extraSelections()
    view.problems.bring_back.emit("0")
    assert len(view.text.extraSelections()) == 1


def test_a_rule_can_be_switched_off_for_good(view):
    view.take(LETTER)
    view.problems.about.emit("0")
    view.findChild(Banner).pressed.emit("off")
    assert not view.text.extraSelections()
    assert load_settings(view._desk.drafts.folder).switched_off_rules == ("wrong_route",)


def test_without_a_letter_nothing_is_judged(view):
    view.check()
    assert view.text.hasFocus()
    assert not view.parts.model().steps
