"""The platforms and reasons the program knows by name, with or without a playbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from appealwriter.base.words import Words
from appealwriter.playbooks.tables import Table, open_table


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of a platform; `parent` names the reason it refines, or is empty."""

    id: str
    name: Words
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A country's site of a platform: its name, and its address as a letter names it."""

    name: Words
    address: str


@dataclass(frozen=True, slots=True)
class Platform:
    """A marketplace: its name, the letter's languages (the usual one first), its reasons,
    whom a letter greets, what it takes as attachments, its sites by short name ("US"), and to whom
    a formal claim goes where one is known (`legal`: company and address)."""

    id: str
    name: Words
    languages: tuple[str, ...]
    addressee: Words
    files: tuple[str, ...]
    max_file_mb: int
    reasons: Mapping[str, Reason]
    sites: Mapping[str, Site]
    legal: Words = Words()

    def place(self, marketplace: str, language: str) -> str:
        """The platform and its site in words; a site without a name as it was typed."""
        site = self.sites.get(marketplace)
        words = site.name.any(language) if site else marketplace
        return f"{self.name.any(language)} {words}".strip()

    def address(self, marketplace: str) -> str:
        """A site as a letter names it: "Amazon.com"."""
        site = self.sites.get(marketplace)
        return site.address if site else marketplace


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
            sites=_sites(item.table("sites")),
            legal=item.words("legal", need=False),
        )
        item.done()
        found[platform.id] = platform
    table.done()
    return found


def _sites(table: Table) -> dict[str, Site]:
    found = {}
    for code in table.raw:
        inner = table.table(code)
        name = Words(zh=inner.text("zh"), en=inner.text("en"), ru=inner.text("ru"))
        found[code] = Site(name, inner.text("address"))
        inner.done()
    return found
