"""ANSWERS.json into a case: what the file names is replaced, the rest stays.

The form is documented in docs/cli.md. Places in errors are those of the file: "causes/0/period"
is the period of the first cause.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import count
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.text import script_language
from appealwriter.base.words import LANGUAGES
from appealwriter.model.answers import Answer, is_unknown
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Exhibit,
    Notice,
    Point,
    PreventiveMeasure,
)
from appealwriter.model.sections import ID_LETTERS
from appealwriter.store import codec
from appealwriter.store.codec import join

Check: TypeAlias = Callable[[str, str, Answer], str | None]
"""What the playbook says to an answer: (path, fact id or phrase, answer) -> what is wrong.

For a slot or a field such as "role" the last step of the path is its name.
"""

Item: TypeAlias = Cause | CorrectiveAction | PreventiveMeasure | Point

_OPEN: codec.Keys = {
    Case: (
        "letter_language",
        "structure",
        "route",
        "stance",
        "letter_date",
        "limit",
        "notice",
        "sender",
        "facts",
        *ID_LETTERS,
        "private_notes",
    ),
    Notice: ("text", "date"),
    Exhibit: ("id", "file", "kind", "title", "proves", "date"),
}
_CHOSEN = ("found_by", "role", "owner", "rhythm", "record", "kind")
_MOST = 10**12 - 1  # no count of a shop has more digits
_KINDS: Mapping[str, Any] = {f.name: f.type for f in fields(Case)}


def fill(case: Case, answers: Mapping[str, Any], check: Check | None = None) -> Case:
    """`case` with the answers put in; facts, notice and sender are merged key by key.

    `check` judges facts, slots and choices by the playbook. An exhibit that keeps its id and file
    keeps its stored bytes. Raises BadInput naming the place and the mend; then nothing was changed.
    """
    codec.refuse_unknown(answers, _OPEN[Case], "")
    changes: dict[str, Any] = {}
    for key, raw in answers.items():
        changes[key] = _read_top(case, key, raw)
    if changes.get("structure"):
        changes["structure_chosen"] = True
    filled = replace(case, **changes)
    if "evidence" in changes:
        filled = replace(filled, evidence=_with_kept_bytes(case, filled.evidence))
    for key in ID_LETTERS:
        if key in changes:
            _check_links(filled, key, check)
    if check and isinstance(answers.get("facts"), Mapping):
        for name in answers["facts"]:
            _ask(check, join("facts", name), name, filled.facts.get(name))
    return filled


def _read_top(case: Case, key: str, raw: Any) -> Any:
    """The new value of the case's field `key`."""
    if key == "facts" and raw is not None:
        given = codec.read(_KINDS[key], raw, key)
        return {k: v for k, v in {**case.facts, **given}.items() if v is not None}
    if key in ("notice", "sender") and raw is not None:
        found = codec.read_fields(_KINDS[key], raw, key, _OPEN)
        for name, value in found.items():
            _check_shape(join(key, name), name, value)
        return replace(getattr(case, key), **found)
    if key in ID_LETTERS:
        raw = _ready_list(raw, key, case.letter_language)
    value = codec.read_fields(Case, {key: raw}, "", _OPEN)[key]
    for path, name, part in _parts(key, key, value):
        _check_shape(path, name, part)
    return value


# What a person may leave out or write shorter, written out in full.


def _ready_list(raw: Any, key: str, language: str) -> Any:
    if not isinstance(raw, list | tuple):
        return raw
    items = [dict(item) if isinstance(item, Mapping) else item for item in raw]
    for item in items:
        if key == "causes" and isinstance(item, dict):
            if isinstance(item.get("whys"), list | tuple):
                whys = [_spelled(why, "own", language) for why in item["whys"]]
                item["whys"] = _with_ids(whys, "w")
            if isinstance(item.get("groups"), list | tuple):
                groups = [_spelled(group, "label", language) for group in item["groups"]]
                item["groups"] = _with_ids(groups, "g")
    return _with_ids(items, ID_LETTERS[key])


def _spelled(raw: Any, field: str, language: str) -> Any:
    """A why or a group given as plain text, or as words by language, as an object."""
    if isinstance(raw, str):
        return {field: _by_language(raw, language)}
    if not isinstance(raw, Mapping):
        return raw
    if raw and all(key in LANGUAGES for key in raw):
        return {field: raw}
    if isinstance(raw.get(field), str):
        return {**raw, field: _by_language(raw[field], language)}
    return dict(raw)


def _by_language(text: str, language: str) -> dict[str, str]:
    return {script_language(text) or language: text}


def _with_ids(items: list[Any], letter: str) -> list[Any]:
    """The items, each with an id; those without one get the first free "c1", "c2" ..."""
    taken = {item["id"] for item in items if isinstance(item, dict) and _named(item)}
    free = (f"{letter}{n}" for n in count(1) if f"{letter}{n}" not in taken)
    return [
        item if not isinstance(item, dict) or _named(item) else {**item, "id": next(free)}
        for item in items
    ]


def _named(item: Mapping[str, Any]) -> bool:
    given = item.get("id")
    return given is not None and not isinstance(given, list | dict)


def _with_kept_bytes(case: Case, exhibits: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
    """A file given with its folder ("photos/a.png") is the one kept by its bare name."""
    kept = {(e.id, e.file): e for e in case.evidence}
    same = (
        (e, kept.get((e.id, e.file)) or kept.get((e.id, PurePosixPath(e.file).name)))
        for e in exhibits
    )
    return tuple(replace(e, hash=old.hash, size=old.size) if old else e for e, old in same)


# Shapes that do not depend on the playbook.


def _parts(path: str, name: str, value: Any) -> Iterator[tuple[str, str, Any]]:
    """Every field inside `value` as (path, name, value)."""
    if isinstance(value, tuple) and any(is_dataclass(item) for item in value):
        for n, item in enumerate(value):
            for each in fields(item):
                inside = getattr(item, each.name)
                yield from _parts(join(path, f"{n}/{each.name}"), each.name, inside)
    else:
        yield path, name, value


def _check_shape(path: str, name: str, value: Any) -> None:
    judge = _SHAPES.get(name)
    if judge and value not in (None, "") and not is_unknown(value):
        judge(path, value)


def _date(path: str, value: Any) -> None:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            date.fromisoformat(value)
            return
    except (TypeError, ValueError):
        pass
    raise BadInput(
        tr("{path}: “{value}” is not a date of the calendar.", path=path, value=value),
        tr("Write it as year-month-day, such as 2026-11-03."),
    )


def _period(path: str, value: Any) -> None:
    if not isinstance(value, Mapping):
        raise BadInput(
            tr("{path}: this should be a period.", path=path),
            tr("Write it as {example}.", example='{"from": "2026-10-01", "to": "2026-10-31"}'),
        )
    codec.refuse_unknown(value, ("from", "to"), path)
    for end in ("from", "to"):
        if value.get(end) is not None:
            _date(join(path, end), value[end])
    if value.get("from") and value.get("to") and value["from"] > value["to"]:
        raise BadInput(
            tr("{path}: the period ends before it begins.", path=path),
            tr("Exchange the two dates."),
        )


def _number(path: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST:
        raise BadInput(
            tr("{path}: this should be a count, 0 or more, without quotes.", path=path),
            tr("Where it cannot be known, write {example}.", example='{"unknown": true}'),
        )


def _choice(path: str, value: Any) -> None:
    if not isinstance(value, str | Mapping):
        raise BadInput(
            tr("{path}: this should be the id of a choice, or own words.", path=path),
            tr("Own words are written as {example}.", example='{"own": {"en": "..."}}'),
        )


def _language(path: str, value: Any) -> None:
    codec.one_of(value, LANGUAGES, path)


_SHAPES: Mapping[str, Callable[[str, Any], None]] = {
    **dict.fromkeys(("letter_date", "date", "done", "since"), _date),
    **dict.fromkeys(("count", "total"), _number),
    **dict.fromkeys(("found_by", "role", "owner", "rhythm", "record"), _choice),
    "period": _period,
    "letter_language": _language,
}


# What entries of the lists say of each other.


def _check_links(case: Case, key: str, check: Check | None) -> None:
    for n, item in enumerate(getattr(case, key)):
        path = f"{key}/{n}"
        if isinstance(item, Exhibit):
            what = tr("demand, cause, action or measure")
            _check_ids(join(path, "proves"), item.proves, _provable(case), what)
        else:
            _check_item(case, path, item, check)
        if check:
            for name in _CHOSEN:
                if given := getattr(item, name, None):
                    _ask(check, join(path, name), "", given)


def _provable(case: Case) -> list[str]:
    lists = (case.notice.demands, case.causes, case.corrective, case.preventive, case.points)
    return [item.id for items in lists for item in items]


def _check_item(case: Case, path: str, item: Item, check: Check | None) -> None:
    _check_wording(path, item, check)
    if isinstance(item, CorrectiveAction | PreventiveMeasure):
        causes = [cause.id for cause in case.causes]
        _check_ids(join(path, "answers"), item.answers, causes, tr("cause"))
    if not isinstance(item, Cause):
        exhibits = [exhibit.id for exhibit in case.evidence]
        _check_ids(join(path, "exhibits"), item.exhibits, exhibits, tr("piece of evidence"))


def _check_wording(path: str, item: Item, check: Check | None) -> None:
    if item.phrase and item.own:
        raise BadInput(
            tr("{path}: a phrase and own words are given at once.", path=path),
            tr("Keep “phrase” or “own”, not both."),
        )
    if check:
        for slot, answer in item.slots.items():
            _ask(check, join(path, f"slots/{slot}"), item.phrase, answer)


def _check_ids(path: str, ids: tuple[str, ...], known: list[str], what: str) -> None:
    there = set(known)
    for each in ids:
        if each not in there:
            raise BadInput(
                tr("{path}: there is no {what} with the id “{id}”.", path=path, what=what, id=each),
                tr("The ids are: {ids}.", ids=", ".join(known))
                if known
                else tr("The case has none yet: add it to the file."),
            )


def _ask(check: Check, path: str, name: str, answer: Answer) -> None:
    wrong = check(path, name, answer)
    if wrong:
        raise BadInput(tr("{path}: {problem}", path=path, problem=wrong))
