"""What a notice says; every part with its place in the text and how sure we are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from appealwriter.model.case import Deadline, Demand

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reason the notice may have: certainty 0 to 1, and the words that speak for it."""

    reason: str
    certainty: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The notice as read. The chosen reason stands first among the candidates.

    `spans` gives for each field ("reason", "kind", "route", "deadline", "date", "asins", ...)
    where its words stand in the text, as half-open code point ranges. `route_words` and
    `kind_words` are the words that decided them; `unsure` explains, field by field, what is not
    sure (an English sentence to be translated by `tr`).
    """

    is_notice: bool
    platform: str = ""
    marketplace: str = ""
    language: str = ""
    kind: str = ""
    route: str = "none"
    reason: str = "other"
    reason_detail: str = ""
    also: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    sure: bool = False
    date: str = ""
    asins: tuple[str, ...] = ()
    order_ids: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    deadline: Deadline | None = None
    due: str = ""
    asks_poa: bool = False
    asks_for: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()
    kind_words: tuple[str, ...] = ()
    route_words: tuple[str, ...] = ()
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    unsure: Mapping[str, str] = field(default_factory=dict)
