"""What a case still lacks: parts of its structure, links of its chain, dates, proof, answers."""

from collections.abc import Iterator, Mapping
from datetime import date

from appealwriter.base.i18n import language, listed, tr
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.checks.coverage import Covered, causes_without
from appealwriter.checks.date_checks import date_findings
from appealwriter.checks.evidence_checks import evidence_findings
from appealwriter.checks.figure_checks import figure_findings
from appealwriter.checks.route_checks import route_findings
from appealwriter.checks.rules import RuleBook
from appealwriter.model.answers import Answer, is_empty
from appealwriter.model.case import Case, Cause, CorrectiveAction, Point, PreventiveMeasure
from appealwriter.model.deeds import day, is_done
from appealwriter.model.finding import Finding
from appealwriter.model.letter import Letter, Sentence
from appealwriter.model.place import look
from appealwriter.model.sections import LIST_OF, is_answered
from appealwriter.model.terms import PART_OF, Deed
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import SHAPES, SlotSpec

Item = Cause | CorrectiveAction | PreventiveMeasure | Point

_ABSENT = {
    "root_cause": "no_cause",
    "corrective_actions": "no_corrective",
    "preventive_actions": "no_preventive",
    "points": "no_points",
    "documents": "no_documents",
}
"""The rule for a section that must be there and is not."""


def case_findings(
    case: Case,
    letter: Letter,
    covered: tuple[Covered, ...],
    shelf: Shelf,
    rules: RuleBook,
    today: date,
) -> Iterator[Finding]:
    """Everything the case lacks, in the order of the steps."""
    form = shelf.structure(case)
    yield from _notice(case, rules)
    yield from route_findings(case, shelf, rules)
    yield from _facts(case, shelf, rules)
    yield from figure_findings(case, shelf, rules)
    yield from date_findings(case, shelf, rules, today)
    yield from _gaps(case, letter, rules)
    for sentence in letter.sentences():
        if sentence.stale:
            yield rules["rewritten_changed"].finding(sentence.path, now=sentence.program)
    if "signature" in form.sections and not (case.sender.shop or case.sender.company):
        yield rules["no_sender"].finding("sender/shop")
    yield from _parts(case, form.needs, rules)
    yield from _answers(case, form.sections, shelf, rules, today)
    yield from evidence_findings(case, shelf, rules)
    for row in covered:
        told = row.section in form.needs  # by the rule for a part that must be there
        if row.verdict == "missing" and not told:
            path = f"notice/demands/{row.demand.id}"
            yield rules["demand_open"].finding(path, demand=row.name.any(language()))


def _answers(
    case: Case, sections: tuple[str, ...], shelf: Shelf, rules: RuleBook, today: date
) -> Iterator[Finding]:
    """What is wrong with the answers that the letter's sections say."""
    if "root_cause" in sections:
        yield from _chain(case, shelf, rules)
        for cause in case.causes:
            yield from _groups(cause, rules)
    if "corrective_actions" in sections:
        for action in case.corrective:
            yield from _action(case, action, shelf, rules, today)
    if "preventive_actions" in sections:
        for measure in case.preventive:
            yield from _measure(case, measure, shelf, rules, today)
    if "points" in sections:
        yield from _points(case, shelf, rules)


def _notice(case: Case, rules: RuleBook) -> Iterator[Finding]:
    if case.notice.text and case.notice.states.get("reason") != "confirmed":
        yield rules["reading_not_confirmed"].finding("notice/states/reason")


def _facts(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    """The questions of step 3 that are still open, in one finding."""
    facts = shelf.for_case(case).facts
    left = [f for f in facts if f.required and is_empty(case.facts.get(f.id))]
    if left:
        names = listed(fact.label.any(language()) for fact in left)
        yield rules["facts_open"].finding(f"facts/{left[0].id}", n=len(left), facts=names)
    for fact in facts:
        if odd := _odd_ids(fact, case.facts.get(fact.id)):
            yield rules["odd_ids"].finding(f"facts/{fact.id}", ids=listed(odd[:5]))


def _odd_ids(fact: SlotSpec, answer: Answer) -> list[str]:
    shape = SHAPES.get(fact.type)
    if shape is None or not isinstance(answer, tuple):
        return []
    return [str(item) for item in answer if not shape.fullmatch(str(item).strip().upper())]


def _gaps(case: Case, letter: Letter, rules: RuleBook) -> Iterator[Finding]:
    """Each hole in the letter once, at the question that fills it."""
    seen = set(LIST_OF.values())  # a part that is empty as a whole is a finding of its own
    for sentence in letter.sentences():
        for span in sentence.spans:
            if span.kind != "gap" or span.path in seen:
                continue
            seen.add(span.path)
            twin = _twin(sentence, span.path) or span.text.strip("〔〕")
            found = look(case, span.path)
            if _said_in_other_language(found):
                yield rules["needs_language"].finding(span.path, own=twin)
            elif _given(found):
                yield rules["unreadable_answer"].finding(span.path, gap=twin)
            else:
                yield rules["gap"].finding(span.path, gap=twin)


def _said_in_other_language(found: object) -> bool:
    """True for words the seller wrote, of which the letter's language is missing."""
    if isinstance(found, Words):
        return bool(found)
    if isinstance(found, Mapping):
        own = found.get("own", found)
        return isinstance(own, Mapping) and set(own) <= set(LANGUAGES) and not is_empty(own)
    return False


def _given(found: object) -> bool:
    """True where something was answered that could not be worded."""
    return isinstance(found, str | int | float | Mapping) and not is_empty(found)


def _twin(sentence: Sentence, path: str) -> str:
    """The same place as the seller reads it back."""
    return next((s.text for s in sentence.twin if s.path == path), "").strip("〔〕")


def _parts(case: Case, needs: tuple[str, ...], rules: RuleBook) -> Iterator[Finding]:
    """The parts that the letter's structure must have."""
    for part in needs:
        if part in _ABSENT and not is_answered(case, part):
            yield rules[_ABSENT[part]].finding(LIST_OF[part])


def _points(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    for n, point in enumerate(case.points, 1):
        if not point.exhibits:
            name = label(case, shelf, point, "points") or tr("Point {n}", n=n)
            yield rules["point_without_proof"].finding(f"points/{point.id}/exhibits", what=name)


def _chain(case: Case, shelf: Shelf, rules: RuleBook) -> Iterator[Finding]:
    """Cause -> finished action -> measure, and nothing that answers no cause."""
    for part, rule in (
        ("corrective", "cause_without_action"),
        ("preventive", "cause_without_measure"),
    ):
        lacking = causes_without(case, part)
        if len(lacking) == len(case.causes):
            continue  # the part as a whole is missing, which is said already
        for n in lacking:
            name = label(case, shelf, case.causes[n - 1], "causes")
            yield rules[rule].finding(part, n=n, cause=name)
    known = {cause.id for cause in case.causes}
    for part in ("corrective", "preventive"):
        for item in getattr(case, part):
            if case.causes and not known & set(item.answers):
                name = label(case, shelf, item, part)
                yield rules["answers_no_cause"].finding(f"{part}/{item.id}/answers", what=name)


def _groups(cause: Cause, rules: RuleBook) -> Iterator[Finding]:
    """Groups that do not add up to what the notice names."""
    counts = [str(group.count) for group in cause.groups]
    total = str(cause.notice_total)
    if counts and all(map(str.isdecimal, (*counts, total))):
        found = sum(map(int, counts))
        if found != int(total):
            path = f"causes/{cause.id}/notice_total"
            yield rules["groups_do_not_add_up"].finding(path, sum=found, total=total)


def _action(
    case: Case, action: CorrectiveAction, shelf: Shelf, rules: RuleBook, today: date
) -> Iterator[Finding]:
    path, name = f"corrective/{action.id}", label(case, shelf, action, "corrective")
    if not action.done:
        if action.status is not Deed.PLANNED:
            yield rules["undated_deed"].finding(f"{path}/done", what=name)
    elif (when := day(action.done)) is None:
        yield rules["unreadable_date"].finding(f"{path}/done", what=name, date=action.done)
    elif when > today and action.status is not Deed.PLANNED:
        yield rules["deed_in_future"].finding(f"{path}/done", what=name, date=action.done)
    if is_done(case, action) and not action.exhibits:
        yield rules["deed_without_proof"].finding(f"{path}/exhibits", what=name)
    if action.status is Deed.PARTLY and not _adds_up(action):
        yield rules["partly_without_numbers"].finding(f"{path}/count", what=name)


def _measure(
    case: Case, measure: PreventiveMeasure, shelf: Shelf, rules: RuleBook, today: date
) -> Iterator[Finding]:
    path, name = f"preventive/{measure.id}", label(case, shelf, measure, "preventive")
    if not measure.since:
        yield rules["measure_not_running"].finding(f"{path}/since", what=name)
    elif (when := day(measure.since)) is None:
        yield rules["unreadable_date"].finding(f"{path}/since", what=name, date=measure.since)
    elif when > today:
        yield rules["deed_in_future"].finding(f"{path}/since", what=name, date=measure.since)
    if measure.own or not measure.phrase:  # a phrase shows these as gaps of its own
        for field in ("owner", "rhythm", "record"):
            if is_empty(getattr(measure, field)):
                yield rules[f"measure_without_{field}"].finding(f"{path}/{field}", what=name)


def label(case: Case, shelf: Shelf, item: Item, part: str) -> str:
    """What to call an item in a message: its own words, else its phrase's name, in the language
    of the interface (a finding's values are plain text)."""
    words = item.own
    if not words and (phrase := shelf.phrase(case, item.phrase, PART_OF[part])):
        words = phrase.label
    text = words.any(language())
    return text if len(text) <= 60 else text[:59] + "…"


def _adds_up(action: CorrectiveAction) -> bool:
    try:
        count, total = int(str(action.count)), int(str(action.total))
    except ValueError:
        return False
    return 0 < count <= total
