from datetime import date

from appealwriter.base import paths
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.summary import summary
from appealwriter.model.case import Case, Deadline, Notice

WORKSHOP = Workshop(paths.resources(), paths.templates())


def test_the_list_names_the_deadline_and_what_is_missing_first():
    notice = Notice(text="notice", date="2026-11-18", deadline=Deadline(72, "hours"))
    draft = WORKSHOP.draft(Case("x", notice=notice), date(2026, 11, 21), "en")
    told = summary(draft, WORKSHOP)
    assert told.due == "2026-11-21"
    assert told.missing > 0
    assert "not confirmed" not in told.next  # only weak, though it stands in the first step
