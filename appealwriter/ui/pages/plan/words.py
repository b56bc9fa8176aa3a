"""What causes, actions, measures and exhibits are called on the pages of the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from appealwriter.base.dates import show_date
from appealwriter.base.i18n import language, listed, tr
from appealwriter.letter.scene import FIELDS
from appealwriter.letter.wording import pick
from appealwriter.model import place
from appealwriter.model.answers import Answer, is_empty, is_unknown
from appealwriter.model.case import Case, Cause, CorrectiveAction, Exhibit, Point, PreventiveMeasure
from appealwriter.model.finding import Finding
from appealwriter.model.letter import Letter, Sentence
from appealwriter.model.terms import PART_OF
from appealwriter.playbooks.book import Phrase
from appealwriter.playbooks.shelf import Shelf
from appealwriter.ui.pages.plan.gaps import own_words, plain
from appealwriter.ui.parts import sentences
from appealwriter.ui.session import Session

Item = Cause | CorrectiveAction | PreventiveMeasure | Point

NOTHING = "—"
_LONGEST = 90


def not_translated() -> str:
    """What stands under own words in two languages."""
    return tr(
        "Your own words are not translated: write the second field yourself or ask a colleague."
    )


def phrase_of(session: Session, part: str, item: Item) -> Phrase | None:
    """The phrase that an item of "causes", "corrective" or "preventive" speaks with; None where
    it has own words."""
    if item.own or not item.phrase:
        return None
    return session.workshop.shelf.phrase(session.case, item.phrase, PART_OF[part])


def title(session: Session, part: str, item: Item) -> str:
    """One line that an item is known by: its own words, else what its phrase is called."""
    phrase = phrase_of(session, part, item)
    words = phrase.label if phrase else item.own
    said = " ".join(words.any(language()).split())
    said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return said or tr("In your own words")


def cause_name(session: Session, number: int, cause: Cause) -> str:
    """ "Cause 1 · Handling time shorter than packing takes"."""
    return " · ".join((tr("Cause {n}", n=number), title(session, "causes", cause)))


def also_answering(session: Session, part: str, cause_id: str, here: Sequence[Item]) -> str:
    """The titles of what answers a cause and stands elsewhere than `here`."""
    seen = {item.id for item in here}
    return " · ".join(
        title(session, part, item)
        for item in place.look(session.case, part)
        if cause_id in item.answers and item.id not in seen
    )


def exhibit_name(case: Case, exhibit_id: str) -> str:
    """ "Exhibit 3", unbroken; "" for an exhibit the case does not have."""
    for number, exhibit in enumerate(case.evidence, 1):
        if exhibit.id == exhibit_id:
            return tr("Exhibit {n}", n=number).replace(" ", "\u00a0")
    return ""


def exhibit_chips(case: Case, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The exhibits that the case has, by id and name."""
    return tuple((key, name) for key in ids if (name := exhibit_name(case, key)))


def exhibit_title(exhibit: Exhibit) -> str:
    """What an exhibit is: its file, else its title."""
    return exhibit.file or exhibit.title.any(language())


def slot_name(name: str) -> str:
    """What the slots that belong to every action or measure are called; "" for others."""
    return {
        "who": tr("who"),
        "count": tr("how many"),
        "total": tr("of how many"),
        "owner": tr("who checks"),
        "rhythm": tr("how often"),
        "record": tr("where it is recorded"),
        "date": tr("date done"),
        "found_by": tr("how it was found"),
        "period": tr("period"),
    }.get(name, "")


def gap_name(phrase: Phrase, name: str) -> str:
    """What one slot of a phrase is called."""
    spec = phrase.slots.get(name)
    return (spec.label.any(language()) if spec else "") or slot_name(name) or name


def slot_place(item: Item, name: str) -> str:
    """Where the answer of a slot stands below its item."""
    own_field = FIELDS.get(name, "")
    return own_field if own_field and hasattr(item, own_field) else f"slots/{name}"


def outline(phrase: Phrase, wordings: str = "say") -> str:
    """A phrase as the person reads it, its gaps named in brackets."""
    said = getattr(phrase, wordings).get(language(), ("",))[0]
    return plain(said, lambda name: f"〔{gap_name(phrase, name)}〕")


def choice_words(shelf: Shelf, kind: str, answer: Answer) -> str:
    """A role, rhythm or record in the person's language; a dash while there is none."""
    own = own_words(answer)
    if own is not None:
        return own.get(language()) or next(iter(own.values()), NOTHING)
    known = shelf.vocabulary[kind].get(str(answer))
    return known.any(language()) if known else NOTHING


def shown_day(text: str, today: date) -> str:
    """A day without its year in the current year; unreadable text as it is."""
    return show_date(text, language(), year=not text.startswith(str(today.year))) or text


def how_many(shelf: Shelf, action: CorrectiveAction, phrase: Phrase | None) -> str:
    """ "380 / 412", else the first counted thing of the sentence: "8 orders"."""
    if not is_empty(action.count):
        return " / ".join(str(n) for n in (action.count, action.total) if not is_empty(n))
    for name, spec in phrase.slots.items() if phrase else ():
        answer = action.slots.get(name)
        if spec.type == "count" and not is_empty(answer) and not is_unknown(answer):
            return _counted(shelf, spec.unit, str(answer))
    return NOTHING


def _counted(shelf: Shelf, unit: str, number: str) -> str:
    if not unit or not number.isdecimal():
        return number
    return f"{number}\u00a0{shelf.units.form(unit, language(), int(number))}"


def sentence_at(letter: Letter, path: str) -> Sentence | None:
    """The letter's sentence about the item at `path`."""
    return next((sentence for sentence in letter.sentences() if sentence.path == path), None)


def wording_number(case: Case, path: str, sentence: Sentence | None) -> tuple[int, int]:
    """Which wording the letter uses, counted from 1, and of how many."""
    if sentence is None or sentence.choices < 2:
        return 1, 1
    turns = case.wording.get(path, 0)
    return pick(case.id, sentence.phrase, sentence.choices, turns) + 1, sentence.choices


def finding_words(session: Session, findings: Iterable[Finding]) -> tuple[str, str]:
    """The level and the words of the gravest of `findings`; ("", "") where there is none.

    Several empty gaps are named in one sentence.
    """
    wanted = list(findings)
    if not wanted:
        return "", ""
    order = ("missing", "weak", "advice")
    level = min((finding.level.value for finding in wanted), key=order.index)
    wanted = [finding for finding in wanted if finding.level == level]
    rule = session.workshop.rules[wanted[0].rule]
    same = [finding for finding in wanted if finding.rule == rule.id]
    first = same[0]
    if len(same) > 1 and "gap" in first.values:
        first = replace(first, values={"gap": listed(f.values["gap"] for f in same)})
    words = rule.say(rule.message, first, language())
    return level, sentences(words, rule.say(rule.mend, first, language()))
