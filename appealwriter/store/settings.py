"""All settings on one page: what can be set, and what holds until somebody does.

To add one: a field with its default here, and the control that changes it in the window.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from appealwriter.store.atomic import explained, write_atomic

_NAME = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, or what the window remembers.

    `language` "" follows the system, `scheme` is "system", "light" or "dark", `text_size` in per
    cent; `geometry` is Qt's own text; `splitters` holds widths in pixels by name;
    `switched_off_rules` are rule ids; `last_case` a case id; `export_folder` and
    `letterhead` are paths or "".
    """

    language: str = ""
    scheme: str = "system"
    text_size: int = 100
    geometry: str = ""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    switched_off_rules: tuple[str, ...] = ()
    last_case: str = ""
    export_folder: str = ""
    letterhead: str = ""


def load_settings(folder: Path) -> Settings:
    """The settings in `folder`; whatever cannot be read has its default, so a start never fails."""
    raw = _stored(folder)
    default = Settings()
    found = {}
    for each in fields(Settings):
        value = _like(getattr(default, each.name), raw.get(each.name))
        if value is not None:
            found[each.name] = value
    return Settings(**found)


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep `settings`; what another version wrote beside them stays. Raises StoreError."""
    with explained(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    merged = {**_stored(folder), **asdict(settings)}
    text = json.dumps(merged, indent=2, sort_keys=True)  # a folder's name may be no UTF-8
    write_atomic(folder / _NAME, text.encode())


def _like(default: Any, value: Any) -> Any:
    """`value` where it is of the default's kind, else None. The case's codec would do this too,
    but the window's first paint waits for these few lines alone."""
    if isinstance(default, tuple):
        words = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return tuple(value) if words else None
    if isinstance(default, Mapping):
        widths = isinstance(value, dict) and all(map(_is_widths, value.values()))
        return {name: tuple(item) for name, item in value.items()} if widths else None
    return value if type(value) is type(default) else None


def _is_widths(value: Any) -> bool:
    return isinstance(value, list) and all(type(item) is int for item in value)


def _stored(folder: Path) -> dict[str, Any]:
    try:
        raw = json.loads((folder / _NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}
