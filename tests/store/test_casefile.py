import hashlib
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealwriter.base.errors import BadInput, StoreError
from appealwriter.base.words import Words
from appealwriter.model import case as m
from appealwriter.model.case import Exhibit
from appealwriter.model.terms import Route, Stance, State, Structure
from appealwriter.store import casefile, codec
from appealwriter.store.casefile import load_case, read_case, write_case
from tests.store.samples import a_case

PICTURE = b"\x89PNG a picture of the packing table" * 50
HASH = hashlib.sha256(PICTURE).hexdigest()
CASE = a_case(evidence=(Exhibit("e1", "packing table.png", HASH, len(PICTURE)),))
# What every file in tests/old_cases holds.
INVOICE = b"Invoice 2026-114, 60 boxes\n"
FULL = a_case(
    "old-case",
    created="2026-11-04T10:00:00+08:00",
    title="迟发率申诉",
    marketplace="US",
    also=("odr",),
    route=Route.PLAN_AND_DOCUMENTS,
    stance=Stance.MIXED,
    structure=Structure.FIVE_PART,
    letter_date="2026-11-21",
    state=State.REFUSED,
    notice=m.Notice(
        "Your account is deactivated. Reply within 3 days.",
        date="2026-11-03",
        kind="suspension",
        deadline=m.Deadline(3, "days", words="within 3 days"),
        demands=(m.Demand("d1", "invoices", "invoices", "confirmed", 5, 12),),
        states={"reason": "confirmed"},
    ),
    preventive=(
        m.PreventiveMeasure(
            "p1",
            ("c1",),
            own=Words("每日核对", "A daily check.", "Ежедневная проверка."),
            since="2026-11-10",
            owner={"own": {"en": "warehouse lead"}},
            rhythm="daily",
            catches=Words(en="It works without the connection."),
            exhibits=("e1",),
        ),
    ),
    evidence=(
        m.Exhibit(
            "e1",
            "invoice.txt",
            hashlib.sha256(INVOICE).hexdigest(),
            len(INVOICE),
            "invoice",
            Words(zh="发票"),
            ("c1",),
            "2026-10-02",
        ),
    ),
    ignored=(m.Ignored("length", "causes/c1", "short enough", "2026-11-20T09:00:00+08:00"),),
    rounds=(m.Round(1, "2026-11-12", "Dear team", State.REFUSED, "More detail is needed."),),
    wording={"causes/c1": 2},
    declared=True,
    private_notes="仓库搬迁",
)
OLD_CASES = Path(__file__).parents[1] / "old_cases"


def zipped(*entries: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def text_of(case) -> bytes:
    return codec.encode(case).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        read_case(data)
    assert caught.value.advice, "says what to do"
    return caught.value.what


def test_a_case_and_its_evidence_travel_in_one_file():
    found = read_case(write_case(CASE, {HASH: PICTURE}.get))
    assert found == casefile.CaseFile(CASE, {HASH: PICTURE}, ())


def test_the_same_case_always_gives_the_same_bytes():
    assert write_case(CASE, {HASH: PICTURE}.get) == write_case(CASE, {HASH: PICTURE}.get)


def test_people_can_read_the_case_inside_with_any_zip_program():
    with zipfile.ZipFile(BytesIO(write_case(CASE, lambda _: None))) as archive:
        assert "晨光家居" in archive.read("case.json").decode()


def test_missing_evidence_is_named_and_does_not_lose_the_case():
    found = read_case(write_case(CASE, lambda _: None))
    assert (found.case, found.lost) == (CASE, ("packing table.png",))


def test_damaged_evidence_is_named_and_does_not_lose_the_case():
    whole = write_case(CASE, {HASH: PICTURE}.get)
    spoiled = whole.replace(b"packing table" * 1, b"packinG table")
    found = read_case(zipped(("case.json", text_of(CASE)), (f"evidence/{HASH}", b"other")))
    assert (found.case, found.lost) == (CASE, ("packing table.png",))
    assert read_case(spoiled).evidence == {}


def test_a_file_packed_again_by_the_system_is_still_read():
    data = zipped(("case.json", text_of(CASE)), ("evidence/", b""), ("__MACOSX/x", b"y"))
    assert read_case(data).case == CASE


def test_a_long_notice_of_spaces_does_not_look_like_a_bomb():
    long = a_case(private_notes=" " * 3_000_000)
    assert read_case(write_case(long, lambda _: None)).case == long


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7 ...", b"\x00" * 500])
def test_what_is_no_case_file_is_said_so(data):
    assert refusal(data) == "This is not a case file of Appeal Writer."


@pytest.mark.parametrize("length", [5, 50, 400, -30])
def test_a_file_cut_short_is_called_damaged(length):
    assert "damaged" in refusal(write_case(CASE, {HASH: PICTURE}.get)[:length])


@pytest.mark.parametrize(
    "name",
    ["../case.json", "/etc/passwd", "C:\\x", "evidence\\x", "evidence/../../x", "\\\\host\\x"],
)
def test_names_that_reach_outside_are_refused(name):
    data = zipped(("case.json", text_of(CASE)), (name, b"x"))
    assert "could do harm" in refusal(data)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused():
    text = text_of(CASE)
    assert "could do harm" in refusal(zipped(("case.json", text), ("case.json", text)))


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped(("case.json", text_of(CASE)), (f"evidence/{HASH}", bytes(30_000_000)))
    assert "could do harm" in refusal(bomb)


def test_too_much_is_refused(monkeypatch):
    data = write_case(CASE, {HASH: PICTURE}.get)
    monkeypatch.setattr(casefile, "_MOST_BYTES", 1000)
    assert "too large" in refusal(data)


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(casefile, "_MOST_ENTRIES", 1)
    assert "too large" in refusal(write_case(CASE, {HASH: PICTURE}.get))


def test_an_entry_that_is_larger_than_it_says_is_not_followed():
    data = bytearray(zipped(("case.json", text_of(CASE) + b" " * 5000)))
    where = data.rindex(b"PK\x01\x02") + 24  # the size in the directory
    data[where : where + 4] = (10).to_bytes(4, "little")
    assert refusal(bytes(data))


def test_a_locked_file_is_explained():
    data = bytearray(zipped(("case.json", text_of(CASE))))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_an_unknown_packing_is_called_damaged():
    assert "damaged" in refusal(zipped(("case.json", text_of(CASE)), packing=zipfile.ZIP_LZMA))


def test_a_zip_without_a_case_is_said_so():
    assert refusal(zipped(("readme.txt", b"x"))) == "This file holds no case."


@pytest.mark.parametrize("text", [b"{", b"[]", b"\xff\xfe", b"[" * 200_000, b'{"format":1,"x":1}'])
def test_a_case_that_cannot_be_read_is_explained(text):
    with pytest.raises(BadInput):
        read_case(zipped(("case.json", text)))


def test_a_case_of_a_newer_version_asks_to_update_the_program():
    assert "newer version" in refusal(zipped(("case.json", b'{"format": 99, "id": "x"}')))


def test_what_could_not_be_opened_again_is_not_written(monkeypatch):
    monkeypatch.setattr(casefile, "_MOST_BYTES", len(PICTURE))
    with pytest.raises(StoreError, match="too large for one case file"):
        write_case(CASE, {HASH: PICTURE}.get)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_spoiled_bytes_are_refused_or_read_never_a_crash(data):
    whole = bytearray(write_case(CASE, {HASH: PICTURE[:40]}.get))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BadInput):
        read_case(bytes(whole))


def test_a_case_file_is_loaded_from_disk_and_a_missing_one_is_explained(tmp_path):
    path = tmp_path / "my case.appeal"
    path.write_bytes(write_case(CASE, {HASH: PICTURE}.get))
    assert load_case(path).case == CASE
    with pytest.raises(StoreError, match="not there any more"):
        load_case(tmp_path / "gone.appeal")


@pytest.mark.parametrize("path", sorted(OLD_CASES.glob("*.appeal")), ids=lambda p: p.name)
def test_every_old_case_file_still_opens_with_all_it_holds(path):
    """tests/old_cases holds one file of each format, written on the day; never edit them."""
    found = read_case(path.read_bytes())
    assert found.lost == ()
    assert found.evidence == {FULL.evidence[0].hash: INVOICE}
    assert found.case == FULL
