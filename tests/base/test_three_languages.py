import pytest

from appealwriter.base.words import Words


def test_no_words_are_empty_and_never_the_name_of_nothing():
    assert Words.from_json({"en": None, "zh": "好"}) == Words(zh="好")


@pytest.mark.parametrize("value", [5, True, ["x"], {"en": "x"}])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(TypeError):
        Words.from_json({"en": value})


def test_a_language_we_do_not_speak_is_refused():
    with pytest.raises(KeyError):
        Words.from_json({"de": "gut"})
