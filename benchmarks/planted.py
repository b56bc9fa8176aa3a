"""Notices with planted ids and their look-alikes, to measure that no id is missed or made up."""

import random
from collections.abc import Mapping
from dataclasses import dataclass

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
_OPENINGS = (
    "Your Amazon selling account has been deactivated. Please send us your supplier's invoices.",
    "We removed your listings from Amazon. Please submit a plan of action within 7 days.",
    "您的亚马逊卖家账户已被停用。请提供发票。",
)
_OZON = "Ваш магазин на Ozon заблокирован. Пришлите документы в течение 5 дней."
# Each holds digits or letters that look much like an id and are none.
_LOOK_ALIKES = (
    "Call us at +1 206-266-1000 or 0800 279 7234.",
    "The invoice number is INV-2026-004417, dated 2026-10-04.",
    "See https://sellercentral.amazon.com/gp/help/G200390640 for details.",
    "Our bank: IBAN DE89370400440532013000, SWIFT MARKDEF1100.",
    "UPC 0123456789012 and EAN 4006381333931 do not match.",
    "In any case you have 365 days of records.",
    "Tracking 1Z999AA10123456784 shows no scan.",
    "The part number is AB0123456789, model BX08QQ11.",
    "Your rate was 7.45 % over 30 days and 1,204 orders.",
    "Trademark number 5523871, class 9.",
    "订单数量为 1204,比例为 3.2%。",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """A text and the ids that truly stand in it, by field."""

    text: str
    ids: Mapping[str, frozenset[str]]


def planted(count: int, seed: int = 7) -> list[Planted]:
    """`count` notices, the same for the same `seed`."""
    dice = random.Random(seed)
    return [_ozon(dice) if number % 5 == 4 else _amazon(dice) for number in range(count)]


def _digits(dice: random.Random, count: int) -> str:
    return str(dice.randint(1, 9)) + "".join(str(dice.randint(0, 9)) for _ in range(count - 1))


def _amazon(dice: random.Random) -> Planted:
    asins = ["B0" + "".join(dice.choices(_LETTERS, k=8)) for _ in range(dice.randint(0, 4))]
    orders = [
        f"{_digits(dice, 3)}-{_digits(dice, 7)}-{_digits(dice, 7)}"
        for _ in range(dice.randint(0, 3))
    ]
    cases = [_digits(dice, dice.choice((9, 10, 11))) for _ in range(dice.randint(0, 1))]
    lines = [dice.choice(_OPENINGS), *dice.sample(_LOOK_ALIKES, 4)]
    if asins:
        form = dice.choice(
            ("ASIN: {}", "ASINs:\n{}", "- ASIN {}", "商品{}已下架。", "The items ({})")
        )
        lines.append(form.format(dice.choice((", ", " ", "\n", "; ")).join(asins)))
    if orders:
        form = dice.choice(("Order ID: {}", "Orders: {}", "订单编号:{}", "the order {} was late"))
        lines.append(form.format(dice.choice((", ", "\n")).join(orders)))
    if cases:
        form = dice.choice(("Case ID: {}", "Complaint ID: {}", "case #{}", "问题编号:{}"))
        lines.append(form.format(cases[0]))
    body = lines[1:]
    dice.shuffle(body)
    return Planted("\n".join([lines[0], *body]), _ids(asins, orders, cases))


def _ozon(dice: random.Random) -> Planted:
    orders = [
        f"{_digits(dice, 8)}-{dice.randint(1, 99):04d}-{dice.randint(1, 9)}"
        for _ in range(dice.randint(0, 3))
    ]
    cases = [_digits(dice, 8) for _ in range(dice.randint(0, 1))]
    lines = ["ИНН 7704217370, ОГРН 1027739244741.", "Телефон 8 800 234-70-00, до 18:00."]
    lines += [f"Отправление {order} отменено." for order in orders]
    lines += [f"Обращение № {case}" for case in cases]
    dice.shuffle(lines)
    return Planted("\n".join([_OZON, *lines]), _ids([], orders, cases))


def _ids(asins: list[str], orders: list[str], cases: list[str]) -> dict[str, frozenset[str]]:
    return {
        "asins": frozenset(asins),
        "order_ids": frozenset(orders),
        "case_ids": frozenset(cases),
    }
