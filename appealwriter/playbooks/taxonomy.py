"""The platforms and reasons the program knows by name, with or without a playbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from appealwriter.base.words import Words
from appealwriter.playbooks.tables import open_table


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of a platform; `parent` names the reason it refines, or is empty."""

    id: str
    name: Words
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Platform:
    """A marketplace: its name, the letter's languages (the usual one first), its reasons,
    whom a letter greets, and what it takes as attachments."""

    id: str
    name: Words
    languages: tuple[str, ...]
    addressee: Words
    files: tuple[str, ...]
    max_file_mb: int
    reasons: Mapping[str, Reason]


def load_taxonomy(path: Path) -> dict[str, Platform]:
    """The platforms by id, from resources/taxonomy.toml. A platform may borrow another's reasons
    by `reasons_of`."""
    table = open_table(path)
    found: dict[str, Platform] = {}
    for item in table.tables("platform"):
        reasons = {
            r.text("id"): Reason(r.text("id"), r.words("name"), r.text("parent", ""))
            for r in item.tables("reason")
        }
        borrowed = item.text("reasons_of", "")
        if borrowed:
            reasons = dict(found[borrowed].reasons)
        platform = Platform(
            id=item.text("id"),
            name=item.words("name"),
            languages=item.texts("languages"),
            addressee=item.words("addressee"),
            files=item.texts("files"),
            max_file_mb=int(item.get("max_file_mb", int, 0)),
            reasons=reasons,
        )
        item.done()
        found[platform.id] = platform
    table.done()
    return found
