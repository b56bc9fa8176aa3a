"""What `fill` takes from ANSWERS.json, and what it refuses."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from appealwriter.__main__ import main
from appealwriter.model.case import Case, Exhibit
from appealwriter.store.casefile import load_case, write_case

NOTICE = """Date: November 18, 2026
Your Amazon seller account has been deactivated because items you sold may be inauthentic.
Within 72 hours send us invoices from your supplier dated within the last 365 days and a plan of
action with the root cause, the actions taken and the steps taken to prevent complaints.
ASIN: B0D7K4QX2M
"""
SLOW = {"id": "c1", "phrase": "slow_packing"}


@pytest.fixture
def fill(tmp_path, monkeypatch, capsys):
    """Fill c.appeal, a new late-shipment case, with answers; the exit code and what was said."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    made = ["new", "--platform", "amazon", "--reason", "late_shipment", "-o", "c.appeal"]
    assert main(made) == 0

    def run(answers, out="c.appeal"):
        text = answers if isinstance(answers, str) else json.dumps(answers)
        Path("answers.json").write_text(text, encoding="utf-8")
        code = main(["fill", "c.appeal", "answers.json", "-o", out])
        return code, capsys.readouterr().err

    return run


def case() -> Case:
    return load_case(Path("c.appeal")).case


def test_a_case_from_somebody_else_cannot_make_fill_read_files(fill, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("mine")
    foreign = Case(
        "x",
        evidence=(
            Exhibit("e1", str(secret)),
            Exhibit("e2", "../" + tmp_path.name + "/secret.txt"),
            Exhibit("e3", "secret.txt"),
        ),
    )
    Path("c.appeal").write_bytes(write_case(foreign, lambda _: None))
    assert fill({"letter_date": "2026-11-21"})[0] == 0
    found = load_case(Path("c.appeal"))
    assert found.evidence == {}
    assert found.case.evidence == foreign.evidence


@pytest.mark.parametrize(
    "name", ["/etc/hostname", "../secret.txt", "a/../../secret.txt", "C:\\secret.txt", "..\\s.txt"]
)
def test_a_file_outside_of_the_answers_folder_is_refused(fill, name):
    code, told = fill({"evidence": [{"file": name}]})
    assert code == 2
    assert "evidence/0/file" in told
    assert "leads out of the folder" in told


@pytest.mark.parametrize("name", ["no such.pdf", "x" * 5000, "."])
def test_a_file_that_is_not_there_is_named(fill, name):
    code, told = fill({"evidence": [{"file": name}]})
    assert code == 2
    assert "evidence/0/file: there is no file" in told


def test_a_file_that_was_only_named_before_may_stay_so(fill):
    Path("c.appeal").write_bytes(
        write_case(Case("x", evidence=(Exhibit("e1", "named.pdf"),)), lambda _: None)
    )
    assert fill({"evidence": [{"id": "e1", "file": "named.pdf", "title": {"en": "T"}}]})[0] == 0
    assert case().evidence[0].title.en == "T"


def test_a_changed_file_is_read_again_and_a_vanished_one_keeps_its_bytes(fill):
    answers = {"evidence": [{"id": "e1", "file": "photos/a.pdf"}]}
    file = Path("photos/a.pdf")
    file.parent.mkdir()
    for content in (b"first", b"second"):
        file.write_bytes(content)
        assert fill(answers)[0] == 0
        found = load_case(Path("c.appeal"))
        assert list(found.evidence.values()) == [content]
        assert found.case.evidence[0].file == "a.pdf"
    file.unlink()
    assert fill(answers)[0] == 0
    assert list(load_case(Path("c.appeal")).evidence.values()) == [b"second"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"corrective": [{"role": "warehouse_led"}]}, "corrective/0/role: “warehouse_led” is"),
        ({"corrective": [{"role": "warehouse_led"}]}, "Did you mean “warehouse_lead”"),
        ({"preventive": [{"owner": "warehouse_led"}]}, "warehouse_lead"),
        ({"preventive": [{"rhythm": "weakly"}]}, "Did you mean “weekly”"),
        ({"preventive": [{"record": "dispatch_lag"}]}, "dispatch_log"),
        ({"causes": [{"found_by": "order_reprot"}]}, "order_report"),
        ({"causes": [{"found_by": {"own": {"en": 5}}}]}, "causes/0/found_by"),
        ({"evidence": [{"kind": "setings_screenshot"}]}, "settings_screenshot"),
        ({"evidence": [{"proves": ["a7"]}]}, "evidence/0/proves"),
        (
            {"corrective": [{"phrase": "raised_handling_time", "slots": {"who": "packer"}}]},
            "Write it beside “slots”, as “role”",
        ),
        (
            {"preventive": [{"phrase": "weekly_review", "slots": {"rhythm": "daily"}}]},
            "Write it beside “slots”, as “rhythm”",
        ),
        ({"causes": [{"own": {"en": "x"}, "slots": {"days": 1}}]}, "Only a phrase has slots"),
        ({"causes": [{**SLOW, "slots": {"real_days": "1,5"}}]}, "causes/0/slots/real_days"),
        ('{"facts": {"lsr_10d": 1e9999}}', "facts/lsr_10d"),
        ('{"facts": {"lsr_10d": NaN}}', "answers.json"),
        ('{"facts": ' + "[" * 100_000, "answers.json"),
        ("[1]", "answers.json"),
        ('{"a": 1,}', "answers.json: Line 1, column 9"),
    ],
)
def test_a_slip_is_named_with_place_and_mend(fill, answers, told):
    code, said = fill(answers)
    assert code == 2
    assert told in said
    assert "Traceback" not in said


def test_choices_by_id_or_in_own_words_or_unknown_are_taken(fill):
    answers = {
        "causes": [{**SLOW, "found_by": {"unknown": True}}],
        "corrective": [{"answers": ["c1"], "role": {"own": {"en": "our night packer"}}}],
        "preventive": [{"answers": ["c1"], "owner": "warehouse_lead", "rhythm": "weekly"}],
        "evidence": [{"kind": "settings_screenshot", "proves": ["a1", "c1"]}],
    }
    assert fill(answers) == (0, "")


def test_a_notice_given_among_the_answers_is_read_and_the_answers_win(fill):
    answers = {
        "notice": {"text": NOTICE, "date": "2026-11-17"},
        "sender": {"case_id": "mine"},
        "causes": [SLOW],
        "evidence": [{"proves": ["d1"]}],
    }
    assert fill(answers) == (0, "")
    found = case()
    assert "invoices" in [demand.asks_for for demand in found.notice.demands]
    assert found.notice.date == "2026-11-17"
    assert found.notice.asins == ("B0D7K4QX2M",)
    assert (found.platform, found.reason) == ("amazon", "late_shipment")
    assert found.also == ("inauthentic",)
    assert found.sender.case_id == "mine"
    assert found.letter_language == "en"


def test_a_notice_that_is_already_there_is_not_read_anew(fill):
    fill({"notice": {"text": NOTICE}})
    before = case()
    fill({"notice": {"text": NOTICE, "date": "2026-11-19"}})
    assert case().notice.date == "2026-11-19"
    assert case().notice.demands == before.notice.demands


def test_a_redacted_package_holds_the_letter_only(fill):
    Path("Chengling invoice.pdf").write_bytes(b"Chengling Ltd")
    answers = {
        "sender": {"company": "Chengling Ltd"},
        "evidence": [{"file": "Chengling invoice.pdf", "title": {"en": "Chengling invoice"}}],
    }
    assert fill(answers)[0] == 0
    assert main(["export", "c.appeal", "-o", "x.zip", "--redacted"]) == 0
    with ZipFile("x.zip") as package:
        assert package.namelist() == ["Letter.docx", "Letter.txt", "Exhibits.txt"]
        told = package.read("Exhibits.txt").decode("utf-8-sig")
    assert "Chengling" not in told
    assert "Exhibit 01" in told
    assert "—" in told
