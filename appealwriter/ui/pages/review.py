"""Step 8: the letter against the notice, the answers once more, export, and where to send it."""

from PySide6.QtCore import Qt

from appealwriter.base.i18n import tr
from appealwriter.drafting.draft import Draft
from appealwriter.flow.steps import Step
from appealwriter.ui.pages.base import Page
from appealwriter.ui.pages.plan.field import bring_into_view
from appealwriter.ui.pages.review_parts.answers import Answers
from appealwriter.ui.pages.review_parts.boxes_part import BoxesPart
from appealwriter.ui.pages.review_parts.demand_table import DemandTable
from appealwriter.ui.pages.review_parts.export_part import ExportPart
from appealwriter.ui.pages.review_parts.open_problems import OpenProblems
from appealwriter.ui.pages.review_parts.specific_table import SpecificTable
from appealwriter.ui.pages.review_parts.where_to_send import WhereToSend
from appealwriter.ui.parts import label
from appealwriter.ui.session import Session

_FOCUS = Qt.FocusReason.OtherFocusReason


class ReviewPage(Page):
    """From top to bottom: demands, problems, counts, answers, export, boxes, where to send it."""

    step = Step.REVIEW

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.demands = DemandTable(session)
        self.problems = OpenProblems(session)
        self.specific = SpecificTable(session)
        self.answers = Answers(session)
        self.export = ExportPart(session)
        self.boxes = BoxesPart(session)
        self.where = WhereToSend(session)
        for linked in (self.demands, self.problems, self.answers):
            linked.go.connect(self.go)
        hint = label(
            tr(
                "Before you export, read the letter once in your own language: the tab beside "
                "the letter sets every sentence against its twin."
            ),
            "dense",
            "text2",
            wrap=True,
        )
        self.column.setSpacing(20)
        self._parts = (
            self.demands,
            self.problems,
            self.specific,
            self.answers,
            self.export,
            self.boxes,
            self.where,
        )
        for part in self._parts:
            if part is self.export:
                self.column.addWidget(hint)
            self.column.addWidget(part)
        self.column.addStretch(1)

    def show_draft(self, draft: Draft) -> None:
        """Show how the letter stands."""
        for part in self._parts:
            part.show_draft(draft)

    def focus_path(self, path: str) -> None:
        """ "export" and "declared" have places of their own; the rest is the table of demands."""
        if path == "export":
            self.export.export_button.setFocus(_FOCUS)
            bring_into_view(self.export)
        elif path == "declared":
            self.export.declared.setFocus(_FOCUS)
            bring_into_view(self.export.declared)
        else:
            self.demands.table.setFocus(_FOCUS)
            bring_into_view(self.demands)
