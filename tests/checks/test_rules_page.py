"""docs/rules.md tells every rule, and is the one that the data give."""

from pathlib import Path

from appealwriter.base import paths
from appealwriter.checks.rules import RuleBook
from appealwriter.checks.rules_page import rules_page

BOOK = RuleBook(paths.resources() / "rules")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


def test_the_page_in_the_documents_is_current():
    assert PAGE.read_text(encoding="utf-8") == rules_page(BOOK), "run: python3 dev.py rules"


def test_every_rule_is_told_with_its_words_and_examples():
    page = rules_page(BOOK)
    for rule in BOOK:
        assert f"### {rule.id}\n" in page
        assert rule.mend.en in page
    assert all(prose.bad[0].partition("\n")[0] in page for prose in BOOK.prose)
