import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from appealwriter.base.errors import StoreError
from appealwriter.model.case import Exhibit
from appealwriter.model.terms import State
from appealwriter.store import database
from appealwriter.store.drafts import Drafts
from appealwriter.store.entries import Summary
from tests.store.samples import a_case, cases

EMPTY = Summary()


def ids(entries) -> list[str]:
    return [entry.id for entry in entries]


def whys(drafts: Drafts) -> list[str]:
    return [revision.why for revision in drafts.revisions("case-1")]


# Cases


@given(cases)
@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_case_is_loaded_as_it_was_saved(drafts, case):
    drafts.save(case, EMPTY)
    assert drafts.load(case.id) == case


def test_saving_says_when_and_keeps_only_the_newest_text(drafts, clock):
    drafts.save(a_case(title="first"), EMPTY)
    clock.pass_(seconds=3)
    assert drafts.save(a_case(title="second"), EMPTY) == clock.now
    assert drafts.load("case-1").title == "second"
    assert ids(drafts.list()) == ["case-1"]


def test_the_home_screen_gets_what_it_shows_without_opening_a_case(drafts, clock):
    case = a_case(marketplace="US", reason_detail="pricing", state=State.REFUSED)
    drafts.save(case, Summary("2026-11-23T00:00:00+08:00", 2, 3, "Facts", "Dear team"))
    drafts.remember_place("case-1", "causes")
    (entry,) = drafts.list()
    assert (entry.shop, entry.platform, entry.marketplace) == ("晨光家居", "amazon", "US")
    assert (entry.reason, entry.state, entry.rounds) == ("pricing", "refused", 0)
    assert (entry.due, entry.missing, entry.weak) == ("2026-11-23T00:00:00+08:00", 2, 3)
    assert (entry.next, entry.step, entry.saved_at) == ("Facts", "causes", clock.now)
    assert entry.deleted_at is None


def test_the_last_saved_case_stands_first(drafts, clock):
    for name in ("a", "b", "c"):
        clock.pass_(seconds=1)
        drafts.save(a_case(name), EMPTY)
    clock.pass_(seconds=1)
    drafts.save(a_case("a"), EMPTY)
    assert ids(drafts.list()) == ["a", "c", "b"]


def test_the_place_left_off_survives_later_saves(drafts):
    drafts.save(a_case(), EMPTY)
    drafts.remember_place("case-1", "evidence")
    drafts.save(a_case(title="more"), EMPTY)
    assert drafts.list()[0].step == "evidence"


def test_a_deleted_case_waits_in_the_bin_and_comes_back_whole(drafts):
    drafts.save(a_case(), EMPTY)
    drafts.delete("case-1")
    assert drafts.list() == []
    assert drafts.search("晨光") == []
    assert ids(drafts.deleted()) == ["case-1"]
    drafts.undelete("case-1")
    assert ids(drafts.list()) == ["case-1"]
    assert drafts.load("case-1") == a_case()


def test_a_purged_case_is_gone_with_its_versions_and_its_own_evidence(drafts, folder, tmp_path):
    own, shared = drafts.keep_bytes(b"mine"), drafts.keep_bytes(b"ours")
    both = (Exhibit("e1", "a", own), Exhibit("e2", "b", shared))
    drafts.save(a_case("one", evidence=both), EMPTY)
    drafts.save(a_case("two", evidence=both[1:]), EMPTY)
    drafts.revision("one", a_case("one"), "sent")
    drafts.backup()
    drafts.purge("one")
    assert ids(drafts.list()) == ["two"]
    assert (drafts.revisions("one"), drafts.deleted()) == ((), [])
    assert (drafts.file_bytes(own), drafts.file_bytes(shared)) == (None, b"ours")
    assert os.listdir(folder / "backups" / "cases") == ["two.appeal"]
    with pytest.raises(StoreError, match="no longer on this PC"):
        drafts.load("one")


# Search


def test_a_case_is_found_by_what_stands_in_it_in_every_language(drafts):
    letter = Summary(letter="Просим восстановить магазин. We raised the handling time.")
    drafts.save(a_case(title="Q4", private_notes="仓库搬迁"), letter)
    drafts.save(a_case("other", shop="Brightpine Home"), EMPTY)
    found = ["晨光", "光", "晨光家", "居", "深圳晨光贸易", "迟发率", "仓库", "просим", "ВОССТАН"]
    found += ["handling time", "time handling", "raised", "q4", "B0TESTAA11 晨光", "Ｑ４"]
    for asked in found:
        assert "case-1" in ids(drafts.search(asked)), asked
    for asked in ["晨家", "brightpine", "refund", "晨光 refund"]:
        assert "case-1" not in ids(drafts.search(asked)), asked
    assert ids(drafts.search("bright")) == ["other"]


def test_search_follows_what_was_saved_last(drafts):
    drafts.save(a_case(), Summary(letter="umbrella"))
    assert ids(drafts.search("umbrella")) == ["case-1"]
    drafts.save(a_case(), Summary(letter="raincoat"))
    assert drafts.search("umbrella") == []
    assert ids(drafts.search("raincoat")) == ["case-1"]


def test_an_empty_search_shows_all_and_signs_alone_find_nothing(drafts):
    drafts.save(a_case(), EMPTY)
    assert ids(drafts.search("  ")) == ["case-1"]
    for signs in ['"', "*", "-", "AND (", "'; DROP TABLE cases"]:
        assert drafts.search(signs) == []


# Versions


def test_work_cuts_a_version_every_five_minutes(drafts, clock):
    for minute in range(13):
        drafts.autosave(a_case(title=f"minute {minute}"), EMPTY)
        clock.pass_(minutes=1)
    kept = [drafts.load_revision(r.number).title for r in drafts.revisions("case-1")]
    assert kept == ["minute 12", "minute 6", "minute 0"]


def test_a_version_that_changes_nothing_is_not_cut_unless_it_was_sent(drafts, clock):
    drafts.save(a_case(), EMPTY)
    for why in ("opened", "opened", "exported", "sent", "opened"):
        clock.pass_(minutes=10)
        drafts.revision("case-1", a_case(), why)
        drafts.autosave(a_case(), EMPTY)
    assert whys(drafts) == ["sent", "exported", "opened"]


def test_a_version_keeps_its_text_time_and_reason(drafts, clock):
    drafts.save(a_case(), EMPTY)
    drafts.revision("case-1", a_case(title="as sent"), "第一次提交")
    (kept,) = drafts.revisions("case-1")
    assert (kept.why, kept.when) == ("第一次提交", clock.now)
    assert drafts.load_revision(kept.number).title == "as sent"
    assert drafts.load("case-1") == a_case()


def test_a_version_of_a_case_that_is_gone_is_explained(drafts):
    with pytest.raises(StoreError, match="no longer on this PC"):
        drafts.revision("never", a_case("never"), "sent")
    with pytest.raises(StoreError, match="no longer on this PC"):
        drafts.load_revision(99)


def test_a_damaged_version_is_explained_and_stops_no_save(drafts):
    drafts.save(a_case(), EMPTY)
    drafts.revision("case-1", a_case(), "sent")
    drafts._db.execute("UPDATE revisions SET json = x'00'")
    with pytest.raises(StoreError, match="This version is damaged"):
        drafts.load_revision(drafts.revisions("case-1")[0].number)
    drafts.revision("case-1", a_case(), "opened")
    assert whys(drafts) == ["opened", "sent"]


# Evidence


def test_evidence_outlives_the_sellers_own_file(drafts, tmp_path):
    own = tmp_path / "发票.pdf"
    own.write_bytes(b"%PDF invoice")
    hash_, size = drafts.keep_file(own)
    own.unlink()
    assert (drafts.file_bytes(hash_), size) == (b"%PDF invoice", 12)


def test_the_same_evidence_is_kept_once(drafts, folder, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"same")
        drafts.keep_file(tmp_path / name)
    assert len(os.listdir(folder / "evidence")) == 1


def test_damaged_or_foreign_evidence_is_not_given_out(drafts, folder):
    hash_ = drafts.keep_bytes(b"invoice")
    (folder / "evidence" / hash_).write_bytes(b"spoiled")
    assert drafts.file_bytes(hash_) is None
    assert drafts.file_bytes("../drafts.db") is None


def test_evidence_that_cannot_be_kept_is_explained_and_leaves_nothing(
    drafts, folder, tmp_path, monkeypatch
):
    with pytest.raises(StoreError, match="not there any more"):
        drafts.keep_file(tmp_path / "gone.pdf")
    (tmp_path / "a.pdf").write_bytes(b"x")
    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(StoreError, match="The disk is full"):
        drafts.keep_file(tmp_path / "a.pdf")
    assert os.listdir(folder / "evidence") == []


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


# When the disk fails


def test_a_full_disk_is_said_and_what_was_saved_before_stays(drafts, clock):
    saved = a_case(title="safe")
    drafts.save(saved, EMPTY)
    pages = drafts._db.execute("PRAGMA page_count").fetchone()[0]
    drafts._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as caught:
        drafts.save(a_case(private_notes="more than fits " * 20_000), EMPTY)
    assert caught.value.what == "The disk is full."
    assert "saved before is unharmed" in caught.value.advice
    assert drafts.load("case-1") == saved
    drafts._db.execute("PRAGMA max_page_count = 1000000")
    drafts.save(a_case(title="room again"), EMPTY)
    assert drafts.load("case-1").title == "room again"


def test_a_folder_turned_read_only_is_said_and_nothing_is_lost(drafts):
    drafts.save(a_case(title="safe"), EMPTY)
    drafts._db.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="cannot be written to"):
        drafts.save(a_case(title="lost"), EMPTY)
    assert drafts.load("case-1").title == "safe"


def test_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError) as caught:
        Drafts.open(tmp_path / "file" / "store")
    assert caught.value.advice


def test_a_layout_of_a_newer_version_is_refused_and_left_alone(folder):
    Drafts(folder).close()
    with closing(sqlite3.connect(folder / database.NAME)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version"):
        Drafts.open(folder)


def test_only_the_owner_can_read_the_store(drafts, folder):
    drafts.save(a_case(), EMPTY)
    hash_ = drafts.keep_bytes(b"passport")
    drafts.backup()
    if os.name == "nt":
        return  # Windows closes the user's profile folder by itself
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {folder / "drafts.db-wal", folder / "evidence" / hash_} < set(files)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


# Two windows


def test_two_windows_see_each_others_cases(drafts, folder, clock):
    other = Drafts.open(folder, clock).drafts
    drafts.save(a_case("one"), EMPTY)
    other.save(a_case("two"), EMPTY)
    assert sorted(ids(drafts.list())) == sorted(ids(other.list())) == ["one", "two"]
    other.close()


def test_what_another_window_saved_is_kept_as_a_version(drafts, folder, clock):
    other = Drafts.open(folder, clock).drafts
    drafts.save(a_case(title="mine"), EMPTY)
    other.save(a_case(title="theirs"), EMPTY)
    drafts.save(a_case(title="mine again"), EMPTY)
    kept = [drafts.load_revision(r.number).title for r in drafts.revisions("case-1")]
    assert kept == ["theirs", "mine"]
    assert set(whys(drafts)) == {"elsewhere"}
    other.close()


def test_a_busy_other_window_is_explained(drafts, folder, monkeypatch):
    monkeypatch.setattr(database, "_WAIT", 0.01)
    other = Drafts(folder)
    drafts._db.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Another window"):
        other.save(a_case(), EMPTY)
    drafts._db.execute("ROLLBACK")
    other.close()


# Many


def test_ten_thousand_cases_are_listed_and_searched(drafts):
    case = a_case()
    with drafts._change():
        for n in range(10_000):
            drafts._put(
                replace(case, id=f"case-{n}", title=f"Shop{n} 第{n}号"),
                Summary(missing=n),
            )
    entries = drafts.list()
    assert sorted(entry.missing for entry in entries) == list(range(10_000))
    assert ids(drafts.search("Shop7777")) == ["case-7777"]
    assert len(drafts.search("晨光")) == 10_000
    drafts.save(replace(case, id="case-5", title="renamed"), EMPTY)
    assert ids(drafts.search("renamed")) == ["case-5"]


def test_half_an_emoji_in_any_field_does_not_stop_saving(drafts):
    case = a_case(shop="晨光\ud83d", title="\ud83d title")
    drafts.save(case, Summary(next="x\ud83d", letter="y\udc00"))
    drafts.autosave(case, Summary(letter="z\udc00"))
    drafts.revision(case.id, case, "before\ud83d")
    assert [entry.shop for entry in drafts.search("晨光")] == ["晨光"]
    assert drafts.load(case.id).title == " title"
    assert drafts.revisions(case.id)[0].why == "before"
