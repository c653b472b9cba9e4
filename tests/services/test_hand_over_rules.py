"""The hand-over rules of an event file, from the file to the verdict and back to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.lists.programme_file import read_programme, write_programme
from checkin.services.desk import Desk
from checkin.services.event_file import EventFileService
from tests.services.at_one_desk import EVENT, Front

RULES = {
    "Speaker": "Speaker's bag",
    "*": "Lanyard",
    "booked:visit": "Coach card: {door}",
    "photo:no": 'Red lanyard, "no photos"',
    "diet": "Marked meal card\nof two lines",
    "photo:": "Ask about photos",
    "booked:walk": "Map\\of the town",
    "a = b # c": "odd",
    'with "quotes" and \\': "odd too",
    "Ålesund ✓": "far",
    "[table]": "x",
    "dotted.key": "y",
    "": "nobody's",
}


def written(rules: dict[str, str]) -> str:
    import json

    lines = [f"{json.dumps(key, ensure_ascii=False)} = {json.dumps(text)}" for key, text in rules.items()]
    return EVENT + "\n[hand_over]\n" + "\n".join(lines) + "\n"


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Front:
    return Front.opened(desk, tmp_path / "lists", event=written(RULES))


def test_in_the_order_in_which_they_were_written(front: Front) -> None:
    assert list(front.programme.show().event.hand_over.items()) == list(RULES.items())
    told = [n.sentence for n in front.scan("T-1").notices if n.kind == "hand_over"]
    assert told == [
        "Speaker's bag", "Lanyard", "Coach card: Old town, on foot", 'Red lanyard, "no photos"',
        "Marked meal card\nof two lines", "Map\\of the town",
    ]  # fmt: skip
    told = [n.sentence for n in front.scan("T-2").notices if n.kind == "hand_over"]
    assert told == ["Lanyard", "Ask about photos"]


def test_a_file_that_is_shown_loads_as_it_was(front: Front, tmp_path: Path) -> None:
    shown = front.programme.show()
    (tmp_path / "shown.toml").write_text(write_programme(shown), "utf-8")
    again = read_programme(tmp_path / "shown.toml")
    assert again == shown
    assert list(again.event.hand_over.items()) == list(RULES.items())
    assert front.programme.load(again) is None


def test_rules_in_another_order_are_another_event(front: Front, tmp_path: Path) -> None:
    turned = dict(reversed(RULES.items()))
    (tmp_path / "turned.toml").write_text(written(turned), "utf-8")
    assert front.programme.load(read_programme(tmp_path / "turned.toml"))
    assert list(front.programme.show().event.hand_over) == list(turned)
    in_order = dict(sorted(RULES.items()))
    (tmp_path / "sorted.toml").write_text(written(in_order), "utf-8")
    assert front.programme.load(read_programme(tmp_path / "sorted.toml"))
    assert list(front.programme.show().event.hand_over) == list(in_order)
    assert front.is_whole()


def test_a_sealed_file_keeps_the_order(front: Front, desk: Desk, tmp_path: Path, opened: object) -> None:
    EventFileService(desk).export(tmp_path / "hills.event", "three quiet hills")
    other: Desk = opened()  # type: ignore[operator]
    EventFileService(other).load(tmp_path / "hills.event", "three quiet hills")
    assert list(Front(other, tmp_path / "other").programme.show().event.hand_over) == list(RULES)


@pytest.mark.parametrize("text", ['"*" = ""', '"*" = "  "', '"*" = 3', '"*" = ["a"]', "a.b = 'x'"])
def test_a_rule_that_is_none_is_refused(front: Front, tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.toml").write_text(f"{EVENT}\n[hand_over]\n{text}\n", "utf-8")
    with pytest.raises(UserError):
        read_programme(tmp_path / "odd.toml")


def test_a_departure_without_a_leader_is_kept(front: Front) -> None:
    """Its personal part is empty; nothing is written again by loading the same file."""
    (walk,) = front.programme.show().departures
    assert (walk.leader, walk.leader_phone) == ("", "")
    assert front.programme.load(front.programme.show()) is None
