"""The open case is never lost: not when the disk refuses, not when another case is opened."""

import pytest

from appealwriter.base.errors import StoreError
from appealwriter.ui.session import Session
from tests.ui.desks import a_desk, three_cases


class Disk:
    """Between session and store; it can be full."""

    def __init__(self, drafts, monkeypatch):
        self.full = False
        self._write = drafts.autosave
        monkeypatch.setattr(drafts, "autosave", self.autosave)

    def autosave(self, case, summary):
        if self.full:
            raise StoreError("The disk is full.", "Free some space on it and save again.")
        return self._write(case, summary)


@pytest.fixture
def session(data_dir, qapp):
    desk = a_desk(data_dir, *three_cases())
    yield desk.session
    desk.drafts.close()


@pytest.fixture
def disk(session, monkeypatch):
    return Disk(session.drafts, monkeypatch)


@pytest.fixture
def failures(session):
    told: list[str] = []
    session.save_failed.connect(lambda error: told.append(str(error)))
    return told


def shop(session: Session, case_id: str) -> str:
    """The shop's name as the disk has it."""
    return session.drafts.load(case_id).sender.shop


def begin(session: Session, case_id: str = "a", name: str = "Last words") -> None:
    session.open(session.drafts.load(case_id))
    session.put("sender/shop", name)


def test_a_case_the_disk_refused_is_saved_after_another_was_opened(session, disk, failures):
    begin(session)
    disk.full = True
    session.open(session.drafts.load("b"))
    assert failures == ["The disk is full. Free some space on it and save again."]
    assert session.case.id == "b"
    assert session.unsaved
    disk.full = False
    session.save()
    assert shop(session, "a") == "Last words"
    assert shop(session, "b") == "Quiet Meadow"
    assert not session.unsaved


def test_a_refused_case_is_tried_again_by_itself(qtbot, session, disk):
    begin(session)
    disk.full = True
    session.close()
    disk.full = False
    with qtbot.waitSignal(session.saved, timeout=10_000):
        pass
    assert shop(session, "a") == "Last words"


def test_all_refused_cases_are_saved_with_the_open_one(session, disk):
    disk.full = True
    for case_id in "abc":
        begin(session, case_id, f"New {case_id}")
    session.save()
    disk.full = False
    session.save()
    assert [shop(session, case_id) for case_id in "abc"] == ["New a", "New b", "New c"]


def test_saved_is_told_only_when_nothing_is_left_to_save(session, disk, failures, monkeypatch):
    begin(session)
    disk.full = True
    session.open(session.drafts.load("b"))
    saved: list[object] = []
    session.saved.connect(saved.append)
    write = disk._write

    def all_but_a(case, summary):
        if case.id == "a":
            raise StoreError("The disk is full.")
        return write(case, summary)

    monkeypatch.setattr(session.drafts, "autosave", all_but_a)
    session.put("sender/shop", "New b")
    session.save()
    assert (shop(session, "b"), saved, len(failures)) == ("New b", [], 2)
    monkeypatch.setattr(session.drafts, "autosave", write)
    session.save()
    assert (shop(session, "a"), len(saved)) == ("Last words", 1)


def test_a_refused_case_opens_with_the_last_words(session, disk):
    begin(session)
    disk.full = True
    session.open(session.drafts.load("b"))
    session.open(session.drafts.load("a"))
    assert session.case.sender.shop == "Last words"
    session.put("sender/shop", "Still later")
    disk.full = False
    session.save()
    assert shop(session, "a") == "Still later"


def test_what_the_seller_gave_up_is_not_written_later(session, disk):
    begin(session)
    disk.full = True
    session.save()
    session.unsaved = False
    session.close()
    disk.full = False
    session.save()
    assert shop(session, "a") == "Harbour Lane"


def test_a_case_that_was_only_looked_at_is_not_written(session, disk):
    written: list[str] = []
    session.saved.connect(lambda _: written.append(session.case.id))
    session.open(session.drafts.load("a"))
    session.open(session.drafts.load("b"))
    session.save()
    assert written == []


def test_half_an_emoji_never_stops_the_program(session):
    begin(session, name="Half \ud83d")
    begin(session, "b", "New b")
    session.save()
    assert shop(session, "b") == "New b"


def test_a_sign_the_store_cannot_write_is_told_and_the_edit_kept(session, failures, monkeypatch):
    def refuse(*_):
        "\ud83d".encode()

    monkeypatch.setattr(session.drafts, "autosave", refuse)
    begin(session)
    session.save()
    assert failures[0].startswith("A sign in this case cannot be saved.")
    assert session.unsaved


def test_a_version_is_kept_though_another_case_waits(session, disk, monkeypatch):
    begin(session)
    disk.full = True
    session.open(session.drafts.load("b"))
    write = disk._write
    monkeypatch.setattr(
        session.drafts,
        "autosave",
        lambda case, summary: (
            write(case, summary) if case.id == "b" else disk.autosave(case, summary)
        ),
    )
    session.keep_version("exported")
    assert session.drafts.revisions("b")[0].why == "exported"
