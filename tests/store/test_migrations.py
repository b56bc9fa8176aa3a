import pytest

from appealwriter.base.errors import BadInput
from appealwriter.store.migrations import FORMAT, STEPS, upgrade


def test_every_old_format_has_its_step():
    assert sorted(STEPS) == list(range(1, FORMAT))


def test_steps_are_taken_one_after_the_other_on_a_copy():
    old = {"format": 1, "reason": "amazon.late", "inner": {"kept": True}}

    def first(raw):
        raw["inner"]["kept"] = "changed"
        return {**raw, "reason": raw["reason"].rpartition(".")[2]}

    def second(raw):
        return {"why": raw.pop("reason"), **raw}

    new = upgrade(old, {1: first, 2: second}, to=3)
    assert new == {"format": 3, "why": "late", "inner": {"kept": "changed"}}
    assert old == {"format": 1, "reason": "amazon.late", "inner": {"kept": True}}


def test_a_newer_format_is_refused_kindly():
    with pytest.raises(BadInput) as caught:
        upgrade({"format": FORMAT + 1})
    assert "newer version of Appeal Writer" in caught.value.what
    assert "Update the program" in caught.value.advice


@pytest.mark.parametrize("found", [None, "1", True, 0, 1.0, []])
def test_what_has_no_format_is_no_case(found):
    with pytest.raises(BadInput, match="not a case"):
        upgrade({"format": found})
