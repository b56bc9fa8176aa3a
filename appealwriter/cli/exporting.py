"""appealwriter export: the letter of a case as a file."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr
from appealwriter.base.words import LANGUAGES
from appealwriter.cli.arguments import one_of
from appealwriter.cli.output import DONE, warn
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.exhibits import NAMES, exhibit_files, unnamed_exhibits
from appealwriter.export.package import write_package
from appealwriter.export.pairs import read_back
from appealwriter.export.plain import write_text
from appealwriter.export.redact import private_names, redacted
from appealwriter.export.web import write_html
from appealwriter.export.word import write_docx
from appealwriter.model.case import Case
from appealwriter.model.letter import Letter
from appealwriter.model.terms import Structure
from appealwriter.store.atomic import write_atomic, write_new
from appealwriter.store.casefile import load_case


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
    parser.add_argument("--force", action="store_true", help="write over an existing file")
    parser.set_defaults(do=_export)


def _export(options: argparse.Namespace) -> int:
    out = Path(options.out)
    opened = load_case(Path(options.case))
    case = _as_asked(opened.case, options)
    workshop = Workshop.shipped()
    letter = workshop.draft(case, date.today(), options.read_back or "en").letter
    if options.redacted:
        letter = redacted(letter, private_names(case))
    files = unnamed_exhibits(case) if options.redacted else exhibit_files(case, opened.evidence.get)
    data = _written(letter, files, out, options)
    (write_atomic if options.force else write_new)(out, data)
    warn(workshop.shelf.news)
    return DONE


def _as_asked(case: Case, options: argparse.Namespace) -> Case:
    language = options.language or case.letter_language
    structure = Structure(options.structure) if options.structure else case.structure
    return replace(case, letter_language=language, structure=structure)


def _written(
    letter: Letter, files: list[tuple[str, bytes]], out: Path, options: argparse.Namespace
) -> bytes:
    pairs = bool(options.read_back)
    writers = {
        ".docx": lambda: write_docx(letter, read_back=pairs),
        ".txt": lambda: write_text(letter, read_back=pairs).encode(),
        ".html": lambda: write_html(letter, read_back=pairs).encode(),
        ".pdf": lambda: bytes(options.write_pdf(read_back(letter) if pairs else letter)),
        ".zip": lambda: write_package(letter, files, NAMES[letter.language]),
    }
    writer = writers.get(out.suffix.lower())
    if writer is None:
        raise BadInput(
            tr("“{ending}” is no ending that can be written.", ending=out.suffix or out.name),
            tr("Choose one of: {choices}.", choices=", ".join(writers)),
        )
    return writer()
