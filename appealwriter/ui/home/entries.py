"""The words of one case in the list: what stands in each column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from appealwriter.base import paths
from appealwriter.base.i18n import language, listed, tr, trn
from appealwriter.model.terms import State
from appealwriter.playbooks.taxonomy import Platform, load_taxonomy
from appealwriter.store.entries import Entry
from appealwriter.ui.frame.days import day_words, left_words, moment_words, parse_due

GROUPS = ("turn", "platform", "closed")
_GROUP_OF = {
    State.SENT: "platform",
    State.REINSTATED: "closed",
}


@dataclass(frozen=True, slots=True)
class Cells:
    """What is drawn of a case: pairs of a first and a second line, and a level mark."""

    shop: tuple[str, str]
    reason: tuple[str, str]
    state: tuple[str, str]
    deadline: tuple[str, str]
    problems: tuple[str, str]
    mark: str
    saved: str

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (*self.shop, self.reason[0], self.state[0], *self.deadline, self.problems[0])
        return listed(part for part in parts if part and part != "—")


def group_of(entry: Entry) -> str:
    """ "turn", "platform" or "closed": whose move it is."""
    return _GROUP_OF.get(State(entry.state), "turn")


def group_name(group: str) -> str:
    """What a group is called."""
    names = {
        "turn": tr("Your turn"),
        "platform": tr("With the platform"),
        "closed": tr("Closed"),
        "deleted": tr("Deleted"),
    }
    return names[group]


def in_order(entries: Sequence[Entry], group: str) -> list[Entry]:
    """The cases of a group: where it is the seller's turn by deadline, else the last saved."""
    chosen = [entry for entry in entries if group_of(entry) == group]
    chosen.sort(key=lambda entry: entry.saved_at, reverse=True)
    if group == "turn":
        chosen.sort(key=lambda entry: entry.due or "9999")
    return chosen


def cells(entry: Entry, today: date, now: datetime) -> Cells:
    """The words of one row."""
    turn = group_of(entry) == "turn"
    level, count = _problems(entry)
    return Cells(
        shop=(shop_name(entry), place_name(entry)),
        reason=(reason_name(entry), entry.title if entry.shop else ""),
        state=(state_name(entry.state), tr("Round {n}", n=round_of(entry))),
        deadline=_deadline(entry, today) if turn else ("—", ""),
        problems=(count, entry.next if turn else ""),
        mark=level,
        saved=moment_words(entry.deleted_at or entry.saved_at, now),
    )


def shop_name(entry: Entry) -> str:
    """The shop, else the case's title."""
    return entry.shop or entry.title or tr("New case")


def round_of(entry: Entry) -> int:
    """The round being written, or the one that was sent."""
    waiting = State(entry.state) in (State.SENT, State.REINSTATED, State.NO_ANSWER)
    return max(1, entry.rounds + (0 if waiting else 1))


def state_name(state: str) -> str:
    """What a state is called."""
    return {
        State.DRAFT: tr("Draft"),
        State.SENT: tr("Sent"),
        State.MORE_INFO: tr("More info asked"),
        State.REFUSED: tr("Refused"),
        State.REINSTATED: tr("Reinstated"),
        State.NO_ANSWER: tr("No answer"),
    }[State(state)]


def place_name(entry: Entry) -> str:
    """What the platform and its site are called."""
    known = taxonomy().get(entry.platform)
    return known.place(entry.marketplace, language()) if known else entry.platform


def reason_name(entry: Entry) -> str:
    """What a reason is called, as the first word of a line."""
    known = taxonomy().get(entry.platform)
    reason = known.reasons.get(entry.reason) if known else None
    words = reason.name.any(language()) if reason else tr("Another reason")
    return words[:1].upper() + words[1:]


@cache
def taxonomy() -> Mapping[str, Platform]:
    """Platforms and reasons by name; a small file, so the list need not wait for the knowledge."""
    return load_taxonomy(paths.resources() / "taxonomy.toml")


def _deadline(entry: Entry, today: date) -> tuple[str, str]:
    due = parse_due(entry.due)
    if due is None:
        return tr("No deadline"), tr("none in the notice")
    return day_words(due, today), left_words(due, today)


def _problems(entry: Entry) -> tuple[str, str]:
    said = []
    if entry.missing:
        said.append(trn("{n} missing", "{n} missing", entry.missing))
    if entry.weak:
        said.append(trn("{n} weak", "{n} weak", entry.weak))
    mark = "missing" if entry.missing else "weak" if entry.weak else ""
    return mark, " · ".join(said) or tr("None")
