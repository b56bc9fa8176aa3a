import os
import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from appealwriter.base.errors import StoreError
from appealwriter.store import backups, database, finder
from appealwriter.store.casefile import load_case
from appealwriter.store.drafts import Drafts
from appealwriter.store.entries import Summary
from tests.store.samples import a_case

NAME = database.NAME


def closed_store(folder, clock, titles=("one", "two")) -> None:
    drafts = Drafts(folder, clock)
    for title in titles:
        drafts.save(a_case(title, title=title), Summary(due="2026-11-23", missing=1))
    drafts.close()


def titles(drafts: Drafts) -> set[str]:
    return {drafts.load(entry.id).title for entry in drafts.list()}


def spoil(path, start: float, end: float) -> None:
    """Overwrite a part of the file with noise, as a dying disk does."""
    data = bytearray(path.read_bytes())
    first, last = int(len(data) * start), int(len(data) * end)
    data[first:last] = random.Random(1).randbytes(last - first)
    path.write_bytes(data)


def test_a_sound_store_opens_without_news(folder, clock):
    closed_store(folder, clock)
    opened = Drafts.open(folder, clock)
    assert opened.news == ""
    assert titles(opened.drafts) == {"one", "two"}
    opened.drafts.close()


def test_a_store_of_rubbish_comes_back_from_the_newest_backup(folder, clock):
    closed_store(folder, clock)
    drafts = Drafts(folder, clock)
    drafts.backup()
    drafts.close()
    (folder / NAME).write_bytes(b"\x00" * 50_000)
    opened = Drafts.open(folder, clock)
    assert titles(opened.drafts) == {"one", "two"}
    assert "was damaged" in opened.news
    assert "2026-11-21" in opened.news
    aside = next(folder.glob("drafts-damaged-*.db"))
    assert aside.name in opened.news
    assert aside.read_bytes() == b"\x00" * 50_000
    opened.drafts.save(a_case("three", title="three"), Summary())
    opened.drafts.close()
    assert Drafts.open(folder, clock).news == ""


def test_what_a_half_damaged_store_still_gives_is_taken_beside_the_backup(folder, clock):
    drafts = Drafts(folder, clock)
    drafts.save(a_case("one", title="old"), Summary())
    drafts.backup()
    clock.pass_(hours=1)
    many = {f"case {n}" for n in range(60)}
    for title in sorted(many):
        drafts.save(a_case(title, title=title, private_notes="x" * 9000), Summary(due="soon"))
    drafts.save(a_case("one", title="new"), Summary())
    drafts.close()
    spoil(folder / NAME, 0.6, 0.7)
    opened = Drafts.open(folder, clock)
    found = titles(opened.drafts)
    assert found & {"old", "new"}
    assert len(found & many) > 30
    assert {entry.due for entry in opened.drafts.list() if entry.id != "one"} == {"soon"}
    assert "in a newer state" in opened.news
    opened.drafts.close()


def test_a_store_damaged_before_its_first_backup_gives_what_it_can(folder, clock):
    closed_store(folder, clock)
    with closing(sqlite3.connect(folder / NAME)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET rootpage = 999 WHERE name = 'cases_to_index'")
        db.commit()
    opened = Drafts.open(folder, clock)
    assert titles(opened.drafts) == {"one", "two"}
    assert opened.drafts.list()[0].due == "2026-11-23"
    opened.drafts.close()


def test_a_case_whose_text_is_broken_comes_back_from_its_newest_version(folder, clock):
    drafts = Drafts(folder, clock)
    drafts.save(a_case("one", title="saved"), Summary())
    drafts.backup()
    for title in ("earlier", "newest"):
        clock.pass_(hours=1)
        drafts.save(a_case("one", title=title), Summary())
        drafts.revision("one", a_case("one", title=title), "exported")
    drafts._db.execute("UPDATE contents SET json = '{'")
    drafts._db.execute("DROP TABLE files")
    drafts.close()
    opened = Drafts.open(folder, clock)
    assert titles(opened.drafts) == {"newest"}
    assert "1 case in a newer state" in opened.news
    opened.drafts.close()


def test_a_hopeless_store_is_set_aside_and_said_plainly(folder, clock):
    folder.mkdir()
    (folder / NAME).write_bytes(b"no database at all, and long enough to be looked at" * 99)
    opened = Drafts.open(folder, clock)
    assert opened.drafts.list() == []
    assert "No case could be brought back." in opened.news
    opened.drafts.close()


@pytest.mark.parametrize("left", [None, b""])
def test_a_vanished_store_is_put_back_from_the_backup(folder, clock, left):
    closed_store(folder, clock)
    drafts = Drafts(folder, clock)
    drafts.backup()
    drafts.close()
    (folder / NAME).unlink()
    if left is not None:
        (folder / NAME).write_bytes(left)
    opened = Drafts.open(folder, clock)
    assert titles(opened.drafts) == {"one", "two"}
    assert opened.news
    opened.drafts.close()


def test_a_damaged_backup_is_passed_over_for_the_one_before(folder, clock):
    closed_store(folder, clock)
    drafts = Drafts(folder, clock)
    drafts.backup()
    clock.pass_(days=1)
    newest = drafts.backup()
    drafts.close()
    newest.write_bytes(b"spoiled" * 2000)
    (folder / NAME).write_bytes(b"spoiled" * 2000)
    opened = Drafts.open(folder, clock)
    assert titles(opened.drafts) == {"one", "two"}
    assert "2026-11-21" in opened.news
    opened.drafts.close()


def test_damage_met_at_work_is_said_and_looked_into_at_the_next_start(folder, clock, monkeypatch):
    monkeypatch.setattr(database, "_SMALL", 0)  # as a large store, not looked through each time
    closed_store(folder, clock)
    drafts = Drafts(folder, clock)
    drafts._db.execute("PRAGMA foreign_keys = OFF")
    drafts._db.execute("DROP TABLE contents")
    with pytest.raises(StoreError) as caught:
        drafts.save(a_case("one"), Summary())
    assert "is damaged" in caught.value.what
    assert "Export the open case" in caught.value.advice
    drafts.close()
    assert database.should_be_checked(folder)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE words_data SET block = randomblob(length(block))",
        "DELETE FROM words_data WHERE id > 10",
        "UPDATE words_data SET block = x'00' WHERE id > 10",
        "DROP TABLE words",
    ],
)
def test_a_broken_search_costs_no_save_and_mends_itself(folder, clock, damage):
    closed_store(folder, clock)
    with closing(sqlite3.connect(folder / finder.NAME)) as db:
        db.execute(damage)
        db.commit()
    opened = Drafts.open(folder, clock)
    opened.drafts.save(a_case("three"), Summary())
    assert opened.news == ""
    assert len(opened.drafts.search("晨光")) == 3
    opened.drafts.close()


def test_a_search_file_of_rubbish_is_made_anew(folder, clock):
    closed_store(folder, clock)
    (folder / finder.NAME).write_bytes(b"rubbish" * 999)
    drafts = Drafts(folder, clock)
    drafts.save(a_case("three"), Summary())
    assert len(drafts.search("晨光")) == 3
    drafts.purge("three")
    assert len(drafts.search("晨光")) == 2
    drafts.close()


def test_a_store_that_lost_a_table_is_repaired(folder, clock):
    closed_store(folder, clock)
    drafts = Drafts(folder, clock)
    drafts.backup()
    drafts._db.execute("DROP TABLE revisions")
    drafts.close()
    opened = Drafts.open(folder, clock)
    assert "was damaged" in opened.news
    assert titles(opened.drafts) == {"one", "two"}
    opened.drafts.close()


# Backups


def test_one_backup_a_day_is_made_and_two_weeks_are_kept(drafts, folder, clock):
    drafts.save(a_case(), Summary())
    for _ in range(20):
        assert drafts.backup() is not None
        assert drafts.backup() is None
        clock.pass_(days=1)
    names = [path.name for path in backups.newest_first(folder)]
    assert len(names) == backups.KEPT
    assert names[0] == "drafts-2026-12-10.db"
    assert set(os.listdir(folder / "backups")) == {*names, "cases"}


def test_a_backup_holds_what_was_just_saved_in_one_file(drafts, folder, clock, tmp_path):
    drafts.save(a_case(title="just now"), Summary())
    path = drafts.backup()
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(path, tmp_path / "elsewhere" / NAME)
    copy = Drafts(tmp_path / "elsewhere", clock)
    assert copy.load("case-1").title == "just now"
    copy.close()


def test_each_case_has_a_readable_copy_that_follows_it(drafts, folder, clock):
    drafts.save(a_case(title="first"), Summary())
    drafts.backup()
    path = folder / "backups" / "cases" / "case-1.appeal"
    assert load_case(path).case.title == "first"
    clock.pass_(days=99_999 // 300)
    drafts.save(a_case(title="second"), Summary())
    drafts.backup()
    assert load_case(path).case.title == "second"


def test_a_damaged_store_is_never_copied_over_good_backups(drafts, folder, monkeypatch):
    monkeypatch.setattr(backups, "is_sound", lambda _: False)
    with pytest.raises(StoreError, match="is damaged"):
        drafts.backup()
    assert backups.newest_first(folder) == []
