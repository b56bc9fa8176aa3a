"""What the entries of one playbook say of each other: every id that is named is there, once."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import listed, tr
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.model.case import Sender
from appealwriter.playbooks.book import PARTS, Advice, Phrase, Playbook
from appealwriter.playbooks.phrases import Optional, Piece, Slot, fixed_words, parse
from appealwriter.playbooks.slots import SlotSpec

_FIGURE = re.compile(r"(?<![\w-])\d[\d.,]*(?!\w)")  # not the digit of a name such as 3PL or B2B


def check_whole(book: Playbook) -> None:
    """Raise DataFileError where an id is given twice, or a proof or a source is named that the
    book does not have."""
    for part in PARTS:
        _once(book, part, [phrase.name for phrase in book.phrases(part)])
    _once(book, "statement", [phrase.name for phrase in book.statements])
    for part, entries in (
        ("fact", book.facts),
        ("evidence", book.evidence),
        ("clock", book.clocks),
        ("source", book.sources),
    ):
        _once(book, part, [entry.id for entry in entries])
    figures = [*(fact.id for fact in book.facts), *(f"sender/{f.name}" for f in fields(Sender))]
    for agreement in book.agreements:
        facts = agreement.terms[1:] if agreement.kind == "within" else agreement.terms
        _known(book, "agree", agreement.kind, (name for term in facts for name in term), figures)
    kinds = [kind.id for kind in book.evidence]
    sources = [source.id for source in book.sources]
    for phrase in _own(book):
        _known(book, phrase.name, "proof", phrase.proof, kinds)
    for place, cited in _citations(book):
        _known(book, place, "sources", cited, sources)


def check_units(
    file: str, phrases: Iterable[Phrase], facts: Iterable[SlotSpec], units: Collection[str]
) -> None:
    """Raise DataFileError where a slot, an action or a wording counts in an unknown unit."""
    for fact in facts:
        _unit(file, fact.id, fact.unit, units)
    for phrase in phrases:
        for unit in (phrase.unit, *(slot.unit for slot in phrase.slots.values()), *_asked(phrase)):
            _unit(file, phrase.name, unit, units)


def check_chain(book: Playbook) -> None:
    """Raise DataFileError where a cause has no action or measure, or one answers no cause."""
    names = {phrase.name: None for phrase in book.causes}
    for part in ("corrective", "preventive"):
        answered: set[str] = set()
        for phrase in book.phrases(part):
            if "*" in phrase.answers:
                answered.update(names)
            elif phrase.id.startswith(book.id):
                _known(book, phrase.name, "answers", phrase.answers, names)
            answered.update(phrase.answers)
        for name in names:
            if name not in answered:
                raise DataFileError(
                    tr(
                        "{book}, cause {id}: nothing in “{part}” answers it.",
                        book=book.id,
                        id=name,
                        part=part,
                    )
                )


def _own(book: Playbook) -> Iterator[Phrase]:
    """The book's phrases without the shared ones, whose proofs and sources are their own."""
    for phrases in (book.statements, *(book.phrases(part) for part in PARTS)):
        yield from (phrase for phrase in phrases if phrase.id.startswith(f"{book.id}:"))


def _citations(book: Playbook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each place that cites sources, and which."""
    for phrase in _own(book):
        yield phrase.name, phrase.sources
    yield from ((kind.id, kind.sources) for kind in book.evidence)
    yield from ((clock.id, clock.sources) for clock in book.clocks)
    yield from ((route.route, route.sources) for route in book.routes)
    yield "meaning", book.meaning_sources
    for place, advice in _advice(book):
        yield place, advice.sources
    for fact in book.facts:
        if fact.threshold:
            yield fact.id, (fact.threshold.source,)


def _advice(book: Playbook) -> Iterator[tuple[str, Advice]]:
    """Every sentence of advice, by its place."""
    for part in ("submit", "refused", "after_refusal", "donts", "instead"):
        for n, advice in enumerate(getattr(book, part), 1):
            yield f"{part} {n}", advice


def check_cited(book: Playbook) -> None:
    """Raise DataFileError where a figure stands without a source: in a clock, in advice, in what a
    document needs, or in the fixed words of a phrase."""
    told = [
        ("meaning", (book.meaning,), book.meaning_sources),
        *((route.route, (route.when,), route.sources) for route in book.routes),
        *((kind.id, kind.needs, kind.sources) for kind in book.evidence),
        *((place, (advice.text,), advice.sources) for place, advice in _advice(book)),
    ]
    figures = [(place, cited) for place, words, cited in told if any(map(_has_figure, words))]
    figures += [(clock.id, clock.sources) for clock in book.clocks]
    figures += [(p.name, p.sources) for p in _own(book) if _says_figure(p)]
    for place, cited in figures:
        if not cited:
            raise DataFileError(
                tr("{book}, {place}: a figure stands without a source.", book=book.id, place=place),
                tr("Name where it was found in “sources”, or take the figure out."),
            )


def _has_figure(words: Words) -> bool:
    return any(_FIGURE.search(words.get(language)) for language in LANGUAGES)


def _says_figure(phrase: Phrase) -> bool:
    """True where the fixed words of a phrase hold a figure that no seller gave."""
    return any(
        _FIGURE.search(text)
        for wordings in (phrase.say, phrase.plan, phrase.catches)
        for said in wordings.values()
        for wording in said
        for text in fixed_words(parse(wording))
    )


def _once(book: Playbook, part: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise DataFileError(
                tr(
                    "{book}, {part}: the id “{id}” is given twice.",
                    book=book.id,
                    part=part,
                    id=each,
                ),
                tr("Give each entry an id of its own."),
            )
        seen.add(each)


def _known(
    book: Playbook, place: str, key: str, ids: Iterable[str], known: Collection[str]
) -> None:
    for each in ids:
        if each not in known:
            raise DataFileError(
                tr(
                    "{book}, {place}: “{key}” names “{id}”, which is not there.",
                    book=book.id,
                    place=place,
                    key=key,
                    id=each,
                ),
                _mend(each, known),
            )


def _unit(file: str, place: str, unit: str, units: Collection[str]) -> None:
    if unit and unit not in units:
        raise DataFileError(
            tr("{file}, {place}: there is no unit “{id}”.", file=file, place=place, id=unit),
            _mend(unit, units),
        )


def _asked(phrase: Phrase) -> Iterator[str]:
    """The units that the wordings of a phrase ask for."""
    for wordings in (phrase.say, phrase.plan, phrase.catches):
        for said in wordings.values():
            for wording in said:
                yield from _forms(parse(wording))


def _forms(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Slot) and piece.form == "unit":
            yield piece.args[0] if piece.args else "?"
        elif isinstance(piece, Optional):
            yield from _forms(piece.pieces)
            yield from _forms(piece.otherwise)


def _mend(given: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(given, known, 1)
    if close:
        return tr("Did you mean “{key}”?", key=close[0])
    return tr("Choose one of: {choices}.", choices=listed(known))
