"""Which platform wrote, and for which of its sites."""

from collections import Counter

from appealwriter.model.reading import Span
from appealwriter.notice.cues import Cues
from appealwriter.notice.sentences import READ_AT_MOST, Page, fold
from appealwriter.notice.weigh import ranked, weigh_all

_ENOUGH = 1.0
_WIDE = ("EU", "US")


def find_platform(page: Page, cues: Cues) -> tuple[str, tuple[Span, ...]]:
    """The platform's id, or "" where nothing names one; and the words that do.

    Addresses are blanked on the page, so they are weighed from the folded text again.
    """
    bare = Page(page.text, fold(page.text[:READ_AT_MOST]), page.sentences)
    best = ranked(weigh_all(bare, cues.platforms, by_section=False))[0]
    return (best.id, best.spans) if best.score >= _ENOUGH else ("", ())


def reasons_folder(platform: str, language: str, cues: Cues) -> str:
    """The platform whose reasons stand nearest; a nameless Russian notice is read as Ozon's."""
    known = cues.platforms.get(platform)
    if known:
        return known.trait("reasons")
    return "ozon" if language == "ru" else "amazon"


def find_marketplace(page: Page, platform: str, cues: Cues) -> tuple[str, tuple[Span, ...]]:
    """The site ("US", "UK", "DE" ...) most often named; "" where none is."""
    if platform != "amazon":
        known = cues.platforms.get(platform)
        return (known.trait("marketplace") if known else ""), ()
    folded = fold(page.text[:READ_AT_MOST])
    votes: Counter[str] = Counter()
    places: dict[str, list[Span]] = {}
    for site in cues.marketplaces.values():
        for cue in site.cues:
            for match in cue.pattern.finditer(folded):
                votes[site.id] += int(cue.weight)
                places.setdefault(site.id, []).append(match.span())
    if not votes:
        return "", ()
    # A site of its own beats "Europe", and American addresses stand in many foreign notices.
    best = max(sorted(votes), key=lambda site: (site not in _WIDE, votes[site]))
    if best not in _WIDE and votes.get("US", 0) > 2 * votes[best]:
        best = "US"
    return best, tuple(places[best])
