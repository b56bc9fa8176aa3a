"""What the seller answers, and only that, stands in the letter; in the right tense and place."""

from dataclasses import replace
from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Workshop
from appealwriter.model.answers import UNKNOWN
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Demand,
    Exhibit,
    Group,
    Notice,
    Point,
    PreventiveMeasure,
    Rewritten,
    Sender,
)
from appealwriter.model.terms import Deed, Structure

WORKSHOP = Workshop(paths.resources(), paths.templates())
TODAY = date(2026, 11, 21)
OWN = Words(
    zh="给八个买家退款", en="We refunded all eight buyers.", ru="Покупателям возвращены деньги."
)


def letter(case, reader="zh"):
    return WORKSHOP.draft(case, TODAY, reader).letter


def text(case, section, reader="zh"):
    part = letter(case, reader).section(section)
    return " ".join(s.text for s in part.sentences()).replace("\u00a0", " ") if part else ""


@pytest.fixture
def case():
    return Case(
        id="seed-1",
        reason="late_shipment",
        notice=Notice(date="2026-11-18"),
        sender=Sender(shop="Brightpine", company="Chengling Ltd"),
        causes=(
            Cause("c1", own=Words(en="Packing took longer than planned, and nobody compared.")),
        ),
        corrective=(
            CorrectiveAction("a1", ("c1",), own=OWN, done="2026-11-19", exhibits=("e1",)),
            CorrectiveAction("a2", ("c1",), own=OWN),
        ),
        preventive=(
            PreventiveMeasure(
                "p1",
                ("c1",),
                own=Words(en="The lead checks the log every day."),
                since="2026-11-20",
            ),
        ),
        evidence=(Exhibit("e1", "refunds.pdf", title=Words(en="Refund record", zh="退款记录")),),
    )


def test_an_empty_case_shows_its_gaps_and_invents_nothing():
    empty = letter(Case(id="x"))
    for part in ("root_cause", "corrective_actions", "preventive_actions"):
        sentences = list(empty.section(part).sentences())[1:]
        assert all(sentence.has_gap for sentence in sentences)


def test_a_dated_deed_stands_under_corrective_actions_with_its_exhibit(case):
    assert "On November 19, 2026, we refunded all eight buyers (Exhibit 1)." in text(
        case, "corrective_actions"
    )


def test_a_deed_without_a_date_is_a_plan_and_never_said_as_done(case):
    assert text(case, "corrective_actions").count("refunded") == 1
    assert "refunded" in text(case, "preventive_actions")
    assert "lanned, not yet done" in text(case, "preventive_actions") or "Still to be done" in text(
        case, "preventive_actions"
    )


def test_a_deed_marked_as_planned_stays_a_plan_even_with_a_date(case):
    planned = replace(case.corrective[0], status=Deed.PLANNED)
    case = replace(case, corrective=(planned,))
    assert "refunded" not in text(case, "corrective_actions")


@pytest.mark.parametrize("bad", ["2026-02-31", "soon", "11月19"])
def test_a_date_that_cannot_be_read_does_not_make_a_deed_done(case, bad):
    case = replace(case, corrective=(replace(case.corrective[0], done=bad),))
    assert "refunded" not in text(case, "corrective_actions")


def test_a_partly_done_deed_says_what_is_left(case):
    partly = replace(case.corrective[0], status=Deed.PARTLY, count=310, total=330)
    said = text(replace(case, corrective=(partly,)), "corrective_actions")
    assert "310 of 330" in said
    assert "20" in said


def test_shared_dates_are_said_once(case):
    again = replace(case.corrective[0], id="a3", own=Words(en="We told the carrier."), exhibits=())
    said = text(replace(case, corrective=(case.corrective[0], again)), "corrective_actions")
    assert said.count("November 19") == 1


def test_every_sentence_has_a_twin_in_the_sellers_language(case):
    assert all(sentence.twin_text for sentence in letter(case).sentences())


def test_own_words_without_the_letters_language_are_a_gap_and_not_a_guess(case):
    chinese = replace(case.corrective[0], own=Words(zh="给买家退款"))
    made = letter(replace(case, corrective=(chinese,)))
    sentence = made.section("corrective_actions").blocks[0].items[0][0]
    assert sentence.untranslated
    assert sentence.has_gap
    assert "给买家退款" in sentence.twin_text


def test_every_sentence_of_an_answer_leads_back_to_it(case):
    paths_said = {sentence.path for sentence in letter(case).sentences()}
    assert {"causes/c1", "corrective/a1", "corrective/a2", "preventive/p1"} <= paths_said


def test_what_is_known_to_be_unknown_is_admitted(case):
    case = replace(case, facts={"lsr_10d": UNKNOWN})
    assert "record" in text(case, "greeting")


def test_three_groups_make_a_table_that_adds_up(case):
    groups = (
        Group("g1", 8, Words(en="late handover")),
        Group("g2", 3, Words(en="no scan")),
        Group("g3", 2, known=False),
    )
    case = replace(case, causes=(replace(case.causes[0], groups=groups),))
    lead, table, _, told = letter(case).section("root_cause").blocks
    assert "13" in lead.items[0][0].text
    assert table.kind == "table"
    assert "established" in told.items[0][-1].text
    assert [row[1].text for row in table.rows] == ["8", "3", "2", "13"]


def test_five_parts_add_an_opening_and_a_closing(case):
    three = text(case, "greeting") + text(case, "closing")
    case = replace(case, structure=Structure.FIVE_PART)
    assert "Dear Seller Performance Team" in text(case, "greeting")
    assert "Thank you" in text(case, "closing")
    assert "Dear" not in three
    assert "Thank you" not in three


def test_private_notes_never_reach_the_letter(case):
    case = replace(case, private_notes="SECRETWORD", structure=Structure.FIVE_PART)
    assert all("SECRETWORD" not in s.text + s.twin_text for s in letter(case).sentences())


def test_nothing_typed_is_read_as_a_template(case):
    case = replace(case, sender=Sender(shop="{{ 7*7 }}", company="<b>{% raw %}"))
    case = replace(case, structure=Structure.FIVE_PART)
    assert "{{ 7*7 }}" in text(case, "greeting")


def test_one_answer_never_rewords_the_rest(case):
    before = [s.text for s in letter(case).sentences()]
    after = [
        s.text
        for s in letter(
            replace(case, sender=Sender(shop="Other", company="Chengling Ltd"))
        ).sentences()
    ]
    changed = [a for a, b in zip(before, after, strict=True) if a != b]
    assert all("Brightpine" in sentence for sentence in changed)


def test_another_wording_can_be_asked_for(case):
    turned = replace(case, wording={"notice/date": 1})
    assert text(case, "greeting") != text(turned, "greeting")


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
@pytest.mark.parametrize("structure", [Structure.THREE_PART, Structure.FIVE_PART])
def test_every_language_and_structure_composes(case, language, structure):
    made = letter(replace(case, letter_language=language, structure=structure), "en")
    assert made.language == language
    assert not any("{{" in s.text or "  " in s.text for s in made.sentences())


def test_a_control_in_own_words_names_owner_rhythm_and_record(case):
    whole = replace(
        case.preventive[0], owner="warehouse_lead", rhythm="weekly", record="dispatch_log"
    )
    said = text(replace(case, preventive=(whole,)), "preventive_actions")
    assert "Responsible: our warehouse lead, every week; recorded in the dispatch log." in said


def test_a_deed_in_own_words_names_who_did_it(case):
    by = replace(case.corrective[0], role="customer_service_lead")
    said = text(replace(case, corrective=(by,)), "corrective_actions")
    assert "(responsible: our customer service lead; Exhibit 1)." in said


def test_a_deed_after_the_day_of_the_letter_is_planned(case):
    case = replace(case, letter_date="2026-11-18")
    assert "refunded" not in text(case, "corrective_actions")


def test_a_total_over_a_gap_is_not_invented(case):
    groups = (Group("g1", 3, OWN), Group("g2", None, OWN), Group("g3", 2, known=False))
    case = replace(case, causes=(replace(case.causes[0], groups=groups),))
    table = letter(case).section("root_cause").blocks[0]
    assert len(table.rows) == 3


def test_a_plan_is_not_called_done_among_the_exhibits(case):
    planned = CorrectiveAction("a9", ("c1",), phrase="raised_handling_time")
    exhibit = replace(case.evidence[0], proves=("a9",))
    case = replace(case, corrective=(planned,), evidence=(exhibit,))
    assert "aised" not in text(case, "exhibits")


def test_the_list_of_exhibits_refers_to_the_parts_of_the_letter(case):
    exhibit = replace(case.evidence[0], proves=("c1",))
    head, *_ = letter(replace(case, evidence=(exhibit,))).section("exhibits").blocks[0].rows
    assert head[-1].text == "Root cause; Action"
    assert head[-1].twin_text == "根本原因；纠正措施"


def test_a_cause_names_the_exhibit_that_proves_it_before_its_full_stop(case):
    exhibit = replace(case.evidence[0], proves=("c1",))
    said = text(replace(case, evidence=(exhibit,)), "root_cause")
    assert "nobody compared (Exhibit 1)." in said


def test_the_request_names_what_is_blocked(case):
    case = replace(case, reason="inauthentic", facts={"scope": "listing", "asins": ("B0D7K4QX2M",)})
    assert "B0D7K4QX2M" in text(case, "closing")
    ozon = replace(case, platform="ozon", reason="customer_complaints", letter_language="ru")
    assert "склада" in text(replace(ozon, facts={"block_level": "warehouse"}), "closing")


def test_a_plan_with_a_day_says_for_when_it_is_planned(case):
    planned = replace(case.corrective[0], status=Deed.PLANNED, done="2026-12-01", role="buyer")
    said = text(replace(case, corrective=(planned,)), "preventive_actions")
    assert "Planned for December 1, 2026:" in said


def test_facts_open_the_first_box_of_a_form(case):
    case = replace(case, structure=Structure.FORM_ANSWERS, facts={"lsr_10d": 6.2, "lsr_30d": 5.1})
    assert "6.2%" in letter(case).sections[0].blocks[0].items[0][0].text


def test_a_number_that_nobody_kept_keeps_its_noun(case):
    slots = {"set_days": 1, "real_days": UNKNOWN, "step": "fragile", "gap": "not_measured"}
    case = replace(case, causes=(Cause("c1", "slow_packing", slots=slots),))
    assert "an unrecorded number of days" in text(case, "root_cause")


def test_names_keep_their_own_spelling(case):
    sender = Sender(shop="iPhone-Shop", company="eBright Ltd.", person="de Vries")
    case = replace(case, sender=sender, structure=Structure.FIVE_PART)
    whole = " ".join(s.text for s in letter(case).sentences())
    assert "IPhone" not in whole
    assert "EBright" not in whole
    assert "De Vries" not in text(case, "signature")


def test_no_full_stop_stands_twice(case):
    case = replace(
        case,
        letter_language="ru",
        sender=Sender(shop="A", company="Acme Co., Ltd."),
        structure=Structure.FIVE_PART,
    )
    assert not any(".." in s.text for s in letter(case).sentences())


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("We did x", "we did x (Exhibit 1)."),
        ("We did x.", "we did x (Exhibit 1)."),
        ("We did x (twice).", "we did x (twice) (Exhibit 1)."),
        ("Amazon refunded it.", "Amazon refunded it (Exhibit 1)."),
    ],
)
def test_own_words_fit_the_sentence_they_stand_in(case, own, said):
    deed = replace(case.corrective[0], own=Words(en=own))
    assert said in text(replace(case, corrective=(deed,)), "corrective_actions")


def test_russian_names_keep_their_capital(case):
    deed = replace(case.corrective[0], own=Words(ru="Иванов проверил склад."), exhibits=())
    case = replace(case, letter_language="ru", corrective=(deed,))
    assert "Иванов проверил" in text(case, "corrective_actions")


def test_numbers_that_do_not_add_up_are_left_out(case):
    partly = replace(case.corrective[0], status=Deed.PARTLY, count=5, total=3)
    said = text(replace(case, corrective=(partly,)), "corrective_actions")
    assert "of 3" not in said


def test_an_unknown_fact_inside_a_branch_is_admitted_and_not_woven_in():
    case = Case("x", reason="inauthentic", facts={"asins": UNKNOWN, "supplier": "Acme Co., Ltd."})
    said = text(case, "greeting")
    assert "of not recorded" not in said


def test_every_gap_says_what_belongs_there():
    for book_id in WORKSHOP.shelf.ids():
        platform, _, reason = book_id.partition("/")
        book = WORKSHOP.shelf.book(book_id)
        case = Case(
            "x",
            platform=platform,
            reason=reason,
            causes=tuple(Cause(p.name, phrase=p.id) for p in book.causes),
            corrective=tuple(
                CorrectiveAction(p.name, phrase=p.id, done="2026-11-19") for p in book.corrective
            ),
            preventive=tuple(
                PreventiveMeasure(p.name, phrase=p.id, since="2026-11-19") for p in book.preventive
            ),
        )
        for sentence in letter(case).sentences():
            assert "〔〕" not in sentence.text + sentence.twin_text, sentence.phrase


def test_a_list_of_asins_is_said_once_each(case):
    messy = ("B0D7K4QX2M", "b0d7k4qx2m", "B0D7K9TR5H", "B0D7K4QX2M") * 50
    title = letter(replace(case, facts={"asins": messy})).title.text
    assert title.count("B0D7K4QX2M") == 1
    assert "more" not in title


def deeds(*days):
    own = Words(en="the buyers were refunded")
    return tuple(CorrectiveAction(f"a{n}", ("c1",), own=own, done=d) for n, d in enumerate(days))


def test_a_day_that_all_deeds_share_is_said_once_above_the_list(case):
    day = "2026-11-19"
    case = replace(case, corrective=deeds(day, day, day))
    lead, listed = letter(case).section("corrective_actions").blocks
    assert "November\u00a019,\u00a02026" in lead.items[0][0].text
    assert [item[0].text for item in listed.items] == ["The buyers were refunded."] * 3


def test_a_start_that_all_controls_share_is_said_once(case):
    controls = tuple(replace(case.preventive[0], id=f"p{n}") for n in range(3))
    said = text(replace(case, corrective=(), preventive=controls), "preventive_actions")
    assert said.count("November 20") == 1


def test_different_days_stand_with_their_own_deeds(case):
    said = text(
        replace(case, corrective=deeds("2026-11-17", "2026-11-18", "2026-11-18")),
        "corrective_actions",
    )
    assert (said.count("November 17"), said.count("November 18")) == (1, 1)


def test_a_correction_stands_near_the_top_with_its_proof(case):
    wrong = Point(
        "k1",
        claim=Words(en="All orders left in time."),
        own=Words(en="Nine of them left late, because the report had counted labels."),
        exhibits=("e1",),
    )
    said = text(replace(case, corrections=(wrong,)), "greeting")
    assert "“All orders left in time”." in said.replace("“all", "“All")
    assert "because the report had counted labels (Exhibit 1)." in said


def test_a_point_says_the_claim_then_the_record_then_its_proof(case):
    point = Point(
        "q1",
        claim=Words(en="Orders were late"),
        own=Words(en="The scan shows them in time"),
        exhibits=("e1",),
    )
    case = replace(case, structure=Structure.DISPUTE, points=(point,))
    said = text(case, "points")
    assert said.index("Orders were late") < said.index("The scan shows") < said.index("Exhibit 1")
    assert letter(case).section("root_cause") is None


def test_a_form_is_answered_in_the_order_of_its_boxes(case):
    demands = (
        Demand("d1", "preventive_actions", "1. what you do now to prevent it;"),
        Demand("d2", "root_cause"),
    )
    case = replace(
        case,
        structure=Structure.FORM_ANSWERS,
        notice=replace(case.notice, demands=demands),
    )
    first, second = letter(case).sections[:2]
    assert (first.id, second.id) == ("preventive_actions", "root_cause")
    assert first.heading.text == "1. What you do now to prevent it"
    assert second.heading.text == "2. Root cause"


def test_several_requests_become_a_numbered_list(case):
    requests = (Point("r1", own=Words(en="Pay the balance.")), Point("r2", own=Words(en="answer")))
    blocks = letter(replace(case, requests=requests)).section("closing").blocks
    assert [block.kind for block in blocks] == ["paragraph", "numbered"]
    assert [item[0].text for item in blocks[1].items] == ["Pay the balance;", "answer."]


def test_a_rewritten_deed_does_not_stay_when_the_deed_becomes_a_plan(case):
    mine = Rewritten("corrective/a1", own=Words(en="We refunded every buyer in full."))
    done = replace(case, rewritten=(mine,))
    assert "We refunded every buyer in full." in text(done, "corrective_actions")
    planned = replace(case.corrective[0], status=Deed.PLANNED, done="")
    whole = " ".join(s.text for s in letter(replace(done, corrective=(planned,))).sentences())
    assert "We refunded every buyer in full." not in whole


def test_a_rewritten_sentence_keeps_its_references(case):
    own = Words(en="Every buyer got his money back (Exhibit 1), not (Exhibit 10).")
    case = replace(case, rewritten=(Rewritten("corrective/a1", own=own),))
    sentence = next(s for s in letter(case).sentences() if s.path == "corrective/a1")
    assert [s.path for s in sentence.spans if s.kind == "exhibit"] == ["evidence/e1"]
    assert sentence.text.replace("\u00a0", " ") == own.en
    assert sentence.stale


def test_one_request_names_its_exhibit(case):
    request = Point("r1", own=Words(en="pay the balance"), exhibits=("e1",))
    assert "pay the balance (Exhibit 1)." in text(replace(case, requests=(request,)), "closing")


@pytest.mark.parametrize(
    ("structure", "facts", "asked"),
    [
        (Structure.PAYOUT_INQUIRY, {"scope": "listing"}, "held"),
        (Structure.REVIEW_EVIDENCE, {"scope": "listing"}, "review"),
        (Structure.DISPUTE, {"block_level": "warehouse"}, "withdraw the decision"),
        (Structure.OZON_CLAIM, {"block_level": "warehouse"}, "demand"),
        (Structure.THREE_PART, {"block_level": "chat"}, "restriction"),
    ],
)
def test_each_document_asks_what_is_its_own(case, structure, facts, asked):
    case = replace(case, platform="ozon", reason="buyer_contact", structure=structure, facts=facts)
    assert asked in text(case, "closing")


@pytest.mark.parametrize("ending", ["Ltd.", "руб."])
def test_a_shortened_word_keeps_its_stop_before_the_exhibit(case, ending):
    own = Words(en=f"We paid {ending}")
    case = replace(case, corrective=(replace(case.corrective[0], own=own),))
    assert f"{ending} (Exhibit 1)." in text(case, "corrective_actions")


def test_a_box_is_not_headed_in_another_language(case):
    demand = Demand("d1", "root_cause", "1. what led to the complaints")
    case = replace(
        case,
        structure=Structure.FORM_ANSWERS,
        letter_language="ru",
        notice=replace(case.notice, demands=(demand,)),
    )
    assert letter(case).sections[0].heading.text == "1. Причина"
