"""The large case of the budgets: 40 actions, 60 exhibits, 500 ASINs, about 5,000 words."""

from appealwriter.base.words import Words
from appealwriter.model.case import (
    Case,
    Cause,
    CorrectiveAction,
    Demand,
    Exhibit,
    Notice,
    PreventiveMeasure,
    Sender,
)
from appealwriter.model.terms import Structure

_OWN = (
    "The person on duty compares the printed label with the order line and the parcel weight, "
    "and puts every parcel that differs aside until the lead has seen it, number {n}"
)


def _words(n: int) -> Words:
    said = _OWN.format(n=n)
    return Words(
        zh=f"第 {n} 条：当班人员逐单核对标签、订单行、货位和重量，签字留底。", en=said, ru=said
    )


def large_case() -> Case:
    """A case at the edge of what sellers write."""
    asins = tuple(f"B0{n:08d}" for n in range(500))
    exhibits = tuple(
        Exhibit(
            f"e{n}",
            f"paper_{n}.pdf",
            size=100_000,
            title=Words(zh=f"单据 {n}", en=f"Record {n}", ru=f"Документ {n}"),
            date="2026-11-01",
        )
        for n in range(1, 61)
    )
    causes = tuple(
        Cause(
            f"c{n}",
            own=_words(n),
            found_by="order_report",
            period={"from": "2026-09-01", "to": "2026-10-31"},
        )
        for n in range(1, 11)
    )
    corrective = tuple(
        CorrectiveAction(
            f"a{n}",
            (f"c{n % 10 + 1}",),
            own=_words(n),
            done=f"2026-11-{n % 20 + 1:02d}",
            exhibits=(f"e{n}",),
        )
        for n in range(1, 41)
    )
    preventive = tuple(
        PreventiveMeasure(
            f"p{n}",
            (f"c{n % 10 + 1}",),
            own=_words(n),
            since=f"2026-11-{n % 20 + 1:02d}",
            owner="warehouse_lead",
            rhythm="daily",
            record="dispatch_log",
            catches=_words(n),
            exhibits=(f"e{n + 20}",),
        )
        for n in range(1, 31)
    )
    demands = tuple(
        Demand(f"d{n}", name, name, "confirmed")
        for n, name in enumerate(
            ("root_cause", "corrective_actions", "preventive_actions", "invoices")
        )
    )
    return Case(
        id="large",
        platform="amazon",
        reason="late_shipment",
        structure=Structure.FIVE_PART,
        letter_date="2026-11-21",
        notice=Notice(text="notice", date="2026-11-18", asins=asins, demands=demands),
        sender=Sender(shop="Brightpine Home", company="Shenzhen Chengling Trading Co., Ltd."),
        facts={"asins": asins},
        causes=causes,
        corrective=corrective,
        preventive=preventive,
        evidence=exhibits,
    )
