"""From a phrase to a sentence with gaps on the screen, and from what is typed back to answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from appealwriter.base.i18n import language, listed, tr
from appealwriter.base.text import split_ids
from appealwriter.base.words import LANGUAGES
from appealwriter.model.answers import Answer, is_unknown
from appealwriter.playbooks import phrases
from appealwriter.playbooks.slots import CHOICES, LISTS, SlotSpec
from appealwriter.playbooks.units import Units
from appealwriter.ui.parts import Slot
from appealwriter.ui.parts.slots import SlotValue

_CURRENCIES = ("USD", "EUR", "GBP", "CAD", "AUD", "JPY", "CNY", "HKD", "RUB")
_KINDS = ("count", "percent", "date", "period", "money")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a sentence: where its answer stands below the item (`place`), what it means, what
    it is called, and whether the sentence does without it. `noun` is the unit it counts."""

    place: str
    spec: SlotSpec
    label: str
    optional: bool = False
    noun: str = ""
    case: str = ""


Piece: TypeAlias = str | Gap


@dataclass
class Layout:
    """The pieces of one sentence while it is laid out.

    `find` gives the gap for a slot's name, None where the slot is only shown; `known` says what
    stands there then. Each gap stands once; said again, it is only named.
    """

    find: Callable[[str], Gap | None]
    known: Callable[[str], str] = lambda _: "…"
    pieces: list[Piece] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add(self, template: str) -> None:
        """Put the phrase `template` behind what is there."""
        self.pieces += self._lay(phrases.parse(template), optional=False)

    def _lay(self, pieces: tuple[phrases.Piece, ...], *, optional: bool) -> Iterator[Piece]:
        for piece in pieces:
            if isinstance(piece, phrases.Text):
                yield piece.text
            elif isinstance(piece, phrases.Slot):
                yield self._slot(piece, optional=optional)
            elif phrases.slots_of(piece.pieces):
                yield from self._lay(piece.pieces, optional=True)
            else:
                yield from self._lay(piece.otherwise, optional=optional)

    def _slot(self, slot: phrases.Slot, *, optional: bool) -> Piece:
        gap = self.find(slot.name)
        if gap is None:
            return self.known(slot.name)
        if gap.place in self._seen:
            return gap.label
        self._seen.add(gap.place)
        noun, case = ("", "")
        if slot.form == "unit":
            noun, case = (*slot.args, "", "")[:2]
        optional = optional or gap.optional
        return Gap(gap.place, gap.spec, gap.label, optional, noun, case)


def plain(template: str, name: Callable[[str], str]) -> str:
    """A phrase as one line of text in which each slot is only named."""
    layout = Layout(lambda _: None, name)
    layout.add(template)
    return "".join(piece for piece in layout.pieces if isinstance(piece, str))


def slot_of(gap: Gap, answer: Answer, letter_language: str) -> Slot:
    """The field for `gap`, showing `answer` in the person's language."""
    spec = gap.spec
    name = tr("{what} (optional)", what=gap.label) if gap.optional else gap.label
    if spec.type in CHOICES:
        own = own_words(answer)
        options = tuple((key, words.any(language())) for key, words in spec.choices.items())
        options = (("", "—"), *options) if gap.optional else options
        return Slot(
            gap.place,
            name,
            "choice",
            value=str(answer or "") if own is None else own.get(language(), ""),
            options=options,
            own=own is not None,
            own_words=tr("Own words…"),
            tag=tag(answer, letter_language),
        )
    if spec.type in _KINDS:
        return Slot(
            gap.place, name, spec.type, _shown(spec.type, answer), options=_options(spec.type)
        )
    if spec.type in LISTS:
        return Slot(gap.place, name, "ids", _text(answer))
    return Slot(gap.place, name, "text", _text(answer), tag=tag(answer, letter_language))


def answer_of(spec: SlotSpec, raw: object, old: Answer) -> Answer:
    """What was typed or chosen, as the case keeps it."""
    if spec.type in LISTS:
        return split_ids(str(raw))
    if isinstance(raw, tuple):
        first, last = (str(part) for part in raw)
        if not first and not last:
            return None
        if spec.type == "money":
            return {"amount": first, "currency": last}
        return {"from": first, "to": last}
    text = str(raw)
    if spec.type == "text":
        return with_words(old if isinstance(old, Mapping) else {}, language(), text)
    return text or None


def own_answer(old: Answer, words: str) -> Answer:
    """A choice answered in the person's own words."""
    return {"own": with_words(own_words(old) or {}, language(), words)}


def in_letter_language(old: Answer, letter_language: str, words: str) -> Answer:
    """`old` own words or short text, with its twin in the letter's language."""
    own = own_words(old)
    if own is not None and isinstance(old, Mapping) and "own" in old:
        return {"own": with_words(own, letter_language, words)}
    return with_words(own or {}, letter_language, words)


def own_words(answer: Answer) -> dict[str, str] | None:
    """The languages of own words or of a short text; None for any other answer."""
    if not isinstance(answer, Mapping) or is_unknown(answer):
        return None
    inside = answer.get("own", answer)
    if not isinstance(inside, Mapping) or any(key not in LANGUAGES for key in inside):
        return None
    return {key: str(words) for key, words in inside.items()}


def needs_twin(answer: Answer, letter_language: str) -> bool:
    """True where words were said in another language than the letter's."""
    own = own_words(answer)
    return bool(own) and letter_language != language() and any(own.values() if own else ())


def tag(answer: Answer, letter_language: str) -> str:
    """The remark on own words that the letter cannot use yet."""
    own = own_words(answer)
    if not own or not needs_twin(answer, letter_language) or own.get(letter_language):
        return ""
    return {
        "en": tr("Needs English"),
        "ru": tr("Needs Russian"),
        "zh": tr("Needs Chinese"),
    }[letter_language]


def noun_of(gap: Gap, answer: Answer, units: Units) -> str:
    """The counted noun that follows a number, in the form that the number asks for."""
    try:
        number = int(str(answer))
    except ValueError:
        number = 5
    return units.form(gap.noun, language(), number, gap.case)


def with_words(words: Mapping[str, Answer], key: str, text: str) -> dict[str, Answer]:
    """`words` with `text` as what the language `key` says; empty languages fall away."""
    changed = {**words, key: text}
    return {name: said for name, said in changed.items() if said}


def _text(answer: Answer) -> str:
    if is_unknown(answer):
        return tr("not recorded")
    if isinstance(answer, tuple):
        return listed(str(part) for part in answer)
    own = own_words(answer)
    if own is not None:
        return own.get(language(), "")
    return "" if answer is None else str(answer)


def _shown(kind: str, answer: Answer) -> SlotValue:
    ends = {"period": ("from", "to"), "money": ("amount", "currency")}.get(kind)
    if ends is None or is_unknown(answer):
        return _text(answer)
    if not isinstance(answer, Mapping):
        return ("", "")
    first, last = (str(answer.get(end) or "") for end in ends)
    return (first, last)


def _options(kind: str) -> tuple[tuple[str, str], ...]:
    if kind == "money":
        return tuple((code, code) for code in _CURRENCIES)
    if kind == "period":
        return (("from", tr("first day")), ("to", tr("last day")))
    return ()
