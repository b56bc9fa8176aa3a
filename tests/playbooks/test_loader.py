from dataclasses import replace
from pathlib import Path

import pytest

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.base.words import Words
from appealwriter.model.case import Case
from appealwriter.playbooks.book import Advice, Clock
from appealwriter.playbooks.chain import check_cited
from appealwriter.playbooks.shelf import Shelf

GOOD = (paths.resources() / "playbooks/amazon/late_shipment.toml").read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path):
    """A user's own playbook folder in which late_shipment stands with some text changed."""

    def write(old: str, new: str) -> Shelf:
        assert old in GOOD
        file = tmp_path / "playbooks/amazon/late_shipment.toml"
        file.parent.mkdir(parents=True)
        file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
        return Shelf(paths.resources(), tmp_path)

    return write


@pytest.mark.parametrize("book_id", Shelf(paths.resources()).ids())
def test_every_playbook_loads_whole(book_id):
    book = Shelf(paths.resources()).book(book_id)
    least = 2 if book.answered_by else 6  # what a paper or a payment answers has fewer true causes
    for part in ("cause", "corrective", "preventive"):
        assert len(book.phrases(part)) >= least
    assert book.routes
    assert book.evidence
    assert book.submit
    assert book.refused
    assert book.after_refusal
    assert book.donts
    assert book.sources


@pytest.mark.parametrize("book_id", Shelf(paths.resources()).ids())
def test_every_cited_source_is_listed(book_id):
    book = Shelf(paths.resources()).book(book_id)
    known = {source.id for source in book.sources}
    cited = {
        name
        for entry in (
            *book.routes,
            *book.evidence,
            *book.clocks,
            *book.submit,
            *book.refused,
            *book.after_refusal,
            *book.donts,
            *book.statements,
            *(
                p
                for p in (*book.causes, *book.corrective, *book.preventive)
                if p.id.startswith(book.id)
            ),
        )
        for name in entry.sources
    } | {fact.threshold.source for fact in book.facts if fact.threshold}
    assert cited <= known


@pytest.mark.parametrize("book_id", Shelf(paths.resources()).ids())
def test_every_proof_names_a_kind_of_evidence(book_id):
    book = Shelf(paths.resources()).book(book_id)
    kinds = {kind.id for kind in book.evidence}
    for phrase in (*book.corrective, *book.preventive):
        if phrase.id.startswith(book.id):
            assert set(phrase.proof) <= kinds, phrase.id


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[book]", "[book", "cannot be read"),
        ("name.zh = ", "name.xx = ", "lacks the language “zh”"),
        ("name.zh = ", "nam = 1\nname.zh = ", "“nam” is not known here"),
        ('type = "percent"', 'type = "per cent"', "“per cent” is no type"),
        ('trust = "official"', 'trust = "rumour"', "“trust” cannot be “rumour”"),
        ('liftable = "yes"', 'liftable = "perhaps"', "Choose one of: yes, conditional"),
        ("{{ owner }}", "{{ ownr }}", "not declared"),
        ('unit = "day"', 'unit = "dya"', "Did you mean “day”"),
        ("unit('day')", "unit('dya')", "Did you mean “day”"),
        ('proof = ["', 'proof = ["frobnicate", "', "names “frobnicate”"),
        ('sources = ["', 'sources = ["FROB", "', "names “FROB”"),
        ('id = "slow_packing"', 'id = "volume_spike"', "given twice"),
        ('demand = "', 'demand = "x', "Choose one of"),
        ('unit = "hours"', 'unit = "fortnights"', "business_days"),
        ("[[route]]", "[[route]]\n[[route]]", "“route” is missing"),
        ("\ncause = [", "\ncause = [5, ", "wrong type"),
        ("\ncause = [", '\ncause = ["shipping:frob", ', "no phrase “shipping:frob”"),
        (
            "{% if who %}",
            "{% for a in who %}{% endfor %}{% if who %}",
            "says more than a phrase may",
        ),
    ],
)
def test_a_broken_playbook_is_named_with_place(own, old, new, told):
    shelf = own(old, new)
    shelf.book("amazon/late_shipment")
    (news,) = shelf.news
    assert told in news.what + news.advice
    assert "late_shipment" in news.what


@pytest.mark.parametrize(
    "changes",
    [
        {"meaning_sources": ()},
        {"refused": (Advice(Words("7 天内", "within 7 days", "в течение 7 дней")),)},
        {"clocks": (Clock("c", 7, "days", Words("天", "days", "дней")),)},
    ],
)
def test_a_figure_of_ours_needs_a_source(changes):
    book = Shelf(paths.resources()).book("amazon/late_shipment")
    check_cited(book)
    with pytest.raises(DataFileError, match="a figure stands without a source"):
        check_cited(replace(book, **changes))


def test_a_broken_playbook_of_ones_own_leaves_the_shipped_one_and_is_told_once(own):
    shelf = own("[book]", "[book")
    case = Case("x", platform="amazon", reason="late_shipment")
    for _ in range(2):
        assert shelf.for_case(case).version == Shelf(paths.resources()).for_case(case).version
        assert shelf.phrase(case, "slow_packing", "cause")
    assert len(shelf.news) == 1
    assert "amazon/late_shipment" in [book.id for book in shelf.books()]


def test_a_broken_playbook_for_a_reason_without_one_leaves_the_general_one(tmp_path):
    file = tmp_path / "playbooks/walmart/other.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[book", encoding="utf-8")
    shelf = Shelf(paths.resources(), tmp_path)
    assert shelf.for_case(Case("x", platform="walmart", reason="other")).id == "general/other"
    assert len(shelf.news) == 1
    assert "walmart/other" not in [book.id for book in shelf.books()]


def test_a_broken_phrase_file_of_ones_own_leaves_the_shipped_phrases(tmp_path):
    case = Case("x")
    ref = "shipping:untracked_service"
    (tmp_path / "phrases").mkdir()
    (tmp_path / "phrases/shipping.toml").write_text("[[cause]]", encoding="utf-8")
    shelf = Shelf(paths.resources(), tmp_path)
    assert shelf.phrase(case, ref, "cause") == Shelf(paths.resources()).phrase(case, ref, "cause")
    assert len(shelf.news) == 1


@pytest.mark.parametrize(
    "name", ["../amazon/late_shipment", "/etc", "a" * 300, "..", "a\0b", "A", ""]
)
def test_a_name_that_is_no_id_never_reaches_the_disk(tmp_path, name, monkeypatch):
    shelf = Shelf(paths.resources(), tmp_path)
    shelf.for_case(Case("x", platform="general", reason="other"))
    monkeypatch.setattr(Path, "is_file", lambda path: pytest.fail(str(path)))
    case = Case("x", platform=name, reason=name, reason_detail=name, also=(name,))
    assert shelf.for_case(case).id == "general/other"
    assert shelf.offered(case, "cause")
    for ref in (f"{name}:x", f"amazon/{name}:x", f"{name}/{name}:x"):
        assert shelf.phrase(case, ref, "cause") is None


def test_the_users_own_playbook_stands_before_ours(own):
    old = 'version = "2026-11-21"'
    assert own(old, 'version = "2030-01-01"').book("amazon/late_shipment").version == "2030-01-01"


def test_a_reason_without_a_playbook_gets_the_general_one():
    shelf = Shelf(paths.resources())
    assert shelf.for_case(Case("x", platform="walmart", reason="other")).id == "general/other"


def test_every_reason_of_a_book_is_in_the_taxonomy():
    shelf = Shelf(paths.resources())
    for book_id in shelf.ids():
        platform, _, reason = book_id.partition("/")
        if platform != "general":
            assert reason in shelf.platforms[platform].reasons
