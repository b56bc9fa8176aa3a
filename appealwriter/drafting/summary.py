"""What the home screen shows of a case without opening it."""

from appealwriter.base.i18n import language
from appealwriter.drafting.draft import Draft, Workshop
from appealwriter.model.due import due_day
from appealwriter.model.terms import Level
from appealwriter.store.entries import Summary


def summary(draft: Draft, workshop: Workshop) -> Summary:
    """Deadline, open problems, the first thing to do, and the words to be found by."""
    case = draft.case
    due = due_day(case.notice.deadline, case.notice.date)
    urgent = [
        f for level in (Level.MISSING, Level.WEAK) for f in draft.findings if f.level is level
    ]
    first = urgent[0] if urgent else None
    rule = workshop.rules[first.rule] if first else None
    return Summary(
        due=due.isoformat() if due else "",
        missing=draft.count(Level.MISSING),
        weak=draft.count(Level.WEAK),
        next=rule.say(rule.message, first, language()) if rule and first else "",
        letter="\n".join(sentence.text for sentence in draft.letter.sentences()),
    )
