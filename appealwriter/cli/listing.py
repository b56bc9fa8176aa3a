"""appealwriter playbooks: what the program knows, with counts, questions and phrases."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.cli.output import DONE, print_json, warn
from appealwriter.drafting.draft import Workshop
from appealwriter.playbooks.book import PARTS, Phrase, Playbook
from appealwriter.playbooks.loader import RESERVED
from appealwriter.playbooks.shelf import LAST_RESORT, Shelf
from appealwriter.playbooks.slots import SlotSpec


def add_to(commands: Any) -> None:
    """Say how the command is called."""
    parser = commands.add_parser("playbooks", help="list what is known")
    parser.add_argument("--json", action="store_true", help="one JSON object for each playbook")
    parser.set_defaults(do=_list)


def _list(options: argparse.Namespace) -> int:
    shelf = Workshop.shipped().shelf
    if options.json:
        for book in shelf.books():
            print_json(_json(book, shelf.vocabulary["found_by"]))
    else:
        print("\n".join(_told(shelf)))
    warn(shelf.news)
    return DONE


def _told(shelf: Shelf) -> Iterator[str]:
    """Every platform with its reasons by id, for a person at a terminal."""
    books = {book.id: book for book in shelf.books()}
    for platform in shelf.platforms.values():
        yield f"{platform.id:<28} {platform.name.any(language())}"
        for reason in platform.reasons.values():
            book = books.pop(f"{platform.id}/{reason.id}", None)
            known = _size(book) if book else tr("uses the general playbook")
            yield f"  {reason.id:<26} {reason.name.any(language())}: {known}"
    for book in books.values():
        note = (
            tr("for all other reasons") if book.id == LAST_RESORT else tr("in no list of reasons")
        )
        yield f"{book.id:<28} {note}: {_size(book)}"
    yield ""
    yield tr(
        "{books} playbooks, {sentences} ways of saying something in the letter, in {n} languages",
        books=len(list(shelf.books())),
        sentences=sum(map(_wordings, shelf.books())),
        n=len(LANGUAGES),
    )


def _wordings(book: Playbook) -> int:
    """How many English sentences the book's own phrases can become."""
    own = (p for part in PARTS for p in book.phrases(part) if p.id.startswith(book.id))
    return sum(
        len(said.get("en", ()))
        for p in (*book.statements, *own)
        for said in (p.say, p.plan, p.catches)
    )


def _size(book: Playbook) -> str:
    return listed(
        (
            trn("{n} question", "{n} questions", len(book.facts)),
            trn("{n} cause", "{n} causes", len(book.causes)),
            trn("{n} action", "{n} actions", len(book.corrective)),
            trn("{n} measure", "{n} measures", len(book.preventive)),
            trn("{n} point", "{n} points", len(book.points)),
        )
    )


def _json(book: Playbook, found_by: Mapping[str, Words]) -> dict[str, Any]:
    return {
        "id": book.id,
        "platform": book.platform,
        "reason": book.reason,
        "name": book.name.to_json(),
        "version": book.version,
        "liftable": book.liftable,
        "answered_by": book.answered_by,
        "structures": book.structures,
        "routes": [route.route for route in book.routes],
        "facts": [_slot(fact) for fact in book.facts],
        **{part: [_phrase(phrase) for phrase in book.phrases(part)] for part in PARTS},
        "found_by": _choices(found_by),
        "evidence": [{"id": kind.id, "title": kind.title.to_json()} for kind in book.evidence],
    }


def _phrase(phrase: Phrase) -> dict[str, Any]:
    """`fields` stand in the entry itself, `slots` in its “slots”."""
    fields = RESERVED[phrase.part]
    return {
        "id": phrase.id,
        "label": phrase.label.to_json(),
        "say": phrase.say,
        "answers": phrase.answers,
        "slots": [_slot(slot) for name, slot in phrase.slots.items() if name not in fields],
        "fields": [_field(phrase.slots[name]) for name in fields],
    }


def _field(slot: SlotSpec) -> dict[str, Any]:
    found: dict[str, Any] = {"id": "role" if slot.id == "who" else slot.id, "type": slot.type}
    if slot.choices:
        found["choices"] = _choices(slot.choices)
    return found


def _slot(slot: SlotSpec) -> dict[str, Any]:
    found: dict[str, Any] = {"id": slot.id, "type": slot.type, "required": slot.required}
    if slot.label:
        found["label"] = slot.label.to_json()
    if slot.ask:
        found["ask"] = slot.ask.to_json()
    if slot.unit:
        found["unit"] = slot.unit
    if slot.choices:
        found["choices"] = _choices(slot.choices)
    return found


def _choices(choices: Mapping[str, Words]) -> dict[str, dict[str, str]]:
    return {key: words.to_json() for key, words in choices.items()}
