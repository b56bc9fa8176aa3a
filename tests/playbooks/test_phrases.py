from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealwriter.base.errors import DataFileError
from appealwriter.playbooks.phrases import Optional, Slot, Text, parse, slots_of


def test_a_phrase_becomes_text_slots_and_optional_parts():
    pieces = parse("set to {{ days | unit('day', 'gen') }}{% if skus %} for {{ skus }}{% endif %}.")
    assert pieces == (
        Text("set to "),
        Slot("days", "unit", ("day", "gen")),
        Optional(("skus",), (Text(" for "), Slot("skus"))),
        Text("."),
    )
    assert slots_of(pieces) == {"days", "skus"}


@pytest.mark.parametrize(
    "template",
    [
        "{{ days",
        "{% for x in y %}{{ x }}{% endfor %}",
        "{{ x.__class__ }}",
        "{{ f() }}",
        "{{ x | upper }}",
        "{{ x | unit(1, 2, 3) }}",
        "{% set a = 1 %}",
        "{% if a or b %}x{% endif %}",
    ],
)
def test_a_phrase_that_is_more_than_a_phrase_is_refused(template):
    with pytest.raises(DataFileError):
        parse(template)


@given(st.text())
def test_any_text_is_a_phrase_or_a_clear_complaint(template):
    with suppress(DataFileError):
        assert isinstance(parse(template), tuple)
