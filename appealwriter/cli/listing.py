"""appealwriter playbooks: what the program knows, with counts, questions and phrases."""

import argparse
from collections.abc import Mapping
from typing import Any

from appealwriter.base.words import Words
from appealwriter.cli.output import DONE, print_json
from appealwriter.drafting.draft import Workshop
from appealwriter.playbooks.book import PARTS, Phrase, Playbook
from appealwriter.playbooks.slots import SlotSpec


def add_to(commands: Any) -> None:
    """Say how the command is called."""
    parser = commands.add_parser("playbooks", help="list what is known")
    parser.add_argument("--json", action="store_true", help="one JSON object for each playbook")
    parser.set_defaults(do=_list)


def _list(options: argparse.Namespace) -> int:
    shelf = Workshop.shipped().shelf
    for book_id in shelf.ids():
        book = shelf.book(book_id)
        if options.json:
            print_json(_json(book))
        else:
            counts = " ".join(f"{len(book.phrases(part)):>3} {part}" for part in PARTS)
            print(f"{book.id:<34} {len(book.facts):>3} facts {counts}  {book.name.en}")
    return DONE


def _json(book: Playbook) -> dict[str, Any]:
    return {
        "id": book.id,
        "platform": book.platform,
        "reason": book.reason,
        "name": book.name.to_json(),
        "version": book.version,
        "liftable": book.liftable,
        "structures": book.structures,
        "routes": [route.route for route in book.routes],
        "facts": [_slot(fact) for fact in book.facts],
        **{part: [_phrase(phrase) for phrase in book.phrases(part)] for part in PARTS},
        "evidence": [{"id": kind.id, "title": kind.title.to_json()} for kind in book.evidence],
    }


def _phrase(phrase: Phrase) -> dict[str, Any]:
    return {
        "id": phrase.id,
        "label": phrase.label.to_json(),
        "say": phrase.say,
        "answers": phrase.answers,
        "slots": [_slot(slot) for slot in phrase.slots.values()],
    }


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
