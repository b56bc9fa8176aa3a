"""appealwriter export: the letter of a case as a file."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import language, listed, tr
from appealwriter.base.words import LANGUAGES
from appealwriter.cli.arguments import one_of
from appealwriter.cli.output import DONE, warn
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.exhibits import NAMES, exhibit_files, unnamed_exhibits
from appealwriter.drafting.handover import Extras, steps_text, with_tables, word_file
from appealwriter.export.package import write_package
from appealwriter.export.pairs import read_back
from appealwriter.export.plain import write_text
from appealwriter.export.preflight import preflight
from appealwriter.export.redact import private_names, redacted
from appealwriter.export.web import write_html
from appealwriter.model.case import Case
from appealwriter.model.letter import Letter
from appealwriter.model.terms import Structure
from appealwriter.store.atomic import explained, write_atomic, write_new
from appealwriter.store.casefile import load_case


@dataclass(frozen=True, slots=True)
class Handed:
    """What goes out beside the letter and its exhibits."""

    extras: Extras
    steps: str


def add_to(commands: Any) -> None:
    """Say how the command is called."""
    parser = commands.add_parser("export", help="write the letter of a case")
    parser.add_argument("case", metavar="CASE.appeal")
    parser.add_argument(
        "-o", dest="out", required=True, metavar="OUT", help=".docx .pdf .txt .html .zip"
    )
    parser.add_argument(
        "--language", type=one_of(LANGUAGES), metavar="L", help="the letter's language"
    )
    parser.add_argument(
        "--structure", type=one_of(tuple(Structure)), metavar="S", help="the letter's form"
    )
    parser.add_argument(
        "--redacted", action="store_true", help="names and numbers of the seller blacked out"
    )
    parser.add_argument(
        "--read-back",
        type=one_of(LANGUAGES),
        metavar="LANG",
        help="sentence by sentence in LANG",
    )
    parser.add_argument(
        "--answers", action="store_true", help="with a table of where each demand is answered"
    )
    parser.add_argument(
        "--lists", action="store_true", help="with lists of all ASINs, orders and SKUs"
    )
    parser.add_argument(
        "--annexes", action="store_true", help="with pages of the exhibits (Word and package)"
    )
    parser.add_argument(
        "--letterhead", metavar="FILE.docx", help="on your own paper (Word and package)"
    )
    parser.add_argument("--force", action="store_true", help="write over an existing file")
    parser.set_defaults(do=_export)


def _export(options: argparse.Namespace) -> int:
    out = Path(options.out)
    opened = load_case(Path(options.case))
    case = _as_asked(opened.case, options)
    workshop = Workshop.shipped()
    draft = workshop.draft(case, date.today(), options.read_back or "en")
    extras = _extras(options)
    letter = with_tables(draft, workshop.shelf, extras)
    files = exhibit_files(case, opened.evidence.get)
    if options.redacted:
        letter, files = redacted(letter, private_names(case)), unnamed_exhibits(case)
    else:
        _warn_of_files(case, opened.evidence)
    book = workshop.shelf.for_case(case)
    steps = "" if options.redacted else steps_text(book, options.read_back or language())
    data = _written(letter, files, out, options, Handed(extras, steps))
    (write_atomic if options.force else write_new)(out, data)
    warn(workshop.shelf.news)
    return DONE


def _extras(options: argparse.Namespace) -> Extras:
    paper = b""
    if options.letterhead and not options.redacted:  # the paper says whose letter it is
        path = Path(options.letterhead)
        with explained(path):
            paper = path.read_bytes()
    return Extras(
        answers=options.answers, lists=options.lists, annexes=options.annexes, letterhead=paper
    )


def _warn_of_files(case: Case, evidence: Mapping[str, bytes]) -> None:
    """What a reviewer could not open."""
    named = [(exhibit.file, evidence.get(exhibit.hash)) for exhibit in case.evidence]
    warn(BadInput(concern.what, concern.advice) for concern in preflight(named))


def _as_asked(case: Case, options: argparse.Namespace) -> Case:
    language = options.language or case.letter_language
    structure = Structure(options.structure) if options.structure else case.structure
    return replace(case, letter_language=language, structure=structure)


def _written(
    letter: Letter,
    files: list[tuple[str, bytes]],
    out: Path,
    options: argparse.Namespace,
    handed: Handed,
) -> bytes:
    pairs = bool(options.read_back)
    paired = read_back(letter) if pairs else letter
    writers = {
        ".docx": lambda: _word(paired, files, handed.extras),
        ".txt": lambda: write_text(letter, read_back=pairs).encode(),
        ".html": lambda: write_html(letter, read_back=pairs).encode(),
        ".pdf": lambda: bytes(options.write_pdf(paired)),
        ".zip": lambda: write_package(
            letter,
            files,
            NAMES[letter.language],
            docx=_word(letter, files, handed.extras),
            steps=handed.steps,
        ),
    }
    writer = writers.get(out.suffix.lower())
    if writer is None:
        raise BadInput(
            tr("“{ending}” is no ending that can be written.", ending=out.suffix or out.name),
            tr("Choose one of: {choices}.", choices=", ".join(writers)),
        )
    return writer()


def _word(letter: Letter, files: list[tuple[str, bytes]], extras: Extras) -> bytes:
    data, unshown = word_file(letter, files, extras)
    what = tr("Not shown as pages in Word: {files}.", files=listed(unshown))
    warn([BadInput(what)] if unshown else [])
    return data
