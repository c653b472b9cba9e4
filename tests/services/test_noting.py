"""Notes for the card, and messages that are told at every scan until somebody ticks them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.domain.errors import NotFound, UserError
from checkin.domain.results import ScanResult
from checkin.services.desk import Desk
from checkin.services.noting import LONGEST
from tests.services.at_one_desk import Front


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Iterator[Front]:
    """Verified after each test."""
    made = Front.opened(desk, tmp_path / "lists")
    yield made
    assert made.is_whole()


def told(result: ScanResult) -> list[str]:
    return [n.sentence for n in result.notices if n.kind == "message"]


def message(front: Front, words: str, text: str = "Tell Marta") -> str:
    return front.notes.note(front.who(words), text, at_scan=True)[1]


def test_a_note_is_on_the_card_and_not_told(front: Front) -> None:
    attendee, entry = front.notes.note(front.who("T-1"), "Badge is torn")
    (note,) = front.card("T-1").notes
    assert (note.entry, note.text, note.operator, note.at_scan) == (entry, "Badge is torn", "organiser", False)
    assert attendee == front.who("T-1")
    assert told(front.scan("T-1")) == []
    assert "Note: Badge is torn" in [e.text for e in front.card("T-1").entries]


@pytest.mark.parametrize("text", ["", "  \n\t", "\x00\x07\x1b\x9f"])
def test_nothing_is_no_note(front: Front, text: str) -> None:
    with pytest.raises(UserError, match="needs some words"):
        front.notes.note(front.who("T-1"), text)


def test_the_longest_and_one_more(front: Front) -> None:
    front.notes.note(front.who("T-1"), "x" * LONGEST)
    front.notes.note(front.who("T-1"), f"  {'é' * LONGEST}\n\n")
    with pytest.raises(UserError, match="at most 500 characters; this one has 501"):
        front.notes.note(front.who("T-1"), "x" * (LONGEST + 1))
    assert [len(n.text) for n in front.card("T-1").notes] == [LONGEST, LONGEST]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("two\nlines\r\nand\ta tab", "two lines and a tab"),
        ("a\x00b\x07c\x1b[31md\x7fe\x85f", "a b c [31md e f"),
        ("lone \udcff byte", "lone ? byte"),
        ("Zoë 👩‍🦽 שלום می‌خواهم", "Zoë 👩‍🦽 שלום می‌خواهم"),
        ("=cmd|'/c calc'!A1 {text} %s <b>", "=cmd|'/c calc'!A1 {text} %s <b>"),
    ],
)
def test_what_is_kept_of_what_was_typed(front: Front, typed: str, kept: str) -> None:
    message(front, "T-1", typed)
    assert told(front.scan("T-1")) == [kept]


def test_a_message_is_told_until_it_is_ticked(front: Front) -> None:
    first, second = message(front, "T-1"), message(front, "T-1", "Give the envelope")
    assert told(front.scan("T-1")) == ["Tell Marta", "Give the envelope"]
    attendee, _ = front.notes.deliver(first)
    assert attendee == front.who("T-1")
    assert told(front.scan("T-1", exit=True)) == ["Give the envelope"]
    with pytest.raises(UserError, match="delivered already"):
        front.notes.deliver(first)
    front.notes.deliver(second)
    assert told(front.scan("T-1")) == []
    assert [n.delivered for n in front.card("T-1").notes] == [True, True]


def test_ticked_by_mistake(front: Front) -> None:
    entry = message(front, "T-1")
    _, ticked = front.notes.deliver(entry)
    front.undo(ticked)
    assert told(front.scan("T-1")) == ["Tell Marta"]
    front.notes.deliver(entry)
    assert told(front.scan("T-1")) == []


def test_written_by_mistake(front: Front) -> None:
    entry = message(front, "T-1")
    front.undo(entry)
    assert told(front.scan("T-1")) == []
    assert front.card("T-1").notes == ()
    with pytest.raises(NotFound, match="no message"):
        front.notes.deliver(entry)


def test_at_every_outcome(front: Front) -> None:
    """Also where nobody is let in; of an old badge nothing but the message is told."""
    badge = front.card("T-1").person.badge_code
    for code in ("T-1", "T-2", "T-3", "T-4"):
        message(front, code)
    front.correcting.correct(front.who("T-5"), {"status": "pending"})
    message(front, "T-5")
    for code, outcome, asked in (
        ("T-1", "admitted", {}), ("T-1", "already", {}), ("T-1", "left", {"exit": True}), ("T-3", "unpaid", {}),
        ("T-1", "admitted_again", {}), ("T-4", "cancelled", {}), ("T-5", "pending", {}),
        ("T-2", "not_booked", {"door": "walk"}), ("T-1", "admitted", {"door": "talk"}),
    ):  # fmt: skip
        result = front.scan(code, **asked)
        assert (result.outcome, told(result)) == (outcome, ["Tell Marta"])
    front.handing.replace(front.who("T-1"))
    revoked = front.scan(badge)
    assert (revoked.outcome, told(revoked), len(revoked.notices)) == ("revoked", ["Tell Marta"], 1)


def test_nobodys_and_another_entry(front: Front) -> None:
    with pytest.raises(NotFound):
        front.notes.note("p-nobody", "x")
    for entry in ("nothing", front.scan("T-1").entry, front.notes.note(front.who("T-1"), "only a note")[1]):
        with pytest.raises(NotFound, match="no message"):
            front.notes.deliver(entry)


def test_a_message_of_somebody_else(front: Front) -> None:
    entry = message(front, "T-1")
    with pytest.raises(NotFound):
        front.notes.deliver(entry, attendee=front.who("T-2"))
    assert told(front.scan("T-1")) == ["Tell Marta"]
    front.notes.deliver(entry, attendee=front.who("T-1"))


def test_two_that_are_one_hear_all_of_it(front: Front) -> None:
    entries = [message(front, "T-1"), message(front, "T-5", "Give the envelope")]
    front.correcting.merge(front.who("T-1"), front.who("T-5"))
    entries.append(message(front, "T-5", "And the key"))
    assert told(front.scan("T-5")) == ["Tell Marta", "Give the envelope", "And the key"]
    assert {front.notes.deliver(entry)[0] for entry in entries} == {front.who("T-1")}
    assert told(front.scan("T-1")) == []
    front.correcting.unmerge(front.who("T-1"))
    assert told(front.scan("T-5")) == []


def test_a_message_does_not_pass_on(front: Front) -> None:
    message(front, "T-1")
    done = front.instead("T-1")
    assert told(front.scan(done.badge_code)) == []
    assert [n.text for n in front.card("T-1").notes] == ["Tell Marta"]
