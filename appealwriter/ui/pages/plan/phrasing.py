"""Which sentence an item is answered in: the letter's own wording, in the person's language."""

from appealwriter.base.i18n import language
from appealwriter.base.words import Words
from appealwriter.letter.wording import pick
from appealwriter.model import place
from appealwriter.model.case import CorrectiveAction
from appealwriter.model.terms import Deed
from appealwriter.playbooks.book import Phrase
from appealwriter.playbooks.slots import SlotSpec
from appealwriter.ui.pages.plan.gaps import Gap, Layout, Piece
from appealwriter.ui.pages.plan.words import Item, gap_name, phrase_of, slot_name, slot_place
from appealwriter.ui.session import Session

_DATE = SlotSpec("date", "date", Words())
_COUNT = SlotSpec("count", "count", Words())
_SMALL = {"who"}  # the letter does without them


def phrase_pieces(session: Session, part: str, item_id: str) -> list[Piece]:
    """The sentence of a cause or a measure; empty where it has own words."""
    item = place.look(session.case, f"{part}/{item_id}")
    phrase = phrase_of(session, part, item) if item is not None else None
    if phrase is None:
        return []
    layout = _layout(phrase, item)
    layout.add(_wording(session, phrase, "say", f"{part}/{item_id}"))
    if part == "preventive":
        layout.pieces.append("。" if language() == "zh" else ".")
    return layout.pieces


def action_pieces(session: Session, item_id: str) -> list[Piece]:
    """The sentence of an action: the day first, what was done, and how much of it."""
    path = f"corrective/{item_id}"
    action = place.look(session.case, path)
    if action is None:
        return []
    phrase = phrase_of(session, "corrective", action)
    layout = _layout(phrase, action)
    planned = action.status is Deed.PLANNED
    if phrase is None:
        layout.add("{{ date }}")  # the words stand in a field of their own
    else:
        layout.add(_frame(session, "planned_action" if planned else "on_date"))
        layout.add(_wording(session, phrase, "plan" if planned else "say", path))
    if action.status is Deed.PARTLY:
        layout.add(_frame(session, "partly"))
    if phrase is not None:
        layout.add(_frame(session, "stop"))
    return layout.pieces


def frame_pieces(session: Session, name: str, spec: SlotSpec) -> list[Piece]:
    """A sentence of the letter that asks for one answer: how it was found, which period."""
    layout = Layout(lambda slot: Gap(slot, spec, slot_name(slot), optional=True))
    layout.add(_frame(session, name))
    return layout.pieces


def _layout(phrase: Phrase | None, item: Item) -> Layout:
    def find(name: str) -> Gap | None:
        if name == "date" and isinstance(item, CorrectiveAction):
            return Gap("done", _DATE, slot_name("date"))
        if phrase is not None and name in phrase.slots:
            spec = phrase.slots[name]
            optional = name in _SMALL or not spec.required
            return Gap(slot_place(item, name), spec, gap_name(phrase, name), optional)
        if name in ("count", "total"):
            return Gap(name, _COUNT, slot_name(name))
        return None

    return Layout(find, lambda _: _rest(item))


def _rest(item: Item) -> str:
    """What of a partly done action is still open."""
    try:
        return str(max(int(str(item.total)) - int(str(item.count)), 0))  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        return "…"


def _wording(session: Session, phrase: Phrase, key: str, path: str) -> str:
    """The wording the letter uses now, so that both languages say the same."""
    wordings = getattr(phrase, key)
    case = session.case
    choices = len(wordings.get(case.letter_language, ("",)))
    index = pick(case.id, f"{phrase.id}/{key}", choices, case.wording.get(path, 0))
    said = wordings[language()]
    return str(said[index % len(said)])


def _frame(session: Session, name: str) -> str:
    return session.workshop.frames[name][language()][0]
