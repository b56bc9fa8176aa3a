"""The editor that fits a row of the reading."""

from appealwriter.base.i18n import language
from appealwriter.model.case import Case
from appealwriter.model.place import look
from appealwriter.model.reading import Reading
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.answers.days import DayAnswer
from appealwriter.ui.pages.answers.id_lists import IdsAnswer
from appealwriter.ui.pages.reading import settle
from appealwriter.ui.pages.reading.choice import reason_options
from appealwriter.ui.pages.reading.editors import (
    AnswerEditor,
    ChoiceEditor,
    Editor,
    PlatformEditor,
)
from appealwriter.ui.session import Session

_LIST_KINDS = {"asins": "asins", "order_ids": "orders", "case_ids": "ids", "brands": "ids"}


def make_editor(session: Session, row: str, name: str, reading: Reading) -> Editor:
    """An editor for `row`, called `name`, that changes the session's case."""
    case, shelf = session.case, session.workshop.shelf
    if row == "platform":
        return _platform(session, case, shelf)
    if row == "date":
        return _live(session, row, AnswerEditor(DayAnswer(name, session.today()), case.notice.date))
    if row == "deadline":
        return _deadline(session, case, name)
    if row in _LIST_KINDS:
        field = IdsAnswer(_LIST_KINDS[row], name)
        return _live(session, row, AnswerEditor(field, getattr(case.notice, row)), empty=())
    return _choice(session, case, row, name, reading)


def demand_options(shelf: Shelf) -> list[tuple[str, str]]:
    """Everything a notice may ask for."""
    return [(key, words.any(language())) for key, words in shelf.terms["asks_for"].items()]


def _choice(session: Session, case: Case, row: str, name: str, reading: Reading) -> Editor:
    shelf = session.workshop.shelf
    if row == "reason":
        likely = tuple(one.reason for one in reading.candidates)
        value = case.reason_detail or case.reason
        editor = ChoiceEditor(name, reason_options(shelf, case.platform, likely), value)
        editor.changed.connect(
            lambda key: session.edit(settle.choose_reason(session.case, shelf.platforms, key))
        )
        return editor
    if row == "kind":
        kinds = [(key, words.any(language())) for key, words in shelf.terms["kind"].items()]
        editor = ChoiceEditor(name, kinds, case.notice.kind)
    else:
        demand = look(case.notice.demands, row)
        editor = ChoiceEditor(name, demand_options(shelf), demand.asks_for if demand else "")
    return _live(session, row, editor)


def _platform(session: Session, case: Case, shelf: Shelf) -> Editor:
    known = [(one.id, one.name.any(language())) for one in shelf.platforms.values()]
    editor = PlatformEditor(known, case.platform, case.marketplace)
    editor.changed.connect(
        lambda key: session.edit(settle.choose_platform(session.case, shelf.platforms, key))
    )
    editor.marketplace_changed.connect(
        lambda place: session.edit(settle.choose_marketplace(session.case, place), "marketplace")
    )
    return editor


def _deadline(session: Session, case: Case, name: str) -> Editor:
    day = settle.deadline_day(case)
    editor = AnswerEditor(DayAnswer(name, session.today()), day)
    editor.changed.connect(
        lambda answer: session.edit(
            settle.change(session.case, "deadline", settle.deadline_on(session.case, answer or "")),
            "notice/deadline",
        )
    )
    return editor


def _live(session: Session, row: str, editor: Editor, empty: object = "") -> Editor:
    """What is typed is in the case at once."""
    editor.changed.connect(
        lambda answer: session.edit(
            settle.change(session.case, row, empty if answer is None else answer), f"notice/{row}"
        )
    )
    return editor
