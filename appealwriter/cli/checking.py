"""appealwriter check: what a strict reviewer would miss in a letter or a case."""

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from appealwriter.base.i18n import language
from appealwriter.checks.coverage import is_held
from appealwriter.checks.rules import RuleBook
from appealwriter.cli.output import (
    DONE,
    MISSING,
    json_lines,
    print_json,
    read_bytes,
    some_input,
    warn,
)
from appealwriter.drafting.draft import Workshop
from appealwriter.drafting.judge import judge, letter_text
from appealwriter.model.finding import Finding
from appealwriter.model.terms import SECTIONS, Level
from appealwriter.store.casefile import load_case


def add_to(commands: Any) -> None:
    """Say how the command is called."""
    parser = commands.add_parser(
        "check", help="check a letter (.docx .txt .md) or a case (.appeal)"
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="letters or cases; - is a text")
    parser.add_argument("--json", action="store_true", help="one JSON object for each file")
    parser.add_argument("--jsonl", metavar="FILE", help='lines of {"id","text"}')
    parser.set_defaults(do=_check)


def _check(options: argparse.Namespace) -> int:
    some_input(options.files, options.jsonl)
    workshop = Workshop.shipped()
    missing = False
    for name in options.files:
        found, findings = _judged(name, workshop)
        missing |= any(f.level is Level.MISSING for f in findings)
        if options.json:
            print_json(found)
        else:
            _tell(name, findings, workshop.rules)
    if options.jsonl is not None:
        for key, text in json_lines(options.jsonl):
            judged = judge(text, workshop)
            missing |= any(f.level is Level.MISSING for f in judged.findings)
            print_json(
                {"id": key, **_json(judged.language, judged.sections, judged.findings, workshop)}
            )
    warn(workshop.shelf.news)
    return MISSING if missing else DONE


def _judged(name: str, workshop: Workshop) -> tuple[dict[str, Any], tuple[Finding, ...]]:
    if name.lower().endswith(".appeal"):
        case = load_case(Path(name)).case
        draft = workshop.draft(case, date.today())
        held = {part: is_held(case, draft.letter, part) for part in SECTIONS}
        found = _json(case.letter_language, held, draft.findings, workshop)
        return found, draft.findings
    judged = judge(letter_text(name, read_bytes(name)), workshop)
    return _json(judged.language, judged.sections, judged.findings, workshop), judged.findings


def _json(
    letter_language: str,
    sections: Mapping[str, bool],
    findings: tuple[Finding, ...],
    workshop: Workshop,
) -> dict[str, Any]:
    """A check as docs/cli.md describes it."""
    return {
        "language": letter_language,
        "sections": {part: bool(sections.get(part)) for part in SECTIONS},
        "findings": [_finding(finding, workshop.rules) for finding in findings],
    }


def _finding(finding: Finding, rules: RuleBook) -> dict[str, Any]:
    rule, where = rules[finding.rule], finding.where
    return {
        "rule": finding.rule,
        "flaw": finding.flaw or None,
        "level": finding.level,
        "message": rule.say(rule.message, finding, language()),
        "why": rule.say(rule.why, finding, language()),
        "example": rule.say(rule.example, finding, language()),
        "where": {
            "path": finding.path or None,
            "section": where.section or None if where else None,
            "start": where.start if where and where.start >= 0 else None,
            "end": where.end if where and where.end >= 0 else None,
            "text": where.text or None if where else None,
        },
    }


def _tell(name: str, findings: tuple[Finding, ...], rules: RuleBook) -> None:
    """The findings for a person at a terminal."""
    print(name)
    for finding in findings:
        rule = rules[finding.rule]
        print(f"  {finding.level:<8} {rule.say(rule.message, finding, language())}")
