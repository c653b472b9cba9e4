"""A change in words: values that everybody may see, and of the others that they change."""

from __future__ import annotations

import pytest

from checkin.gui.control.import_words import change_told, field_word, is_shown, only_told, value_word


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("city", "Oban", "Perth", "City: Oban → Perth"),
        ("city", "", "Perth", "City: Perth, until now nothing"),
        ("city", "Oban", "", "City: Oban is taken away"),
        ("status", "unpaid", "confirmed", "Status: Not paid → Confirmed"),
        ("status", "strange", "confirmed", "Status: strange → Confirmed"),
    ],
)
def test_a_change_with_its_values(field: str, old: str, new: str, told: str) -> None:
    assert is_shown(field)
    assert change_told(field_word(field), value_word(field, old), value_word(field, new)) == told


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("access", "Access need changes"),
        ("diet", "Diet changes"),
        ("photo", "Photo consent changes"),
        ("email", "E-mail changes"),
        ("phone", "Phone changes"),
        ("ticket_code", "Ticket code changes"),
        ("fields", "Another column changes"),
        ("valid_from", "Another detail changes"),
    ],
)
def test_values_that_stay_off_the_screen(field: str, told: str) -> None:
    assert not is_shown(field)
    assert only_told(field_word(field)) == told
