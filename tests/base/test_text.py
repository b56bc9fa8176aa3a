from hypothesis import given
from hypothesis import strategies as st

from appealwriter.base.text import (
    clean,
    clean_line,
    fold_width,
    script_language,
    split_ids,
    word_count,
)


def test_junk_from_a_paste_is_gone_and_line_breaks_stay():
    assert clean("a\r\nb\x0bc\u2028d\x00\ud83d\ufeff\u202e") == "a\nb\nc\nd"


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_is_always_storable_and_stable(text):
    once = clean(text)
    once.encode("utf-8")
    assert clean(once) == once


def test_full_width_ids_are_folded():
    assert fold_width("Ｂ０Ｄ７Ｋ４ＱＸ２Ｍ") == "B0D7K4QX2M"


def test_a_pasted_list_gives_each_id_once():
    pasted = "B0D7K4QX2M, b0d7k4qx2m；Ｂ０Ｄ７Ｋ９ＴＲ５Ｈ\nB0CVX83LPN\tB0CVX83LPN."
    assert split_ids(pasted) == ("B0D7K4QX2M", "B0D7K9TR5H", "B0CVX83LPN")


def test_the_script_tells_the_language():
    assert script_language("我们的 Amazon 店铺") == "zh"
    assert script_language("Ваш кабинет Ozon заблокирован") == "ru"
    assert script_language("Your account") == "en"
    assert script_language("123") == ""


def test_each_han_character_counts_as_a_word():
    assert word_count("我们 refunded 8 orders") == 5
    assert clean_line(" a \n b ") == "a b"
