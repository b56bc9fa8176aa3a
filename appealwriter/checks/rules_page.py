"""docs/rules.md from the rules' own files: python3 dev.py rules."""

import sys
from collections.abc import Iterator

from appealwriter.base import paths
from appealwriter.checks.rules import Rule, RuleBook

_TITLES = {
    "case": ("Checks of a case", "What the answers lack or contradict."),
    "letter": ("Checks of a whole letter", "What a letter written elsewhere lacks as a whole."),
    "prose": (
        "Checks of words",
        "What stands in a letter written elsewhere, and in the seller's own words in a case.",
    ),
}
_LANGUAGES = {"en": "English", "zh": "Chinese", "ru": "Russian"}
_HEAD = """# What the checks say

Written by `python3 dev.py rules` from `resources/rules/`; a change here is lost.

*missing*: a reviewer would refuse for it. *weak*: likely to be held against the letter. *advice*:
worth a thought. The source of a rule is *official* (a platform's own guidance), *practice* (the
advice of appeal consultants) or *own* (this program's rule). Names in braces are filled in. Each
prose rule finds its bad examples and none of its good ones: a test runs them all.
"""


def rules_page(book: RuleBook) -> str:
    """The page, in English: every rule with its words, prose rules with their examples."""
    lines = [_HEAD]
    for name, rules in book.groups.items():
        title, about = _TITLES[name]
        lines.append(f"\n## {title}\n\n{about} Rules: {len(rules)}.\n")
        for rule in rules:
            lines += _rule(rule)
            lines += _examples(book, rule)
    return "\n".join(lines).rstrip() + "\n"


def _rule(rule: Rule) -> Iterator[str]:
    kind = f"{rule.level}, {rule.source}" + (f", flaw `{rule.flaw}`" if rule.flaw else "")
    yield f"\n### {rule.id}\n"
    yield f"{rule.message.en} ({kind})\n"
    yield f"- Why: {rule.why.en}"
    yield f"- Mend: {rule.mend.en}"
    yield f"- {rule.example.en}"


def _examples(book: RuleBook, rule: Rule) -> Iterator[str]:
    """What the rule finds and what it lets be, language by language."""
    for prose in book.prose:
        if prose.rule is rule:
            place = ", where a chain of whys ends" if prose.of == "chain" else ""
            if prose.sections:
                place += f", in {', '.join(prose.sections)}"
            yield f"- {_LANGUAGES[prose.language]}{place}: {_quoted(prose.bad)}"
            yield f"  not: {_quoted(prose.good)}"


def _quoted(texts: tuple[str, ...]) -> str:
    return "; ".join("`" + text.replace("`", "'").replace("\n", " / ") + "`" for text in texts)


if __name__ == "__main__":
    sys.stdout.buffer.write(rules_page(RuleBook(paths.resources() / "rules")).encode())
