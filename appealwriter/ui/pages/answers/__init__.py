"""One field for each type of answer; `field_for` chooses it."""

from appealwriter.ui.pages.answers.field import AnswerField
from appealwriter.ui.pages.answers.known import KnownField
from appealwriter.ui.pages.answers.make import field_for

__all__ = ["AnswerField", "KnownField", "field_for"]
