from datetime import date
from decimal import Decimal

import pytest

from appealwriter.base import paths
from appealwriter.letter.format import say
from appealwriter.playbooks.slots import Money, Period
from appealwriter.playbooks.units import load_units

UNITS = load_units(paths.resources() / "units.toml")


def plain(value, language, *form):
    return say(value, language, UNITS, *form).replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 отправление"),
        (3, "3 отправления"),
        (11, "11 отправлений"),
        (21, "21 отправление"),
        (47, "47 отправлений"),
        (112, "112 отправлений"),
    ],
)
def test_russian_nouns_agree_with_their_number(number, said):
    assert plain(number, "ru", "unit", ("shipment",)) == said


def test_russian_genitive_follows_a_preposition():
    assert plain(1, "ru", "unit", ("day", "gen")) == "1 дня"
    assert plain(3, "ru", "unit", ("day", "gen")) == "3 дней"
    assert plain(21, "ru", "unit", ("day", "gen")) == "21 дня"


def test_english_plural_and_chinese_measure_word():
    assert plain(1, "en", "unit", ("order",)) == "1 order"
    assert plain(1200, "en", "unit", ("order",)) == "1,200 orders"
    assert plain(8, "zh", "unit", ("order",)) == "8 个订单"


def test_dates_percentages_and_money_follow_the_language():
    day = date(2026, 11, 19)
    assert plain(day, "en") == "November 19, 2026"
    assert plain(day, "zh") == "2026年11月19日"
    assert plain(day, "ru") == "19 ноября 2026 г."
    assert plain(Decimal("6.2"), "ru") == "6,2 %"
    assert plain(Decimal("6.2"), "en") == "6.2%"
    assert plain(Money(Decimal("1250.5"), "RUB"), "ru") == "1 250,50 ₽"


def test_a_period_says_its_year_once():
    period = Period(date(2026, 9, 3), date(2026, 11, 12))
    assert plain(period, "en") == "September 3 to November 12, 2026"
    assert plain(period, "ru") == "с 3 сентября по 12 ноября 2026 г."


def test_ids_never_break_and_long_lists_can_be_cut():
    order = say(("701-1234567-1234567",), "en", UNITS)
    assert "-" not in order
    ids = tuple(f"B0D7K4QX2{n}" for n in range(5))
    assert plain(ids, "en", "short") == "B0D7K4QX20, B0D7K4QX21 and 3 more"
