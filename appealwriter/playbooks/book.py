"""The shape of what is known about one reason, and of a phrase in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appealwriter.base.words import Words
from appealwriter.playbooks.slots import SlotSpec

Wordings = Mapping[str, tuple[str, ...]]
"""For each language one or more ways of saying the same."""

PARTS = ("cause", "corrective", "preventive", "point")
REQUEST = "request"
"""What is asked for at the end of a letter; kept in one shared file."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the letter in three languages, with typed slots.

    `id` is "<book>:<name>"; `part` is cause, corrective, preventive, point, request or statement. A
    cause, a point of a dispute or cover note, and a statement are whole sentences; a corrective
    action, a preventive measure and a request are clauses, which the composer completes by date,
    proof and full stop. `plan` words an action that is not done yet, `catches` says why a measure
    would have caught the cause. `answers` holds the ids of the causes that an action or measure
    answers, `proof` the evidence ids that show it. A statement that `admits` something is left out
    of letters that admit nothing.
    """

    id: str
    part: str
    say: Wordings
    label: Words = Words()
    ask: Words = Words()
    plan: Wordings = field(default_factory=dict)
    catches: Wordings = field(default_factory=dict)
    slots: Mapping[str, SlotSpec] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()
    unit: str = ""
    admits: bool = False
    sources: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id without its book."""
        return self.id.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class RouteHint:
    """A route this reason may take and the notice wording that decides it."""

    route: str
    when: Words
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """A kind of document that proves something here, and what it must meet.

    `demand` is the asks_for id it answers; `max_age_days` counts back from the notice's date.
    """

    id: str
    title: Words
    needs: tuple[Words, ...] = ()
    demand: str = ""
    max_age_days: int = 0
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the seller, with the sources it rests on. `menu` is in the platform's words.

    `trust` is official, trade, seed or inferred, as in the sources.
    """

    text: Words
    menu: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """A time limit seen for this reason; the notice's own words always win."""

    id: str
    value: int
    unit: str
    what: Words
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Answers that must fit each other. `terms` are names of facts, those in one term added up.

    `kind` is "ratio" (the first of the second is one of the others, in per cent), "rest" (what the
    first leaves of the second), "sum" (all add up to the last), "at_least" (the first is no smaller
    than the last), "within" (the slot of that name in all causes stays within the fact),
    "dated_within" (a period lies in the `days` before the notice), "same" (a name reads as the
    field "sender/..." does).
    """

    kind: str
    terms: tuple[tuple[str, ...], ...]
    days: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was found: address, the day it was seen, how far it is trusted."""

    id: str
    address: str
    seen: str
    trust: str
    verified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Playbook:
    """What is known about one reason on one platform. `id` is "<platform>/<reason>".

    `answered_by` is empty where a plan answers the notice; otherwise "document", "payment",
    "setting" or "nothing": then fewer causes and deeds are true of it. `instead` says what to do
    where no letter helps. `stays_when` names answers (fact -> choices) with which the block cannot
    be lifted, whatever is written.
    """

    id: str
    name: Words
    subject: Words
    meaning: Words
    version: str
    liftable: str
    lifting: Words
    structures: tuple[str, ...]
    parent: str = ""
    answered_by: str = ""
    stays_when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meaning_sources: tuple[str, ...] = ()
    routes: tuple[RouteHint, ...] = ()
    facts: tuple[SlotSpec, ...] = ()
    statements: tuple[Phrase, ...] = ()
    causes: tuple[Phrase, ...] = ()
    corrective: tuple[Phrase, ...] = ()
    preventive: tuple[Phrase, ...] = ()
    points: tuple[Phrase, ...] = ()
    evidence: tuple[EvidenceKind, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    clocks: tuple[Clock, ...] = ()
    submit: tuple[Advice, ...] = ()
    refused: tuple[Advice, ...] = ()
    after_refusal: tuple[Advice, ...] = ()
    donts: tuple[Advice, ...] = ()
    instead: tuple[Advice, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def platform(self) -> str:
        """The platform's id, "general" for the book of last resort."""
        return self.id.partition("/")[0]

    @property
    def reason(self) -> str:
        """The reason's id."""
        return self.id.partition("/")[2]

    def fact(self, name: str) -> SlotSpec | None:
        """The fact called `name`, if this book asks for it."""
        return next((fact for fact in self.facts if fact.id == name), None)

    def phrases(self, part: str) -> tuple[Phrase, ...]:
        """The phrases offered for a part: cause, corrective, preventive or point."""
        return {
            "cause": self.causes,
            "corrective": self.corrective,
            "preventive": self.preventive,
            "point": self.points,
        }[part]
