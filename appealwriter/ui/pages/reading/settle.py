"""What the person says to a row of the reading, as a change of the case.

A row is "reason", "kind", "route", "platform", a list or day of the notice, or a demand's id.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from appealwriter.model.answers import is_empty
from appealwriter.model.case import Case, Deadline, Notice
from appealwriter.model.due import due_day
from appealwriter.model.place import look, put
from appealwriter.model.reading import Reading
from appealwriter.model.terms import Route
from appealwriter.playbooks.taxonomy import Platform

READ, CONFIRMED, REJECTED = "read", "confirmed", "rejected"
LISTS = ("asins", "order_ids", "case_ids", "brands")
_OF_NOTICE = Notice()
_OF_CASE = ("reason", "route", "platform")

Platforms = Mapping[str, Platform]


def state_of(case: Case, row: str) -> str:
    """What the person has said to a row: read (nothing yet), confirmed or rejected."""
    demand = look(case.notice.demands, row)
    return demand.state if demand else case.notice.states.get(row, READ)


def with_state(case: Case, row: str, state: str) -> Case:
    """`case` with a row in another state."""
    if look(case.notice.demands, row):
        return put(case, f"notice/demands/{row}/state", state)
    return put(case, f"notice/states/{row}", state)


def confirm_demands(case: Case) -> Case:
    """All demands that nothing was said to are right."""
    for demand in case.notice.demands:
        if demand.state == READ:
            case = with_state(case, demand.id, CONFIRMED)
    return case


def reject(case: Case, row: str) -> Case:
    """What was read is not so: the case no longer says it. Platform, route and a demand's kind
    stay until the person chooses another."""
    if row == "reason":
        case = replace(case, reason="other", reason_detail="", also=())
    elif row not in _OF_CASE and not look(case.notice.demands, row):
        case = with_value(case, row, getattr(_OF_NOTICE, row))
    return with_state(case, row, REJECTED)


def take_back(case: Case, row: str, reading: Reading) -> Case:
    """The rejection was a mistake: as read again."""
    if row == "reason":
        case = replace(
            case, reason=reading.reason, reason_detail=reading.reason_detail, also=reading.also
        )
    elif row not in _OF_CASE and not look(case.notice.demands, row):
        case = with_value(case, row, getattr(reading, row))
    return with_state(case, row, READ)


def change(case: Case, row: str, value: Any) -> Case:
    """The person's own answer to a row; it needs no further confirmation."""
    if row == "route":
        case = replace(case, route=Route(value))
    elif look(case.notice.demands, row):
        case = put(case, f"notice/demands/{row}/asks_for", value)
    else:
        case = with_value(case, row, value)
    return with_state(case, row, CONFIRMED)


def with_value(case: Case, row: str, value: Any) -> Case:
    """`case` with a day, kind or list of its notice changed, and with it the answers that were
    only taken over from there."""
    before = getattr(case.notice, row)
    case = put(case, f"notice/{row}", value)
    if row == "asins":
        taken = case.facts.get("asins")
        if is_empty(taken) or taken == before:
            others = {key: fact for key, fact in case.facts.items() if key != "asins"}
            case = replace(case, facts={**others, "asins": value} if value else others)
    if row == "case_ids" and case.sender.case_id in ("", *before[:1]):
        case = put(case, "sender/case_id", value[0] if value else "")
    return case


def choose_reason(case: Case, platforms: Platforms, reason: str) -> Case:
    """The person's own reason. Causes, actions and facts stay as they are."""
    known = platforms.get(case.platform)
    parent = known.reasons[reason].parent if known and reason in known.reasons else ""
    case = replace(
        case,
        reason=parent or reason,
        reason_detail=reason if parent else "",
        also=tuple(other for other in case.also if other not in (reason, parent)),
    )
    return with_state(case, "reason", CONFIRMED)


def choose_platform(case: Case, platforms: Platforms, platform: str) -> Case:
    """The person's own platform, and with another one its usual language."""
    if platform != case.platform:
        known = platforms[platform]
        case = replace(case, platform=platform, letter_language=known.languages[0])
        if (case.reason_detail or case.reason) not in known.reasons:
            case = replace(case, reason="other", reason_detail="", also=())
    return with_state(case, "platform", CONFIRMED)


def choose_marketplace(case: Case, marketplace: str) -> Case:
    """Where the shop sells; the sender's field follows while it says the same."""
    follows = case.sender.marketplace in ("", case.marketplace)
    case = replace(case, marketplace=marketplace)
    return put(case, "sender/marketplace", marketplace) if follows else case


def deadline_day(case: Case) -> str:
    """The last day as far as it is known, for the field that changes it."""
    deadline = case.notice.deadline
    due = due_day(deadline, case.notice.date)
    return due.isoformat() if due else deadline.date if deadline else ""


def deadline_on(case: Case, day: str) -> Deadline | None:
    """The deadline on the person's own day; the platform's words stay. None without a day."""
    words = case.notice.deadline.words if case.notice.deadline else ""
    return Deadline(date=day, words=words) if day else None
