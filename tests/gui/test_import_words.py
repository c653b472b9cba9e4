"""What an import tells beside its counts: values that everybody may see, and of the others that they change."""

from __future__ import annotations

import pytest

from checkin.gui.control.import_words import changes_told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("city", "Oban", "Perth"), "City: Oban → Perth"),
        (("city", "", "Perth"), "City: Perth, until now nothing"),
        (("city", "Oban", ""), "City: Oban is taken away"),
        (("status", "unpaid", "confirmed"), "Status: Not paid → Confirmed"),
        (("access", "", "wheelchair"), "Access need changes"),
        (("phone", "1", "2"), "Phone changes"),
        (("fields", "{}", "{'T-shirt': 'L'}"), "Another column changes"),
        (("valid_from", "1", "2"), "Another detail changes"),
    ],
)
def test_a_change_in_words(change: tuple[str, str, str], told: str) -> None:
    assert changes_told([("p1", *change)], {"p1": "Ada Quill"}) == [("Ada Quill", told)]


def test_all_of_one_person_stands_together_in_the_order_of_the_list() -> None:
    changes = [("p2", "city", "a", "b"), ("p1", "city", "c", "d"), ("p2", "country", "e", "f")]
    assert changes_told(changes, {"p1": "One", "p2": "Two"}) == [
        ("Two", "City: a → b; Country: e → f"), ("One", "City: c → d"),
    ]  # fmt: skip
