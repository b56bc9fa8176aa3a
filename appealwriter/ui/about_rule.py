"""About a rule, above the findings: what it rests on, and a way to switch it off everywhere."""

from appealwriter.base.i18n import tr
from appealwriter.checks.rules import Rule, Source
from appealwriter.ui.parts import Banner


def about_rule(rule: Rule) -> Banner:
    """A banner with the buttons "off" and "close"."""
    return Banner(
        "info",
        tr("Rule “{rule}”. It rests on: {source}.", rule=rule.id, source=source_words(rule.source)),
        icon="book",
        buttons=[("off", tr("Switch this rule off")), ("close", tr("Close"))],
    )


def source_words(source: Source) -> str:
    """What a rule rests on, in words."""
    return {
        Source.OFFICIAL: tr("guidance that a platform has published"),
        Source.PRACTICE: tr("the advice of appeal consultants"),
        Source.OWN: tr("a rule of this program"),
    }[source]
