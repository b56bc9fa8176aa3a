"""Reading a notice: the order of work, from a pasted text to a Reading."""

from dataclasses import replace
from datetime import date

from appealwriter.base.i18n import later
from appealwriter.base.text import clean, script_language
from appealwriter.model.due import due_day
from appealwriter.model.reading import Candidate, Reading, Span
from appealwriter.notice import entities
from appealwriter.notice.cues import Cues, CueSets
from appealwriter.notice.deadlines import find_deadline
from appealwriter.notice.demands import find_demands
from appealwriter.notice.genuine import is_notice
from appealwriter.notice.platforms import find_marketplace, find_platform, reasons_folder
from appealwriter.notice.routes import find_kind, find_route
from appealwriter.notice.sentences import READ_AT_MOST, Page, read_page
from appealwriter.notice.threads import alone, messages
from appealwriter.notice.weigh import Weighed, ranked, weigh_all

_A_CAUSE = 3.0
_A_SECOND = 0.4
_CLEAR = 5.0
_CLEAR_LEAD = 1.5
_FAR_LEAD = 2.0
_AT_MOST = 5
_ITS_OWN_WORDS = 1.8
_NONE_AT_MOST = 0.75
_WORDS_SHOWN = 4


def read(text: str, cues: Cues, today: date | None = None) -> Reading:
    """What `text`, already decoded, says and asks.

    Every span is a range of code points in `clean(text)`. Of a thread the newest message that is
    a notice is read. `today` bounds the notice's own date: a date yet to come is not taken for it.
    """
    text = clean(text)
    parts = messages(text, cues)
    for part in parts if len(parts) > 1 else ():
        reading = _read_one(alone(text, part), cues, today)
        if reading.is_notice:
            return reading
    return _read_one(text, cues, today)


def _read_one(text: str, cues: Cues, today: date | None) -> Reading:
    """What one message says; places outside it are blank."""
    page = read_page(text, cues)
    language = _language(text, page, cues)
    platform, named = find_platform(page, cues)
    nearest = reasons_folder(platform, language, cues)
    known = cues.reasons[nearest]
    reasons = ranked(weigh_all(page, known))
    asked = find_demands(page, cues)
    kind, kind_spans, kind_score = find_kind(page, cues, asked)
    if not is_notice(page, cues, kind_score, reasons[0].score, asked):
        return _no_notice(platform, language)
    chosen = reasons[0] if reasons[0].score >= _A_CAUSE else None
    reason, detail = _reason(chosen, known)
    route, route_spans = find_route(page, cues, asked, kind, reason)
    spans: dict[str, tuple[Span, ...]] = {
        "platform": named[:1],
        "kind": kind_spans,
        "route": route_spans,
        "reason": chosen.spans[:_WORDS_SHOWN] if chosen else (),
        "demands": tuple((d.start, d.end) for d in asked.demands),
    }
    reading = Reading(
        is_notice=True,
        platform=platform or nearest,
        language=language,
        kind=kind,
        route=str(route),
        reason=reason,
        reason_detail=detail,
        also=_also(reasons, reason, known) if chosen else (),
        candidates=_candidates(text, reasons, known),
        sure=chosen is not None and _leads(reasons),
        asks_poa=asked.plan,
        asks_for=asked.ids,
        demands=asked.demands,
        kind_words=_words(text, kind_spans),
        route_words=_words(text, route_spans),
        spans=spans,
    )
    return _doubts(_entities(reading, page, cues, today))


def _no_notice(platform: str, language: str) -> Reading:
    return Reading(
        is_notice=False,
        platform=platform,
        language=language,
        unsure={"is_notice": later("This does not look like a message from the platform.")},
    )


def _entities(reading: Reading, page: Page, cues: Cues, today: date | None) -> Reading:
    text = page.text
    asins = entities.find_asins(text) if reading.platform in ("amazon", "") else entities.Found()
    orders = entities.find_orders(text, reading.platform)
    cases = entities.find_cases(text)
    brands = entities.find_brands(text)
    marketplace, sites = find_marketplace(page, reading.platform, cues)
    noticed, noticed_at = entities.find_date(text[:READ_AT_MOST], cues)
    if today and noticed > today.isoformat():
        noticed, noticed_at = "", None
    deadline, deadline_at = find_deadline(page, cues)
    last_day = due_day(deadline, noticed)
    spans = dict(reading.spans)
    spans |= {"asins": asins.spans, "order_ids": orders.spans, "case_ids": cases.spans}
    spans |= {"brands": brands.spans, "marketplace": sites[:1]}
    spans["date"] = (noticed_at,) if noticed_at else ()
    spans["deadline"] = (deadline_at,) if deadline_at else ()
    return replace(
        reading,
        marketplace=marketplace,
        asins=asins.values,
        order_ids=orders.values,
        case_ids=cases.values,
        brands=brands.values,
        date=noticed,
        deadline=deadline,
        due=last_day.isoformat() if last_day else "",
        spans={field: places for field, places in spans.items() if places},
    )


def _doubts(reading: Reading) -> Reading:
    unsure: dict[str, str] = {}
    if reading.reason == "other" and not reading.reason_detail:
        unsure["reason"] = later("The notice does not say what the shop is accused of.")
    elif not reading.sure:
        unsure["reason"] = later("More than one reason fits. See which one is meant.")
    if not reading.kind:
        unsure["kind"] = later("It is not clear what the platform has done.")
    if "platform" not in reading.spans:
        unsure["platform"] = later("The notice does not name the platform.")
    if reading.route == "none":
        unsure["route"] = later("The notice names no way to answer.")
    elif not reading.demands and reading.route in ("plan", "dispute"):
        unsure["route"] = later("The notice does not say in so many words what to send.")
    if reading.deadline and not reading.due:
        unsure["due"] = later("The date of the notice is not known, so the last day is not either.")
    return replace(reading, unsure=unsure)


def _language(text: str, page: Page, cues: Cues) -> str:
    """As base.text counts letters; Japanese where kana is written; others by their small words."""
    if any("\u3041" <= letter <= "\u30ff" for letter in text[:READ_AT_MOST]):
        return "ja"
    language = script_language(text[:READ_AT_MOST])
    if language != "en":
        return language
    best = ranked(weigh_all(page, cues.languages, by_section=False))[0]
    return best.id if best.score >= _ITS_OWN_WORDS else "en"


def _reason(chosen: Weighed | None, known: CueSets) -> tuple[str, str]:
    """The reason's id and, where the cue file names a parent, the finer one."""
    if chosen is None:
        return "other", ""
    parent = known[chosen.id].trait("parent")
    return (parent, chosen.id) if parent else (chosen.id, "")


def _leads(reasons: list[Weighed]) -> bool:
    """Whether the first reason is clear, and far ahead of a second that is clear as well."""
    first, second = reasons[0].score, max(reasons[1].score, 0.0)
    lead = _CLEAR_LEAD if second < _CLEAR else _FAR_LEAD
    return first >= max(_CLEAR, lead * second)


def _also(reasons: list[Weighed], reason: str, known: CueSets) -> tuple[str, ...]:
    least = max(_A_CAUSE, _A_SECOND * reasons[0].score)
    others = [_reason(one, known)[0] for one in reasons[1:] if one.score >= least]
    return tuple(dict.fromkeys(other for other in others if other != reason))


def _candidates(text: str, reasons: list[Weighed], known: CueSets) -> tuple[Candidate, ...]:
    """The loudest reasons, each with how likely it is; "other" where none speaks."""
    heard = [one for one in reasons if one.score > 0][:_AT_MOST]
    total = sum(one.score for one in heard) + _A_CAUSE
    none = not heard or heard[0].score < _A_CAUSE
    first = _A_CAUSE / total if none else heard[0].score / total
    # Measured on labelled notices: the loudest is right more often than its share of the noise.
    likely = min(_NONE_AT_MOST, first) if none else 1 - (1 - first) ** 2
    rest = (1 - likely) / (1 - first) if first < 1 else 0.0
    made = [] if not none else [Candidate("other", round(likely, 2))]
    for number, one in enumerate(heard):
        certainty = likely if number == 0 and not none else rest * one.score / total
        said = _words(text, one.spans[:_WORDS_SHOWN])
        made.append(Candidate(_reason(one, known)[0], round(certainty, 2), said))
    if not none and not _leads(reasons):
        # Where it is not sure, the text may as well state no cause.
        made.append(Candidate("other", round(rest * _A_CAUSE / total, 2)))
        made[1:] = sorted(made[1:], key=lambda one: -one.certainty)
    return tuple(made[:_AT_MOST])


def _words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(text[start:end].split()) for start, end in spans))
