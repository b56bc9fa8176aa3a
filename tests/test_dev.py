"""What dev.py says where it cannot go on, and what it leaves alone where nothing is to be done."""

import sys
from pathlib import Path

import pytest

import dev

NEW_PYTHON = (3, 14, 0, "final", 0)


@pytest.fixture
def no_commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Commands that would have been started; none is."""
    asked: list[list[str]] = []
    monkeypatch.setattr(dev, "quietly", lambda command, what: asked.append(command))
    monkeypatch.setattr(dev, "call", lambda command, cwd=None, **env: asked.append(command) or 0)
    return asked


@pytest.fixture
def fresh_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without .venv."""
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp")
    return tmp_path


def test_without_a_screen_run_names_the_command_line(monkeypatch):
    monkeypatch.setattr(dev.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(SystemExit, match="no screen.*\n.*python3 dev.py cli read"):
        dev.run([])


def test_an_unknown_command_shows_the_commands(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["dev.py", "tset"])
    assert dev.main() == 2
    assert "test [...]" in capsys.readouterr().out


def test_a_python_that_is_too_new_is_answered_with_the_versions_that_fit(monkeypatch):
    monkeypatch.setattr(dev.sys, "version_info", NEW_PYTHON)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="needs Python 3.11, 3.12 or 3.13; this is Python 3.14"):
        dev.find_python()


def test_a_second_run_installs_nothing(fresh_folder, no_commands):
    dev.make_ready(qt=False)
    assert any("pip" in command for command in no_commands)
    no_commands.clear()
    dev.make_ready(qt=False)
    assert no_commands == []


def test_changed_requirements_are_installed_into_the_same_environment(fresh_folder, no_commands):
    dev.make_ready(qt=False)
    no_commands.clear()
    (fresh_folder / "constraints.txt").write_text("two", encoding="utf-8")
    dev.make_ready(qt=False)
    assert ["pip" in command for command in no_commands] == [True]


def test_who_may_not_install_gets_the_exact_command(monkeypatch):
    monkeypatch.setattr(dev, "becoming_root", lambda: None)
    with pytest.raises(SystemExit, match="apt-get install -y --no-install-recommends libgl1"):
        dev.install_packages(["libgl1"])


def test_a_missing_font_is_told_but_stops_nothing(monkeypatch, capsys):
    monkeypatch.setattr(dev, "becoming_root", lambda: None)
    dev.install_packages(["fonts-wqy-microhei"], must=False)
    assert "sudo apt-get update && sudo apt-get install" in capsys.readouterr().out


def test_a_failing_linter_fails_the_test_command_even_when_all_tests_pass(monkeypatch, capsys):
    said: list[str] = []

    def call(command, cwd=None, **environment):
        said.append(command[-1])
        return 1 if command == dev.LINTERS["mypy"] else 0

    monkeypatch.setattr(dev, "make_ready", lambda *, qt: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.test([]) != 0
    assert "Not in order: mypy" in capsys.readouterr().out
    assert said[-1] == "pytest", "its summary has the last word"
