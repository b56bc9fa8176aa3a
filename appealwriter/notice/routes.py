"""What sort of message it is, and which kind of answer it asks for."""

from appealwriter.model.case import Demand
from appealwriter.model.reading import Span
from appealwriter.model.terms import Kind, Route
from appealwriter.notice.cues import Cues
from appealwriter.notice.demands import Asked
from appealwriter.notice.sentences import Page
from appealwriter.notice.weigh import Weighed, weigh_all

_LOUD = 5.0
_PLAIN = 3.0
_SURELY = 6.0
_PLAN = {"root_cause", "corrective_actions", "preventive_actions"}
_NO_PAPERS = _PLAN | {"retraction", "other_account_details", "video_call"}
_NO_PAPERS |= {"acknowledge_only", "nothing"}
_DEEDS = (Kind.SUSPENSION, Kind.LISTING_REMOVAL, "reply")
_STILL_RUNNING = (Kind.WARNING, Kind.REINSTATEMENT, Kind.FUNDS_HOLD)
_RELATION = ("related_accounts", "multiple_accounts", "identity_verification")


def find_kind(page: Page, cues: Cues, asked: Asked) -> tuple[str, tuple[Span, ...], float]:
    """The kind's id, the words for it and its score; "" and 0 where no kind speaks.

    An answer to something sent in is a denial, or a request for more where it says what to send.
    """
    heard = weigh_all(page, cues.kinds, by_section=False)
    # What may come yet is no deed: only a warning speaks of it.
    done = weigh_all(page, {kind: cues.kinds[kind] for kind in _DEEDS})
    heard |= {kind: one for kind, one in done.items() if one.score < heard[kind].score}
    kinds = {
        kind: one.score
        for kind, one in heard.items()
        if kind not in ("reply", "refused") and one.score >= _threshold(cues, kind)
    }
    if kinds.get(Kind.REINSTATEMENT, 0) > kinds.get(Kind.SUSPENSION, 0):
        return _answer(heard, Kind.REINSTATEMENT)
    # "The licence you uploaded has expired" alone makes no answer of a suspension.
    if heard["reply"].score >= max(_LOUD, min(kinds.get(Kind.SUSPENSION, 0), _SURELY)):
        wants = any(d.asks_for != "nothing" and not _in_error(page, d) for d in asked.demands)
        kind = Kind.MORE_INFO if wants or asked.plan else Kind.DENIAL
        return str(kind), heard["reply"].spans[:2], heard["reply"].score
    for kind in (Kind.SUSPENSION, Kind.LISTING_REMOVAL, Kind.FUNDS_HOLD, Kind.WARNING):
        if kinds.get(kind, 0) >= _LOUD:
            return _answer(heard, kind)
    if kinds:
        loudest = max(kinds, key=lambda kind: (kinds[kind], kind))
        return _answer(heard, loudest)
    return "", (), 0.0


def _in_error(page: Page, demand: Demand) -> bool:
    sentence = page.at(demand.start)
    return sentence is not None and sentence.section == "error"


def _threshold(cues: Cues, kind: str) -> float:
    given = cues.kinds[kind].traits.get("threshold", _PLAIN)
    return float(given) if isinstance(given, int | float) else _PLAIN


def _answer(heard: dict[str, Weighed], kind: str) -> tuple[str, tuple[Span, ...], float]:
    return str(kind), heard[kind].spans[:2], heard[kind].score


def find_route(
    page: Page, cues: Cues, asked: Asked, kind: str, reason: str
) -> tuple[Route, tuple[Span, ...]]:
    """The kind of answer that is asked for, and the words that decide it."""
    signals = weigh_all(page, cues.routes, by_section=False)
    for route in (Route.OTHER_ACCOUNT_FIRST, Route.FORM, Route.EVIDENCE_FOR_REVIEW):
        if signals[route].score >= _LOUD:
            return route, signals[route].spans[:2]
    error = cues.routes["proof_of_innocence"]
    papers = [
        d
        for d in asked.demands
        if d.asks_for not in _NO_PAPERS
        and not _in_error(page, d)
        and not error.speaks_in(page.folded[d.start : d.end])
    ]
    plan = asked.plan and not asked.error_only
    if plan and papers:
        return Route.PLAN_AND_DOCUMENTS, _places(asked)
    if plan:
        return Route.PLAN, _places(asked)
    if papers:
        return Route.DOCUMENTS, _places(asked)
    if "nothing" in asked.ids:
        return Route.WATCH, _places(asked)
    return _without_demands(signals, kind, reason)


def _without_demands(
    signals: dict[str, Weighed], kind: str, reason: str
) -> tuple[Route, tuple[Span, ...]]:
    """Nothing is asked in so many words: the error way, a button, a wait, or nothing at all."""
    loud = {name for name, one in signals.items() if one.score >= _PLAIN}
    button = "appeal_button" in loud
    running = kind in _STILL_RUNNING
    ways: tuple[tuple[bool, Route, str], ...] = (
        (signals["acknowledge"].score >= _LOUD, Route.ACKNOWLEDGE, "acknowledge"),
        (kind == Kind.REINSTATEMENT, Route.WATCH, "watch"),
        ("error_only" in loud, Route.DISPUTE, "error_only"),
        (kind == Kind.DENIAL, Route.NONE, "closed"),
        (running and ("watch" in loud or not button), Route.WATCH, "watch"),
        ("closed" in loud, Route.NONE, "closed"),
        (kind == Kind.LISTING_REMOVAL and not button, Route.WATCH, "watch"),
        (button and reason in _RELATION, Route.DISPUTE, "appeal_button"),
        (button, Route.PLAN, "appeal_button"),
        ("watch" in loud and kind != Kind.SUSPENSION, Route.WATCH, "watch"),
    )
    for fits, route, signal in ways:
        if fits:
            return route, signals[signal].spans[:2]
    return Route.NONE, ()


def _places(asked: Asked) -> tuple[Span, ...]:
    places = [(d.start, d.end) for d in asked.demands]
    return tuple(places[:2]) if places else ((asked.plan_place,) if asked.plan_place else ())
