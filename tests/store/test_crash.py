"""The power goes while the program saves: nothing that was acknowledged may be lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from appealwriter.store.casefile import load_case
from appealwriter.store.drafts import Drafts

SAVING = """
import sys
from dataclasses import replace
from pathlib import Path
from appealwriter.model.case import Case
from appealwriter.store.casefile import write_case
from appealwriter.store.atomic import write_atomic
from appealwriter.store.drafts import Drafts
from appealwriter.store.entries import Summary

folder = Path(sys.argv[1])
drafts = Drafts(folder)
case = Case("case-1", private_notes="x" * 30_000)
for n in range(1_000_000):
    case = replace(case, title=str(n))
    drafts.autosave(case, Summary(letter=str(n)))
    write_atomic(folder / "copy.appeal", write_case(case, lambda _: None))
    print(n, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 40, 150])
def test_a_killed_program_loses_nothing_it_called_saved(folder: Path, lines: int):
    folder.mkdir()
    command = [sys.executable, "-c", SAVING, str(folder)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        for _ in range(lines):
            process.stdout.readline()
        process.kill()
        said = [line for line in process.stdout.read().splitlines() if line]
    acknowledged = int(said[-1]) if said else lines - 1
    opened = Drafts.open(folder)
    assert opened.news == ""
    assert int(opened.drafts.load("case-1").title) in (acknowledged, acknowledged + 1)
    assert int(load_case(folder / "copy.appeal").case.title) in (acknowledged, acknowledged + 1)
    opened.drafts.close()
