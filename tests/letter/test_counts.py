"""Counts and their nouns agree: one invoice, two invoices, in every shipped English wording."""

import re
from collections.abc import Iterator

import pytest

from appealwriter.base import paths
from appealwriter.base.words import Words
from appealwriter.letter.wording import Given, Voice
from appealwriter.playbooks.book import PARTS, Phrase, Playbook, Wordings
from appealwriter.playbooks.phrases import parse, slots_of
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.units import load_units

SHELF = Shelf(paths.resources())
UNITS = load_units(paths.resources() / "units.toml")
ENGLISH = Voice("en", UNITS, "", "")
NOUNS = [unit["en"] for unit in UNITS.forms.values()]
PLURALS = sorted({noun["other"].split()[-1] for noun in NOUNS if noun["other"] != noun["one"]})
# Not an adjective: "of 2 parcels 1 reached buyers", "at 1 deviation orders stop".
BETWEEN = "|".join(["reached", *sorted({noun["one"].split()[-1] for noun in NOUNS})])
# "1 questions", "1 purchase invoices", "each of 1 task".
PLURAL = rf"\b1\s(?:(?!(?:{BETWEEN})\b)[a-z]+\s)?(?:{'|'.join(PLURALS)})\b"
WRONG = re.compile(rf"{PLURAL}|\b(?:all|each of)(?: the)? 1\b")


@pytest.mark.parametrize("book_id", SHELF.ids())
def test_one_of_a_kind_is_never_said_in_the_plural(book_id):
    said = list(_said_with_ones(SHELF.book(book_id)))
    assert any(re.search(r"\b1\b", words) for _, words in said)
    assert [(phrase, words) for phrase, words in said if WRONG.search(words)] == []


def _said_with_ones(book: Playbook) -> Iterator[tuple[str, str]]:
    """Every English wording of a book, with a one for each count and "x" for other answers."""
    facts = {fact.id: fact.type for fact in book.facts}
    for phrase in (*book.statements, *(p for part in PARTS for p in book.phrases(part))):
        types = {**facts, **{name: spec.type for name, spec in phrase.slots.items()}}
        for wordings in (phrase.say, phrase.plan, phrase.catches):
            for index in range(len(wordings.get("en", ()))):
                yield phrase.id, _said(wordings, index, types, phrase)


def _said(wordings: Wordings, index: int, types: dict[str, str], phrase: Phrase) -> str:
    counts = {"count", "total"} if phrase.unit else set()
    givens = {
        name: Given(1 if types.get(name) == "count" or name in counts else Words("x", "x", "x"))
        for name in slots_of(parse(wordings["en"][index]))
    }
    return "".join(span.text for span in ENGLISH.word(wordings, index, givens))
