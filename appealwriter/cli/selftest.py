"""The self-test of an installation: every resource is found and one letter written."""

from datetime import date

from appealwriter.base import paths
from appealwriter.base.errors import AppealError
from appealwriter.base.words import LANGUAGES
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.sample import sample_case
from appealwriter.export.annexes import can_draw
from appealwriter.export.word import write_docx
from appealwriter.notice import cues
from appealwriter.notice.reader import read


def self_test() -> list[str]:
    """What is wrong with this installation; empty when all is well."""
    problems = [
        f"resources/{name} is missing"
        for name in ("playbooks", "cues", "rules", "locale", "icons", "style")
        if not any((paths.resources() / name).rglob("*"))
    ]
    try:
        workshop = Workshop(paths.resources(), paths.templates())
        for book in workshop.shelf.ids():
            workshop.shelf.book(book)
        for language in LANGUAGES:
            draft = workshop.draft(sample_case(language), date(2026, 11, 21), language)
            if len(write_docx(draft.letter)) < 1000:
                problems.append(f"the {language} letter is empty")
        if not can_draw():
            problems.append("pictures and PDF pages of the evidence cannot be read")
        known = cues.load(paths.resources() / "cues")
        if not read("Your Amazon seller account has been deactivated.", known).is_notice:
            problems.append("no notice can be read")
    except AppealError as error:
        problems.append(str(error))
    return problems
