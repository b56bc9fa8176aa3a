"""Whether a text is the platform's own message to a seller, and not something about one."""

from dataclasses import replace

from appealwriter.notice.cues import Cues
from appealwriter.notice.demands import Asked
from appealwriter.notice.sentences import Page
from appealwriter.notice.weigh import weigh, weigh_all

_ENOUGH = 3.5
_ANOTHER = 2.5
_ANY_VOICE = 2.0
_SECOND = 0.5
_NO_DEED = 3.0
_AGAINST = ("seller_voice", "article", "phishing", "buyer_message", "other_mail")


def is_notice(page: Page, cues: Cues, kind: float, reason: float, asked: Asked) -> bool:
    """Weigh the platform's voice, a deed and a demand against the voices of all others."""
    others = {name: cues.not_notices[name] for name in _AGAINST}
    bare = weigh_all(_without_headings(page), others, by_section=False)
    voice = weigh(page, cues.not_notices["platform_voice"], by_section=False).score
    deed = min(kind, 8.0) + min(max(reason, 0.0), 6.0) / 2 + (2.0 if asked.demands else 0.0)
    if kind <= 0 and not asked.demands:
        deed -= _NO_DEED
    if voice < _ANY_VOICE and not asked.demands:
        deed /= 2
    first, second, *_ = sorted((bare[name].score for name in _AGAINST), reverse=True)
    against = first + _SECOND * max(second, 0.0)
    return voice + deed - _ANOTHER * against >= _ENOUGH


def _without_headings(page: Page) -> Page:
    """The page with its headings blanked: "How do I reactivate my account?" is no seller's cry."""
    folded = page.folded
    for one in page.sentences:
        if one.heading:
            folded = folded[: one.start] + "\x00" * (one.end - one.start) + folded[one.end :]
    return replace(page, folded=folded)
