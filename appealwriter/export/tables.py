"""Tables that may go with a letter: what answers each demand, and the lists of ASINs and orders."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from appealwriter.base.words import Words
from appealwriter.checks.coverage import Covered
from appealwriter.export.additions import added_sentence
from appealwriter.model.case import Case
from appealwriter.model.letter import Block, Letter, Section, Sentence, Span
from appealwriter.playbooks.book import Playbook

ANSWERS = "answers"
LISTS = ("asins", "orders", "skus")
"""Ids of the sections made here; each list begins on a page of its own."""

_BEFORE = ("exhibits", "documents", "signature")  # the first that is there
_NOTHING = "—"


def with_answers(letter: Letter, case: Case, coverage: Sequence[Covered]) -> Letter:
    """`letter` with a table of demands, where each is answered and by which exhibits; as it is
    where the notice asks for nothing."""
    if not coverage:
        return letter
    numbers = {exhibit.id: n for n, exhibit in enumerate(case.evidence, 1)}
    names = ("answers_number", "answers_demand", "answers_place", "answers_exhibits")
    block = Block(
        "table",
        header=tuple(_added(letter, name) for name in names),
        rows=tuple(_answer(letter, n, each, numbers) for n, each in enumerate(coverage, 1)),
    )
    section = Section(ANSWERS, _added(letter, "answers_heading"), (block,))
    place = next((n for n, s in enumerate(letter.sections) if s.id in _BEFORE), None)
    sections = list(letter.sections)
    sections.insert(len(sections) if place is None else place, section)
    return replace(letter, sections=tuple(sections))


def with_lists(letter: Letter, case: Case, book: Playbook) -> Letter:
    """`letter` followed by every ASIN, order and SKU that the case names, a row each."""
    found = listed_ids(case, book)
    sections = tuple(_list(letter, kind, ids) for kind, ids in found.items())
    return replace(letter, sections=(*letter.sections, *sections))


def listed_ids(case: Case, book: Playbook) -> Mapping[str, tuple[str, ...]]:
    """The ids by kind, those the seller answered first, each once; no kind without ids."""
    found = {kind: tuple(dict.fromkeys(_ids(case, book, kind))) for kind in LISTS}
    return {kind: ids for kind, ids in found.items() if ids}


def _ids(case: Case, book: Playbook, kind: str) -> Iterator[str]:
    for fact in book.facts:
        answer = case.facts.get(fact.id)
        if fact.type == kind and isinstance(answer, Sequence):
            yield from (answer,) if isinstance(answer, str) else map(str, answer)
    yield from {"asins": case.notice.asins, "orders": case.notice.order_ids}.get(kind, ())


def _list(letter: Letter, kind: str, ids: Iterable[str]) -> Section:
    rows = tuple((_said(str(n)), _said(each)) for n, each in enumerate(ids, 1))
    header = (_added(letter, "answers_number"), _added(letter, f"{kind}_column"))
    return Section(
        kind, _added(letter, f"{kind}_heading"), (Block("table", header=header, rows=rows),)
    )


def _answer(
    letter: Letter, number: int, covered: Covered, exhibits: Mapping[str, int]
) -> tuple[Sentence, ...]:
    section = letter.section(covered.section)
    place = section.heading if section and section.heading else _said(_NOTHING)
    return (
        _said(str(number)),
        _asked(letter, covered.name, covered.demand.words),
        replace(place, path=""),
        _exhibits([(exhibits[ref], ref) for ref in covered.exhibits if ref in exhibits]),
    )


def _asked(letter: Letter, name: Words, words: str) -> Sentence:
    """What is asked for by its name in the letter's language, else in the notice's own words."""
    said, twin = name.get(letter.language) or words, name.get(letter.twin_language) or words
    return Sentence((Span(said),), (Span(twin),))


def _exhibits(found: Sequence[tuple[int, str]]) -> Sentence:
    spans: list[Span] = []
    for number, ref in found:
        spans += [Span(", ")] if spans else []
        spans.append(Span(str(number), "exhibit", f"evidence/{ref}"))
    return Sentence(tuple(spans), tuple(spans)) if spans else _said(_NOTHING)


def _added(letter: Letter, name: str) -> Sentence:
    return added_sentence(name, letter.language, letter.twin_language)


def _said(text: str) -> Sentence:
    return Sentence((Span(text),), (Span(text),))
