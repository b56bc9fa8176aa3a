"""Cases filled from every phrase of a playbook, for tests that judge our own letters."""

from collections.abc import Iterator
from dataclasses import replace

from appealwriter.base.words import Words
from appealwriter.drafting.draft import Workshop
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Exhibit,
    Notice,
    PreventiveMeasure,
    Sender,
)
from appealwriter.model.terms import Structure
from appealwriter.playbooks.book import Phrase, Playbook
from appealwriter.playbooks.slots import SlotSpec

TOGETHER = 2  # causes in one letter, and at most twice as many actions and measures
ANSWERS = {
    "count": 12,
    "percent": "6.2",
    "money": {"amount": "12.50", "currency": "USD"},
    "date": "2026-10-08",
    "period": {"from": "2026-10-01", "to": "2026-10-31"},
    "asins": ("B0D7K4QX2M",),
    "skus": ("LT-204", "LT-205"),
    "orders": ("114-2049557-8841023",),
    "ids": ("17284096351",),
    "name": "Northway Freight",
    "text": {"zh": "蓝色收纳盒", "en": "a blue storage box", "ru": "синий короб"},
}


def answer(spec: SlotSpec):
    """Something that fits a slot; of choices the first."""
    return ANSWERS[spec.type] if spec.type in ANSWERS else next(iter(spec.choices))


def slots(phrase: Phrase):
    return {name: answer(spec) for name, spec in phrase.slots.items()}


def letters(workshop: Workshop, book: Playbook, language: str) -> Iterator[Case]:
    """Cases that together use every cause, action and measure a book offers."""
    base = Case(
        id=f"own-{book.id}",
        platform=book.platform if book.platform != "general" else "ebay",
        reason=book.parent or book.reason,
        reason_detail=book.reason if book.parent else "",
        letter_language=language,
        letter_date="2026-11-21",
        notice=Notice(date="2026-11-18"),
        sender=Sender(
            "Brightpine", "Chengling Trading Co., Ltd.", "Lin Yaning", email="l@example.com"
        ),
        facts={fact.id: answer(fact) for fact in book.facts},
        evidence=(
            Exhibit("e1", "log.pdf", title=Words("出库记录", "dispatch log", "журнал отгрузок")),
        ),
    )
    parts = {
        name: workshop.shelf.offered(base, name) for name in ("cause", "corrective", "preventive")
    }
    rounds = max(len(parts["cause"]) // TOGETHER, 1)
    for n in range(rounds):
        chosen = {name: items[n::rounds][: 2 * TOGETHER] for name, items in parts.items()}
        for structure in (Structure.THREE_PART, Structure.FIVE_PART):
            yield _case(replace(base, id=f"{base.id}-{n}", structure=structure), chosen)


def _case(base: Case, chosen) -> Case:
    causes = tuple(
        Cause(f"c{i}", phrase.id, slots=slots(phrase)) for i, phrase in enumerate(chosen["cause"])
    )
    first = (causes[0].id,) if causes else ()
    return replace(
        base,
        causes=causes,
        corrective=tuple(
            CorrectiveAction(
                f"a{i}",
                first,
                phrase.id,
                slots=slots(phrase),
                done="2026-11-19",
                count=12,
                total=12,
                exhibits=("e1",),
            )
            for i, phrase in enumerate(chosen["corrective"])
        ),
        preventive=tuple(
            PreventiveMeasure(
                f"p{i}",
                first,
                phrase.id,
                slots=slots(phrase),
                since="2026-11-20",
                owner="warehouse_lead",
                rhythm="daily",
                record="dispatch_log",
            )
            for i, phrase in enumerate(chosen["preventive"])
        ),
    )
