import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from appealwriter.base.errors import BadInput
from appealwriter.base.words import Words
from appealwriter.model.case import Case, Exhibit, Group, Why
from appealwriter.model.terms import Deed, Route
from appealwriter.store import answers as room
from appealwriter.store.answers import fill
from tests.store.samples import a_case, plain


def refusal(raw: dict, case: Case | None = None, **more) -> str:
    with pytest.raises(BadInput) as caught:
        fill(case or a_case(), raw, **more)
    return str(caught.value)


def test_what_the_file_names_is_replaced_and_the_rest_stays():
    case = fill(a_case(), {"route": "dispute", "causes": [{"own": {"en": "New."}}]})
    assert case.route is Route.DISPUTE
    assert [c.own.en for c in case.causes] == ["New."]
    assert case.corrective == a_case().corrective


def test_shop_and_notice_and_facts_are_merged_key_by_key():
    case = fill(
        a_case(),
        {"sender": {"shop": "新店"}, "notice": {"date": "2026-11-04"}, "facts": {"returns": 2}},
    )
    assert (case.sender.shop, case.sender.company) == ("新店", "深圳晨光贸易有限公司")
    assert (case.notice.date, case.notice.text) == ("2026-11-04", a_case().notice.text)
    assert case.facts == {"late_rate": 6.2, "order_total": {"unknown": True}, "returns": 2}


def test_null_empties():
    case = fill(
        a_case(),
        {
            "causes": None,
            "corrective": None,
            "sender": {"shop": None},
            "facts": {"late_rate": None},
        },
    )
    assert (case.causes, case.corrective, case.sender.shop) == ((), (), "")
    assert case.facts == {"order_total": {"unknown": True}}


def test_known_to_be_unknown_is_kept():
    unknown = {"unknown": True}
    case = fill(
        a_case(),
        {
            "facts": {"late_rate": unknown},
            "causes": [{"period": unknown, "groups": [{"count": unknown}]}],
        },
    )
    assert case.facts["late_rate"] == unknown
    assert case.causes[0].period == unknown
    assert case.causes[0].groups[0].count == unknown


def test_entries_without_an_id_get_free_ones():
    case = fill(
        Case("x"),
        {
            "causes": [{}, {"id": "c1"}, {}],
            "corrective": [{"answers": ["c2"]}],
            "preventive": [{"answers": ["c3"], "exhibits": ["e1"]}],
            "evidence": [{"file": "invoice.pdf"}],
        },
    )
    assert [c.id for c in case.causes] == ["c2", "c1", "c3"]
    assert [case.corrective[0].id, case.preventive[0].id, case.evidence[0].id] == ["a1", "p1", "e1"]


def test_whys_and_groups_may_be_plain_text_in_any_of_the_languages():
    case = fill(
        Case("x"),
        {
            "causes": [
                {
                    "whys": ["没有人核对", {"own": {"en": "No check."}}, {"ru": "Нет"}],
                    "groups": ["late parcels", {"count": 5, "label": "Без статуса"}],
                }
            ]
        },
    )
    (cause,) = case.causes
    assert cause.whys == (
        Why("w1", Words(zh="没有人核对")),
        Why("w2", Words(en="No check.")),
        Why("w3", Words(ru="Нет")),
    )
    assert cause.groups == (
        Group("g1", None, Words(en="late parcels")),
        Group("g2", 5, Words(ru="Без статуса")),
    )


def test_everything_the_document_lists_is_taken():
    case = fill(
        Case("x"),
        {
            "letter_language": "ru",
            "structure": "ozon_claim",
            "route": "plan_and_documents",
            "stance": "mixed",
            "letter_date": "2026-11-21",
            "notice": {"text": "Ваш магазин заблокирован", "date": "2026-11-20"},
            "sender": dict.fromkeys(
                [
                    *("shop", "company", "person", "role", "merchant_token"),
                    *("email", "marketplace", "addressee", "case_id"),
                ],
                "x",
            ),
            "facts": {"rate": 6.2, "orders": ["1", "2"]},
            "causes": [
                {
                    "id": "c1",
                    "phrase": "packaging:weak_box",
                    "slots": {"money": {"amount": "12.50", "currency": "USD"}},
                    "whys": ["x"],
                    "found_by": "buyer_report",
                    "period": {"from": "2026-09-01", "to": "2026-09-30"},
                    "groups": [{"id": "g", "count": 3, "label": {"en": "x"}, "known": False}],
                }
            ],
            "corrective": [
                {
                    "id": "a1",
                    "answers": ["c1"],
                    "own": {"zh": "x"},
                    "status": "partly",
                    "done": "2026-11-19",
                    "role": {"own": {"en": "packer"}},
                    "count": 3,
                    "total": 5,
                    "exhibits": ["e1"],
                }
            ],
            "preventive": [
                {
                    "id": "p1",
                    "answers": ["c1"],
                    "phrase": "x:y",
                    "slots": {},
                    "since": "2026-11-01",
                    "owner": "warehouse_lead",
                    "rhythm": "daily",
                    "record": "log",
                    "measure": {"en": "x"},
                    "catches": {"en": "x"},
                    "exhibits": [],
                }
            ],
            "evidence": [
                {
                    "id": "e1",
                    "file": "a.pdf",
                    "kind": "invoice",
                    "title": {"en": "x"},
                    "proves": ["c1"],
                    "date": "2026-01-02",
                }
            ],
            "private_notes": "x",
        },
    )
    assert case.corrective[0].status is Deed.PARTLY
    assert case.facts["orders"] == ("1", "2")
    assert case.causes[0].groups == (Group("g", 3, Words(en="x"), known=False),)


def test_the_stored_bytes_stay_with_an_exhibit_that_keeps_id_and_file():
    kept = Exhibit("e1", "a.pdf", hash="ab" * 32, size=7)
    case = fill(
        a_case(evidence=(kept,)),
        {"evidence": [{"id": "e1", "file": "a.pdf", "kind": "invoice"}, {"file": "b.pdf"}]},
    )
    assert [(e.hash, e.size, e.kind) for e in case.evidence] == [
        ("ab" * 32, 7, "invoice"),
        ("", 0, ""),
    ]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ({"sende": {}}, "sende: there is no field of this name. Did you mean “sender”?"),
        ({"title": "x"}, "title: there is no field"),
        ({"notice": {"asins": []}}, "notice/asins: there is no field"),
        ({"evidence": [{"hash": "x"}]}, "evidence/0/hash: there is no field"),
        ({"causes": [{"slot": {}}]}, "causes/0/slot: there is no field"),
        ({"causes": "x"}, "causes: this should be a list"),
        ({"causes": [5]}, "causes/0: this should be an object"),
        ({"causes": [{"id": 5}]}, "causes/0/id: this should be a text"),
        ({"causes": [{"whys": [5]}]}, "causes/0/whys/0: this should be an object"),
        ({"causes": [{"own": {"de": "x"}}]}, "causes/0/own/de: there is no field"),
        ({"causes": [{"period": "May"}]}, "causes/0/period: this should be a period"),
        ({"causes": [{"period": {"until": "x"}}]}, "causes/0/period/until: there is no field"),
        ({"facts": []}, "facts: this should be an object"),
        ({"route": "appeal"}, "route: “appeal” is not one of the choices. Choose one of: plan, "),
        ({"letter_language": "de"}, "letter_language: “de” is not one of the choices"),
        ({"corrective": [{"status": "did"}]}, "Choose one of: done, partly, planned."),
        ({"corrective": [{"count": "many"}]}, "corrective/0/count: this should be a count"),
        ({"corrective": [{"count": -1}]}, "corrective/0/count: this should be a count"),
        ({"preventive": [{"owner": 5}]}, "preventive/0/owner: this should be the id of a choice"),
        ({"letter_date": "2026-02-31"}, "letter_date: “2026-02-31” is not a date"),
        ({"notice": {"date": "3 Nov"}}, "notice/date: “3 Nov” is not a date"),
        ({"corrective": [{"done": "2026-13-01"}]}, "corrective/0/done: “2026-13-01” is not a date"),
        ({"causes": [{"period": {"from": 5}}]}, "causes/0/period/from: “5” is not a date"),
        (
            {"causes": [{"period": {"from": "2026-02-02", "to": "2026-02-01"}}]},
            "causes/0/period: the period ends before it begins",
        ),
        ({"corrective": [{"answers": ["c9"]}]}, "corrective/0/answers: there is no cause with"),
        ({"preventive": [{"exhibits": ["e1"]}]}, "preventive/0/exhibits: there is no piece of"),
        ({"causes": [{"phrase": "a:b", "own": {"en": "x"}}]}, "causes/0: a phrase and own words"),
        ({"evidence": [{"proves": ["a9"]}]}, "evidence/0/proves: there is no demand, cause"),
        ({"corrective": [{"total": 10**12}]}, "corrective/0/total: this should be a count"),
        ({"causes": [{"id": "c"}, {"id": "c"}]}, "causes/1: the id “c” is given twice"),
    ],
)
def test_a_wrong_answer_is_named_with_its_place_and_the_mend(raw, said):
    assert said in refusal(raw)


def test_the_playbook_is_asked_about_every_fact_and_slot():
    asked = []
    raw = {
        "facts": {"rate": 5, "gone": None},
        "causes": [{"phrase": "a:b", "slots": {"days": 3}}],
        "preventive": [{"phrase": "c:d", "slots": {"since": {"unknown": True}}}],
    }
    fill(a_case(), raw, lambda path, name, answer: asked.append((path, name, answer)))
    assert sorted(asked, key=lambda a: a[0]) == [
        ("causes/0/slots/days", "a:b", 3),
        ("facts/gone", "gone", None),
        ("facts/rate", "rate", 5),
        ("preventive/0/slots/since", "c:d", {"unknown": True}),
    ]


def test_the_playbook_is_asked_about_every_choice_beside_the_slots():
    asked = []
    raw = {
        "causes": [{"found_by": "x"}],
        "corrective": [{"role": "y"}],
        "preventive": [{"owner": "z", "rhythm": "", "record": {"own": {"en": "log"}}}],
        "evidence": [{"kind": "k"}],
    }
    fill(a_case(), raw, lambda path, name, answer: asked.append((path, answer)))
    assert asked == [
        ("causes/0/found_by", "x"),
        ("corrective/0/role", "y"),
        ("preventive/0/owner", "z"),
        ("preventive/0/record", {"own": {"en": "log"}}),
        ("evidence/0/kind", "k"),
    ]


def test_an_exhibit_given_with_its_folder_keeps_the_bytes_stored_under_its_bare_name():
    kept = Exhibit("e1", "a.pdf", hash="ab" * 32, size=7)
    case = fill(a_case(evidence=(kept,)), {"evidence": [{"id": "e1", "file": "photos/a.pdf"}]})
    assert case.evidence[0].hash == "ab" * 32


def test_what_the_playbook_says_is_passed_on_with_the_place():
    said = refusal({"facts": {"rate": "x"}}, check=lambda *_: "A percentage is needed.")
    assert said == "facts/rate: A percentage is needed."


def test_the_given_mapping_is_left_as_it_was():
    raw = {"causes": [{"whys": ["x"]}], "corrective": [{}]}
    before = json.dumps(raw)
    fill(a_case(), raw)
    assert json.dumps(raw) == before


rubbish = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                ["id", "own", "slots", "period", "whys", "groups", "from", "en", "count"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(room._OPEN[Case]), rubbish, max_size=3))
@settings(max_examples=300, deadline=None)
def test_rubbish_is_refused_or_taken_never_a_crash(raw):
    with suppress(BadInput):
        fill(a_case(), raw)
