"""Which page belongs to which step, and which panel to which tab.

Each is imported when it is first visited. The imports are written out, so that a frozen build
finds them.
"""

# ruff: noqa: PLC0415

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from appealwriter.flow.steps import Step
from appealwriter.ui.pages.base import Page
from appealwriter.ui.session import Session


def make_page(step: Step, session: Session) -> Page:
    """The page of `step`."""
    return _PAGES[step](session)


def make_panel(name: str, session: Session) -> QWidget:
    """The panel "letter", "read_back" or "problems"."""
    return _PANELS[name](session)


def _notice(session: Session) -> Page:
    from appealwriter.ui.pages.notice import NoticePage

    return NoticePage(session)


def _sender(session: Session) -> Page:
    from appealwriter.ui.pages.sender import SenderPage

    return SenderPage(session)


def _facts(session: Session) -> Page:
    from appealwriter.ui.pages.facts import FactsPage

    return FactsPage(session)


def _causes(session: Session) -> Page:
    from appealwriter.ui.pages.causes import CausesPage

    return CausesPage(session)


def _corrective(session: Session) -> Page:
    from appealwriter.ui.pages.corrective import CorrectivePage

    return CorrectivePage(session)


def _preventive(session: Session) -> Page:
    from appealwriter.ui.pages.preventive import PreventivePage

    return PreventivePage(session)


def _evidence(session: Session) -> Page:
    from appealwriter.ui.pages.evidence import EvidencePage

    return EvidencePage(session)


def _review(session: Session) -> Page:
    from appealwriter.ui.pages.review import ReviewPage

    return ReviewPage(session)


def _after(session: Session) -> Page:
    from appealwriter.ui.pages.after import AfterPage

    return AfterPage(session)


def _letter(session: Session) -> QWidget:
    from appealwriter.ui.panels.letter import LetterPanel

    return LetterPanel(session)


def _read_back(session: Session) -> QWidget:
    from appealwriter.ui.panels.read_back import ReadBackPanel

    return ReadBackPanel(session)


def _problems(session: Session) -> QWidget:
    from appealwriter.ui.panels.problems import ProblemsPanel

    return ProblemsPanel(session)


_PAGES: dict[Step, Callable[[Session], Page]] = {
    Step.NOTICE: _notice,
    Step.SENDER: _sender,
    Step.FACTS: _facts,
    Step.CAUSES: _causes,
    Step.CORRECTIVE: _corrective,
    Step.PREVENTIVE: _preventive,
    Step.EVIDENCE: _evidence,
    Step.REVIEW: _review,
    Step.AFTER: _after,
}
_PANELS: dict[str, Callable[[Session], QWidget]] = {
    "letter": _letter,
    "read_back": _read_back,
    "problems": _problems,
}
