"""The command line as docs/cli.md promises it: shapes, exit codes, one sentence for bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from appealwriter.__main__ import main

NOTICE = """Date: November 18, 2026
Your Amazon seller account has been deactivated because items you sold may be inauthentic.
Within 72 hours send us invoices from your supplier dated within the last 365 days and a plan of
action with the root cause, the actions taken and the steps taken to prevent complaints.
ASIN: B0D7K4QX2M
"""
ANSWERS = {
    "letter_date": "2026-11-21",
    "notice": {"date": "2026-11-18"},
    "sender": {"shop": "Brightpine Home", "company": "Chengling Ltd"},
    "facts": {"lsr_10d": 6.2, "lsr_30d": {"unknown": True}},
    "causes": [{"id": "c1", "own": {"en": "Packing took three days.", "zh": "打包用了三天。"}}],
    "corrective": [
        {
            "id": "a1",
            "answers": ["c1"],
            "own": {"en": "We added a packer.", "zh": "加了一个打包员。"},
            "done": "2026-11-19",
            "exhibits": ["e1"],
        },
    ],
    "evidence": [{"id": "e1", "file": "rota.pdf", "title": {"en": "Rota", "zh": "排班表"}}],
}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    Path("answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
    Path("rota.pdf").write_bytes(b"%PDF-1.4 rota")
    Path("notice.txt").write_text(NOTICE, encoding="utf-8")
    return tmp_path


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    return code, capsys.readouterr()


def filled(capsys):
    assert (
        run(capsys, "new", "--platform", "amazon", "--reason", "late_shipment", "-o", "c.appeal")[0]
        == 0
    )
    assert run(capsys, "fill", "c.appeal", "answers.json", "-o", "c.appeal")[0] == 0


def test_a_notice_is_read_as_one_line_of_json(here, capsys):
    code, out = run(capsys, "read", "notice.txt", "--json")
    reading = json.loads(out.out)
    assert code == 0
    assert out.out.count("\n") == 1
    assert (reading["platform"], reading["reason"]) == ("amazon", "inauthentic")
    assert reading["asins"] == ["B0D7K4QX2M"]
    assert reading["deadline"] == {
        "value": 72,
        "unit": "hours",
        "words": reading["deadline"]["words"],
    }
    assert reading["candidates"][0]["reason"] == "inauthentic"
    start, end = reading["spans"]["asins"][0]
    assert NOTICE[start:end] == "B0D7K4QX2M"


def test_lines_of_json_keep_their_ids_and_order(here, capsys):
    lines = [
        {"id": f"n{n}", "text": text} for n, text in enumerate([NOTICE, "", "A recipe for soup."])
    ]
    Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    code, out = run(capsys, "read", "--jsonl", "in.jsonl")
    answers = [json.loads(line) for line in out.out.splitlines()]
    assert code == 0
    assert [answer["id"] for answer in answers] == ["n0", "n1", "n2"]
    assert [answer["is_notice"] for answer in answers] == [True, False, False]


def test_a_case_is_made_filled_checked_and_exported(here, capsys):
    filled(capsys)
    code, out = run(capsys, "check", "c.appeal", "--json")
    check = json.loads(out.out)
    assert code == 1
    assert {"no_preventive"} <= {finding["rule"] for finding in check["findings"]}
    assert check["sections"]["corrective_actions"] is True
    assert check["sections"]["preventive_actions"] is False
    assert run(capsys, "export", "c.appeal", "-o", "letter.txt")[0] == 0
    letter = Path("letter.txt").read_text(encoding="utf-8")
    assert "On November 19, 2026, we added a packer (Exhibit 1)." in letter
    assert "6.2%" in letter
    assert "record" in letter


@pytest.mark.parametrize("ending", ["docx", "txt", "html", "zip"])
def test_the_same_case_gives_the_same_bytes(here, capsys, ending):
    filled(capsys)
    for name in ("one", "two"):
        assert (
            run(capsys, "export", "c.appeal", "-o", f"{name}.{ending}", "--language", "ru")[0] == 0
        )
    assert Path(f"one.{ending}").read_bytes() == Path(f"two.{ending}").read_bytes()


def test_a_pdf_is_painted_without_a_screen(here, capsys, qapp):
    filled(capsys)
    assert run(capsys, "export", "c.appeal", "-o", "letter.pdf")[0] == 0
    assert Path("letter.pdf").read_bytes().startswith(b"%PDF")


def test_export_never_writes_over_a_file_unless_told(here, capsys):
    filled(capsys)
    Path("letter.txt").write_text("mine", encoding="utf-8")
    code, out = run(capsys, "export", "c.appeal", "-o", "letter.txt")
    assert code == 2
    assert "letter.txt" in out.err
    assert Path("letter.txt").read_text(encoding="utf-8") == "mine"
    assert run(capsys, "export", "c.appeal", "-o", "letter.txt", "--force")[0] == 0


def test_a_redacted_copy_names_neither_shop_nor_company(here, capsys):
    filled(capsys)
    run(capsys, "export", "c.appeal", "-o", "r.txt", "--redacted", "--structure", "five_part")
    text = Path("r.txt").read_text(encoding="utf-8")
    assert "Brightpine" not in text
    assert "Chengling" not in text


def test_read_back_stands_beside_each_sentence(here, capsys):
    filled(capsys)
    run(capsys, "export", "c.appeal", "-o", "b.txt", "--read-back", "zh")
    text = Path("b.txt").read_text(encoding="utf-8")
    assert "added a packer" in text
    assert "加了一个打包员" in text


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"sendr": {}}, "sendr"),
        ({"facts": {"lsr_10d": "high"}}, "facts/lsr_10d"),
        ({"facts": {"lsr_10": 6}}, "lsr_10d"),
        ({"causes": [{"phrase": "slow_packin"}]}, "slow_packing"),
        ({"corrective": [{"own": {"en": "x"}, "done": "2026-02-31"}]}, "corrective/0/done"),
        ({"structure": "sonnet"}, "three_part"),
    ],
)
def test_a_wrong_answer_is_named_with_its_place(here, capsys, answers, told):
    filled(capsys)
    Path("wrong.json").write_text(json.dumps(answers), encoding="utf-8")
    before = Path("c.appeal").read_bytes()
    code, out = run(capsys, "fill", "c.appeal", "wrong.json", "-o", "c.appeal")
    assert code == 2
    assert told in out.err
    assert Path("c.appeal").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "nothing.txt"),
        ("check", "answers.json"),
        ("export", "answers.json", "-o", "x.docx"),
        ("fill", "notice.txt", "answers.json", "-o", "x.appeal"),
        ("new", "--platform", "moon", "--reason", "other", "-o", "x.appeal"),
        ("new", "--platform", "ozon", "--reason", "late_shipment", "-o", "x.appeal"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_two(here, capsys, arguments):
    code, out = run(capsys, *arguments)
    assert code == 2
    assert out.err.strip()
    assert "Traceback" not in out.err


def test_a_finer_reason_keeps_its_parent(here, capsys):
    run(capsys, "new", "--platform", "ozon", "--reason", "suspicious_shipping", "-o", "o.appeal")
    run(capsys, "export", "o.appeal", "-o", "o.txt")
    assert Path("o.txt").read_text(encoding="utf-8")


def test_playbooks_are_listed_with_their_slots(here, capsys):
    code, out = run(capsys, "playbooks", "--json")
    books = {book["id"]: book for book in map(json.loads, out.out.splitlines())}
    assert code == 0
    assert {"amazon/late_shipment", "amazon/inauthentic", "general/other"} <= books.keys()
    assert books["amazon/late_shipment"]["cause"][0]["slots"]


def test_the_command_line_never_loads_qt():
    code = (
        "import sys; from appealwriter.__main__ import main; main(['playbooks']);"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
