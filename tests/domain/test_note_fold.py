"""Notes and messages: told until somebody ticked them, in the same words on every desk."""

from __future__ import annotations

from itertools import permutations

from checkin.domain.act import Fact
from checkin.domain.note_fold import notes_of
from checkin.domain.notices import notices_of
from tests.factories import a_fact, a_person, an_event, folded, listed, undo


def noted(n: int, text: str = "Tell Marta", *, at_scan: bool = True, subject: str = "p1") -> Fact:
    return a_fact("noted", subject, {"at_scan": True} if at_scan else {}, {"text": text}, n=n)


def delivered(n: int, *refs: str, **named: str) -> Fact:
    return a_fact("message_delivered", named.get("subject", "p1"), {"refs": list(refs)}, n=n, **_station(named))


def _station(named: dict[str, str]) -> dict[str, str]:
    return {"station": named["station"]} if "station" in named else {}


def messages(*facts: Fact) -> list[str]:
    return [n.sentence for n in notices_of(a_person(*facts), an_event()) if n.kind == "message"]


def test_a_message_waits_until_it_is_delivered() -> None:
    one, two = noted(2), noted(3, "Give the envelope")
    assert messages(one, two) == ["Tell Marta", "Give the envelope"]
    assert messages(one, two, delivered(4, one.act_id)) == ["Give the envelope"]
    assert all(n.urgent for n in notices_of(a_person(one), an_event()))


def test_a_note_is_for_the_card_only() -> None:
    note = noted(2, at_scan=False)
    assert messages(note) == []
    assert [n["text"] for n in a_person(note)["notes"]] == ["Tell Marta"]


def test_a_person_without_notes_has_no_such_key() -> None:
    assert "notes" not in a_person()
    note = noted(2)
    assert "notes" not in a_person(note, undo(3, note.act_id))


def test_two_desks_tick_the_same_message() -> None:
    note = noted(2)
    twice = (note, delivered(3, note.act_id), delivered(3, note.act_id, station="B"))
    for order in permutations(twice):
        assert messages(*order) == []
    first, second = twice[1:]
    assert messages(*twice, undo(5, first.act_id)) == []
    assert messages(*twice, undo(5, first.act_id), undo(6, second.act_id)) == ["Tell Marta"]


def test_a_tick_that_came_before_its_message() -> None:
    note = noted(9)
    assert messages(delivered(3, note.act_id), note) == []


def test_what_was_erased_is_not_told() -> None:
    note = noted(2)._replace(personal={})
    assert messages(note) == []
    assert notes_of([note])[0]["text"] is None


def test_two_that_are_one_have_all_their_notes() -> None:
    state = folded(
        listed(), listed(2, "p2"), noted(3), noted(4, "Badge is torn", subject="p2", at_scan=False),
        a_fact("merged", "p1", {"other": "p2"}, n=5),
    )  # fmt: skip
    assert [n["text"] for n in state["notes"]] == ["Tell Marta", "Badge is torn"]


def test_a_note_tells_who_wrote_it_and_when() -> None:
    note = noted(2)
    (found,) = notes_of([note])
    assert found == {
        "entry": note.act_id, "text": "Tell Marta", "at": note.body["at"], "op": "operator:organiser", "at_scan": True,
        "delivered": False,
    }  # fmt: skip
