"""The field that fits a type of answer."""

from datetime import date

from appealwriter.base.i18n import language
from appealwriter.playbooks.slots import CHOICES, LISTS, SlotSpec
from appealwriter.ui.pages.answers.choices import ChoiceAnswer
from appealwriter.ui.pages.answers.days import DayAnswer, PeriodAnswer
from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.pages.answers.id_lists import IdsAnswer
from appealwriter.ui.pages.answers.lines import LineAnswer, MoneyAnswer
from appealwriter.ui.pages.answers.texts import TextAnswer


def field_for(spec: SlotSpec, letter_language: str, today: date) -> AnswerField:
    """A field for answers to `spec`; `letter_language` is asked for beside own words, `today` is
    what a day without its year is near to."""
    name = spec.ask.any(language()) or spec.label.any(language())
    if spec.type in LISTS:
        return IdsAnswer(spec.type, name)
    if spec.type in CHOICES:
        return ChoiceAnswer(spec, name, letter_language)
    if spec.type == "text":
        return TextAnswer(name, letter_language)
    if spec.type == "date":
        return DayAnswer(name, today)
    if spec.type == "period":
        return PeriodAnswer(name, today)
    if spec.type == "money":
        return MoneyAnswer(name)
    return LineAnswer(spec, name)
