"""Invented sellers: a case with every answer given, for any playbook; no real shop is meant.

Two numbers make a case: `choices` decides which phrases are chosen, `seller` decides the facts. So
two sellers with the same choices differ as two real ones would: in who, what, when and how many.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from appealwriter.base.words import Words
from appealwriter.model.answers import Answer
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Exhibit,
    Notice,
    Point,
    PreventiveMeasure,
    Sender,
)
from appealwriter.model.terms import Structure
from appealwriter.playbooks.book import Phrase, Playbook
from appealwriter.playbooks.loader import RESERVED
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import CHOICES, SlotSpec

T = TypeVar("T")
LETTER_DAY = date(2026, 11, 21)
_NOTICE_DAY = date(2026, 11, 17)
_MOST = 3  # causes, points

_NAMES = ("Brightpine", "Lianhe Trade", "Morrow & Lane", "Kestrel", "Yunfan", "Tidewell", "Orlo")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
_THINGS = (
    Words(zh="折叠收纳箱", en="folding storage boxes", ru="складные ящики для хранения"),
    Words(zh="厨房电子秤", en="kitchen scales", ru="кухонные весы"),
    Words(zh="六月更换的货代", en="the forwarder changed in June", ru="смена экспедитора в июне"),
    Words(zh="手机支架的说明页", en="the phone stand page", ru="карточка подставки для телефона"),
    Words(zh="东莞仓", en="the Dongguan warehouse", ru="склад в Дунгуане"),
    Words(
        zh="新旧两版标签混放", en="old and new labels mixed", ru="смешаны старые и новые этикетки"
    ),
)


def invented_case(
    shelf: Shelf,
    book: Playbook,
    seller: int,
    choices: int = 0,
    language: str = "en",
    structure: Structure = Structure.THREE_PART,
) -> Case:
    """A whole case on `book`, all answers given."""
    chosen = Random(f"{book.id} {choices}")
    facts = _Facts(Random(f"{book.id} {choices} {seller}"))
    causes = _some(chosen, book.causes)
    case = Case(
        id=f"invented-{seller}",
        platform=book.platform,
        reason=book.parent or book.reason,
        reason_detail=book.reason if book.parent else "",
        letter_language=language,
        structure=structure,
        letter_date=LETTER_DAY.isoformat(),
        notice=Notice(text="-", date=(_NOTICE_DAY - timedelta(facts.number(20))).isoformat()),
        sender=facts.sender(),
        facts={fact.id: facts.answer(fact) for fact in book.facts},
        causes=tuple(Cause(f"c{n}", p.id, slots=facts.slots(p)) for n, p in enumerate(causes)),
        points=tuple(
            Point(f"q{n}", p.id, slots=facts.slots(p))
            for n, p in enumerate(_some(chosen, book.points))
        ),
        evidence=tuple(
            Exhibit(f"e{n}", f"{kind.id}.pdf", kind=kind.id, date=facts.day())
            for n, kind in enumerate(_some(chosen, book.evidence))
        ),
    )
    return replace(
        case,
        corrective=tuple(
            facts.deed(f"a{n}", p.id, p, f"c{n}")
            for n, p in enumerate(_answering(chosen, book.corrective, causes))
        ),
        preventive=tuple(
            facts.control(f"p{n}", p.id, p, f"c{n}", shelf)
            for n, p in enumerate(_answering(chosen, book.preventive, causes))
        ),
    )


class _Facts:
    """One seller's answers, each drawn when it is asked for."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def number(self, most: int) -> int:
        return self._random.randint(1, most)

    def day(self) -> str:
        return (LETTER_DAY - timedelta(self.number(120))).isoformat()

    def sender(self) -> Sender:
        name = self._random.choice(_NAMES)
        return Sender(
            shop=name,
            company=f"{name} Trading Co., Ltd.",
            person=self._random.choice(("Lin Wei", "Chen Jie", "Zhao Min")),
            merchant_token=self._id(12),
            email=f"{name.split()[0].lower()}@example.com",
            marketplace=self._random.choice(("US", "UK", "DE")),
            case_id=str(self._random.randint(10**9, 10**10)),
        )

    def deed(self, name: str, ref: str, phrase: Phrase, cause: str) -> CorrectiveAction:
        total = self.number(400) + 1
        return CorrectiveAction(
            name,
            (cause,),
            ref,
            slots=self.slots(phrase),
            done=self.day(),
            role=self.answer(phrase.slots["who"]),
            count=total,
            total=total,
            exhibits=("e0",),
        )

    def control(
        self, name: str, ref: str, phrase: Phrase, cause: str, shelf: Shelf
    ) -> PreventiveMeasure:
        owner, rhythm, record = (
            self._random.choice(sorted(shelf.vocabulary[words]))
            for words in ("role", "rhythm", "record")
        )
        return PreventiveMeasure(
            name,
            (cause,),
            ref,
            slots=self.slots(phrase),
            since=self.day(),
            owner=owner,
            rhythm=rhythm,
            record=record,
        )

    def slots(self, phrase: Phrase) -> dict[str, Answer]:
        own = {k: spec for k, spec in phrase.slots.items() if k not in RESERVED[phrase.part]}
        return {name: self.answer(spec) for name, spec in own.items()}

    def answer(self, spec: SlotSpec) -> Answer:
        """An answer of the kind that `spec` asks for."""
        draw = self._random
        if spec.type in CHOICES:
            return draw.choice(sorted(spec.choices))
        made: Mapping[str, Answer] = {
            "count": self.number(60),
            "percent": f"{self.number(200) / 10}",
            "money": {"amount": f"{self.number(90_000)}.50", "currency": "USD"},
            "date": self.day(),
            "period": {
                "from": f"2026-08-{self.number(28):02d}",
                "to": f"2026-10-{self.number(28):02d}",
            },
            "asins": tuple(f"B0{self._id(8)}" for _ in range(self.number(3))),
            "orders": tuple(self._order() for _ in range(self.number(3))),
            "skus": tuple(f"{self._id(3)}-{self._id(4)}" for _ in range(self.number(3))),
            "ids": tuple(self._id(9) for _ in range(self.number(2))),
            "name": f"{draw.choice(_NAMES)} {self._id(3)}",
            "text": draw.choice(_THINGS).to_json(),
        }
        return made[spec.type]

    def _id(self, length: int) -> str:
        return "".join(self._random.choices(_LETTERS, k=length))

    def _order(self) -> str:
        parts = (self._random.randint(10 ** (n - 1), 10**n - 1) for n in (3, 7, 7))
        return "-".join(map(str, parts))


def _some(random: Random, items: Iterable[T]) -> list[T]:
    known = list(items)
    return random.sample(known, min(_MOST, len(known)))


def _answering(
    random: Random, phrases: tuple[Phrase, ...], causes: Iterable[Phrase]
) -> list[Phrase]:
    """For each cause a phrase that answers it, none twice."""
    found: list[Phrase] = []
    for cause in causes:
        fit = [
            p for p in phrases if p not in found and ("*" in p.answers or cause.name in p.answers)
        ]
        found += random.sample(fit, 1) if fit else []
    return found
