"""What speaks for a forged message is pointed out, and a platform's own notice is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.notice.cues import CueSet
from appealwriter.notice.phishing import find_signs, load_signs

KNOWN = load_signs(paths.resources() / "cues")
SETS = list(KNOWN.sets.values())


def _ids(text: str) -> set[str]:
    return {sign.id for sign in find_signs(text, KNOWN)}


@pytest.mark.parametrize(
    ("one", "text"), [pytest.param(one, text, id=one.id) for one in SETS for text in one.reads]
)
def test_a_sign_is_seen_in_its_examples(one: CueSet, text: str) -> None:
    assert one.id in _ids(text)


@pytest.mark.parametrize(
    ("one", "text"), [pytest.param(one, text, id=one.id) for one in SETS for text in one.ignores]
)
def test_a_sign_is_not_seen_where_its_file_says_so(one: CueSet, text: str) -> None:
    assert one.id not in _ids(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("see http://amazon-seller-check.com/a", "imitated_address"),
        ("see https://sellercentral.amazon.com.login.example/", "imitated_address"),
        ("see https://bit.ly/3xYz", "short_link"),
        ("see http://192.0.2.7/login", "number_link"),
        ("see https://forms.example.org/appeal", "other_link"),
        ("From: Seller Performance <notice@example.org>\nYour account", "other_sender"),
        ("发件人: 亚马逊 <help@arnazon.cn>\n您的账户", "imitated_address"),
    ],
)
def test_a_foreign_address_is_pointed_out(text: str, sign: str) -> None:
    assert _ids(text) == {sign}


@pytest.mark.parametrize(
    "text",
    [
        "From: Amazon <seller-performance@amazon.com>\nhttps://sellercentral.amazon.com/gp/help",
        "https://sellercentral-europe.amazon.com/performance and www.amazon.co.jp",
        "https://seller.ozon.ru/app/messenger, docs.ozon.com",
        "https://sellercentral.amazon.c",
        "Your Amazon selling account has been deactivated. Send invoices within 72 hours.",
        "Buyers write to you on WhatsApp; you asked customers to contact you by WhatsApp.",
    ],
)
def test_a_platform_s_own_message_shows_no_sign(text: str) -> None:
    assert _ids(text) == set()


def test_each_sign_speaks_three_languages() -> None:
    assert all(said.zh and said.en and said.ru for said in KNOWN.said.values())


@given(st.text(max_size=80) | st.from_regex(r"https?://[\w.]{0,30}", fullmatch=True))
def test_any_text_may_be_looked_through(text: str) -> None:
    for sign in find_signs(text, KNOWN):
        start, end = sign.span
        assert 0 <= start < end <= len(clean(text))
