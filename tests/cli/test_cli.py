"""The command line as docs/cli.md promises it: shapes, exit codes, one sentence for bad input."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from appealwriter.__main__ import main
from appealwriter.model.case import Case, Cause
from appealwriter.store.casefile import write_case

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


def test_lines_give_their_ids_back_as_they_were(here, capsys):
    lines = ['{"id": 7, "text": "soup"}', '{"id": null, "text": "a\u2028b\u0085c"}']
    lines += ['{"id": {"n": [1]}, "text": ""}', '{"id": "\\ud83d", "text": "\\ud83d"}\r']
    Path("in.jsonl").write_text("\n".join(lines), encoding="utf-8", newline="")
    for command in ("read", "check"):
        code, out = run(capsys, command, "--jsonl", "in.jsonl")
        answers = [json.loads(line) for line in out.out.split("\n")[:-1]]
        assert code in (0, 1)
        assert [answer["id"] for answer in answers] == [7, None, {"n": [1]}, "\ud83d"]


@pytest.mark.parametrize(
    "line",
    [
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": null}',
        '{"id": 1}',
        '{"text": "x"}',
        "[1]",
        "[" * 100_000,
        '{"id": ' + "1" * 5000 + ', "text": ""}',
    ],
)
def test_a_line_that_is_no_text_with_an_id_is_named(here, capsys, line):
    Path("in.jsonl").write_text('{"id": 1, "text": "x"}\n' + line, encoding="utf-8")
    for command in ("read", "check"):
        code, out = run(capsys, command, "--jsonl", "in.jsonl")
        assert code == 2
        assert "in.jsonl, line 2" in out.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check",), "No file is named."),
        (("read", "--json"), "No file is named."),
        (("chek", "x"), "Did you mean “check”?"),
        (("new", "--platform", "amazon", "-o", "x.appeal"), "--reason is missing."),
        (("export", "c.appeal", "-o", "x.txt", "--language", "de"), "zh, en, ru"),
        (("export", "c.appeal", "-o", "x.txt", "--structure", "sonnet"), "three_part, five_part"),
        (
            ("new", "--platform", "a", "--reason", "b", "-o", "x", "--route", "plam"),
            "Did you mean “plan”?",
        ),
        (("read", "--frob"), "--frob is not known here."),
        (("read", "--jsonl"), "--jsonl needs a value."),
    ],
)
def test_a_command_wrongly_given_gets_one_sentence(here, capsys, arguments, told):
    code, out = run(capsys, *arguments)
    assert code == 2
    assert told in out.err
    assert out.err.count("\n") == 1
    assert "usage" not in out.err
    assert "<" not in out.err


def test_a_file_with_an_odd_name_is_told_without_a_traceback(here):
    code = "import sys; from appealwriter.__main__ import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "read", "\udcff.txt"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_broken_playbook_of_ones_own_is_told_and_the_work_goes_on(here, capsys, monkeypatch):
    file = here / "own/playbooks/amazon/late_shipment.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[book", encoding="utf-8")
    monkeypatch.setenv("APPEALWRITER_DATA", str(here / "own"))
    run(capsys, "new", "--platform", "amazon", "--reason", "late_shipment", "-o", "c.appeal")
    Path("phrase.json").write_text('{"causes": [{"phrase": "slow_packing"}]}', encoding="utf-8")
    for arguments in (
        ("fill", "c.appeal", "phrase.json", "-o", "c.appeal"),
        ("export", "c.appeal", "-o", "c.txt"),
        ("playbooks",),
    ):
        code, out = run(capsys, *arguments)
        assert code == 0
        assert "late_shipment.toml is not used" in out.err


def test_a_case_file_whose_ids_are_paths_is_still_exported(here, capsys):
    case = Case("x", platform="../..", reason="a" * 5000, also=("/etc",))
    case = replace(case, causes=(Cause("c1", phrase="../../x:y"),))
    Path("odd.appeal").write_bytes(write_case(case, lambda _: None))
    code, out = run(capsys, "export", "odd.appeal", "-o", "odd.txt")
    assert (code, out.err) == (0, "")


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


def test_a_book_lists_ways_of_finding_out_and_keeps_fields_apart_from_slots(here, capsys):
    _, out = run(capsys, "playbooks", "--json")
    for book in map(json.loads, out.out.splitlines()):
        assert "order_report" in book["found_by"]
        for phrase in book["preventive"]:
            assert [field["id"] for field in phrase["fields"]] == ["owner", "rhythm", "record"]
            assert "weekly" in phrase["fields"][1]["choices"]
            assert not {"owner", "rhythm", "record"} & {slot["id"] for slot in phrase["slots"]}
        for phrase in book["corrective"]:
            assert phrase["fields"][0]["id"] == "role"


def test_people_see_platforms_and_reasons_with_and_without_a_playbook(here, capsys):
    _, out = run(capsys, "playbooks")
    lines = [line.split()[0] for line in out.out.splitlines() if line]
    assert {"amazon", "ozon", "walmart", "late_shipment", "other"} <= set(lines)
    assert "uses the general playbook" in out.out


def test_the_command_line_never_loads_qt():
    code = (
        "import sys; from appealwriter.__main__ import main; main(['playbooks']);"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr
