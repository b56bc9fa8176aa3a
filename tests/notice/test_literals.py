"""A quick look never hides a match."""

import re

import pytest

from appealwriter.notice.literals import needed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:late|slow) ship(?:ment|ping)?s?\b", "late ships"),
        (r"accounts?~? (?:closed)?", "account~ "),
        (r"a(?:bc|de)?f+", "afff"),
        (r"(?:abc|x{0,2})", ""),
        (r"(?<!not\s)closed(?! today)", "closed"),
        (r"colou?r{2,3}[a-z]*", "colorrr"),
        (r"(?:账户|店铺)[^。]{0,4}(?:停用)", "店铺被停用"),
        (r"\d{2}\.\d", "12.3"),
    ],
)
def test_a_match_holds_one_text_of_each_choice(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert all(any(word in text for word in choice) for choice in needed(pattern))


def test_a_plain_pattern_needs_its_words() -> None:
    assert needed(r"\bselling privileges\b") == (("privileges",), ("selling",))
    assert needed(r"(?:late|slow) [a-z]+") == (("late", "slow"),)
