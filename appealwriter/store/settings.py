"""All settings on one page: what can be set, and what holds until somebody does.

To add one: a field with its default here, and the control that changes it in the window.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from appealwriter.base.errors import BadInput
from appealwriter.store import codec
from appealwriter.store.atomic import explained, write_atomic

_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, or what the window remembers.

    `language` "" follows the system, `scheme` is "system", "light" or "dark", `text_size` in per
    cent; `geometry` is Qt's own text; `splitters` holds widths in pixels by name;
    `switched_off_rules` are rule ids; `last_case` a case id; `export_folder` a path or "".
    """

    language: str = ""
    scheme: str = "system"
    text_size: int = 100
    geometry: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    switched_off_rules: tuple[str, ...] = ()
    last_case: str = ""
    export_folder: str = ""


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`; whatever cannot be read has its default, so a start never fails."""
    raw = _stored(folder)
    found = {}
    for each in fields(Settings):
        if each.name in raw:
            try:
                found.update(codec.read_fields(Settings, {each.name: raw[each.name]}, ""))
            except BadInput:
                continue
    return Settings(**found)


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep `settings`; what another version wrote beside them stays. Raises StoreError."""
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    merged = {**_stored(folder), **asdict(settings)}
    text = json.dumps(merged, ensure_ascii=False, indent=2, sort_keys=True)
    write_atomic(folder / _NAME, text.encode())


def _stored(folder: Path) -> dict[str, Any]:
    try:
        return codec.parse((folder / _NAME).read_bytes())
    except (OSError, BadInput):
        return {}
