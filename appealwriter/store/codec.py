"""Cases to JSON and back, by the fields of the model's values.

What is empty or has its default value is left out, so a case file is short and can be read by
people. Places are named as in JSON: "causes/0/slots" is the first cause's slots.
"""

import difflib
import json
import math
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, NoReturn, TypeAlias, get_args, get_origin

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.base.words import LANGUAGES, Words
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case
from appealwriter.store.migrations import FORMAT, upgrade

Keys: TypeAlias = Mapping[type, Collection[str]]
"""Which fields of a value a file may name; a value that is not listed opens all of its own."""

_ALL: Keys = {}
_DEEPEST = 12  # levels inside one answer; real ones need three


def to_json(case: Case) -> dict[str, Any]:
    """`case` in JSON's own types, with its format number; every text is cleaned on the way out,
    since a half emoji that slipped past a field would fail the disk."""
    return {"format": FORMAT, **_plain(case)}


def from_json(raw: Mapping[str, Any]) -> Case:
    """The case that `to_json`, now or in an older version, made `raw` of.

    Raises BadInput that names the place of an unknown field, a wrong type or a missing id.
    """
    known = upgrade(raw)
    del known["format"]
    case: Case = read(Case, known, "")
    one_of(case.letter_language, LANGUAGES, "letter_language")
    return case


def encode(case: Case, indent: int | None = None) -> str:
    """`case` as JSON text: the same case always gives the same text."""
    return json.dumps(to_json(case), ensure_ascii=False, allow_nan=False, indent=indent)


def decode(text: str | bytes) -> Case:
    """The case in JSON text. Raises BadInput."""
    return from_json(parse(text))


def parse(text: str | bytes) -> dict[str, Any]:
    """The JSON object in `text` (UTF-8, with or without a byte order mark). Raises BadInput."""
    try:
        said = text if isinstance(text, str) else text.decode("utf-8-sig")
        raw = json.loads(said, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        line, column = error.lineno, error.colno
        raise BadInput(
            tr("Line {line}, column {column}: this is not JSON.", line=line, column=column),
            tr("Look for a missing comma, quote or bracket just before that place."),
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            tr("The text is not in the UTF-8 encoding."), tr("Save it as UTF-8 and try again.")
        ) from error
    except RecursionError as error:
        raise BadInput(tr("The lists in this file are nested too deeply to be a case.")) from error
    except ValueError as error:  # a number of thousands of digits, or NaN
        raise BadInput(tr("The file holds a number that is none.")) from error
    if not isinstance(raw, dict):
        raise _wrong("", tr("an object in curly brackets"))
    return raw


def read(kind: Any, raw: Any, path: str, keys: Keys = _ALL) -> Any:
    """`raw` as a value of the annotated type `kind`. Raises BadInput that names `path`."""
    if kind == Answer:
        return _answer(raw, path)
    origin = get_origin(kind)
    if origin is UnionType:  # "Deadline | None": null has become the default before
        return read(get_args(kind)[0], raw, path, keys)
    if origin is tuple:
        return _read_list(get_args(kind)[0], raw, path, keys)
    if origin is Mapping:
        return _read_mapping(get_args(kind)[1], raw, path)
    if kind is Words:
        return _read_words(raw, path)
    if is_dataclass(kind):
        make: Any = kind
        return make(**read_fields(kind, raw, path, keys, whole=True))
    return _read_plain(kind, raw, path)


def read_fields(
    kind: Any, raw: Any, path: str, keys: Keys = _ALL, whole: bool = False
) -> dict[str, Any]:
    """The fields of `kind` that `raw` gives; null gives the default.

    With `whole`, a field without default must be there. Raises BadInput that names the place.
    """
    if not isinstance(raw, Mapping):
        raise _wrong(path, tr("an object in curly brackets"))
    refuse_unknown(raw, keys.get(kind) or [f.name for f in fields(kind)], path)
    found = {}
    for each in fields(kind):
        given = raw.get(each.name)
        if given is not None:
            found[each.name] = read(each.type, given, join(path, each.name), keys)
        elif _default(each) is not MISSING:
            if each.name in raw:
                found[each.name] = _default(each)
        elif whole or each.name in raw:
            raise BadInput(
                tr("{path}: the field “{field}” is missing.", path=_at(path), field=each.name)
            )
    return found


def refuse_unknown(raw: Mapping[str, Any], allowed: Collection[str], path: str) -> None:
    """Raise BadInput for the first key of `raw` that is not `allowed`, with the nearest one."""
    for key in raw:
        if key in allowed:
            continue
        near = difflib.get_close_matches(str(key), allowed, 1)
        raise BadInput(
            tr("{path}: there is no field of this name.", path=join(path, clean(str(key)))),
            tr("Did you mean “{name}”?", name=near[0])
            if near
            else tr("The fields here are: {names}.", names=", ".join(allowed)),
        )


def one_of(raw: str, choices: Collection[str], path: str) -> str:
    """`raw` if it is one of `choices`; else BadInput that names them."""
    if raw not in choices:
        raise BadInput(
            tr("{path}: “{value}” is not one of the choices.", path=path, value=clean(raw)),
            tr("Choose one of: {choices}.", choices=", ".join(choices)),
        )
    return raw


def join(path: str, key: str | int) -> str:
    """`path` with one more step."""
    return f"{path}/{key}" if path else str(key)


def _plain(value: Any) -> Any:
    if isinstance(value, Words):
        return {key: clean(said) for key, said in value.to_json().items()}
    if is_dataclass(value):
        pairs = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: _plain(part) for f, part in pairs if part != _default(f)}
    if isinstance(value, Mapping):
        return {clean(key): _plain(value[key]) for key in sorted(value)}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, StrEnum):
        return value.value
    return clean(value) if isinstance(value, str) else value


def _default(each: "Field[Any]") -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    return each.default


def _read_list(kind: Any, raw: Any, path: str, keys: Keys) -> tuple[Any, ...]:
    if not isinstance(raw, list | tuple):
        raise _wrong(path, tr("a list in square brackets"))
    items = tuple(read(kind, item, join(path, n), keys) for n, item in enumerate(raw))
    if is_dataclass(kind) and "id" in {f.name for f in fields(kind)}:
        _check_ids(items, path)
    return items


def _check_ids(items: tuple[Any, ...], path: str) -> None:
    seen: set[str] = set()
    for n, item in enumerate(items):
        if not item.id or "/" in item.id:
            raise _wrong(join(path, f"{n}/id"), tr("a name without “/”, such as c1"))
        if item.id in seen:
            raise BadInput(
                tr("{path}: the id “{id}” is given twice.", path=join(path, n), id=item.id),
                tr("Give each entry of the list an id of its own."),
            )
        seen.add(item.id)


def _read_mapping(kind: Any, raw: Any, path: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise _wrong(path, tr("an object in curly brackets"))
    return {clean(str(key)): read(kind, part, join(path, key)) for key, part in raw.items()}


def _read_words(raw: Any, path: str) -> Words:
    if not isinstance(raw, Mapping):
        raise _wrong(path, tr("words by language, such as {example}", example='{"en": "..."}'))
    refuse_unknown(raw, LANGUAGES, path)
    said = {key: part for key, part in raw.items() if part is not None}
    return Words(**{key: _read_plain(str, part, join(path, key)) for key, part in said.items()})


def _read_plain(kind: Any, raw: Any, path: str) -> Any:
    if kind in (bool, int):
        if type(raw) is kind:  # in Python, true is a number too
            return raw
        raise _wrong(path, tr("true or false") if kind is bool else tr("a whole number"))
    if not isinstance(raw, str):
        raise _wrong(path, tr("a text in quotes"))
    if issubclass(kind, StrEnum):
        return kind(one_of(raw, list(kind), path))
    return clean(raw)


def _answer(raw: Any, path: str, depth: int = 0) -> Answer:
    """JSON's own types as they are, texts cleaned, lists as tuples."""
    if depth > _DEEPEST:
        raise BadInput(tr("{path}: this answer is nested too deeply.", path=path[:80]))
    if isinstance(raw, str):
        return clean(raw)
    if isinstance(raw, list | tuple):
        return tuple(_answer(part, join(path, n), depth + 1) for n, part in enumerate(raw))
    if isinstance(raw, Mapping):
        return {
            clean(str(key)): _answer(part, join(path, key), depth + 1) for key, part in raw.items()
        }
    if isinstance(raw, float) and not math.isfinite(raw):
        raise _wrong(path, tr("a number"))
    if raw is None or isinstance(raw, bool | int | float):
        return raw
    raise _wrong(path, tr("a text, a number or a list"))


def _wrong(path: str, what: str) -> BadInput:
    return BadInput(tr("{path}: this should be {what}.", path=_at(path), what=what))


def _at(path: str) -> str:
    return path or tr("The whole file")


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
