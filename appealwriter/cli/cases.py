"""appealwriter new and fill: a case to fill in, and answers put into it."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from appealwriter.base import paths
from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.text import clean
from appealwriter.base.words import LANGUAGES
from appealwriter.cli.arguments import one_of, unknown
from appealwriter.cli.attaching import attached
from appealwriter.cli.output import DONE, read_bytes, warn
from appealwriter.drafting.adopt import adopt_as_chosen
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.typed import answer_check, check_phrases
from appealwriter.model.case import Case
from appealwriter.model.terms import Route, Structure
from appealwriter.notice import cues
from appealwriter.notice.reader import read
from appealwriter.playbooks.shelf import Shelf
from appealwriter.store import codec
from appealwriter.store.answers import fill
from appealwriter.store.atomic import write_atomic, write_new
from appealwriter.store.casefile import load_case, write_case


def add_to(commands: Any) -> None:
    """Say how the commands are called."""
    new = commands.add_parser("new", help="make a case to fill in")
    new.add_argument("--platform", required=True, metavar="P")
    new.add_argument("--reason", required=True, metavar="R")
    new.add_argument("--route", type=one_of(tuple(Route)), metavar="R", default=Route.PLAN)
    new.add_argument("--structure", type=one_of(tuple(Structure)), metavar="S")
    new.add_argument(
        "--language", type=one_of(LANGUAGES), metavar="L", help="the letter's language"
    )
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
    shelf = Workshop.shipped().shelf
    case = new_case(shelf, options.platform, options.reason)
    case = replace(
        case,
        route=Route(options.route),
        letter_language=options.language or case.letter_language,
    )
    wanted = shelf.recommended(case) if case.route is not Route.PLAN else None
    form = options.structure or (wanted.id if wanted else case.structure)
    chosen = bool(options.structure)
    case = replace(case, structure=Structure(form), structure_chosen=chosen)
    _write(Path(options.out), write_case(case, lambda _: None), force=options.force)
    return DONE


def new_case(shelf: Shelf, platform_id: str, reason_id: str) -> Case:
    """An empty case for a platform and a reason, or a finer one, by id."""
    platform = shelf.platforms.get(platform_id)
    if platform is None:
        raise unknown(platform_id, list(shelf.platforms))
    reason = platform.reasons.get(reason_id)
    if reason is None:
        raise unknown(reason_id, list(platform.reasons))
    return Case(
        id=uuid4().hex,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        platform=platform_id,
        reason=reason.parent or reason.id,
        reason_detail=reason.id if reason.parent else "",
        letter_language=platform.languages[0],
    )


def _fill(options: argparse.Namespace) -> int:
    source, out = Path(options.case), Path(options.out)
    opened = load_case(source)
    answers = _answers(options.answers)
    shelf = Workshop.shipped().shelf
    known = _with_notice(opened.case, answers)
    case = fill(known, answers, answer_check(shelf, known))
    check_phrases(shelf, case)
    evidence = dict(opened.evidence)
    if answers.get("evidence"):
        case, new = attached(opened.case, case, Path(options.answers).parent)
        evidence.update(new)
    over_itself = out.exists() and source.exists() and out.samefile(source)
    _write(out, write_case(case, evidence.get), force=options.force or over_itself)
    warn(shelf.news)
    return DONE


def _answers(name: str) -> dict[str, Any]:
    try:
        return codec.parse(read_bytes(name))
    except BadInput as error:
        raise BadInput(
            tr("{file}: {problem}", file=name, problem=error.what), error.advice
        ) from error


def _with_notice(case: Case, answers: Mapping[str, Any]) -> Case:
    """`case` with what a notice given among the answers says; the answers themselves win later."""
    notice = answers.get("notice")
    text = notice.get("text") if isinstance(notice, Mapping) else None
    if not isinstance(text, str) or not text.strip() or clean(text) == case.notice.text:
        return case
    reading = read(text, cues.load(paths.resources() / "cues"), date.today())
    return adopt_as_chosen(case, clean(text), reading)


def _write(path: Path, data: bytes, *, force: bool) -> None:
    (write_atomic if force else write_new)(path, data)
