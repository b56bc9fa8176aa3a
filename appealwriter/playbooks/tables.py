"""Reading a knowledge file as a good compiler would: every complaint names file, place and mend."""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr
from appealwriter.base.words import LANGUAGES, Words


class Table:
    """A TOML table that knows where it stands and which of its keys were read."""

    def __init__(self, raw: Mapping[str, Any], place: str) -> None:
        self.raw = raw
        self.place = place
        self._read: set[str] = set()

    def error(self, what: str, advice: str = "") -> DataFileError:
        """A complaint about this table."""
        return DataFileError(f"{self.place}: {what}", advice)

    def get(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """The value of `key`; without a default the key must be there."""
        self._read.add(key)
        if key not in self.raw:
            if default is None:
                raise self.error(tr("“{key}” is missing.", key=key))
            return default
        value = self.raw[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
            raise self.error(tr("“{key}” has the wrong type.", key=key))
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """A line of text."""
        return str(self.get(key, str, default))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the key is absent."""
        return self._texts(key, self.get(key, list, []))

    def words(self, key: str, *, need: bool = True) -> Words:
        """Words in all three languages; with `need` false the key may be absent, but not part."""
        if key not in self.raw and not need:
            return Words()
        raw = self.get(key, dict)
        self._languages(key, raw)
        return Words(**{language: self._text(key, raw[language]) for language in LANGUAGES})

    def wordings(self, key: str, *, need: bool = True) -> dict[str, tuple[str, ...]]:
        """One or more ways of saying the same in each of the three languages."""
        if key not in self.raw and not need:
            return {}
        raw = self.get(key, dict)
        self._languages(key, raw)
        return {
            language: self._texts(key, said if isinstance(said := raw[language], list) else [said])
            for language in LANGUAGES
        }

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables of an array, numbered from 1 in complaints, by id where they have one."""
        for n, raw in enumerate(self.get(key, list, []), 1):
            if not isinstance(raw, dict):
                raise self.error(tr("“{key}” has the wrong type.", key=key))
            yield Table(raw, f"{self.place}, {key} {raw.get('id', n)}")

    def table(self, key: str) -> "Table":
        """The table at `key`; an empty one where it is absent."""
        return Table(self.get(key, dict, {}), f"{self.place}, {key}")

    def done(self) -> None:
        """Complain about keys that nobody asked for."""
        for key in self.raw:
            if key not in self._read:
                close = difflib.get_close_matches(key, self._read, 1)
                hint = tr("Did you mean “{key}”?", key=close[0]) if close else ""
                raise self.error(tr("“{key}” is not known here.", key=key), hint)

    def _texts(self, key: str, items: list[Any]) -> tuple[str, ...]:
        return tuple(self._text(key, item) for item in items)

    def _text(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            raise self.error(tr("“{key}” has the wrong type.", key=key))
        return value

    def _languages(self, key: str, raw: Mapping[str, Any]) -> None:
        for language in LANGUAGES:
            if not raw.get(language):
                raise self.error(
                    tr("“{key}” lacks the language “{language}”.", key=key, language=language)
                )
        for language in raw:
            if language not in LANGUAGES:
                raise self.error(
                    tr("“{key}” has an unknown language “{language}”.", key=key, language=language)
                )


def open_table(path: Path) -> Table:
    """The TOML file at `path`. Raises DataFileError where it cannot be read."""
    name = "/".join(path.parts[-2:])
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataFileError(
            tr("{file} cannot be read: {why}.", file=name, why=error),
            tr("Mend the file or remove it."),
        ) from error
    except OSError as error:
        raise DataFileError(tr("{file} cannot be opened: {why}.", file=name, why=error)) from error
