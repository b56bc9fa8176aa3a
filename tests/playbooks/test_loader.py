import pytest

from appealwriter.base import paths
from appealwriter.base.errors import DataFileError
from appealwriter.model.case import Case
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
    for part in ("cause", "corrective", "preventive"):
        assert len(book.phrases(part)) >= 6
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
        (
            "{% if who %}",
            "{% for a in who %}{% endfor %}{% if who %}",
            "says more than a phrase may",
        ),
    ],
)
def test_a_broken_playbook_is_named_with_place(own, old, new, told):
    with pytest.raises(DataFileError) as caught:
        own(old, new).book("amazon/late_shipment")
    assert told in str(caught.value)


def test_a_slot_that_nobody_declared_is_refused(own):
    with pytest.raises(DataFileError, match="not declared"):
        own("{{ owner }}", "{{ ownr }}").book("amazon/late_shipment")


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
