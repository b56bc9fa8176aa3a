import pytest

from appealwriter.base.words import Words
from appealwriter.model import place
from appealwriter.model.case import Case, Cause, Sender


def test_a_path_leads_through_fields_ids_and_mappings():
    case = Case("x", causes=(Cause("c1", slots={"days": 3}),), sender=Sender(shop="A"))
    assert place.look(case, "causes/c1/slots/days") == 3
    assert place.look(case, "sender/shop") == "A"
    assert place.look(case, "causes/c9/own") is None


def test_a_change_makes_a_new_case_and_leaves_the_old_one():
    old = Case("x", causes=(Cause("c1"),))
    new = place.put(old, "causes/c1/own", Words(en="because"))
    assert place.look(new, "causes/c1/own/en") == "because"
    assert not old.causes[0].own


def test_items_and_keys_are_added_and_removed():
    case = place.add(Case("x"), "causes", Cause("c1"))
    case = place.put(case, "facts/days", 3)
    assert place.remove(place.remove(case, "causes/c1"), "facts/days") == Case("x")


def test_a_path_that_leads_nowhere_is_refused():
    with pytest.raises(KeyError):
        place.put(Case("x"), "causes/c9/own", Words())
    with pytest.raises(KeyError):
        place.put(Case("x"), "sender/colour", "red")


def test_a_fresh_id_is_never_one_in_use():
    assert place.fresh_id((Cause("c1"), Cause("c3")), "c") == "c4"
