"""From a playbook or phrase file to a Playbook; everything in it is checked on the way."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from appealwriter.base.i18n import tr
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.model.terms import ASKS_FOR, Route, Structure
from appealwriter.playbooks.agreements import read_agreements
from appealwriter.playbooks.book import (
    PARTS,
    REQUEST,
    Advice,
    Clock,
    EvidenceKind,
    Phrase,
    Playbook,
    RouteHint,
    Source,
    Wordings,
)
from appealwriter.playbooks.phrases import parse, slots_of
from appealwriter.playbooks.slots import CHOICES, LISTS, TYPES, SlotSpec, Threshold
from appealwriter.playbooks.tables import Table, open_table

Vocabulary = Mapping[str, Mapping[str, Words]]
"""Shared choices by list name: role, rhythm, record, found_by."""

RESERVED = {
    "cause": (),
    "corrective": ("who", "count", "total"),
    "preventive": ("owner", "rhythm", "record"),
    "point": (),
    "request": (),
    "statement": (),
}
"""Slots every phrase of a part has without declaring them: fields of the action itself."""

ALIASES = {"who": "role", "owner": "role", "rhythm": "rhythm", "record": "record"}
EN_WORDINGS = 2
ANSWERED_BY = ("", "document", "payment", "setting", "nothing")
LIFTABLE = ("yes", "conditional", "no", "unknown")
CLOCK_UNITS = ("minutes", "hours", "days", "business_days", "weeks", "months", "years")


def load_book(path: Path, vocabulary: Vocabulary) -> Playbook:
    """The playbook at `path`. Raises DataFileError naming the file, the place and the mend."""
    table = open_table(path)
    book_id = f"{path.parent.name}/{path.stem}"
    head = table.table("book")
    facts = tuple(read_slot(t, t.text("id"), vocabulary) for t in table.tables("fact"))
    known = {fact.id: fact for fact in facts}
    evidence = tuple(_evidence(t) for t in table.tables("evidence"))
    phrases = {
        part: read_phrases(table, part, book_id, vocabulary, known)
        for part in ("statement", *PARTS)
    }
    book = Playbook(
        id=book_id,
        name=head.words("name"),
        subject=head.words("subject"),
        meaning=head.words("meaning"),
        version=head.text("version"),
        liftable=_one_of(head, "liftable", (head.text("liftable"),), LIFTABLE)[0],
        lifting=head.words("lifting", need=False),
        structures=_one_of(head, "structures", head.texts("structures"), tuple(Structure)),
        parent=head.text("parent", ""),
        answered_by=_one_of(head, "answered_by", (head.text("answered_by", ""),), ANSWERED_BY)[0],
        stays_when=_stays_when(head, known),
        meaning_sources=head.texts("sources"),
        routes=tuple(_route(t) for t in table.tables("route")),
        facts=facts,
        statements=phrases["statement"],
        causes=phrases["cause"],
        corrective=phrases["corrective"],
        preventive=phrases["preventive"],
        points=phrases["point"],
        evidence=evidence,
        agreements=tuple(read_agreements(table)),
        clocks=tuple(_clock(t) for t in table.tables("clock")),
        submit=tuple(_advice(t) for t in table.tables("submit")),
        refused=tuple(_advice(t) for t in table.tables("refused")),
        after_refusal=tuple(_advice(t) for t in table.tables("after_refusal")),
        donts=tuple(_advice(t) for t in table.tables("dont")),
        instead=tuple(_advice(t) for t in table.tables("instead")),
        sources=tuple(read_source(t) for t in table.tables("source")),
    )
    table.get("use", dict, {})  # joined by the shelf, which knows the shared phrases
    head.done()
    table.done()
    return book


def _stays_when(head: Table, facts: Mapping[str, SlotSpec]) -> dict[str, tuple[str, ...]]:
    """The answers of choice facts with which a block stays."""
    table = head.table("stays_when")
    found = {}
    for name in table.raw:
        fact = facts.get(name)
        if fact is None:
            raise table.error(tr("“{key}” is not known here.", key=name))
        found[name] = _one_of(table, name, table.texts(name), tuple(fact.choices))
    return found


def load_phrases(path: Path, vocabulary: Vocabulary) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by part of a shared file such as resources/phrases/packaging.toml."""
    table = open_table(path)
    found = {
        part: read_phrases(table, part, path.stem, vocabulary, {}) for part in (*PARTS, REQUEST)
    }
    table.tables("source")
    table.get("source", list, [])
    table.done()
    return found


def read_phrases(
    table: Table, part: str, book: str, vocabulary: Vocabulary, facts: Mapping[str, SlotSpec]
) -> tuple[Phrase, ...]:
    """Every phrase of a part in a file."""
    return tuple(_phrase(t, part, book, vocabulary, facts) for t in table.tables(part))


def _phrase(
    table: Table, part: str, book: str, vocabulary: Vocabulary, facts: Mapping[str, SlotSpec]
) -> Phrase:
    declared = table.table("slots")
    slots = {name: read_slot(declared.table(name), name, vocabulary) for name in declared.raw}
    for name in RESERVED[part]:
        slots[name] = SlotSpec(
            name, ALIASES.get(name, "count"), choices=vocabulary.get(ALIASES.get(name, ""), {})
        )
    if part == "statement":
        slots = {**facts, **slots}
    action = part == "corrective"
    measure = part == "preventive"
    chained = action or measure
    phrase = Phrase(
        id=f"{book}:{table.text('id')}",
        part=part,
        say=_checked(table, "say", slots, 1 if part == "statement" else EN_WORDINGS),
        label=table.words("label", need=part != "statement"),
        ask=table.words("ask", need=part in ("cause", "point")),
        plan=_checked(table, "plan", slots, 1) if action else {},
        catches=_checked(table, "catches", slots, EN_WORDINGS) if measure else {},
        slots=slots,
        answers=table.texts("answers"),
        proof=table.texts("proof"),
        unit=table.text("unit", ""),
        admits=part == "statement" and bool(table.get("admits", bool, False)),
        sources=table.texts("sources"),
    )
    if chained and not phrase.answers:
        raise table.error(
            tr("it answers no cause."), tr("List the ids of the causes in “answers”.")
        )
    table.done()
    return phrase


def _checked(table: Table, key: str, slots: Mapping[str, SlotSpec], least: int) -> Wordings:
    """Wordings whose slots are declared and the same in every language."""
    said = table.wordings(key)
    if len(said["en"]) < least:
        raise table.error(tr("“{key}” needs {n} English wordings.", key=key, n=least))
    used: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        for wording in said[language]:
            names = slots_of(parse(wording))
            for name in names - slots.keys():
                raise table.error(
                    tr("“{key}” uses the slot “{slot}”, which is not declared.", key=key, slot=name)
                )
            if used.setdefault("", names) != names:
                raise table.error(
                    tr(
                        "“{key}” does not use the same slots in every wording: {slots} differ.",
                        key=key,
                        slots=", ".join(sorted(used[""] ^ names)),
                    )
                )
    return said


def read_slot(table: Table, name: str, vocabulary: Vocabulary) -> SlotSpec:
    """A slot or fact. Its choices are its own list or a shared one of its type's name."""
    kind = table.text("type")
    if kind not in TYPES:
        raise table.error(
            tr("“{type}” is no type of answer.", type=kind),
            tr("Choose one of: {choices}.", choices=", ".join(TYPES)),
        )
    choices: Mapping[str, Words] = vocabulary.get(kind, {})
    if kind == "choice":
        own = {}
        for option in table.tables("choices"):
            own[option.text("id")] = Words(**{k: option.text(k) for k in LANGUAGES})
            option.done()
        choices = own
    if kind in CHOICES and not choices:
        raise table.error(tr("a choice needs its choices."))
    table.get("id", str, name)
    spec = SlotSpec(
        id=name,
        type=kind,
        label=table.words("label"),
        ask=table.words("ask", need=False),
        why=table.words("why", need=False),
        example=table.words("example", need=False),
        unit=table.text("unit", ""),
        required=bool(table.get("required", bool, True)),
        choices=choices,
        threshold=_threshold(table) if "threshold" in table.raw else None,
    )
    if spec.unit and kind not in ("count", *LISTS):
        raise table.error(tr("only a count has a unit."))
    table.done()
    return spec


def _threshold(table: Table) -> Threshold:
    inner = table.table("threshold")
    limit = Decimal(str(inner.get("limit", (int, float))))
    better = _one_of(inner, "better", (inner.text("better"),), ("below", "above"))[0]
    found = Threshold(
        limit=limit,
        better=better,
        window=inner.words("window", need=False),
        version=inner.text("version"),
        source=inner.text("source"),
    )
    inner.done()
    return found


def _one_of(
    table: Table, key: str, given: tuple[str, ...], allowed: tuple[str, ...]
) -> tuple[str, ...]:
    for item in given:
        if item not in allowed:
            raise table.error(
                tr("“{key}” cannot be “{value}”.", key=key, value=item),
                tr("Choose one of: {choices}.", choices=", ".join(allowed)),
            )
    return given


def _route(table: Table) -> RouteHint:
    name = _one_of(table, "route", (table.text("route"),), tuple(Route))[0]
    hint = RouteHint(name, table.words("when"), table.texts("sources"))
    table.done()
    return hint


def _evidence(table: Table) -> EvidenceKind:
    needs = []
    for inner in table.tables("needs"):
        needs.append(Words(**{k: inner.text(k) for k in LANGUAGES}))
        inner.done()
    demand = table.text("demand", "")
    kind = EvidenceKind(
        id=table.text("id"),
        title=table.words("title"),
        needs=tuple(needs),
        demand=_one_of(table, "demand", (demand,), ("", *ASKS_FOR))[0],
        max_age_days=int(table.get("max_age_days", int, 0)),
        sources=table.texts("sources"),
    )
    table.done()
    return kind


def _clock(table: Table) -> Clock:
    clock = Clock(
        id=table.text("id"),
        value=int(table.get("value", int)),
        unit=_one_of(table, "unit", (table.text("unit"),), CLOCK_UNITS)[0],
        what=table.words("what"),
        sources=table.texts("sources"),
    )
    table.done()
    return clock


def _advice(table: Table) -> Advice:
    advice = Advice(table.words("text"), table.text("menu", ""), table.texts("sources"))
    table.done()
    return advice


def read_source(table: Table) -> Source:
    """Where a fact was found."""
    trust = _one_of(
        table, "trust", (table.text("trust"),), ("official", "trade", "seed", "inferred")
    )[0]
    source = Source(
        id=table.text("id"),
        address=table.text("address"),
        seen=table.text("seen"),
        trust=trust,
        verified=bool(table.get("verified", bool, False)),
        note=table.text("note", ""),
    )
    table.done()
    return source
