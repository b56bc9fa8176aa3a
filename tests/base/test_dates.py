"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealwriter.base.dates import parse_date, show_date

TODAY = date(2026, 11, 21)
NINETEENTH = date(2026, 11, 19)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-19",
        "2026/11/19",
        "2026.11.19",
        "20261119",
        "2026年11月19日",
        "２０２６年１１月１９日",
        "11月19日",
        "11月19号",
        "11.19",
        "11 / 19",
        "19.11.2026",
        "19.11.2026 г.",
        "19.11.26",
        "19-11-2026",
        "11/19/2026",
        "19 Nov 2026",
        "Nov 19, 2026",
        "November 19th, 2026",
        "19 nov",
        "19 ноября 2026",
        "19 ноября 2026 г.",
        "19 ноября 2026 года",
        "19 нояб.",
        "ноябрь 19",
    ],
)
def test_a_day_is_understood_however_it_is_written(typed: str) -> None:
    assert parse_date(typed, TODAY) == NINETEENTH


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "2026-02-30",
        "30.02",
        "31.04.2026",
        "2026-13-01",
        "1.5.7.9",
        "19-11-26",
        "Foo 19",
        "19",
        "2026",
        "Nov",
        "0.0",
        "32 Nov",
        "19 Nov 20",
        "3026-01-01",
        "2026 nov " + "1" * 5000,
        "1" * 5000,
        "nov " + "1" * 5000 + " 2026",
    ],
)
def test_what_is_no_day_that_exists_is_not_guessed(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


def test_two_bare_numbers_follow_the_language_unless_only_the_other_order_exists() -> None:
    assert parse_date("5.11", TODAY, "zh") == date(2026, 5, 11)
    assert parse_date("5.11", TODAY, "ru") == date(2026, 11, 5)
    assert parse_date("19.11", TODAY, "zh") == NINETEENTH
    assert parse_date("11.19", TODAY, "ru") == NINETEENTH


def test_slashes_with_a_year_are_month_first_except_in_russian() -> None:
    assert parse_date("3/4/2026", TODAY, "en") == date(2026, 3, 4)
    assert parse_date("3/4/2026", TODAY, "ru") == date(2026, 4, 3)


def test_a_day_without_a_year_is_the_nearer_of_this_year_and_last_year() -> None:
    assert parse_date("12.20", date(2027, 1, 8)) == date(2026, 12, 20)
    assert parse_date("1.20", date(2027, 1, 8)) == date(2027, 1, 20)
    assert parse_date("1.5", date(2026, 12, 30)) == date(2026, 1, 5)
    assert parse_date("2.29", date(2025, 3, 1)) == date(2024, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["zh", "en", "ru"]))
def test_every_day_that_is_shown_is_understood_again(day: date, language: str) -> None:
    assert parse_date(show_date(day.isoformat(), language), TODAY, language) == day


@given(st.text(max_size=30))
def test_any_text_gives_a_day_or_nothing(text: str) -> None:
    found = parse_date(text, TODAY)
    assert found is None or 1900 <= found.year <= 2099


def test_a_day_is_shown_in_the_manner_of_the_language() -> None:
    assert show_date("2026-11-19", "zh") == "2026年11月19日"
    assert show_date("2026-11-19", "zh", year=False) == "11月19日"
    assert show_date("2026-11-19", "en") == "19\u00a0Nov\u00a02026"
    assert show_date("2026-11-19", "ru") == "19\u00a0ноября\u00a02026\u00a0г."
    assert show_date("2026-11-19", "ru", year=False) == "19\u00a0ноября"
    assert show_date("soon", "en") == ""
