"""Ids, dates and deadlines, and the words that only look like them."""

import pytest

from appealwriter.notice import entities
from appealwriter.notice.cues import Cues
from appealwriter.notice.deadlines import find_deadline, parse_date
from appealwriter.notice.sentences import read_page


@pytest.mark.parametrize(
    ("text", "asins"),
    [
        ("ASIN: B07XQ2M4LT, b08abcde12.", ("B07XQ2M4LT", "B08ABCDE12")),
        ("ASIN:B07XQ2M4LT", ("B07XQ2M4LT",)),
        ("ASIN\nB07XQ2M4LT B07XQ2M4LT", ("B07XQ2M4LT",)),
        ("ASINs: 0306406152, B07XQ2M4LT", ("0306406152", "B07XQ2M4LT")),
        ("Call 0306406152 about your order.", ()),
        ("商品B07XQ2M4LT已下架", ("B07XQ2M4LT",)),
        ("xB07XQ2M4LT and B07XQ2M4LTX", ()),
        ("B00******", ()),
    ],
)
def test_asins_are_found_once_each_and_folded(text: str, asins: tuple[str, ...]) -> None:
    assert entities.find_asins(text).values == asins


@pytest.mark.parametrize(
    ("text", "platform", "orders"),
    [
        ("Order ID: 114-1234567-7654321", "amazon", ("114-1234567-7654321",)),
        ("order 114-1234567-76543210", "amazon", ()),
        ("отправления 12345678-0001-1 и 12345678-0002-1", "ozon", 2),
        ("phone 12345678-0001-1", "amazon", ()),
        ("Заказ № 7654321-0005", "ozon", ("7654321-0005",)),
    ],
)
def test_orders_are_found_by_their_shape(
    text: str, platform: str, orders: tuple[str, ...] | int
) -> None:
    found = entities.find_orders(text, platform).values
    assert (len(found) if isinstance(orders, int) else found) == orders


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Case ID: 12345678901", ("12345678901",)),
        ("case #5566778899", ("5566778899",)),
        ("Обращение № 45128833", ("45128833",)),
        ("问题编号:1234567890", ("1234567890",)),
        ("in case 2 orders are late", ()),
        ("in any case 365 days", ()),
    ],
)
def test_cases_are_found_behind_their_label(text: str, cases: tuple[str, ...]) -> None:
    assert entities.find_cases(text).values == cases


def test_masked_brands_are_left_out() -> None:
    assert entities.find_brands("Brand: ●●\nBrand: Norvello").values == ("Norvello",)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("november 24, 2026", "2026-11-24"),
        ("24 ноября 2026 г.", "2026-11-24"),
        ("2026年11月24日", "2026-11-24"),
        ("24.11.2026", "2026-11-24"),
        ("11/24/2026", "2026-11-24"),
        ("24/11/2026", "2026-11-24"),
        ("03/04/2026", ""),
        ("31.02.2026", ""),
        ("november 2026", ""),
    ],
)
def test_a_date_is_read_only_where_it_means_one_day(said: str, day: str, cues: Cues) -> None:
    assert parse_date(said, cues) == day


@pytest.mark.parametrize(
    ("text", "value", "unit", "day"),
    [
        ("Send us a plan within 72 hours.", 72, "hours", ""),
        ("Please respond within three business days.", 3, "days", ""),
        ("You have 7 days to dispute this decision.", 7, "days", ""),
        ("Submit the documents by November 24, 2026.", 0, "", "2026-11-24"),
        ("Предоставьте документы в течение 3 рабочих дней.", 3, "days", ""),
        ("Ответьте до 24.11.2026.", 0, "", "2026-11-24"),
        ("У вас есть 7 дней на ответ.", 7, "days", ""),
        ("请在72小时内提交申诉。", 72, "hours", ""),
        ("请于2026年11月24日前回复。", 0, "", "2026-11-24"),
        ("请在三个工作日内提供发票。", 3, "days", ""),
        ("Your account may be deactivated within the next 72 hours.", 72, "hours", ""),
        ("Please pay the fee within 7 days.", 7, "days", ""),
        ("We ask you to pay the fee within 7 days.", 7, "days", ""),
        ("We will pay you if you verify your account within 14 days.", 14, "days", ""),
        ("Without an answer within two weeks we may close the shop.", 2, "weeks", ""),
    ],
)
def test_a_deadline_keeps_the_notice_s_own_unit(
    text: str, value: int, unit: str, day: str, cues: Cues
) -> None:
    deadline, span = find_deadline(read_page(text, cues), cues)
    assert deadline is not None
    assert span is not None
    assert (deadline.value, deadline.unit, deadline.date) == (value, unit, day)
    assert deadline.words in text


@pytest.mark.parametrize(
    "text",
    [
        "Send invoices issued in the last 365 days.",
        "Provide a utility bill dated within the last 90 days.",
        "Funds may be held for 90 days or longer.",
        "The review should not take longer than 30 days; please keep shipping.",
        "Please note that we will reply within 2 business days.",
        "We will pay you within 90 days.",
        "Amazon will then pay what is left to your bank account within 90 days.",
        "We shall release the payment in the next 90 days.",
        "We will disburse it within 90 days, and you need not reply.",
        "Allow us up to 90 days to pay you.",
        "We need 90 days to pay out what is left.",
        "Please note that the rate is averaged over 30 days.",
        "You may request the money 90 days after the date of this notice, separately.",
        "The warning stays on your account for 180 days.",
        "Your shop is suspended for 7 days.",
        "请提供最近365天内的发票。",
        "资金可能会扣留90天。",
        "Блокировка на 3 дня, отгрузите заказы.",
        "Пришлите счета за последние 180 дней.",
        "Мы рассмотрим обращение в течение 5 рабочих дней.",
    ],
)
def test_false_friends_of_a_deadline_are_left_alone(text: str, cues: Cues) -> None:
    assert find_deadline(read_page(text, cues), cues) == (None, None)
