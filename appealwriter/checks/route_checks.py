"""Whether the letter is the one that the notice wants, and what to do where none is."""

from collections.abc import Iterator

from appealwriter.base.i18n import language
from appealwriter.checks.rules import RuleBook
from appealwriter.model.case import Case
from appealwriter.model.deeds import is_done
from appealwriter.model.finding import Finding
from appealwriter.model.sections import SAID_IN
from appealwriter.model.terms import Stance, Structure
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.structures import can_be_lifted


def route_findings(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    """A form that does not answer the route, a route that wants no letter, a block that stays,
    answers that the form has no place for."""
    book, form = shelf.for_case(case), shelf.structure(case)
    wanted = shelf.recommended(case)
    chosen = form.name.any(language())
    if wanted and not shelf.structures.answers(case, book):
        name = wanted.name.any(language())
        yield rules["wrong_route"].finding("structure", wanted=name, chosen=chosen)
    disputes = form.id == Structure.DISPUTE
    if (disputes and case.stance is Stance.ACCEPT) or (
        form.admits and case.stance is Stance.DISPUTE
    ):
        yield rules["stance_and_form"].finding("stance", chosen=chosen)
    instead = shelf.structures.nothing.get(case.route)
    under_way = case.route in form.routes and bool(case.points or case.evidence)
    if instead and not under_way:
        yield rules["nothing_to_send"].finding("route", instead=instead.text.any(language()))
    if not can_be_lifted(case, book):
        yield rules["not_liftable"].finding("reason", why=book.lifting.any(language()))
    if left := _left_out(case, form.sections):
        yield rules["left_out"].finding("structure", n=left, chosen=chosen)


def _left_out(case: Case, sections: tuple[str, ...]) -> int:
    """How many answers the letter has no place for; a planned deed stands with the measures."""
    left = sum(len(getattr(case, name)) for name, part in SAID_IN.items() if part not in sections)
    if "corrective_actions" in sections and "preventive_actions" not in sections:
        left += sum(not is_done(case, action) for action in case.corrective)
    return left
