"""The letter box by box, and in three sentences."""

from dataclasses import replace

import pytest

from appealwriter.export.boxes import boxes, three_sentences
from appealwriter.export.plain import Plain
from appealwriter.model.letter import Block, Section, Sentence, Span
from appealwriter.model.terms import Structure
from tests.export.letters import CHINESE, ENGLISH, RUSSIAN, letter, para, say


def test_every_section_is_a_text_without_its_heading():
    found = {box.section: box.plain for box in boxes(ENGLISH)}
    assert list(found) == [s.id for s in ENGLISH.sections]
    assert found["corrective_actions"].text.startswith("1. On November 19, our warehouse lead")
    assert "2. Corrective actions taken" not in found["corrective_actions"].text
    assert found["closing"].characters == len(found["closing"].text)


def test_a_forms_box_is_headed_by_the_notices_own_question():
    asked = Section("root_cause", say("What caused the complaints"), (para(say("A label.")),))
    form = replace(letter("en", asked), structure=Structure.FORM_ANSWERS)
    (box,) = boxes(form)
    assert (box.asked, box.plain) == ("What caused the complaints", Plain("A label."))
    assert boxes(letter("en", asked))[0].asked == ""


def test_a_section_without_words_is_no_box():
    assert boxes(letter("en", Section("closing", None, ()))) == ()


def test_three_sentences_say_which_notice_what_was_done_and_what_is_asked():
    assert three_sentences(ENGLISH).text == (
        "This is our answer to your notice of November 18, 2026, case ID 17284096351. "
        "On November 19, our warehouse lead removed the 412 units of batch 2608-B that were still "
        "in FBA; 380 are back, and the other 32 are not counted here (Exhibit 3). "
        "We ask you to reinstate the listings B0EXAMPLE1, B0EXAMPLE2 and B0EXAMPLE3."
    )


def test_a_request_in_a_list_stays_one_sentence():
    text = three_sentences(RUSSIAN).text
    assert text.endswith("Просим: снять ограничение отгрузок; подтвердить решение письменно.")
    assert text.startswith("Отвечаем на ваше уведомление от 18 ноября 2026 г.")


def test_what_the_notice_says_is_never_given_as_the_answer():
    claimed = Sentence((Span("The notice says: “fake”."),), path="points/p1/claim")
    points = Section("points", None, (Block("paragraph", ((claimed, say("They are not.")),)),))
    assert three_sentences(letter("en", points)).text == "They are not."


def test_chinese_sentences_follow_each_other_without_a_space():
    text = three_sentences(CHINESE).text
    assert text.startswith("本函答复贵平台 2026年11月18日的通知（案件号 17284096351）。11月19日，")
    assert text.endswith("（附件 3）。请恢复上述三个商品。")


@pytest.mark.parametrize("sections", [(), (Section("closing", None, ()),)])
def test_a_letter_without_such_sentences_is_given_whole(sections):
    assert three_sentences(letter("en", *sections)).text.strip() == "Plan of action: 3 ASINs"
