"""The short way for a person with one row in one list gives what the general fold gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.act import Fact
from checkin.domain.kinds import Kind
from checkin.domain.person_fold import fold_history, fold_person

TEXT = st.text(max_size=8)
SETS = st.dictionaries(st.sampled_from(["given", "family", "email", "box", "category"]), TEXT, max_size=4)
CODES = st.lists(st.tuples(st.sampled_from(["A1", "B2", "C3"]), st.sampled_from(["badge", "ticket"]), TEXT), max_size=2)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(SETS, CODES, st.booleans(), st.dictionaries(st.sampled_from(["x", "y"]), st.just("booked")), TEXT)
def test_one_listed_act_folds_alike_both_ways(values, codes, gone, bookings, key) -> None:
    codes = list({code: [code, kind, product] for code, kind, product in codes}.values())
    body = {"at": 1, "list": "list:a", "set": {"status": "confirmed"}, "gone": gone, "bookings": bookings}
    personal = {"key": key, "row": "r", "set": values, "codes": codes}
    fact = Fact("a1", "s", Kind.LISTED.value, 5, "p1", body, personal, "b")
    assert fold_person("p1", [fact]) == fold_history("p1", [fact])
