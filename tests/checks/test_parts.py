"""A letter written elsewhere falls into its parts, whatever its language and headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.checks.letter_cues import load_letter_cues
from appealwriter.checks.parts import split_letter
from appealwriter.model.terms import SECTIONS

CUES = load_letter_cues(paths.resources() / "letter_parts.toml")
PLAN = ("root_cause", "corrective_actions", "preventive_actions")

ENGLISH = """Dear Seller Performance Team,

Thank you for the notice of May 2 about our late shipments.

What went wrong:
- Our handling time was one day, while packing took three.

2. What we have done to fix it
- On May 3 we raised the handling time to three days.

Steps to prevent this in the future -
- The warehouse lead compares both figures every Monday.

Please reinstate our account.

Kind regards,
Lin"""
CHINESE = """尊敬的平台审核团队：

我们收到了关于店铺迟发的通知。

一、根本原因
备货时间设为一天，打包要三天。

二、已采取的纠正措施：
5月3日，备货时间调到三天。

三、今后的预防措施
仓库主管每周一核对两项数据。

请恢复店铺的销售权限。"""
RUSSIAN = """Уважаемые господа!

Мы получили уведомление о поздних отправках.

1. Причина нарушения
Срок обработки был один день, упаковка занимала три.

2. Принятые меры
3 мая срок обработки увеличен до трёх дней.

3. Меры по недопущению повторения
Заведующий складом сверяет сроки каждый понедельник.

Просим восстановить работу магазина."""


def parts_of(text):
    return split_letter(text, CUES)


def present(text):
    return {name for name, places in parts_of(text).sections.items() if places}


def said(text, section):
    parts = parts_of(text)
    return " ".join(text[start:end] for start, end in parts.sections[section])


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh"), (RUSSIAN, "ru")])
def test_headings_part_a_letter_in_each_language(text, language):
    assert parts_of(text).language == language
    assert present(text) == set(SECTIONS)


def test_each_part_holds_its_own_sentences():
    assert "packing took three" in said(ENGLISH, "root_cause")
    assert "raised the handling time" in said(ENGLISH, "corrective_actions")
    assert "every Monday" in said(ENGLISH, "preventive_actions")
    assert "reinstate" in said(ENGLISH, "closing")
    assert "Dear" in said(ENGLISH, "greeting")


def test_a_heading_may_share_its_line_with_the_text():
    text = "Root cause: the label was wrong.\nCorrective actions: we replaced 40 labels on May 3."
    assert present(text) == {"root_cause", "corrective_actions"}
    assert "replaced" in said(text, "corrective_actions")


def test_a_lead_in_sentence_heads_what_follows_it_only():
    text = (
        "We are the store Brightpine. These are the steps we have taken:\n- Stock counted on May 3."
    )
    assert "Brightpine" not in said(text, "corrective_actions")
    assert "Stock counted" in said(text, "corrective_actions")


def test_without_headings_the_sentences_tell():
    text = (
        "Hello, I am writing about the removal of our listing. It happened because we did not "
        "check the label. We have removed the listing and refunded both buyers. In the future we "
        "will check each label before it ships. We look forward to your reply."
    )
    assert present(text) == set(SECTIONS)
    assert "refunded" in said(text, "corrective_actions")


def test_a_slot_is_no_cause_and_a_bare_promise_no_measure():
    text = "您好：\n店铺被暂停，原因是[具体原因]。\n我们已退款 8 个订单。\n我们承诺绝不再犯。"
    assert "root_cause" not in present(text)
    assert "preventive_actions" not in present(text)


def test_the_complaint_alone_is_no_cause():
    text = "Dear Team,\nMy account was suspended due to complaints. We have refunded all buyers."
    assert "root_cause" not in present(text)


def test_numbers_and_shortened_words_do_not_end_a_sentence():
    parts = parts_of("We paid Chengling Co., Ltd. 12.50 USD, e.g. for labels. Then we shipped.")
    assert len(parts.sentences) == 2


def test_a_text_without_words_has_no_parts():
    for text in ("", "\n \n", "!!!", "12345"):
        assert present(text) == set()


def test_a_wrong_pattern_in_the_cues_is_named(tmp_path):
    file = tmp_path / "letter_parts.toml"
    file.write_text("[headings.root_cause]\nen = ['(cause']\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="root_cause"):
        load_letter_cues(file)


@given(st.text(alphabet='aZ .:!?-\n*1)(因措。：причн[]"İ', max_size=300))
def test_any_text_is_split_into_places_within_it(text):
    parts = parts_of(text)
    assert set(parts.sections) == set(SECTIONS)
    before = 0
    for start, end, section in parts.sentences:
        assert before <= start < end <= len(text)
        assert section in ("", *SECTIONS)
        before = end
    for places in parts.sections.values():
        assert all(text[start:end].strip() for start, end in places)
