"""From a reading to the case: what the notice says becomes a proposal the seller corrects."""

from dataclasses import replace

from appealwriter.model.case import Case, Notice
from appealwriter.model.reading import Reading
from appealwriter.model.terms import Route, Structure
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.structures import can_be_lifted


def adopt_as_chosen(case: Case, text: str, reading: Reading) -> Case:
    """As `adopt`, for a case whose platform and reason a person has chosen beforehand: they stay,
    as do the letter's language and a route other than the usual one. Another reason that was read
    stands beside the chosen one."""
    read = adopt(case, text, "", reading, case.letter_language)
    same = read.platform == case.platform
    beside = (read.reason_detail or read.reason, *read.also) if same else ()
    chosen = (case.reason, case.reason_detail, Case("").reason)
    return replace(
        read,
        platform=case.platform,
        marketplace=read.marketplace if same else case.marketplace,
        reason=case.reason,
        reason_detail=case.reason_detail,
        also=tuple(dict.fromkeys(name for name in beside if name not in chosen)),
        route=read.route if case.route is Route.PLAN else case.route,
        letter_language=case.letter_language,
    )


def adopt(case: Case, text: str, source: str, reading: Reading, language: str) -> Case:
    """`case` with the notice `text` and what was read from it. Nothing is confirmed for the
    seller. `language` is the usual letter language of the platform."""
    notice = Notice(
        text=text,
        source=source,
        date=reading.date,
        kind=reading.kind,
        asins=reading.asins,
        order_ids=reading.order_ids,
        case_ids=reading.case_ids,
        brands=reading.brands,
        deadline=reading.deadline,
        demands=reading.demands,
    )
    if not reading.is_notice:
        return replace(case, notice=replace(notice, demands=(), kind=""))
    sender = case.sender
    if reading.case_ids and not sender.case_id:
        sender = replace(sender, case_id=reading.case_ids[0])
    if reading.marketplace and not sender.marketplace:
        sender = replace(sender, marketplace=reading.marketplace)
    facts = dict(case.facts)
    if reading.asins and not facts.get("asins"):
        facts["asins"] = reading.asins
    found = reading.reason != "other" or bool(reading.reason_detail)
    return replace(
        case,
        platform=reading.platform or case.platform,
        marketplace=reading.marketplace or case.marketplace,
        reason=reading.reason if found else case.reason,
        reason_detail=reading.reason_detail if found else case.reason_detail,
        also=reading.also,
        route=Route(reading.route),
        letter_language=case.letter_language if case.notice.text else language,
        notice=notice,
        sender=sender,
        facts=facts,
    )


def with_fitting_form(before: Case, after: Case, shelf: Shelf) -> Case:
    """`after` in the form that its notice wants, where that has just become clear or has changed
    and no person has chosen a form."""
    chosen = after.structure_chosen or after.structure is not before.structure
    if chosen or _wants(before, shelf) == _wants(after, shelf):
        return after
    wanted = shelf.recommended(after)
    return replace(after, structure=Structure(wanted.id)) if wanted else after


def _wants(case: Case, shelf: Shelf) -> tuple[object, ...]:
    """What decides which form is recommended."""
    lifted = can_be_lifted(case, shelf.for_case(case))
    reason = (case.platform, case.reason, case.reason_detail)
    return (*reason, case.route, case.stance, bool(case.notice.text), lifted)
