"""What the seller learns about a rule."""

from appealwriter.base import paths
from appealwriter.checks.rules import RuleBook, Source
from appealwriter.ui.about_rule import about_rule, source_words


def test_a_rule_says_in_words_what_it_rests_on(qtbot):
    rule = RuleBook(paths.resources() / "rules")["letter_without_dates"]
    banner = about_rule(rule)
    qtbot.addWidget(banner)
    assert "appeal consultants" in banner.accessibleName()


def test_every_source_has_words_of_its_own():
    assert len({source_words(source) for source in Source}) == len(Source)
