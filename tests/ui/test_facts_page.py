"""Step 3: typed questions, pasted lists, what is not known, and findings at the right moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea

from appealwriter.base.words import Words
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui import theme
from appealwriter.ui.pages.answers import KnownField, field_for
from appealwriter.ui.pages.answers.id_lists import read_ids
from appealwriter.ui.pages.facts import FactsPage
from appealwriter.ui.parts import DateField, RadioDot
from tests.ui.desks import TODAY, a_case, a_desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def make(data_dir, qapp, qtbot):
    theme.apply(qapp, "light", "en")
    session = a_desk(data_dir).session
    kept = []

    def made(reason: str) -> FactsPage:
        session.open(a_case("f", "Harbour Lane", reason=reason))
        page = FactsPage(session)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        kept.append(area)
        qtbot.addWidget(area)
        session.changed.connect(page.show_draft)
        page.show_draft(session.draft)
        area.resize(700, 600)
        area.show()
        area.activateWindow()
        qtbot.waitUntil(area.isActiveWindow)
        return page

    yield made
    session.changed.disconnect()
    session.close()


def write(field, text: str, qtbot) -> QLineEdit:
    line = field.findChild(QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    return line


def test_a_rate_is_kept_as_a_number_and_compared_with_the_limit(make, qtbot) -> None:
    page = make("late_shipment")
    name = next(n for n, s in page._specs.items() if s.threshold)
    line = write(page._fields[name], "6,2", qtbot)
    assert page.session.case.facts[name] == 6.2
    assert line.hasFocus()
    assert line.text() == "6,2"
    assert page._fields[name].field._worse.isVisibleTo(page)
    write(page._fields[name], "2.5 %", qtbot)
    assert page.session.case.facts[name] == 2.5
    assert not page._fields[name].field._worse.isVisibleTo(page)


def test_what_cannot_be_read_is_kept_and_told_once_the_field_is_left(make, qtbot) -> None:
    page = make("late_shipment")
    line = write(page._fields["late_orders"], "about ten", qtbot)
    block = page._blocks["facts/late_orders"]
    assert page.session.case.facts["late_orders"] == "about ten"
    assert not block._finding.isVisibleTo(page)
    line.clearFocus()
    assert block._finding.isVisibleTo(page)
    assert line.text() == "about ten"


def test_not_known_is_an_answer_and_can_be_taken_back(make, qtbot) -> None:
    page = make("late_shipment")
    write(page._fields["late_orders"], "19", qtbot)
    tick = page._fields["late_orders"]._tick
    tick.click()
    assert page.session.case.facts["late_orders"] == {"unknown": True}
    tick.click()
    assert page.session.case.facts["late_orders"] == 19


def test_an_emptied_answer_leaves_the_case_and_undo_brings_it_back(make, qtbot) -> None:
    page = make("late_shipment")
    line = write(page._fields["late_orders"], "19", qtbot)
    page.session.rest()
    line.clear()
    line.textEdited.emit("")
    assert "late_orders" not in page.session.case.facts
    line.clearFocus()
    page.session.undo()
    assert page.session.case.facts["late_orders"] == 19
    assert line.text() == "19"


def test_a_period_is_two_days_as_people_write_them(make, qtbot) -> None:
    page = make("late_shipment")
    name = next(n for n, s in page._specs.items() if s.type == "period")
    first, last = page._fields[name].findChildren(DateField)
    for field, text in ((first, "11.1"), (last, "14 Nov 2026")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    assert page.session.case.facts[name] == {"from": "2026-11-01", "to": "2026-11-14"}


def test_a_pasted_column_becomes_ids_and_says_what_it_read(make, qtbot) -> None:
    page = make("inauthentic")
    field = page._fields["asins"]
    text = field.findChild(QPlainTextEdit)
    text.setFocus()
    text.insertPlainText("ASIN\nb0d7k4qx2m\nＢ０Ｄ７Ｋ９ＴＲ５Ｈ\nB0D7K4QX2M\nB0D7K9TR\n")
    assert page.session.case.facts["asins"] == ("B0D7K4QX2M", "B0D7K9TR5H", "B0D7K9TR")
    assert field.field._said.text() == "3 read · 1 repeated · left out: ASIN"
    assert "B0D7K9TR" in field.field._odd.text()
    field.field._drop.click()
    assert page.session.case.facts["asins"] == ("B0D7K4QX2M", "B0D7K9TR5H")


@given(st.text(max_size=200), st.sampled_from(["asins", "orders", "skus", "ids"]))
def test_no_id_with_a_digit_is_ever_left_out(text: str, kind: str) -> None:
    found = read_ids(text, kind)
    assert not any(letter.isdigit() for word in found.left_out for letter in word)
    assert set(found.odd) <= set(found.ids)
    assert read_ids("\n".join(found.ids), kind).ids == found.ids


def test_a_choice_can_be_made_taken_back_or_said_in_own_words(make) -> None:
    page = make("inauthentic")
    field = page._fields["scope"]
    dots = field.findChildren(RadioDot)
    dots[1].click()
    assert page.session.case.facts["scope"] == "brand"
    field.field._clear.click()
    assert "scope" not in page.session.case.facts
    assert not any(dot.isChecked() for dot in dots)
    dots[-1].click()
    own = field.field._own._words.own
    assert own.hasFocus()
    own.insertPlainText("two brands")
    assert page.session.case.facts["scope"] == {"own": {"en": "two brands"}}
    assert own.hasFocus()


def test_composing_chinese_in_own_words_survives_every_redraw(make) -> None:
    page = make("inauthentic")
    field = page._fields["scope"]
    field.findChildren(RadioDot)[-1].click()
    own = field.field._own._words.own
    for preedit, commit in (("pin", ""), ("pinpai", ""), ("", "品牌"), ("x", ""), ("", "下")):
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QApplication.sendEvent(own, event)
        page.show_draft(page.session.draft)
    assert own.value() == "品牌下"
    assert page.session.case.facts["scope"] == {"own": {"en": "品牌下"}}


def test_a_path_leads_to_its_question(make) -> None:
    page = make("late_shipment")
    page.focus_path("facts/total_orders")
    assert page._fields["total_orders"].findChild(QLineEdit).hasFocus()


def test_another_reason_asks_other_questions_and_keeps_the_answers(make) -> None:
    page = make("late_shipment")
    page.session.put("facts/late_orders", 19)
    page.session.put("reason", "inauthentic")
    assert "supplier" in page._fields
    assert page.session.case.facts["late_orders"] == 19
    page.session.put("reason", "late_shipment")
    assert page._fields["late_orders"].findChild(QLineEdit).text() == "19"


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("money", {"amount": "12.50", "currency": "USD"}),
        ("text", {"en": "two pallets", "ru": "два"}),
        ("date", "2026-11-19"),
        ("role", "warehouse_manager"),
        ("name", "Ningbo Tools"),
    ],
)
def test_every_type_has_a_field_that_shows_its_answer_and_says_nothing(
    kind: str, answer, qapp, qtbot
) -> None:
    theme.apply(qapp, "light", "en")
    choices = {f"r{n}": Words(en=f"role {n}") for n in range(7)}
    spec = SlotSpec("x", kind, choices={**choices, "warehouse_manager": Words(en="manager")})
    field = KnownField(field_for(spec, "ru", TODAY))
    qtbot.addWidget(field)
    said: list = []
    field.edited.connect(said.append)
    field.set_answer(answer)
    field.set_answer({"unknown": True})
    field.set_answer(None)
    assert said == []
