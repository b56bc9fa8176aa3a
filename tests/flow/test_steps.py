from datetime import date

from appealwriter.base import paths
from appealwriter.base.words import Words
from appealwriter.drafting.draft import Workshop
from appealwriter.flow.steps import Progress, Step, states, step_of
from appealwriter.model.case import Case, Cause, Sender

WORKSHOP = Workshop(paths.resources(), paths.templates())


def progress(case):
    findings = WORKSHOP.draft(case, date(2026, 11, 21), "en").findings
    return {state.step: state for state in states(case, findings)}


def test_there_are_nine_steps_in_order():
    assert [step.number for step in Step] == list(range(1, 10))
    assert Step.CORRECTIVE.number == 5


def test_an_untouched_case_has_not_started_anywhere():
    assert {s.progress for s in progress(Case("x")).values()} == {Progress.NOT_STARTED}


def test_a_step_shows_how_many_things_it_lacks():
    state = progress(Case("x", causes=(Cause("c1", own=Words(zh="只有中文")),)))[Step.CAUSES]
    assert (state.progress, state.missing) == (Progress.IN_PROGRESS, 1)


def test_steps_that_the_document_has_no_part_for_are_not_needed():
    sections = WORKSHOP.shelf.structures["dispute"].sections
    found = {s.step: s.progress for s in states(Case("x"), (), sections)}
    not_needed = {step for step, how in found.items() if how is Progress.NOT_NEEDED}
    assert not_needed == {Step.CORRECTIVE, Step.PREVENTIVE}


def test_a_step_without_missing_things_is_complete():
    state = progress(Case("x", sender=Sender(shop="A", company="B")))[Step.SENDER]
    assert state.progress is Progress.COMPLETE


def test_a_finding_leads_to_the_step_of_its_answer():
    assert step_of("corrective/a1/done") is Step.CORRECTIVE
    assert step_of("notice/demands/d1") is Step.NOTICE
    assert step_of("facts/lsr_10d") is Step.FACTS
    assert step_of("evidence") is Step.EVIDENCE
