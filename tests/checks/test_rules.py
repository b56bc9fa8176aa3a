"""Rule files: what they must hold, and what the loader says where they do not."""

import re

import pytest

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.base.words import LANGUAGES
from appealwriter.checks.rules import RuleBook

BOOK = RuleBook(paths.resources() / "rules")
STARTS = {"zh": "例：", "en": "Example: ", "ru": "Пример: "}
PLEADS = re.compile(r"\bplease\b|(?<![申邀])请|您|пожалуйста", re.IGNORECASE)
WORDS = """
[[rule]]
id = "hurries"
level = "weak"
message = { zh = "催促。", en = "This hurries the reader.", ru = "Это торопит." }
why = { zh = "没有用。", en = "It does not help.", ru = "Не помогает." }
mend = { zh = "删掉。", en = "Take it out.", ru = "Убрать." }
example = { zh = "例：无。", en = "Example: none.", ru = "Пример: нет." }
source = "own"
"""
LOOKS = """
[[rule]]
id = "hurries"
patterns = ['\\bhurry\\b']
bad = ["Hurry up."]
good = ["We wait."]
"""


@pytest.fixture
def load(tmp_path):
    """Loads a book of one rule, its two files changed as told."""

    def loaded(words=WORDS, looks=LOOKS):
        (tmp_path / "prose.toml").write_text(words, encoding="utf-8")
        (tmp_path / "en.tone.toml").write_text(looks, encoding="utf-8")
        return RuleBook(tmp_path)

    return loaded


def complaint(load, **files):
    with pytest.raises(DataFileError) as caught:
        load(**files)
    return str(caught.value)


def test_a_rule_reads_only_the_language_it_has_patterns_for(load):
    book = load()
    (rule,) = book.prose_for("en")
    assert rule.rule is book["hurries"]
    assert rule.patterns[0].search("Please HURRY.")
    assert book.prose_for("zh") == []


def test_patterns_without_words_are_refused_with_the_likely_name(load):
    said = complaint(load, looks=LOOKS.replace('"hurries"', '"hurrys"'))
    assert "en.tone.toml, rule hurrys" in said
    assert "“hurries”" in said


def test_words_that_no_language_looks_for_are_refused(load):
    said = complaint(load, words=WORDS + WORDS.replace('"hurries"', '"waits"'))
    assert "prose.toml, rule waits" in said


@pytest.mark.parametrize("key", ["patterns", "bad", "good"])
def test_a_rule_that_proves_nothing_is_refused(load, key):
    without = "\n".join(line for line in LOOKS.splitlines() if not line.startswith(key))
    said = complaint(load, looks=without)
    assert "en.tone.toml, rule hurries" in said
    assert key in said


@pytest.mark.parametrize(
    ("old", "new"), [('"own"', '"amazon.md A1"'), ('"weak"', '"bad"')], ids=["source", "level"]
)
def test_an_unknown_source_or_level_is_refused_with_the_known_ones(load, old, new):
    said = complaint(load, words=WORDS.replace(old, new))
    assert "prose.toml, rule hurries" in said
    assert old.strip('"') in said


def test_an_unknown_section_is_refused(load):
    said = complaint(load, looks=LOOKS + 'sections = ["middle"]\n')
    assert "middle" in said
    assert "root_cause" in said


def test_a_wrong_pattern_says_where_it_stands_when_a_letter_is_judged(load):
    book = load(looks=LOOKS.replace("hurry", "(hurry"))
    with pytest.raises(DataFileError, match=r"en\.tone\.toml, rule hurries"):
        _ = book.prose[0].patterns


@pytest.mark.parametrize("rule", list(BOOK), ids=lambda rule: rule.id)
def test_words_speak_to_the_seller_as_the_window_does(rule):
    """No pleading and no 您; an example says itself that it is one."""
    for language in LANGUAGES:
        for words in (rule.message, rule.why, rule.mend):
            assert not PLEADS.search(words.get(language))
        assert rule.example.get(language).startswith(STARTS[language])
