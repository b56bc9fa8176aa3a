"""One suspension of one shop, as the seller has told it. A change makes a new value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appealwriter.base.words import Words
from appealwriter.model.answers import Answer, Answers
from appealwriter.model.terms import Deed, Route, Stance, State, Structure


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing the notice asks for. `words` are the notice's own; `state` is "read" until the
    seller says "confirmed" or "rejected"; `start` and `end` place the words in the notice."""

    id: str
    asks_for: str
    words: str = ""
    state: str = "read"
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment to act: in the notice's own unit (`value`, `unit`) or as a `date`.

    `unit` is hours, days, weeks or months and is never converted; `date` is YYYY-MM-DD. Days may be
    `working` days.
    """

    value: int = 0
    unit: str = ""
    date: str = ""
    words: str = ""
    working: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The platform's message and what the seller let stand of its reading.

    `states` says of each reading row ("reason", "kind", "route", "date", "deadline", "asins",
    "order_ids", "case_ids") whether it was "confirmed" or "rejected"; absent means only read.
    """

    text: str = ""
    source: str = ""
    date: str = ""
    kind: str = ""
    asins: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    deadline: Deadline | None = None
    demands: tuple[Demand, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes: shop, legal company and person in fields of their own.

    A formal claim also names `address`, `phone` and `registration` of the company, the `contract`
    and its `contract_date`, its own number (`outgoing`) and the `clause` that the platform cites.
    """

    shop: str = ""
    company: str = ""
    person: str = ""
    role: str = ""
    merchant_token: str = ""
    email: str = ""
    marketplace: str = ""
    addressee: str = ""
    case_id: str = ""
    address: str = ""
    phone: str = ""
    registration: str = ""
    contract: str = ""
    contract_date: str = ""
    outgoing: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Part of the notice's total: how many, and what they have in common.

    `known` is False where the cause of this group was not established.
    """

    id: str
    count: Answer = None
    label: Words = Words()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Why:
    """One more level of "why could that happen", in the seller's own words."""

    id: str
    own: Words = Words()


@dataclass(frozen=True, slots=True)
class Cause:
    """What happened and which check was missing: a phrase with slots, or own words.

    `groups` split the extent; they should add up to `notice_total`, the number that the notice
    names.
    """

    id: str
    phrase: str = ""
    own: Words = Words()
    slots: Answers = field(default_factory=dict)
    whys: tuple[Why, ...] = ()
    found_by: Answer = None
    period: Answer = None
    groups: tuple[Group, ...] = ()
    notice_total: Answer = None


@dataclass(frozen=True, slots=True)
class CorrectiveAction:
    """Something done about causes (`answers` holds their ids). Without a date it is a plan."""

    id: str
    answers: tuple[str, ...] = ()
    phrase: str = ""
    own: Words = Words()
    slots: Answers = field(default_factory=dict)
    status: Deed = Deed.DONE
    done: str = ""
    role: Answer = None
    count: Answer = None
    total: Answer = None
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreventiveMeasure:
    """A control: who, how often, where recorded, since when, and why it would have caught it."""

    id: str
    answers: tuple[str, ...] = ()
    phrase: str = ""
    own: Words = Words()
    slots: Answers = field(default_factory=dict)
    since: str = ""
    owner: Answer = None
    rhythm: Answer = None
    record: Answer = None
    measure: Words = Words()
    catches: Words = Words()
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a dispute, of a cover note or of what is asked for, or the correction of an
    earlier letter: a phrase with slots, or own words. `claim` is what the notice, or the earlier
    letter, says."""

    id: str
    phrase: str = ""
    own: Words = Words()
    claim: Words = Words()
    slots: Answers = field(default_factory=dict)
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One piece of evidence; its number is its place in the case's list.

    `file` is the name shown, `hash` the SHA-256 of the kept bytes (empty for a file that is only
    named), `size` in bytes, `date` YYYY-MM-DD, `proves` holds ids of demands, causes, actions.
    """

    id: str
    file: str = ""
    hash: str = ""
    size: int = 0
    kind: str = ""
    title: Words = Words()
    proves: tuple[str, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A sentence of the letter that the seller wrote anew: where it stands (`path`, `phrase`), the
    seller's words, and what the program said then, in each language that was rewritten."""

    path: str
    phrase: str = ""
    own: Words = Words()
    was: Words = Words()


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding the seller chose to live with: the rule, where, why and when (ISO 8601)."""

    rule: str
    path: str = ""
    reason: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One appeal that was sent: its day, its frozen text and how the platform answered."""

    number: int
    sent: str
    letter: str = ""
    outcome: State = State.SENT
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the seller told about one suspension of one shop.

    `structure_chosen` says that a person chose the structure, so that it no longer follows the
    route. `id` seeds the choice of wordings; `created` is ISO 8601; `wording` holds, by path, how
    many times the seller asked for another wording; `limit` is the number of characters that the
    platform's box takes, 0 where it is not known. `private_notes` never reach a letter.
    """

    id: str
    created: str = ""
    title: str = ""
    platform: str = "amazon"
    marketplace: str = ""
    reason: str = "other"
    reason_detail: str = ""
    also: tuple[str, ...] = ()
    route: Route = Route.PLAN
    stance: Stance = Stance.ACCEPT
    letter_language: str = "en"
    structure: Structure = Structure.THREE_PART
    structure_chosen: bool = False
    letter_date: str = ""
    limit: int = 0
    state: State = State.DRAFT
    notice: Notice = Notice()
    sender: Sender = Sender()
    facts: Answers = field(default_factory=dict)
    causes: tuple[Cause, ...] = ()
    corrective: tuple[CorrectiveAction, ...] = ()
    preventive: tuple[PreventiveMeasure, ...] = ()
    points: tuple[Point, ...] = ()
    requests: tuple[Point, ...] = ()
    corrections: tuple[Point, ...] = ()
    evidence: tuple[Exhibit, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    rounds: tuple[Round, ...] = ()
    wording: Mapping[str, int] = field(default_factory=dict)
    rewritten: tuple[Rewritten, ...] = ()
    declared: bool = False
    private_notes: str = ""
