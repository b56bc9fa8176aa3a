"""Answers from a file, judged by what the playbook means by them."""

import difflib
from collections.abc import Callable

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import listed, tr
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case
from appealwriter.model.terms import PART_OF
from appealwriter.playbooks.loader import ALIASES, RESERVED
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import CHOICES, SlotSpec, read_value


def answer_check(shelf: Shelf, case: Case) -> Callable[[str, str, Answer], str | None]:
    """A judge for `store.answers.fill`: says what is wrong with an answer, or None."""

    def check(path: str, name: str, answer: Answer) -> str | None:
        try:
            if path.startswith("evidence/"):
                _check_kind(shelf, case, str(answer))
            else:
                spec = _spec(shelf, case, path, name)
                _check_choice(spec, answer)
                read_value(spec, answer)
        except BadInput as error:
            return str(error)
        return None

    return check


def check_phrases(shelf: Shelf, case: Case) -> None:
    """Raise BadInput where an item names a phrase that no playbook has."""
    for key, part in PART_OF.items():
        for n, item in enumerate(getattr(case, key)):
            if item.phrase and shelf.phrase(case, item.phrase, part) is None:
                known = [phrase.id for phrase in shelf.offered(case, part)]
                names = [name.rpartition(":")[2] for name in known]
                raise BadInput(
                    tr(
                        "{path}: {problem}", path=f"{key}/{n}/phrase", problem=_unknown(item.phrase)
                    ),
                    _did_you_mean(item.phrase, [*known, *names]),
                )


def _check_kind(shelf: Shelf, case: Case, kind: str) -> None:
    known = [each.id for book in shelf.books_for(case) for each in book.evidence]
    if kind not in known:
        raise BadInput(_unknown(kind), _did_you_mean(kind, known))


def _check_choice(spec: SlotSpec, answer: Answer) -> None:
    """A mistyped id gets the nearest one; a list of forty ids helps nobody."""
    if spec.type in CHOICES and isinstance(answer, str) and answer not in spec.choices:
        raise BadInput(_unknown(answer), _did_you_mean(answer, list(spec.choices)))


def _spec(shelf: Shelf, case: Case, path: str, name: str) -> SlotSpec:
    """What stands at "facts/<id>", "causes/0/slots/<slot>" or "causes/0/found_by"."""
    head, _, rest = path.partition("/")
    if head == "facts":
        book = shelf.for_case(case)
        return book.fact(name) or _refuse(name, [fact.id for fact in book.facts])
    if not rest.partition("/")[2].startswith("slots/"):
        return _field(shelf, rest.partition("/")[2])
    return _slot(shelf, case, PART_OF[head], name, rest.partition("/slots/")[2])


def _field(shelf: Shelf, name: str) -> SlotSpec:
    """A choice that belongs to the entry itself, such as an action's role."""
    kind = ALIASES.get(name, name)
    return SlotSpec(name, kind, choices=shelf.vocabulary[kind])


def _slot(shelf: Shelf, case: Case, part: str, ref: str, slot: str) -> SlotSpec:
    if slot in RESERVED[part]:
        field = "role" if slot == "who" else slot
        raise BadInput(
            tr("“{slot}” is no slot but a field of the entry itself.", slot=slot),
            tr("Write it beside “slots”, as “{field}”.", field=field),
        )
    if not ref:
        raise BadInput(
            tr("Only a phrase has slots, and this entry names none."),
            tr("Name its “phrase”, or write the value into “own”."),
        )
    phrase = shelf.phrase(case, ref, part)
    if phrase is None:
        known = [each.name for each in shelf.offered(case, part)]
        raise BadInput(_unknown(ref), _did_you_mean(ref, known))
    own = [name for name in phrase.slots if name not in RESERVED[part]]
    return phrase.slots.get(slot) or _refuse(slot, own)


def _refuse(name: str, known: list[str]) -> SlotSpec:
    raise BadInput(_unknown(name), _did_you_mean(name, known))


def _unknown(name: str) -> str:
    return tr("“{id}” is not known.", id=name[:80])


def _did_you_mean(given: str, known: list[str]) -> str:
    close = difflib.get_close_matches(given[:80], known, 1)
    if close:
        return tr("Did you mean “{key}”?", key=close[0])
    if not known:
        return tr("There are none here.")
    return tr("Choose one of: {choices}.", choices=listed(known))
