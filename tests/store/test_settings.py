import json

import pytest

from appealwriter.base.errors import StoreError
from appealwriter.store.settings import Settings, load_settings, save_settings

SOME = Settings(
    language="ru",
    scheme="dark",
    text_size=125,
    geometry="AdnQywADAAA=",
    splitters={"main": (300, 700, 420)},
    switched_off_rules=("stock_phrase", "passive"),
    last_case="case-1",
    export_folder="D:/申诉",
)


def test_settings_come_back_as_they_were_set(folder):
    save_settings(folder, SOME)
    assert load_settings(folder) == SOME


def test_a_first_start_has_the_defaults(folder):
    assert load_settings(folder) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00" * 40])
def test_a_broken_file_never_stops_the_start(folder, text):
    folder.mkdir()
    (folder / "settings.json").write_text(text, encoding="utf-8")
    assert load_settings(folder) == Settings()


def test_one_broken_setting_does_not_cost_the_others(folder):
    folder.mkdir()
    text = json.dumps({"text_size": "big", "language": "zh", "splitters": {"a": 5}})
    (folder / "settings.json").write_text(text, encoding="utf-8")
    assert load_settings(folder) == Settings(language="zh")


def test_what_another_version_set_is_kept(folder):
    folder.mkdir()
    (folder / "settings.json").write_text('{"future": [1], "language": "zh"}', encoding="utf-8")
    save_settings(folder, SOME)
    raw = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    assert (raw["future"], raw["language"]) == ([1], "ru")


def test_settings_that_cannot_be_saved_are_explained(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StoreError):
        save_settings(tmp_path / "file", SOME)


def test_a_folder_whose_name_is_no_utf8_is_remembered(tmp_path):
    settings = Settings(export_folder="/home/li/\udcff申诉")
    save_settings(tmp_path, settings)
    assert load_settings(tmp_path) == settings
