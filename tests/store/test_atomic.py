import errno
import os
import stat
from pathlib import Path

import pytest

from appealwriter.base.errors import StoreError
from appealwriter.store import atomic
from appealwriter.store.atomic import write_atomic, write_new


def failing(monkeypatch, where: str, error: OSError, times: int = 99) -> list[object]:
    """Make os.<where> fail `times` times; the calls are noted."""
    calls: list[object] = []
    real = getattr(os, where)

    def fail(*args, **more):
        calls.append(args)
        if len(calls) <= times:
            raise error
        return real(*args, **more)

    monkeypatch.setattr(os, where, fail)
    return calls


def refusal(path: Path, write=write_atomic) -> StoreError:
    with pytest.raises(StoreError) as caught:
        write(path, b"new")
    assert caught.value.advice
    return caught.value


def test_a_file_is_written_whole_and_for_its_owner_only(tmp_path):
    path = tmp_path / "申诉.docx"
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_longer_file_is_replaced_by_a_shorter_one(tmp_path):
    path = tmp_path / "a.txt"
    write_atomic(path, b"a long first text")
    write_atomic(path, b"short")
    assert path.read_bytes() == b"short"


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_full_disk_keeps_the_old_file_and_leaves_no_litter(tmp_path, monkeypatch, where):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    failing(monkeypatch, where, OSError(errno.ENOSPC, "No space left on device"))
    error = refusal(path)
    assert error.what == "The disk is full."
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_an_interrupted_write_keeps_the_old_file_and_leaves_no_litter(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with atomic.replacing(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_missing_folder_is_named(tmp_path):
    error = refusal(tmp_path / "gone" / "a.txt")
    assert "gone” does not exist" in error.what


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path, monkeypatch):
    failing(monkeypatch, "open", PermissionError(errno.EACCES, "Permission denied", "x"))
    error = refusal(tmp_path / "a.txt")
    assert "a.txt” is closed to you" in error.what


@pytest.mark.parametrize("write", [write_atomic, write_new])
def test_a_place_that_takes_no_files_is_not_called_a_lost_file(tmp_path, monkeypatch, write):
    """Linux's /proc answers so: the folder is there, the file cannot be made."""
    failing(monkeypatch, "open", FileNotFoundError(errno.ENOENT, "No such file", "x"))
    assert "a.txt” is closed to you" in refusal(tmp_path / "a.txt", write).what


def test_a_folder_one_may_not_even_look_into_is_explained(tmp_path, monkeypatch):
    closed = PermissionError(errno.EACCES, "Permission denied", "x")
    failing(monkeypatch, "open", closed)
    failing(monkeypatch, "stat", closed)
    assert "is closed to you" in refusal(tmp_path / "a.txt", write_new).what


def test_where_no_program_holds_files_a_refused_replacement_blames_none(tmp_path, monkeypatch):
    failing(monkeypatch, "replace", held(tmp_path))
    monkeypatch.setattr(atomic, "_HOLDS_FILES", False)
    assert "is closed to you" in refusal(tmp_path / "a.txt").what


def test_a_folder_in_the_place_of_the_file_is_said_so(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert "is a folder" in refusal(tmp_path / "a.txt").what
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_link_keeps_pointing_to_the_file_it_meant(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def held(tmp_path: Path) -> PermissionError:
    """What Windows says of a file that another program holds."""
    return PermissionError(errno.EACCES, "Access is denied", "x", 5, str(tmp_path / "a.txt"))


def test_a_file_held_for_a_moment_by_a_virus_scanner_is_tried_again(tmp_path, monkeypatch):
    calls = failing(monkeypatch, "replace", held(tmp_path), times=3)
    monkeypatch.setattr(atomic, "_HOLDS_FILES", True)
    monkeypatch.setattr(atomic.time, "sleep", lambda _: None)
    write_atomic(tmp_path / "a.txt", b"new")
    assert len(calls) == 4
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_file_open_in_word_is_explained(tmp_path, monkeypatch):
    failing(monkeypatch, "replace", held(tmp_path))
    monkeypatch.setattr(atomic, "_HOLDS_FILES", True)
    monkeypatch.setattr(atomic.time, "sleep", lambda _: None)
    error = refusal(tmp_path / "a.txt")
    assert "cannot be replaced now" in error.what
    assert "Word" in error.advice
    assert os.listdir(tmp_path) == []


def test_an_unforeseen_error_gives_the_systems_own_reason(tmp_path, monkeypatch):
    failing(monkeypatch, "fsync", OSError(errno.EIO, "Input/output error"))
    assert "Input/output error" in refusal(tmp_path / "a.txt").what


def test_a_new_file_never_replaces_one_that_is_there(tmp_path):
    path = tmp_path / "a.txt"
    write_new(path, b"first")
    assert "exists already" in refusal(path, write_new).what
    assert path.read_bytes() == b"first"


def test_a_new_file_that_fails_leaves_nothing(tmp_path, monkeypatch):
    failing(monkeypatch, "fsync", OSError(errno.ENOSPC, "No space left on device"))
    refusal(tmp_path / "a.txt", write_new)
    assert os.listdir(tmp_path) == []
