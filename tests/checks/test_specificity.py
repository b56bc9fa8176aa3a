"""What a letter names is counted: days, figures, ids, roles, and what is fixed wording."""

from datetime import date

import pytest

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.base.words import Words
from appealwriter.checks.parts import split_letter
from appealwriter.checks.specificity import of_letter, of_parts
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.judge import judge
from appealwriter.model.case import Case, CorrectiveAction

WORKSHOP = Workshop(paths.resources(), paths.templates())
HEADED = {
    "en": "Dear Team,\n\nCorrective actions taken\n{}\n\nPlease reinstate the listing.",
    "zh": "尊敬的团队：\n\n已采取的纠正措施\n{}\n\n请恢复销售。",
    "ru": "Уважаемые господа!\n\nПринятые меры\n{}\n\nПросим восстановить карточку.",
}


def counted(text, language="en"):
    letter = HEADED[language].format(text)
    parts = split_letter(clean(letter), WORKSHOP.letter_cues)
    (found,) = [s for s in of_parts(parts, WORKSHOP.rules) if s.section == "corrective_actions"]
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "- On November 19 we returned 310 units of B0D7K4QX2M.\n- Our manager checked it."),
        ("zh", "- 11月19日退回 B0D7K4QX2M 共 310 件。\n- 仓库主管核对。"),
        ("ru", "- 19 ноября возвращено 310 единиц B0D7K4QX2M.\n- Заведующий складом проверил."),
    ],
)
def test_days_figures_ids_and_roles_are_counted_by_the_sentence(language, text):
    found = counted(text, language)
    assert (found.sentences, found.dated, found.figures, found.ids, found.roles, found.bare) == (
        2,
        1,
        1,
        1,
        1,
        0,
    )


def test_the_digits_of_a_day_or_an_id_are_no_figure():
    found = counted("- On November 19, 2026 we closed order 114-2049557-8841023.")
    assert (found.dated, found.ids, found.figures) == (1, 1, 0)


def test_a_sentence_that_names_nothing_is_bare_and_stock_wording_is_fixed():
    found = counted("- We take this very seriously.\n- We looked at it.")
    assert (found.bare, found.sentences) == (2, 2)
    assert 40 < found.fixed < 80


def test_in_our_own_letter_what_no_answer_stands_in_is_fixed():
    own = Words(en="We returned 310 units to the supplier.")
    case = Case(id="s", corrective=(CorrectiveAction("a1", own=own, done="2026-11-19"),))
    letter = WORKSHOP.draft(case, date(2026, 11, 21), "en").letter
    found = {s.section: s for s in of_letter(letter, WORKSHOP.letter_cues)}
    assert found["corrective_actions"].figures == found["corrective_actions"].dated == 1
    assert found["corrective_actions"].fixed < 40
    assert "exhibits" not in found


def test_a_judged_letter_tells_what_it_names():
    said = judge(HEADED["en"].format("We refunded 8 orders."), WORKSHOP).specifics
    assert {s.section: s.figures for s in said}["corrective_actions"] == 1
