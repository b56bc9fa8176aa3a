"""The parts: what the person does is told once, what the program shows disturbs nobody."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from appealwriter.ui import theme
from appealwriter.ui.parts import (
    Banner,
    Cell,
    Chip,
    ChoiceField,
    DataTable,
    DateField,
    FindingLine,
    FindingList,
    FindingView,
    FlowLayout,
    GrowingText,
    IgnoredView,
    LineField,
    PhraseRow,
    QuestionBlock,
    ReadingRow,
    ReadingView,
    RowColumn,
    RowList,
    RowView,
    Segmented,
    Slot,
    StepRail,
    StepView,
    TableColumn,
    UndoBar,
    WordsField,
)
from appealwriter.ui.parts.flow import Box, arrange
from appealwriter.ui.parts.phrase_words import read_pieces

# Qt's offscreen screen says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Show = Callable[..., None]
TODAY = date(2026, 11, 21)


@pytest.fixture
def show(qtbot, qapp: QApplication) -> Iterator[Show]:
    """Shows a part in a window that also holds a place for the focus to go to."""
    theme.apply(qapp, "light", "zh")
    windows = []

    def shown(part: QWidget, width: int = 600) -> None:
        window = QWidget()
        windows.append(window)  # qtbot holds it only weakly
        column = QVBoxLayout(window)
        column.addWidget(part)
        column.addWidget(QLineEdit(objectName="elsewhere"))
        column.addStretch(1)
        window.resize(width, 500)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        elsewhere(part)

    yield shown
    windows.clear()


def elsewhere(part: QWidget) -> None:
    """Leave the part."""
    part.window().findChild(QLineEdit, "elsewhere").setFocus()


def heard(signal) -> list:
    """What a signal says from now on; several values as a tuple."""
    said: list = []
    signal.connect(lambda *values: said.append(values[0] if len(values) == 1 else values))
    return said


def key(widget: QWidget, pressed: Qt.Key, held=Qt.KeyboardModifier.NoModifier) -> None:
    from pytestqt.qtbot import QtBot  # noqa: PLC0415

    QtBot.keyClick(widget, pressed, held)


def compose(widget: QWidget, preedit: str = "", commit: str = "") -> None:
    """One step of an input method: what is being composed, and what is written."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


# Fields


def test_a_field_tells_what_is_typed_and_not_what_is_shown(show: Show, qtbot) -> None:
    field = LineField("Shop")
    show(field)
    said = heard(field.edited)
    field.set_value("Brightpine")
    assert said == []
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Nord  haven")
    assert said[-1] == "Nord haven"


def test_a_value_from_outside_never_replaces_what_is_being_typed(show: Show, qtbot) -> None:
    line, text = LineField(), GrowingText()
    for field in (line, text):
        show(field)
        field.setFocus()
        qtbot.keyClicks(field, "mine")
        field.set_value("theirs")
        assert field.value() == "mine"
        elsewhere(field)
        field.set_value("theirs")
        assert field.value() == "theirs"


@pytest.mark.parametrize("make", [LineField, GrowingText])
def test_nothing_is_told_while_an_input_method_composes(show: Show, make) -> None:
    field = make()
    show(field)
    field.setFocus()
    said = heard(field.edited)
    compose(field, preedit="cang ku")
    assert said == []
    compose(field, commit="仓库")
    assert said == ["仓库"]


def test_pasted_text_loses_what_no_document_can_hold(show: Show) -> None:
    field = GrowingText()
    show(field)
    field.setFocus()
    pasted = QMimeData()
    pasted.setText("one\r\ntwo\u200b")
    field.insertFromMimeData(pasted)
    assert field.value() == "one\ntwo"


def test_a_growing_field_is_as_high_as_its_text(show: Show) -> None:
    field = GrowingText(most_lines=4)
    show(field, 300)
    one = field.height()
    field.set_value("a\nb\nc")
    three = field.height()
    field.set_value("\n".join("abcdefghi"))
    assert one < 40
    assert one < three < field.height() < 2 * three


def test_own_words_come_as_a_pair(show: Show, qtbot) -> None:
    field = WordsField("自己的话", "英文")
    show(field)
    said = heard(field.edited)
    field.set_value("标签", "")
    field.letter.setFocus()
    qtbot.keyClicks(field.letter, "Tag")
    assert said[-1] == ("标签", "Tag")
    assert WordsField("Own words").letter.isHidden()


def test_the_wheel_changes_a_choice_only_where_the_person_is(show: Show) -> None:
    field = ChoiceField([("a", "A"), ("b", "B")])
    show(field)
    field.set_value("a")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() == "a"


def test_a_choice_tells_only_what_the_person_chose(show: Show) -> None:
    field = ChoiceField([("a", "A"), ("b", "B")], own_words="自己的话…", placeholder="岗位")
    show(field)
    said = heard(field.chosen)
    field.set_value("b")
    field.set_options([("b", "B"), ("c", "C")])
    assert (said, field.value()) == ([], "b")
    field.setFocus()
    key(field, Qt.Key.Key_Down)
    assert said == ["c"]
    field.set_value("unknown")
    assert field.value() == ""


# Days


def day_field(show: Show) -> DateField:
    field = DateField("完成日期", today=TODAY)
    show(field)
    return field


def test_a_day_is_told_in_iso_and_said_in_the_language_once_left(show: Show, qtbot) -> None:
    field = day_field(show)
    said = heard(field.changed)
    field.setFocus()
    qtbot.keyClicks(field, "11.19")
    assert said[-1] == "2026-11-19"
    elsewhere(field)
    assert field.text() == "2026年11月19日"
    assert len(said) == 5


def test_a_text_that_is_no_day_is_kept_and_told_as_it_is(show: Show, qtbot) -> None:
    field = day_field(show)
    said = heard(field.changed)
    field.setFocus()
    qtbot.keyClicks(field, "after the fair")
    elsewhere(field)
    assert said[-1] == field.text() == "after the fair"
    assert not field.readable()
    assert field.property("level") == "weak"


def test_t_is_today_and_the_arrows_go_day_by_day(show: Show) -> None:
    field = day_field(show)
    said = heard(field.changed)
    field.setFocus()
    key(field, Qt.Key.Key_T)
    key(field, Qt.Key.Key_Up)
    key(field, Qt.Key.Key_Down)
    key(field, Qt.Key.Key_Down)
    assert said == ["2026-11-21", "2026-11-22", "2026-11-21", "2026-11-20"]


def test_a_t_inside_a_month_is_a_letter(show: Show, qtbot) -> None:
    field = day_field(show)
    field.setFocus()
    qtbot.keyClicks(field, "3 oct 2026")
    assert field.value() == "2026-10-03"


def test_the_calendar_opens_by_key_and_gives_a_day(show: Show, qtbot) -> None:
    field = day_field(show)
    said = heard(field.changed)
    field.set_value("2026-11-03")
    field.setFocus()
    key(field, Qt.Key.Key_F4)
    calendar = field._calendar
    assert calendar is not None
    assert calendar.isVisible()
    calendar.activated.emit(calendar.selectedDate().addDays(2))
    assert said == ["2026-11-05"]
    assert not calendar.isVisible()


# Lines of things


def test_punctuation_stays_on_the_line_of_its_word() -> None:
    places, _ = arrange([Box(50, 10), Box(50, 10), Box(8, 10, glued=True)], 105, 2)
    assert [place.y() for place in places] == [0, 12, 12]


def test_a_thing_wider_than_the_line_has_a_line_for_itself() -> None:
    places, height = arrange([Box(20, 10), Box(300, 10), Box(20, 10)], 100, 0)
    assert [place.y() for place in places] == [0, 10, 20]
    assert height == 30


def test_a_flow_grows_downwards_when_it_is_narrow(qapp: QApplication) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    for number in range(6):
        flow.addWidget(Chip(f"Exhibit {number}"))
    assert flow.heightForWidth(120) > flow.heightForWidth(900)


# Phrases


def test_words_are_cut_where_a_line_may_break() -> None:
    items = read_pieces(
        ["批次（", Slot("n", "数量"), " 件），FBA only ", Slot("d", "日期"), "。"], 4
    )
    assert [item.word or item.key for item in items] == [
        "批",
        "次",
        "（",
        "n",
        "件",
        "）",
        "，",
        "FBA",
        "only",
        "d",
        "。",
    ]
    assert [item.word or item.key for item in items if item.glued] == ["n", "）", "，", "。"]


CHOICES = (("label", "序列标签"), ("seal", "封口"))


def phrase(show: Show) -> PhraseRow:
    row = PhraseRow(
        [
            "批次 ",
            Slot("batch", "批次号"),
            "（",
            Slot("count", "数量", "count", "1,200"),
            " 件）漏了 ",
            Slot("what", "漏了什么", "choice", "", CHOICES, own_words="自己的话…"),
            "。",
        ]
    )
    show(row)
    return row


def inside(row: PhraseRow, name: str, number: int = 0) -> QWidget:
    return row.field(name)._fields[number]


def test_a_slot_tells_its_key_and_what_was_typed(show: Show, qtbot) -> None:
    row = phrase(show)
    said = heard(row.edited)
    row.focus_slot("batch")
    qtbot.keyClicks(QApplication.focusWidget(), "26")
    assert said == [("batch", "2"), ("batch", "26")]


def test_the_first_empty_slot_is_where_writing_begins(show: Show) -> None:
    row = phrase(show)
    row.update_values({"batch": "2608-B"})
    row.focus_slot()
    assert QApplication.focusWidget() is inside(row, "what", 1)


def test_values_from_outside_leave_the_slot_with_focus_alone(show: Show, qtbot) -> None:
    row = phrase(show)
    row.focus_slot("batch")
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "26")
    row.update_values({"batch": "other", "count": "7"})
    again = ["批次 ", Slot("batch", "批次号", value="other"), " 是新的。"]
    row.set_pieces(again)
    assert QApplication.focusWidget() is field
    assert field.text() == "26"
    assert row.slots() == ("batch",)


def test_a_choice_of_own_words_opens_a_field_for_them(show: Show, qtbot) -> None:
    row = phrase(show)
    chosen, own = heard(row.edited), heard(row.own_edited)
    choice = inside(row, "what", 1)
    choice.setFocus()
    choice.activated.emit(choice.findData("seal"))
    assert chosen == [("what", "seal")]
    choice.setCurrentIndex(choice.findData("own"))
    choice.activated.emit(choice.findData("own"))
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert own[-1] == ("what", "x")
    row.set_tag("what", "要英文")
    tags = heard(row.tag_clicked)
    row.field("what")._tag.click()
    assert tags == ["what"]


def test_a_period_and_an_amount_come_in_two_parts(show: Show, qtbot) -> None:
    money = (("USD", "USD"), ("EUR", "EUR"))
    row = PhraseRow(
        [
            Slot("when", "期间", "period", ("2026-09-03", "")),
            Slot("sum", "金额", "money", ("12.50", "USD"), money),
        ]
    )
    show(row)
    said = heard(row.edited)
    inside(row, "when", 1).setFocus()
    qtbot.keyClicks(inside(row, "when", 1), "2026-11-12")
    inside(row, "sum").setFocus()
    qtbot.keyClicks(inside(row, "sum"), "0")
    assert said[-2:] == [("when", ("2026-09-03", "2026-11-12")), ("sum", ("012.50", "USD"))]


def test_a_phrase_keeps_its_fields_in_its_width(show: Show) -> None:
    row = phrase(show)
    for width in (600, 260):
        row.window().resize(width, 500)
        QApplication.processEvents()
        fields = [row.field(name) for name in row.slots()]
        assert max(field.geometry().right() for field in fields) <= row.width()
        assert max(field.geometry().bottom() for field in fields) <= row.height()


def test_an_empty_slot_is_dashed_and_says_its_name(show: Show) -> None:
    row = phrase(show)
    field = inside(row, "batch")
    assert field.placeholderText() == field.accessibleName() == "批次号"
    assert field.property("empty") is True
    row.update_values({"batch": "2608-B"})
    assert field.property("empty") is False


# Questions


def test_a_finding_stands_at_its_question_until_it_is_taken_away(show: Show) -> None:
    field = LineField()
    block = QuestionBlock("查什么？", "平台逐条看。", field)
    show(block)
    assert field.accessibleName() == "查什么？"
    block.set_finding("weak", "没有说明谁。")
    assert field.property("level") == "weak"
    assert "没有说明谁。" in field.accessibleDescription()
    assert block._finding.isVisible()
    block.set_finding("")
    assert field.property("level") == ""
    assert not block._finding.isVisible()


def test_a_question_tells_when_its_field_is_left(show: Show) -> None:
    block = QuestionBlock("Q", "", LineField())
    show(block)
    said = heard(block.left)
    block.focus_field()
    elsewhere(block)
    assert len(said) == 1


# Rows


def rows(*names: str) -> list[RowView]:
    return [RowView(name, "complete", "完成", f"title {name}", ("11月19日",)) for name in names]


@pytest.fixture
def row_list(show: Show) -> RowList:
    columns = [RowColumn("做了什么"), RowColumn("完成日期", 80)]
    made = RowList(columns, lambda name: LineField(f"editor {name}"))
    made.set_rows(rows("a", "b", "c"))
    show(made)
    return made


def line_of(made: RowList, name: str) -> QWidget:
    return made._cards[name].line


def test_opening_a_row_closes_the_other(row_list: RowList) -> None:
    opened, closed = heard(row_list.opened), []
    row_list.closed.connect(lambda: closed.append(1))
    key(line_of(row_list, "a"), Qt.Key.Key_Return)
    key(line_of(row_list, "b"), Qt.Key.Key_Space)
    assert (opened, row_list.open_id(), closed) == (["a", "b"], "b", [])
    row_list.editor_widget().setFocus()
    key(row_list.editor_widget(), Qt.Key.Key_Escape)
    assert (row_list.open_id(), closed) == ("", [1])
    assert line_of(row_list, "b").hasFocus()


def test_the_open_editor_survives_every_change_around_it(row_list: RowList, qtbot) -> None:
    row_list.open_row("b")
    editor = row_list.editor_widget()
    editor.setFocus()
    qtbot.keyClicks(editor, "half a wo")
    row_list.set_rows(rows("d", "b", "a"))
    assert row_list.editor_widget() is editor
    assert editor.hasFocus()
    assert editor.text() == "half a wo"
    row_list.set_rows(rows("d"))
    assert row_list.open_id() == ""


def test_rows_answer_the_keys_of_the_plan(row_list: RowList) -> None:
    moved, doubled = heard(row_list.moved), heard(row_list.doubled)
    removed = heard(row_list.removed)
    first = line_of(row_list, "a")
    first.setFocus()
    key(first, Qt.Key.Key_Down)
    assert line_of(row_list, "b").hasFocus()
    key(line_of(row_list, "b"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    key(line_of(row_list, "b"), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    key(line_of(row_list, "b"), Qt.Key.Key_Delete)
    assert (moved, doubled, removed) == ([("b", -1)], ["b"], ["b"])


def test_a_row_speaks_its_whole_line(row_list: RowList) -> None:
    view = RowView("a", "plan", "计划", "补贴标签", ("没有日期",), (("e4", "附件 4"),), "先算计划")
    row_list.set_rows([view])
    line = line_of(row_list, "a")
    assert line.accessibleName() == "计划, 补贴标签, 没有日期, 附件 4"
    assert line.accessibleDescription() == "先算计划"


def test_chips_and_note_buttons_of_a_row_tell_which(row_list: RowList) -> None:
    chips, actions = heard(row_list.chip_clicked), heard(row_list.action)
    view = RowView(
        "a", "plan", "计划", "x", ("—",), (("e4", "附件 4"),), "note", actions=(("date", "填日期"),)
    )
    row_list.set_rows([view])
    line = line_of(row_list, "a")
    line._chips.findChild(Chip)._name.click()
    line._actions[0].click()
    assert (chips, actions) == ([("a", "e4")], [("a", "date")])


def test_long_titles_make_a_row_higher_inside_a_scrolling_page(row_list: RowList, qtbot) -> None:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(row_list)
    qtbot.addWidget(area)
    area.resize(360, 300)
    area.show()
    low = line_of(row_list, "a").height()
    long = RowView("a", "complete", "готово", "Вернули деньги по восьми заказам с жалобами", ("—",))
    row_list.set_rows([long])
    qtbot.waitUntil(lambda: line_of(row_list, "a").height() > low)
    title = line_of(row_list, "a")._title
    assert title.height() >= title.heightForWidth(title.width())


def test_a_narrow_row_keeps_room_for_its_title(row_list: RowList, qtbot) -> None:
    row_list.window().resize(360, 500)
    line = line_of(row_list, "a")
    qtbot.waitUntil(lambda: line.width() < 360)
    assert line._title.width() > 0.2 * line.width()
    assert line._cells[0].geometry().right() <= line.width()


def test_a_part_without_a_page_never_opens_a_window_of_its_own(show: Show) -> None:
    slot = Slot("k", "label", "choice", "mine", CHOICES, own=True, tag="要英文")
    parts = [
        FindingLine("weak", "words"),
        QuestionBlock("Q", "why", LineField()),
        RowList([RowColumn("t")], LineField, header=False),
        PhraseRow([slot]),
        ReadingRow(ReadingView("a", "l", "v", "sub", (1,), "not_sure")),
        FindingList(),
    ]
    parts[2].set_rows([RowView("a", "plan", "s", "t", (), (("e", "chip"),), "note")])
    parts[5].set_findings(FINDINGS)
    parts[0].set_finding("missing", "words")
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


def test_a_finding_said_before_the_page_stands_is_seen_on_it(show: Show) -> None:
    line = FindingLine()
    line.set_finding("weak", "words")
    show(line)
    assert line.isVisible()


# Readings


def test_a_reading_is_answered_by_key_and_by_button(show: Show) -> None:
    row = ReadingRow(ReadingView("due", "截止", "2026年11月24日", numbers=(4,)))
    show(row)
    yes, change, no = heard(row.confirmed), heard(row.change), heard(row.rejected)
    numbers = heard(row.number_clicked)
    row.setFocus()
    for pressed in (Qt.Key.Key_R, Qt.Key.Key_C, Qt.Key.Key_N):
        key(row, pressed)
    row._segments.button("right").click()
    row._line.itemAt(1).widget().click()
    assert (yes, change, no, numbers) == (["due", "due"], ["due"], ["due"], [("due", 4)])


def test_each_state_of_a_reading_has_its_own_look_and_words(show: Show) -> None:
    view = ReadingView("due", "截止", "11月24日", state="read")
    row = ReadingRow(view)
    show(row)
    spoken = {row.accessibleName()}
    for state in ("confirmed", "not_sure", "rejected"):
        row.set_view(ReadingView("due", "截止", "11月24日", state=state))
        spoken.add(row.accessibleName())
        assert row._segments.isVisible() == (state == "not_sure")
        assert row._sign.isVisible() == (state == "not_sure")
    assert len(spoken) == 4
    undone = heard(row.undone)
    row._again.click()
    assert undone == ["due"]


# Findings

FINDINGS = [
    FindingView("f1", "missing", "原因 2 还没有预防措施。", group="第 6 步"),
    FindingView("f2", "weak", "没有说明谁。", "写岗位。", "不能核实。", "采购主管。", "第 6 步"),
]


def test_findings_open_one_at_a_time_and_step_round(show: Show) -> None:
    made = FindingList()
    show(made)
    made.set_findings(FINDINGS)
    made.step(1)
    made.step(1)
    assert made.open_id() == "f2"
    assert made._rows["f2"].hasFocus()
    made.step(1)
    assert made.open_id() == "f1"
    made.step(-1)
    assert made.open_id() == "f2"


def test_a_finding_leads_to_its_field_and_can_be_ignored_and_brought_back(show: Show) -> None:
    made = FindingList()
    show(made)
    made.set_findings(FINDINGS, [IgnoredView("f3", "advice", "可以合并。", "看不清。", "13:58")])
    went, ignored, back = heard(made.go_to), heard(made.ignore), heard(made.bring_back)
    key(made._rows["f1"], Qt.Key.Key_Return)
    key(made._rows["f2"], Qt.Key.Key_I)
    made._toggle_fold()
    made._extras[-1].bring_back.emit()
    assert (went, ignored, back) == (["f1"], ["f2"], ["f3"])


def test_the_open_finding_stays_open_while_others_come_and_go(show: Show) -> None:
    made = FindingList()
    show(made)
    made.set_findings(FINDINGS)
    made.open_finding("f2")
    made.set_findings(FINDINGS[1:])
    assert made.open_id() == "f2"
    made.set_findings([])
    assert made.open_id() == ""


# Bars, rail, segments, tables


def test_markup_in_a_banner_is_shown_and_not_obeyed(show: Show) -> None:
    bar = Banner("weak", "a <b>file</b>", strong="Open elsewhere.", buttons=[("edit", "Edit")])
    show(bar)
    assert "&lt;b&gt;" in bar._text.text()
    assert bar.accessibleName() == "Open elsewhere. a <b>file</b>"


def test_a_removal_can_be_taken_back_until_the_next_change(show: Show) -> None:
    bar = UndoBar()
    show(bar)
    undone = []
    bar.undo.connect(lambda: undone.append(1))
    assert not bar.isVisible()
    bar.offer("Removed.")
    assert bar.isVisible()
    bar.withdraw()
    assert (bar.isVisible(), undone) == (False, [])


STEPS = [
    StepView(1, "通知", "complete", "完成"),
    StepView(2, "事实", "in_progress", "进行中 · 缺 1"),
]


def test_the_rail_tells_which_step_is_wanted_and_speaks_its_state(show: Show) -> None:
    rail = StepRail()
    rail.set_steps(STEPS)
    rail.set_current(1)
    show(rail)
    said = heard(rail.chosen)
    rail.setFocus()
    key(rail, Qt.Key.Key_Down)
    assert said == []
    key(rail, Qt.Key.Key_Return)
    assert said == [2]
    model = rail.model()
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert "事实" in spoken
    assert "缺 1" in spoken


def test_a_narrow_rail_tells_the_name_in_its_tooltip(show: Show) -> None:
    rail = StepRail()
    rail.set_steps(STEPS)
    show(rail)
    tip = Qt.ItemDataRole.ToolTipRole
    assert rail.model().data(rail.model().index(0), tip) is None
    rail.set_narrow(True)
    assert rail.width() == 56
    assert rail.model().data(rail.model().index(0), tip) == "通知\n完成"


def test_one_segment_is_chosen_at_a_time(show: Show) -> None:
    made = Segmented([("all", "全部"), ("step", "这一步")], value="all")
    show(made)
    said = heard(made.chosen)
    made.set_value("step")
    made.button("all").click()
    assert (said, made.value()) == (["all"], "all")


@pytest.fixture
def table(show: Show) -> DataTable:
    made = DataTable([TableColumn("要求", 90), TableColumn("段落"), TableColumn("附件", 90)])
    made.set_rows(
        [
            [Cell("1"), Cell("第 1 部分", link=True), Cell("附件 1", link=True)],
            [Cell("2", "name, phone", letter="en"), Cell("—"), Cell("附件 2", link=True)],
        ]
    )
    show(made)
    return made


def test_links_in_a_table_follow_keyboard_and_mouse(table: DataTable, qtbot) -> None:
    said = heard(table.link_clicked)
    table.setFocus()
    table.set_current_row(0)
    key(table, Qt.Key.Key_Right)
    key(table, Qt.Key.Key_Right)
    key(table, Qt.Key.Key_Return)
    spot = table.visualRect(table.model().index(1, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    spot = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert said == [(0, 2), (1, 2)]


def test_a_row_of_a_table_is_moved_and_opened_by_key(table: DataTable) -> None:
    moved, opened, chosen = heard(table.moved), heard(table.activated_row), heard(table.row_chosen)
    table.set_current_row(0)
    assert chosen == []
    key(table, Qt.Key.Key_Down)
    key(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    key(table, Qt.Key.Key_Return)
    assert (chosen, moved, opened) == ([1], [(1, -1)], [1])


def test_a_table_is_as_high_as_its_rows(table: DataTable) -> None:
    before = table.height()
    rows_now = [[Cell(str(n), "sub"), Cell("x"), Cell("y")] for n in range(5)]
    table.set_rows(rows_now)
    assert table.height() > before
    last = table.visualRect(table.model().index(4, 0))
    assert last.bottom() <= table.viewport().height()
