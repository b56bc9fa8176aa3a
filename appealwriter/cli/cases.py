"""appealwriter new and fill: a case to fill in, and answers put into it."""

import argparse
import json
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import uuid4

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.words import LANGUAGES
from appealwriter.cli.output import DONE, read_bytes
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.typed import answer_check, check_phrases
from appealwriter.model.case import Case, Exhibit
from appealwriter.model.terms import Route, Structure
from appealwriter.playbooks.shelf import Shelf
from appealwriter.store.answers import fill
from appealwriter.store.atomic import write_atomic, write_new
from appealwriter.store.casefile import load_case, write_case


def add_to(commands: Any) -> None:
    """Say how the commands are called."""
    new = commands.add_parser("new", help="make a case to fill in")
    new.add_argument("--platform", required=True, metavar="P")
    new.add_argument("--reason", required=True, metavar="R")
    new.add_argument("--route", choices=list(Route), default=Route.PLAN)
    new.add_argument("--structure", choices=list(Structure)[:2], default=Structure.THREE_PART)
    new.add_argument("--language", choices=LANGUAGES, help="the letter's language")
    new.add_argument("-o", dest="out", required=True, metavar="CASE.appeal")
    new.add_argument("--force", action="store_true", help="write over an existing file")
    new.set_defaults(do=_new)
    fills = commands.add_parser("fill", help="put answers into a case")
    fills.add_argument("case", metavar="CASE.appeal")
    fills.add_argument("answers", metavar="ANSWERS.json")
    fills.add_argument("-o", dest="out", required=True, metavar="CASE.appeal")
    fills.add_argument("--force", action="store_true", help="write over an existing file")
    fills.set_defaults(do=_fill)


def _new(options: argparse.Namespace) -> int:
    case = new_case(Workshop.shipped().shelf, options.platform, options.reason)
    case = replace(
        case,
        route=Route(options.route),
        structure=Structure(options.structure),
        letter_language=options.language or case.letter_language,
    )
    _write(Path(options.out), write_case(case, lambda _: None), force=options.force)
    return DONE


def new_case(shelf: Shelf, platform_id: str, reason_id: str) -> Case:
    """An empty case for a platform and a reason, or a finer one, by id."""
    platform = shelf.platforms.get(platform_id)
    if platform is None:
        raise _unknown(platform_id, list(shelf.platforms))
    reason = platform.reasons.get(reason_id)
    if reason is None:
        raise _unknown(reason_id, list(platform.reasons))
    return Case(
        id=uuid4().hex,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        platform=platform_id,
        reason=reason.parent or reason.id,
        reason_detail=reason.id if reason.parent else "",
        letter_language=platform.languages[0],
    )


def _unknown(given: str, known: list[str]) -> BadInput:
    return BadInput(
        tr("“{id}” is not known.", id=given),
        tr("Choose one of: {choices}.", choices=", ".join(known)),
    )


def _fill(options: argparse.Namespace) -> int:
    source, out = Path(options.case), Path(options.out)
    opened = load_case(source)
    answers = _answers(options.answers)
    shelf = Workshop.shipped().shelf
    case = fill(opened.case, answers, answer_check(shelf, opened.case))
    check_phrases(shelf, case)
    folder = Path(options.answers).parent
    evidence = dict(opened.evidence)
    kept = []
    for exhibit in case.evidence:
        found, data = _with_bytes(exhibit, folder)
        kept.append(found)
        if data is not None:
            evidence[found.hash] = data
    case = replace(case, evidence=tuple(kept))
    over_itself = out.exists() and source.exists() and out.samefile(source)
    _write(out, write_case(case, evidence.get), force=options.force or over_itself)
    return DONE


def _answers(name: str) -> dict[str, Any]:
    try:
        raw = json.loads(read_bytes(name).decode("utf-8-sig"))
    except ValueError as error:
        raise BadInput(
            tr("{file} is no JSON: {why}.", file=name, why=error), tr("Mend the file.")
        ) from error
    if not isinstance(raw, dict):
        raise BadInput(tr("{file} holds no object of answers.", file=name))
    return raw


def _with_bytes(exhibit: Exhibit, folder: Path) -> tuple[Exhibit, bytes | None]:
    """An exhibit with the file it names, which lies relative to the answers; one that already
    has its bytes, or whose file is only named, stays as it is."""
    path = folder / exhibit.file
    if exhibit.hash or not exhibit.file or not path.is_file():
        return exhibit, None
    data = read_bytes(str(path))
    digest = sha256(data).hexdigest()
    return replace(exhibit, file=path.name, hash=digest, size=len(data)), data


def _write(path: Path, data: bytes, *, force: bool) -> None:
    (write_atomic if force else write_new)(path, data)
