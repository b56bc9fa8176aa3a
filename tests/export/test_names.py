import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from appealwriter.export.names import file_name, safe_name

FORBIDDEN = set('<>:"/\\|?*') | {chr(n) for n in range(32)}


def test_the_name_says_shop_reason_round_day_and_draft():
    name = file_name("Brightpine Home", "inauthentic", 1, "2026-11-21", draft=True, ending=".docx")
    assert name == "Brightpine-Home_inauthentic_round1_2026-11-21_draft.docx"


def test_what_is_not_known_is_left_out():
    assert file_name("", "商品真实性", 2, "", draft=False, ending="txt") == "商品真实性_round2.txt"


@pytest.mark.parametrize("word", ["CON", "con", "aux.shop", "LPT1", "com¹", "nul"])
def test_names_of_windows_devices_are_avoided(word):
    assert safe_name(word, "txt").startswith("_")


@pytest.mark.parametrize("typed", ["", ".", "...", "   ", "\x00", "\u202e"])
def test_there_is_always_a_name(typed):
    assert safe_name(typed) == "_"


@given(st.text(), st.text(max_size=20))
@example("", "000000000.0")  # cut short, it ended in the dot
def test_every_name_can_be_written_on_every_system(stem, ending):
    name = safe_name(stem, ending)
    assert name
    assert not FORBIDDEN & set(name)
    assert not name.endswith((".", " "))
    assert len(name.encode()) <= 255
    name.encode()
