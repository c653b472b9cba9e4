"""Where a badge is: every path from box to hand and back, and the words for the box."""

from __future__ import annotations

from itertools import permutations

import pytest

from checkin.domain.act import Fact
from checkin.domain.badge_fold import badge_place, badge_state
from tests.factories import DAY, a_fact, a_person, undo

KINDS = {"print": "badge_printed", "hand": "badge_handed_over", "keep": "badge_kept", "lose": "badge_revoked"}


def acts(words: str) -> list[Fact]:
    """`in` checks in, `owed` checks in with a badge promised, `-` takes back the act before."""
    made: list[Fact] = []
    for n, word in enumerate(words.split(), 2):
        if word == "-":
            made.append(undo(n, made[-1].act_id))
        elif word in ("in", "owed"):
            body = {"door": "main", "day": DAY, "outcome": "admitted", "refs": []}
            made.append(a_fact("checked_in", "p1", body | ({"badge": "owed"} if word == "owed" else {}), n=n))
        else:
            made.append(a_fact(KINDS[word], "p1", {}, n=n))
    return made


PATHS = [
    ("", "none", "pre_printed"),
    ("in", "none", "pre_printed"),
    ("owed", "owed", "pre_printed"),
    ("owed print", "printed", "printed"),
    ("owed print hand", "handed_over", "handed_over"),
    ("owed - in", "none", "pre_printed"),
    ("print owed", "printed", "printed"),
    ("print - owed", "owed", "pre_printed"),
    ("hand owed", "handed_over", "handed_over"),
    ("hand keep", "kept", "kept"),
    ("hand keep hand", "handed_over", "handed_over"),
    ("hand -", "none", "pre_printed"),
    ("keep -", "none", "pre_printed"),
    ("hand keep -", "handed_over", "handed_over"),
    ("keep in", "kept", "kept"),
    ("lose", "none", "none"),
    ("hand lose", "none", "none"),
    ("lose owed", "owed", "owed"),
    ("lose print", "printed", "printed"),
    ("lose print hand lose", "none", "none"),
    ("lose keep", "kept", "kept"),
]


@pytest.mark.parametrize(("words", "plain", "boxed"), PATHS, ids=[p[0].replace(" ", "-") or "nothing" for p in PATHS])
def test_every_path(words: str, plain: str, boxed: str) -> None:
    assert a_person(*acts(words))["badge"] == plain
    assert a_person(*acts(words), box="2", number="117")["badge"] == boxed
    assert a_person(*acts(words), number="117")["badge"] == boxed


def test_the_order_of_arrival_does_not_count() -> None:
    made = acts("owed print keep -")
    wanted = a_person(*made, box="2")
    assert wanted["badge"] == "printed"
    assert all(a_person(*order, box="2") == wanted for order in permutations(made))


def test_who_is_only_listed_has_the_same_badge_by_the_fast_way() -> None:
    assert badge_state({"box": "", "number": ""}, ()) == "none"
    assert badge_state({"box": None}, ()) == "none"
    assert badge_state({"number": "1"}, ()) == "pre_printed"


def test_two_that_are_one_have_the_box_of_either() -> None:
    from tests.factories import folded, listed

    both = (listed(), listed(2, "p2", values={"box": "B"}), a_fact("merged", "p1", {"other": "p2"}, n=3))
    assert folded(*both)["badge"] == "pre_printed"
    assert badge_place(folded(*both)) == "box B"


@pytest.mark.parametrize(
    ("box", "number", "told"),
    [
        ("2", "117", "box 2, no. 117"),
        ("2", "", "box 2"),
        ("", "117", "no. 117"),
        ("Box 2", "117", "Box 2, no. 117"),
        ("BOX B", "no. 117", "BOX B, no. 117"),
        ("Tray 4", "A-17", "Tray 4, A-17"),
        ("crate", "", "crate"),
        ("Boxing hall", "", "box Boxing hall"),
        ("  3 ", " 9 ", "box 3, no. 9"),
        (" ", "\u00a0", ""),
        ("", "", ""),
        ("A–F", "0", "box A–F, no. 0"),
    ],
)
def test_the_place_in_words(box: str, number: str, told: str) -> None:
    assert badge_place({"box": box, "number": number}) == told


def test_no_place() -> None:
    assert badge_place({}) == ""
    assert badge_place({"box": None, "number": None}) == ""
