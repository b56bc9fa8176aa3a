"""Every cue file reads its own examples, leaves the others alone, and says where it is wrong."""

from pathlib import Path

import pytest

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.notice.cues import Cues, CueSet, load
from appealwriter.notice.deadlines import find_deadline
from appealwriter.notice.sentences import read_page
from appealwriter.notice.weigh import ranked, weigh, weigh_all

FOLDER = paths.resources() / "cues"
KNOWN = load(FOLDER)
ENOUGH = 3.0
REASONS = [(p, one) for p, sets in KNOWN.reasons.items() for one in sets.values()]
GROUPS = {
    "kinds": KNOWN.kinds,
    "routes": KNOWN.routes,
    "demands": KNOWN.demands,
    "platforms": KNOWN.platforms,
    "marketplaces": KNOWN.marketplaces,
    "sections": KNOWN.sections,
    "not_notices": KNOWN.not_notices,
    "deadlines": KNOWN.deadlines,
    "languages": KNOWN.languages,
    "threads": KNOWN.threads,
}
OTHERS = [(name, one) for name, sets in GROUPS.items() for one in sets.values()]


def _heard(one: CueSet, text: str) -> float:
    return weigh(read_page(text, KNOWN), one, by_section=False).score


@pytest.mark.parametrize(
    ("platform", "reason", "text"),
    [(p, one.id, text) for p, one in REASONS for text in one.reads],
)
def test_a_reason_wins_on_the_sentences_it_reads(platform: str, reason: str, text: str) -> None:
    best = ranked(weigh_all(read_page(text, KNOWN), KNOWN.reasons[platform]))[0]
    assert (best.id, best.score >= ENOUGH) == (reason, True)


@pytest.mark.parametrize(
    ("platform", "reason", "text"),
    [(p, one.id, text) for p, one in REASONS for text in one.ignores],
)
def test_a_reason_is_not_heard_in_the_sentences_it_ignores(
    platform: str, reason: str, text: str
) -> None:
    assert weigh(read_page(text, KNOWN), KNOWN.reasons[platform][reason]).score < ENOUGH


@pytest.mark.parametrize(
    ("one", "text"),
    [pytest.param(one, text, id=f"{name}-{one.id}") for name, one in OTHERS for text in one.reads],
)
def test_a_set_is_heard_in_the_sentences_it_reads(one: CueSet, text: str) -> None:
    threshold = one.traits.get("threshold", 0)
    assert isinstance(threshold, int)
    assert abs(_heard(one, text)) > 0
    assert one.id == "not_a_limit" or _heard(one, text) >= threshold


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(one, text, id=f"{name}-{one.id}")
        for name, one in OTHERS
        if name not in ("not_notices", "deadlines")
        for text in one.ignores
    ],
)
def test_a_set_is_not_heard_in_the_sentences_it_ignores(one: CueSet, text: str) -> None:
    threshold = one.traits.get("threshold", 2 if one.id in KNOWN.kinds else 1)
    assert isinstance(threshold, int)
    assert _heard(one, text) < threshold


@pytest.mark.parametrize(
    ("one", "text"),
    [
        pytest.param(one, text, id=one.id)
        for one in KNOWN.not_notices.values()
        for text in one.ignores
    ],
)
def test_a_voice_is_weak_in_the_sentences_of_another(one: CueSet, text: str) -> None:
    assert _heard(one, text) < ENOUGH


def test_every_set_has_an_example_of_both_sorts() -> None:
    bare = [one.id for _, one in [*REASONS, *OTHERS] if not one.reads or not one.ignores]
    assert bare == []


def test_every_reason_of_both_platforms_has_its_cues() -> None:
    assert len(KNOWN.reasons["amazon"]) == 23
    assert {one for one, s in KNOWN.reasons["ozon"].items() if not s.trait("parent")} == {
        "rule_violation",
        "customer_complaints",
        "low_rating",
        "prohibited_goods",
        "late_or_cancelled_orders",
        "buyer_contact",
        "intellectual_property",
        "multiple_accounts",
        "document_verification",
    }


def test_a_limit_is_no_limit_where_the_file_calls_it_a_false_friend(cues: Cues) -> None:
    for text in KNOWN.deadlines["not_a_limit"].reads:
        assert find_deadline(read_page(text, cues), cues) == (None, None), text


def test_a_limit_is_left_standing_where_the_file_says_so(cues: Cues) -> None:
    for text in KNOWN.deadlines["not_a_limit"].ignores:
        assert find_deadline(read_page(text, cues), cues) != (None, None), text


@pytest.mark.parametrize("wrong", ["5 = ['(']", "much = ['account']"])
def test_a_wrong_pattern_or_weight_is_named_with_its_file(tmp_path: Path, wrong: str) -> None:
    for file in FOLDER.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "kinds.toml").write_text(f"[suspension.weight]\n{wrong}\n", "utf-8")
    with pytest.raises(DataFileError, match=r"kinds\.toml"):
        load(tmp_path)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "deadlines.toml").write_text("[units", "utf-8")
    with pytest.raises(DataFileError, match=r"deadlines\.toml"):
        load(tmp_path)
