"""appealwriter read: what a notice says."""

import argparse
from typing import Any

from appealwriter.base import paths
from appealwriter.base.text import clean
from appealwriter.cli.output import DONE, json_lines, print_json, read_bytes, some_input
from appealwriter.model.case import Deadline
from appealwriter.model.reading import Reading
from appealwriter.notice import cues
from appealwriter.notice.formats import notice_text
from appealwriter.notice.reader import read


def add_to(commands: Any) -> None:
    """Say how the command is called."""
    parser = commands.add_parser("read", help="read notices and say what they are")
    parser.add_argument("files", nargs="*", metavar="FILE", help="notices; - is standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object for each file")
    parser.add_argument("--jsonl", metavar="FILE", help='lines of {"id","text"}')
    parser.set_defaults(do=_read)


def _read(options: argparse.Namespace) -> int:
    some_input(options.files, options.jsonl)
    known = cues.load(paths.resources() / "cues")
    for name in options.files:
        reading = read(notice_text(name, read_bytes(name)), known)
        if options.json:
            print_json(reading_json(reading))
        else:
            _tell(name, reading)
    if options.jsonl is not None:
        for key, text in json_lines(options.jsonl):
            print_json({"id": key, **reading_json(read(clean(text), known))})
    return DONE


def reading_json(reading: Reading) -> dict[str, Any]:
    """A reading as docs/cli.md describes it."""
    found: dict[str, Any] = {
        "is_notice": reading.is_notice,
        "platform": reading.platform,
        "marketplace": reading.marketplace,
        "language": reading.language,
        "kind": reading.kind,
        "route": reading.route,
        "reason": reading.reason,
    }
    if reading.reason_detail:
        found["reason_detail"] = reading.reason_detail
    return {
        **found,
        "also": reading.also,
        "candidates": [
            {"reason": c.reason, "certainty": round(c.certainty, 3), "because": c.because}
            for c in reading.candidates
        ],
        "sure": reading.sure,
        "asins": reading.asins,
        "order_ids": reading.order_ids,
        "case_ids": reading.case_ids,
        "brands": reading.brands,
        "deadline": _deadline(reading.deadline),
        "due": reading.due or None,
        "asks_poa": reading.asks_poa,
        "asks_for": reading.asks_for,
        "spans": {name: [list(span) for span in spans] for name, spans in reading.spans.items()},
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    if deadline.date:
        return {"date": deadline.date, "words": deadline.words}
    return {"value": deadline.value, "unit": deadline.unit, "words": deadline.words}


def _tell(name: str, reading: Reading) -> None:
    """The reading for a person at a terminal."""
    rows = {
        "file": name,
        "notice": "yes" if reading.is_notice else "no",
        "platform": reading.platform,
        "kind": reading.kind,
        "route": reading.route,
        "reason": f"{reading.reason}{'' if reading.sure else ' (not sure)'}",
        "asks for": ", ".join(reading.asks_for),
        "deadline": reading.deadline.words if reading.deadline else "",
        "ASINs": ", ".join(reading.asins),
        "orders": ", ".join(reading.order_ids),
    }
    print("\n".join(f"{key:<9} {value}" for key, value in rows.items() if value) + "\n")
