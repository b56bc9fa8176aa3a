"""A letter that must fit a box loses its least needed sentences first, and says which."""

from dataclasses import replace
from datetime import date

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.export.plain import write_plain
from appealwriter.model.terms import Structure

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)
CASE = replace(sample_case(), structure=Structure.FIVE_PART)


def drafted(limit):
    return WORKSHOP.draft(replace(CASE, limit=limit), TODAY, "zh")


def length(draft):
    return write_plain(draft.letter).characters


def rules(draft):
    return [finding.rule for finding in draft.findings]


WHOLE = length(drafted(100_000))


def test_without_a_limit_nothing_is_left_out():
    assert drafted(0).letter.dropped == ()
    assert not {"shortened", "too_long_for_box"} & set(rules(drafted(0)))


def test_thanks_go_before_anything_that_answers_the_notice():
    draft = drafted(WHOLE - 1)
    assert length(draft) < WHOLE
    assert [s.phrase for s in draft.letter.dropped] == ["frame:thanks"]
    assert "shortened" in rules(draft)


def test_where_the_box_cannot_hold_the_letter_nothing_is_given_up_in_vain():
    draft = drafted(300)
    assert "too_long_for_box" in rules(draft)
    assert draft.letter.dropped == ()


def test_what_was_asked_for_is_never_left_out():
    draft = drafted(WHOLE - 300)
    assert draft.letter.dropped
    kept = {sentence.path for sentence in draft.letter.sentences()}
    assert {cause.id for cause in CASE.causes} <= {p.split("/")[1] for p in kept if "causes/" in p}


def test_the_limit_is_kept_where_it_can_be():
    for limit in range(WHOLE - 400, WHOLE, 80):
        draft = drafted(limit)
        assert length(draft) <= limit or "too_long_for_box" in rules(draft)
