"""The parts pages are built from. None of them knows what an appeal is."""

from appealwriter.ui.parts.bars import Banner, UndoBar
from appealwriter.ui.parts.buttons import Button, Chip, IconButton, NumberChip, Segmented
from appealwriter.ui.parts.cell_model import Cell, TableColumn
from appealwriter.ui.parts.data_table import DataTable
from appealwriter.ui.parts.date_field import DateField
from appealwriter.ui.parts.fields import ChoiceField, LineField
from appealwriter.ui.parts.finding_list import FindingList
from appealwriter.ui.parts.finding_view import FindingView, IgnoredView
from appealwriter.ui.parts.flow import FlowLayout
from appealwriter.ui.parts.labels import (
    Card,
    EmptyHint,
    FlowLabel,
    MarkLabel,
    PageHeading,
    SectionHeading,
    announce,
    form_grid,
    label,
    rule,
)
from appealwriter.ui.parts.phrase_row import PhraseRow
from appealwriter.ui.parts.question import FindingLine, QuestionBlock, level_word
from appealwriter.ui.parts.reading_row import ReadingRow, ReadingView
from appealwriter.ui.parts.row_list import RowList
from appealwriter.ui.parts.row_view import RowColumn, RowView
from appealwriter.ui.parts.sentences import sentences
from appealwriter.ui.parts.slots import Slot, SlotValue
from appealwriter.ui.parts.step_rail import StepRail, StepView
from appealwriter.ui.parts.text_fields import GrowingText, WordsField
from appealwriter.ui.parts.ticks import RadioDot, TickBox

__all__ = [
    "Banner",
    "Button",
    "Card",
    "Cell",
    "Chip",
    "ChoiceField",
    "DataTable",
    "DateField",
    "EmptyHint",
    "FindingLine",
    "FindingList",
    "FindingView",
    "FlowLabel",
    "FlowLayout",
    "GrowingText",
    "IconButton",
    "IgnoredView",
    "LineField",
    "MarkLabel",
    "NumberChip",
    "PageHeading",
    "PhraseRow",
    "QuestionBlock",
    "RadioDot",
    "ReadingRow",
    "ReadingView",
    "RowColumn",
    "RowList",
    "RowView",
    "SectionHeading",
    "Segmented",
    "Slot",
    "SlotValue",
    "StepRail",
    "StepView",
    "TableColumn",
    "TickBox",
    "UndoBar",
    "WordsField",
    "announce",
    "form_grid",
    "label",
    "level_word",
    "rule",
    "sentences",
]
