"""What a conflict says on the screen: both values where they may stand there, and never a need or a consent."""

from __future__ import annotations

import pytest

from checkin.gui.control.conflict_words import conflicts_shown
from checkin.services.conflicts import Conflict


def told(field: str, here: str, theirs: str, *, contacts: bool = False) -> tuple[str, str]:
    conflict = Conflict("c", "field_changed_twice", "p", "Ana Ruiz", "", (), False, field, here, theirs)
    (shown,) = conflicts_shown([conflict], contacts=contacts)
    assert shown.of_field
    return shown.title, shown.sentence


def test_both_values_of_a_plain_field() -> None:
    assert told("city", "Lugo", "Vigo") == ("City", "The desk says “Lugo”, the list says “Vigo” now.")
    assert told("city", "Lugo", "")[1] == "The desk says “Lugo”, the list says nothing now."
    assert told("city", "", "Vigo")[1] == "The desk says nothing, the list says “Vigo” now."


def test_a_status_in_our_words() -> None:
    assert told("status", "confirmed", "unpaid")[1] == "The desk says “Confirmed”, the list says “Not paid” now."


@pytest.mark.parametrize("field", ["diet", "access", "photo"])
@pytest.mark.parametrize("contacts", [True, False])
def test_needs_and_consents_stand_there_nowhere(field: str, contacts: bool) -> None:
    for here, theirs in (("gluten", "vegan"), ("gluten", ""), ("", "vegan")):
        sentence = told(field, here, theirs, contacts=contacts)[1]
        assert "gluten" not in sentence
        assert "vegan" not in sentence
        assert sentence.endswith(".")


@pytest.mark.parametrize("field", ["email", "phone"])
def test_contacts_stand_only_where_they_may(field: str) -> None:
    assert "0123" not in told(field, "0123", "0124")[1]
    assert "0123" in told(field, "0123", "0124", contacts=True)[1]


@pytest.mark.parametrize("kind", ["admitted_twice", "substituted_twice", "replaced_but_came"])
def test_two_facts_are_only_seen(kind: str) -> None:
    (shown,) = conflicts_shown([Conflict("c", kind, "p", "Ana", "What happened", (), False)], contacts=False)
    assert (shown.sentence, shown.of_field) == ("What happened", False)
    assert shown.title not in ("", "Two facts")
