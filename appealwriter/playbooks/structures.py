"""The documents a letter can be, and which of them a case needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from appealwriter.base.i18n import tr
from appealwriter.base.words import Words
from appealwriter.model.case import Case
from appealwriter.model.terms import Route, Stance, Structure
from appealwriter.playbooks.book import Advice, Playbook
from appealwriter.playbooks.loader import read_source
from appealwriter.playbooks.tables import Table, open_table

PLAN_PARTS = ("root_cause", "corrective_actions", "preventive_actions")
LETTER_SECTIONS = (
    "requisites",
    "greeting",
    "points",
    *PLAN_PARTS,
    "documents",
    "closing",
    "exhibits",
    "signature",
)


@dataclass(frozen=True, slots=True)
class StructureSpec:
    """A document: its name, what it is (`note`), why it would be recommended (`why`), the routes it
    answers, the platforms it is for (none: all), its sections in order and those it must have.

    A `full` letter greets, introduces the sender and names a contact; without `facts` the opening
    does not tell the facts, which the points or documents say. A `boxed` one answers a form box by
    box; one that `names_account` begins with the account's number. `limit` is the number of
    characters it should keep under, 0 where none is known.
    """

    id: str
    name: Words
    note: Words
    why: Words
    routes: tuple[str, ...]
    platforms: tuple[str, ...]
    sections: tuple[str, ...]
    needs: tuple[str, ...]
    full: bool = False
    facts: bool = True
    boxed: bool = False
    names_account: bool = False
    limit: int = 0
    sources: tuple[str, ...] = ()

    @property
    def admits(self) -> bool:
        """True where the letter gives a root cause, and so grants that something went wrong."""
        return "root_cause" in self.sections

    @property
    def pointed(self) -> bool:
        """True where the letter goes by points instead."""
        return "points" in self.sections

    def fits(self, platform: str) -> bool:
        """True where the document is one of that platform's."""
        return not self.platforms or platform in self.platforms


@dataclass(frozen=True, slots=True)
class Blocked:
    """In which facts playbooks ask what is blocked, and what their choices come to: "account",
    "products" or "warehouse"; any other choice is a restriction without a name of its own."""

    facts: tuple[str, ...]
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Structures:
    """All documents by id, what to do on routes that want no letter, and what may be blocked."""

    specs: Mapping[str, StructureSpec]
    nothing: Mapping[str, Advice]
    blocked: Blocked

    def __getitem__(self, structure: str) -> StructureSpec:
        return self.specs[structure]

    def offered(self, case: Case, book: Playbook) -> tuple[StructureSpec, ...]:
        """What a case may choose from, those that its playbook names first."""
        order = dict.fromkeys((*book.structures, *self.specs))
        return tuple(self.specs[name] for name in order if self.specs[name].fits(case.platform))

    def recommended(self, case: Case, book: Playbook) -> StructureSpec | None:
        """The document that answers the case's route best; None where none does.

        A seller who contests the notice writes a dispute, also where a plan was asked for. A block
        that cannot be lifted leaves the letters of the route "none".
        """
        route = _route(case, book)
        return next((spec for spec in self.offered(case, book) if route in spec.routes), None)

    def answers(self, case: Case, book: Playbook) -> bool:
        """True where the chosen document answers the case's route, or none would; never one of
        another platform."""
        chosen = self.specs[case.structure]
        if not chosen.fits(case.platform):
            return False
        return self.recommended(case, book) is None or _route(case, book) in chosen.routes


_PLANS = (Route.PLAN, Route.PLAN_AND_DOCUMENTS)


def can_be_lifted(case: Case, book: Playbook) -> bool:
    """False where no letter lifts the block: by the playbook, or by what the seller answered."""
    stays = any(case.facts.get(name) in choices for name, choices in book.stays_when.items())
    return book.liftable != "no" and not stays


def _route(case: Case, book: Playbook) -> Route:
    if not can_be_lifted(case, book):
        return Route.NONE
    contested = case.stance is Stance.DISPUTE and case.route in _PLANS
    return Route.DISPUTE if contested else case.route


def load_structures(path: Path) -> Structures:
    """The documents of resources/structures.toml. Raises DataFileError where it is wrong."""
    table = open_table(path)
    specs = [_spec(item) for item in table.tables("structure")]
    nothing = {}
    for item in table.tables("nothing"):
        nothing[item.text("route")] = Advice(item.words("text"), sources=item.texts("sources"))
        item.done()
    blocked = _blocked(table.table("blocked"))
    known = [read_source(item).id for item in table.tables("source")]
    table.done()
    cited = [name for spec in specs for name in spec.sources]
    cited += [name for advice in nothing.values() for name in advice.sources]
    for name in cited:
        if name not in known:
            raise table.error(tr("“{key}” cannot be “{value}”.", key="sources", value=name))
    if odd := set(Structure) ^ {spec.id for spec in specs}:
        raise table.error(tr("There is no structure “{id}”.", id=min(odd)))
    return Structures({spec.id: spec for spec in specs}, nothing, blocked)


def _blocked(table: Table) -> Blocked:
    facts = table.texts("facts")
    levels = {
        choice: level
        for level in ("account", "products", "warehouse")
        for choice in table.texts(level)
    }
    table.done()
    return Blocked(facts, levels)


def _spec(table: Table) -> StructureSpec:
    sections = _known(table, "sections", LETTER_SECTIONS)
    spec = StructureSpec(
        id=table.text("id"),
        name=table.words("name"),
        note=table.words("note"),
        why=table.words("why"),
        routes=_known(table, "routes", tuple(Route)),
        platforms=table.texts("platforms"),
        sections=sections,
        needs=_known(table, "needs", sections),
        full=bool(table.get("full", bool, False)),
        facts=bool(table.get("facts", bool, True)),
        boxed=bool(table.get("boxed", bool, False)),
        names_account=bool(table.get("names_account", bool, False)),
        limit=int(table.get("limit", int, 0)),
        sources=table.texts("sources"),
    )
    table.done()
    return spec


def _known(table: Table, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    for name in (found := table.texts(key)):
        if name not in allowed:
            raise table.error(tr("“{key}” cannot be “{value}”.", key=key, value=name))
    return found
