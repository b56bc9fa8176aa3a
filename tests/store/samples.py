"""A case to save, and any case at all for hypothesis."""

from hypothesis import strategies as st

from appealwriter.base.text import clean
from appealwriter.base.words import Words
from appealwriter.model import case as m
from appealwriter.model.terms import Deed, Route, Stance, State, Structure

NOTICE = "您好，您的店铺因迟发率 6.2% 已被暂停。Please send a plan of action for ASIN B0TESTAA11."


def a_case(name: str = "case-1", shop: str = "晨光家居", **more) -> m.Case:
    """A short but true-to-life case."""
    given = {
        "reason": "late_shipment",
        "notice": m.Notice(text=NOTICE, date="2026-11-03", asins=("B0TESTAA11",)),
        "sender": m.Sender(shop=shop, company="深圳晨光贸易有限公司", person="李雷"),
        "facts": {"late_rate": 6.2, "order_total": {"unknown": True}},
        "causes": (
            m.Cause(
                "c1",
                phrase="amazon/late_shipment:slow_packing",
                slots={"set_days": 1, "real_days": 3},
                whys=(m.Why("w1", Words(zh="没有人核对备货时间")),),
                period={"from": "2026-09-01", "to": "2026-10-31"},
                groups=(m.Group("g1", 14), m.Group("g2", 5, known=False)),
            ),
        ),
        "corrective": (m.CorrectiveAction("a1", ("c1",), own=Words(en="We raised it."), count=8),),
        **more,
    }
    return m.Case(name, **given)


texts = st.text(max_size=20).map(clean)
ids = texts.map(lambda t: t.replace("/", "")).filter(bool)
id_lists = st.lists(texts, max_size=3).map(tuple)
words = st.builds(Words, texts, texts, texts)
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
answers = st.recursive(
    plain.filter(lambda v: v not in (float("inf"), float("-inf"))),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=6,
)
slots = st.dictionaries(texts, answers, max_size=3)


def several(kind, **fields):
    """A tuple of values of `kind`, each with an id of its own."""
    one = st.builds(kind, id=ids, **fields)
    return st.lists(one, max_size=3, unique_by=lambda item: item.id).map(tuple)


demands = several(m.Demand, asks_for=texts, words=texts, start=st.integers(-1, 99))
notices = st.builds(
    m.Notice,
    text=texts,
    asins=id_lists,
    deadline=st.none() | st.builds(m.Deadline, st.integers(0, 99), texts, texts, texts),
    demands=demands,
    states=st.dictionaries(texts, texts, max_size=2),
)
causes = several(
    m.Cause,
    phrase=texts,
    own=words,
    slots=slots,
    whys=several(m.Why, own=words),
    found_by=answers,
    period=answers,
    groups=several(m.Group, count=answers, label=words, known=st.booleans()),
)
actions = several(
    m.CorrectiveAction,
    answers=id_lists,
    own=words,
    slots=slots,
    status=st.sampled_from(Deed),
    done=texts,
    total=answers,
)
measures = several(m.PreventiveMeasure, owner=answers, measure=words, catches=words, since=texts)
rounds = st.builds(m.Round, st.integers(1, 9), texts, texts, st.sampled_from(State), texts)
cases = st.builds(
    m.Case,
    id=ids,
    title=texts,
    also=id_lists,
    route=st.sampled_from(Route),
    stance=st.sampled_from(Stance),
    structure=st.sampled_from(Structure),
    state=st.sampled_from(State),
    notice=notices,
    sender=st.builds(m.Sender, shop=texts, company=texts),
    facts=slots,
    causes=causes,
    corrective=actions,
    preventive=measures,
    evidence=several(m.Exhibit, file=texts, size=st.integers(0), title=words, proves=id_lists),
    ignored=st.lists(st.builds(m.Ignored, texts, texts, texts, texts), max_size=2).map(tuple),
    rounds=st.lists(rounds, max_size=2).map(tuple),
    wording=st.dictionaries(texts, st.integers(0, 9), max_size=2),
    declared=st.booleans(),
    private_notes=texts,
)
