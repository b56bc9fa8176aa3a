import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealwriter.base.errors import BadInput
from appealwriter.model.case import Case
from appealwriter.store import codec
from tests.store.samples import a_case, cases

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def refusal(raw: dict) -> str:
    with pytest.raises(BadInput) as caught:
        codec.from_json({"format": 1, "id": "x", **raw})
    return str(caught.value)


@given(cases)
@settings(max_examples=150, deadline=None)
def test_every_case_comes_back_as_it_was(case):
    assert codec.decode(codec.encode(case)) == case


@given(st.dictionaries(st.sampled_from([*Case.__slots__, "odd"]), anything, max_size=4))
@settings(max_examples=300, deadline=None)
def test_rubbish_is_refused_or_read_never_a_crash(raw):
    with suppress(BadInput):
        case = codec.from_json({"format": 1, "id": "x", **raw})
        assert codec.decode(codec.encode(case)) == case


def test_an_untouched_case_is_written_in_one_short_line():
    assert codec.to_json(Case("x")) == {"format": 1, "id": "x"}


def test_an_answered_zero_or_no_is_kept_though_it_is_like_nothing():
    case = a_case(facts={"returns": 0, "own_brand": False})
    assert codec.decode(codec.encode(case)).facts == {"returns": 0, "own_brand": False}


def test_the_order_of_answers_does_not_change_the_text():
    one, other = a_case(facts={"a": 1, "b": 2}), a_case(facts={"b": 2, "a": 1})
    assert codec.encode(one) == codec.encode(other)


def test_an_unknown_field_is_named_with_its_place_and_the_nearest_one():
    said = refusal({"causes": [{"id": "c1"}, {"id": "c2", "slotz": {}}]})
    assert said == "causes/1/slotz: there is no field of this name. Did you mean “slots”?"


@pytest.mark.parametrize(
    ("raw", "place", "what"),
    [
        ({"title": 5}, "title", "a text in quotes"),
        ({"causes": {}}, "causes", "a list"),
        ({"notice": []}, "notice", "an object"),
        ({"declared": 1}, "declared", "true or false"),
        ({"wording": {"a": True}}, "wording/a", "a whole number"),
        ({"causes": [{"id": "c1", "own": "x"}]}, "causes/0/own", "words by language"),
        ({"causes": [{"id": "a/b"}]}, "causes/0/id", "a name without"),
        ({"facts": {"rate": float("inf")}}, "facts/rate", "a number"),
        ({"notice": {"deadline": {"value": "3"}}}, "notice/deadline/value", "a whole number"),
    ],
)
def test_a_wrong_type_is_named_with_its_place(raw, place, what):
    said = refusal(raw)
    assert said.startswith(place + ": ")
    assert what in said


def test_a_value_outside_its_choices_is_answered_with_the_choices():
    said = refusal({"stance": "sorry"})
    assert "“sorry”" in said
    assert "accept, dispute, mixed" in said


def test_two_entries_with_one_id_are_refused():
    assert "given twice" in refusal({"causes": [{"id": "c1"}, {"id": "c1"}]})


def test_a_missing_field_is_named():
    assert "rounds/0: the field “sent” is missing" in refusal({"rounds": [{"number": 1}]})


def test_an_answer_nested_without_end_is_refused():
    deep: object = "x"
    for _ in range(50):
        deep = [deep]
    assert "nested too deeply" in refusal({"facts": {"a": deep}})


def test_texts_are_cleaned_at_the_door():
    case = codec.from_json({"format": 1, "id": "x", "title": "A\x00\ud800B\r\nC"})
    assert case.title == "AB\nC"


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b'{"a": 1,}', "Line 1, column 9"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b"[" * 100_000, "nested"),
        (b'{"a": NaN}', "number"),
        (b"[1]", "curly brackets"),
    ],
)
def test_a_file_that_is_no_json_object_is_explained(data, word):
    with pytest.raises(BadInput, match=word):
        codec.parse(data)


def test_a_file_from_the_windows_editor_is_read_in_spite_of_its_mark():
    assert codec.parse(b"\xef\xbb\xbf" + json.dumps({"a": "中"}).encode()) == {"a": "中"}


def test_half_an_emoji_that_slipped_past_a_field_leaves_the_text_whole():
    case = a_case(title="a\ud83d", facts={"k\udc00": ["x\ud83d"]}, private_notes="\udfff")
    text = codec.encode(case)
    assert text.encode()
    back = codec.decode(text)
    assert (back.title, back.facts, back.private_notes) == ("a", {"k": ("x",)}, "")


@pytest.mark.parametrize("language", ["de", "../../x", ""])
def test_a_letter_language_we_do_not_write_is_refused(language):
    said = refusal({"letter_language": language})
    assert said.startswith("letter_language: ")
    assert "zh, en, ru" in said


@pytest.mark.parametrize("number", ["1e9999", "-1e9999", "1" * 5000])
def test_a_number_without_end_is_refused(number):
    with pytest.raises(BadInput, match="number"):
        codec.decode('{"format": 1, "id": "x", "facts": {"rate": ' + number + "}}")
