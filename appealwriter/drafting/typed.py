"""Answers from a file, judged by what the playbook means by them."""

import difflib
from collections.abc import Callable

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import listed, tr
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import SlotSpec, read_value

_PARTS = {"causes": "cause", "corrective": "corrective", "preventive": "preventive"}


def answer_check(shelf: Shelf, case: Case) -> Callable[[str, str, Answer], str | None]:
    """A judge for `store.answers.fill`: says what is wrong with an answer, or None."""

    def check(path: str, name: str, answer: Answer) -> str | None:
        try:
            read_value(_spec(shelf, case, path, name), answer)
        except BadInput as error:
            return str(error)
        return None

    return check


def check_phrases(shelf: Shelf, case: Case) -> None:
    """Raise BadInput where an item names a phrase that no playbook has."""
    for key, part in _PARTS.items():
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


def _spec(shelf: Shelf, case: Case, path: str, name: str) -> SlotSpec:
    head, _, slot = path.partition("/")
    slot = path.rpartition("/")[2]
    if head == "facts":
        book = shelf.for_case(case)
        spec = book.fact(name)
        known = [fact.id for fact in book.facts]
    else:
        phrase = shelf.phrase(case, name, _PARTS[head])
        if phrase is None:
            raise BadInput(_unknown(name))
        spec = phrase.slots.get(slot)
        known = list(phrase.slots)
    if spec is None:
        raise BadInput(_unknown(slot), _did_you_mean(slot, known))
    return spec


def _unknown(name: str) -> str:
    return tr("“{id}” is not known.", id=name)


def _did_you_mean(given: str, known: list[str]) -> str:
    close = difflib.get_close_matches(given, known, 1)
    if close:
        return tr("Did you mean “{key}”?", key=close[0])
    return tr("Choose one of: {choices}.", choices=listed(known))
