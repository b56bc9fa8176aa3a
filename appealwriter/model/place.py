"""Reaching into a case by path: "causes/c1/slots/set_days", "sender/shop", "notice/date".

A path goes through fields of values, ids of listed items and keys of mappings. The same paths
stand in letters and findings, so a sentence or a problem leads to its question.
"""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from typing import Any, TypeVar

from appealwriter.model.case import Case

T = TypeVar("T")


def look(value: Any, path: str) -> Any:
    """What stands at `path`; None where nothing does."""
    for key in path.split("/"):
        value = _step(value, key)
        if value is None:
            return None
    return value


def put(case: Case, path: str, new: Any) -> Case:
    """`case` with `new` at `path`. Raises KeyError where the path leads nowhere."""
    changed: Case = _put(case, path.split("/"), new)
    return changed


def add(case: Case, path: str, item: Any) -> Case:
    """`case` with `item` at the end of the list at `path`."""
    return put(case, path, (*look(case, path), item))


def remove(case: Case, path: str) -> Case:
    """`case` without the listed item or mapping key that `path` ends in."""
    parent, _, key = path.rpartition("/")
    inside = look(case, parent)
    if isinstance(inside, Mapping):
        return put(case, parent, {k: v for k, v in inside.items() if k != key})
    return put(case, parent, tuple(item for item in inside if item.id != key))


def fresh_id(items: tuple[Any, ...], letter: str) -> str:
    """An id such as "c3" that no item carries; ids are never used again while an item lives."""
    taken = {item.id for item in items}
    n = len(items) + 1
    while f"{letter}{n}" in taken:
        n += 1
    return f"{letter}{n}"


def _step(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, tuple):
        return next((item for item in value if getattr(item, "id", None) == key), None)
    return getattr(value, key, None)


def _put(value: Any, keys: list[str], new: Any) -> Any:
    if not keys:
        return new
    key, rest = keys[0], keys[1:]
    if isinstance(value, Mapping):
        return {**value, key: _put(value.get(key), rest, new)}
    if isinstance(value, tuple):
        if not any(item.id == key for item in value):
            raise KeyError(key)
        return tuple(_put(item, rest, new) if item.id == key else item for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        if not hasattr(value, key):
            raise KeyError(key)
        return replace(value, **{key: _put(getattr(value, key), rest, new)})
    raise KeyError(key)
