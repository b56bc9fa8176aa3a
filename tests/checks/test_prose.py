"""What a strict reviewer would hold against a letter, and nothing where there is nothing."""

from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.checks.parts import split_letter
from appealwriter.checks.plain_words import plain_words
from appealwriter.checks.prose import MOST_PLACES, prose_findings
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.judge import judge
from appealwriter.export.plain import write_text
from appealwriter.model.case import Case, Cause
from appealwriter.model.terms import Level
from tests.checks.filled import letters

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)
GOOD = """Dear Seller Performance Team,

We answer your notice of November 18 about ASIN B0D7K4QX2M.

Root cause
The label of batch 14 showed 220 V, while the unit needs 110 V. We had no comparison of the printed
label with the order before a batch was shipped.

Corrective actions taken
- On November 19 we returned 310 units of batch 14 to the supplier (Exhibit 1).
- On November 20 we refunded 12 orders (Exhibit 2).

Preventive measures
- Since November 20 the quality inspector compares 20 labels of every batch with the order and
  notes it in the receiving sheet (Exhibit 3).

Please reinstate the listing."""


def findings(text):
    return list(prose_findings(split_letter(clean(text), WORKSHOP.letter_cues), WORKSHOP.rules))


def rules(text):
    return {finding.rule for finding in findings(text)}


def flaws(text):
    return {finding.flaw for finding in findings(text)}


def ends_early(rule, text):
    words = Words(**{rule.language: text})
    case = Case(id="chain", letter_language=rule.language, causes=(Cause("c1", own=words),))
    return rule.rule.id in {f.rule for f in WORKSHOP.draft(case, TODAY, "en").findings}


PROSE = [pytest.param(rule, id=f"{rule.language}-{rule.rule.id}") for rule in WORKSHOP.rules.prose]


@pytest.mark.parametrize("rule", PROSE)
def test_every_rule_finds_its_bad_examples_and_no_good_one(rule):
    if rule.of == "chain":  # read where a cause ends, not in a letter
        found = [name for name in (*rule.bad, *rule.good) if ends_early(rule, name)]
        assert found == list(rule.bad)
        return
    assert all(rule.rule.id in rules(text) for text in rule.bad), rule.bad
    assert not any(rule.rule.id in rules(text) for text in rule.good), rule.good


@pytest.mark.parametrize("rule", PROSE)
def test_every_pattern_compiles_to_words_that_its_matches_hold(rule):
    """The quick look-up must never hide a match."""
    for text in rule.bad:
        for pattern in rule.patterns:
            for found in pattern.finditer(text):
                small = found.group().lower()
                for words in plain_words(pattern.pattern):
                    assert any(word in small for word in words), (pattern.pattern, words)


def test_a_good_letter_has_no_findings():
    assert findings(GOOD) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_letters_stand_before_our_own_rules(language):
    held_against = []
    for book_id in WORKSHOP.shelf.ids():
        for case in letters(WORKSHOP, WORKSHOP.shelf.book(book_id), language):
            judged = judge(write_text(WORKSHOP.draft(case, TODAY, "en").letter), WORKSHOP)
            held_against += [
                (case.id, finding.rule, finding.where and finding.where.text)
                for finding in judged.findings
                if finding.level is not Level.ADVICE
            ]
    assert held_against == []


def test_places_count_in_the_judged_text():
    for finding in findings(GOOD + "\nOtherwise our lawyer files on Monday. 我们"):
        if finding.where and finding.where.start >= 0:
            text = clean(GOOD + "\nOtherwise our lawyer files on Monday. 我们")
            assert text[finding.where.start : finding.where.end] == finding.where.text


def test_a_rule_speaks_three_times_at_most():
    text = GOOD + "\nWe beg you." * 9
    assert sum(finding.rule == "emotional" for finding in findings(text)) == MOST_PLACES


def test_what_a_buyer_wrote_is_not_held_against_the_seller():
    assert "threats" not in flaws(GOOD + '\nThe buyer wrote: "My lawyer will sue you for this!!"')
    assert "threats" not in flaws(GOOD + "\n> My lawyer will sue you.")


def test_an_excuse_beside_the_own_missing_check_is_a_cause():
    text = "Dear Team,\nRoot cause\nThe parcels came late by fault of the carrier{}\n"
    assert "excuses" in flaws(text.format("."))
    assert "excuses" not in flaws(text.format(". We had no weekly review of carriers."))


@pytest.mark.parametrize(
    ("heading", "flaw"),
    [
        ("Root cause", "no_root_cause"),
        ("Corrective actions taken", "no_corrective"),
        ("Preventive measures", "no_preventive"),
    ],
)
def test_a_part_that_is_absent_is_missing(heading, flaw):
    blocks = GOOD.split("\n\n")
    without = "\n\n".join(block for block in blocks if not block.startswith(heading))
    found = {finding.flaw: finding for finding in findings(without)}
    assert found[flaw].level is Level.MISSING
    assert found[flaw].where.start == -1


def test_a_dispute_or_a_cover_note_owes_no_plan():
    dispute = "Dear Team,\nOur account was deactivated in error. Exhibit 1 shows the licence."
    note = "Dear Team,\nWe send the invoices of May 2 and June 9 as Exhibit 1."
    owed = {"no_root_cause", "no_corrective", "no_preventive"}
    assert not owed & (flaws(dispute) | flaws(note))


def test_deeds_without_a_day_and_letters_without_proof_are_weak():
    bare = GOOD.replace("On November 19 w", "W").replace("On November 20 w", "W")
    bare = bare.replace("Since November 20 the", "The")
    assert "no_dates" in flaws(bare)
    assert "no_dates" not in flaws(GOOD)
    for n in "123":
        bare = bare.replace(f" (Exhibit {n})", "")
    assert "no_evidence" in flaws(bare)


def test_an_open_date_is_a_slot_and_not_a_missing_date():
    open_day = GOOD.replace("On November 19", "On [date]").replace("On November 20 we", "We")
    found = flaws(open_day.replace("Since November 20 the", "The"))
    assert "placeholder_left" in found
    assert "no_dates" not in found


def test_words_without_an_object_are_vague():
    text = GOOD.replace(
        "The label of batch 14 showed 220 V, while the unit needs 110 V. We had no comparison of "
        "the printed\nlabel with the order before a batch was shipped.",
        "There were some quality problems.",
    )
    assert "vague" in flaws(text)
    assert "vague" in flaws(
        "尊敬的团队：\n原因：\n存在一些问题。\n措施：\n我们已整改。我们已处理完毕。"
    )


def test_the_same_sentence_again_is_named_and_a_cause_told_twice_is_not():
    again = "\nWe returned the units of that batch to our supplier in the same week."
    assert "repeats" in flaws(GOOD + again + again)
    assert "repeats" not in flaws(GOOD + again)


def test_too_long_and_too_short_tell_the_count():
    long = {f.rule: f for f in findings(GOOD + "\nThe next batch was checked too." * 150)}
    assert int(long["too_long"].values["words"]) > 800
    assert "too_short" in rules("Sorry, fixed now, please reopen.")
    assert "too_short" in rules("抱歉，已处理，请恢复。")
    assert "too_short" not in rules(GOOD)


def test_a_cut_text_is_not_called_short():
    assert "too_short" not in rules("Dear Team, we have been selling since June and in doing so we")


def test_a_rule_switched_off_says_nothing():
    text = GOOD + "\nWe beg you."
    assert "emotional" in {f.rule for f in judge(text, WORKSHOP).findings}
    assert "emotional" not in {f.rule for f in judge(text, WORKSHOP, off=("emotional",)).findings}


def test_every_finding_can_be_said_in_every_language_without_a_hole():
    for finding in findings("我们求求你们！！保证永远不会再出现。"):
        rule = WORKSHOP.rules[finding.rule]
        for language in LANGUAGES:
            for words in (rule.message, rule.why, rule.mend, rule.example):
                assert "{" not in rule.say(words, finding, language)
