"""Every interface string is there in Chinese, English and Russian, and none is dead."""

import io
import re
from functools import cache

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from appealwriter.base import i18n, paths

LOCALE = paths.resources() / "locale"
KEYWORDS = {"tr": None, "trn": (1, 2), "later": None}
FIELDS = re.compile(r"\{(\w+)\}")


@cache
def strings():
    package = paths.resources().parent / "appealwriter"
    found = extract_from_dir(str(package), [("**.py", "python")], keywords=KEYWORDS)
    return {message for _, _, message, _, _ in found}


@cache
def catalogue(language):
    with (LOCALE / language / "LC_MESSAGES/appealwriter.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_every_string_is_translated_and_none_is_dead(language):
    known = {message.id for message in catalogue(language) if message.id}
    assert strings() - known == set()
    assert known - strings() == set()
    empty = [m.id for m in catalogue(language) if m.id and not _all_forms(m)]
    assert empty == []


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_a_translation_keeps_the_values_it_is_given(language):
    for message in catalogue(language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = {name for text in ids for name in FIELDS.findall(text)}
        for text in said:
            assert set(FIELDS.findall(text)) <= wanted, message.id
        if len(ids) == 1:
            assert set(FIELDS.findall(said[0])) == wanted, message.id


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_the_compiled_catalogue_is_that_of_the_readable_one(language):
    fresh = io.BytesIO()
    write_mo(fresh, catalogue(language))
    kept = LOCALE / language / "LC_MESSAGES/appealwriter.mo"
    assert kept.read_bytes() == fresh.getvalue(), "run: python3 dev.py words"


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_no_translation_says_please_sorry_or_shouts(language):
    banned = ("请", "抱歉", "对不起", "！") if language == "zh" else ("пожалуйста", "извините", "!")
    for message in catalogue(language):
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in said if message.id else ():
            assert not any(word in text.lower() for word in banned), text


def test_the_language_can_be_switched_at_once():
    i18n.set_language("ru")
    russian = i18n.tr("Root causes")
    i18n.set_language("zh")
    assert (russian, i18n.tr("Root causes")) == ("Причины", "根本原因")


def test_russian_has_all_its_plural_forms():
    i18n.set_language("ru")
    forms = catalogue("ru").num_plurals
    plurals = [m for m in catalogue("ru") if isinstance(m.id, tuple)]
    assert plurals
    assert all(len(m.string) == forms for m in plurals)


def _all_forms(message):
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(said)


@pytest.mark.parametrize("language", ["zh", "ru"])
def test_no_translation_starts_or_ends_with_a_stray_space(language):
    for message in catalogue(language):
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in said if message.id else ():
            assert text == text.strip(), message.id
