"""Where the program's own files and the user's folder are: from source, wheel or frozen build."""

import os
import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    package = Path(__file__).resolve().parents[1]
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent


def resources() -> Path:
    """The folder of playbooks, phrases, cues, rules, locale and icons."""
    return _root() / "resources"


def templates() -> Path:
    """The folder of letter frames and the Word style base."""
    return _root() / "templates"


def data_dir() -> Path:
    """The user's own folder for drafts and settings; APPEALWRITER_DATA names another one."""
    named = os.environ.get("APPEALWRITER_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_dir  # noqa: PLC0415  costs 30 ms, not needed by `read`

    return Path(user_data_dir("AppealWriter", appauthor=False))
