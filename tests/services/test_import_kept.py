"""What the diff says of a list's value where a desk has corrected: it is kept beside, and no badge is old for it."""

from __future__ import annotations

import pytest

from checkin.domain.list_diff import FieldChange, Touched
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.handing_over import HandingOverService
from checkin.services.people import PeopleService
from tests.services.conftest import ROWS, Lists, changed


def correct(lists: Lists, **values: str) -> None:
    CorrectingService(lists.desk).correct(PeopleService(lists.desk).resolve("T-2"), values)


def changes(lists: Lists, rows: list[dict[str, str]]) -> tuple[FieldChange, ...]:
    """What the preview tells, held against what the import then does."""
    (told,) = lists.bring(rows, dry_run=True).altered
    who = PeopleService(lists.desk).resolve("T-2")
    lists.bring(rows)
    card = PeopleService(lists.desk).card(who)
    for change in told.changes:
        stands = card.fields.get(change.label, "") if change.field == "fields" else getattr(card.person, change.field)
        assert stands == (change.old if change.kept else change.new), change
    return told.changes


def test_a_correction_stands(listed: Lists) -> None:
    correct(listed, city="Olomouc")
    told = changes(listed, changed(ROWS, 1, City="Ostrava", Category="Speaker"))
    assert told == (FieldChange("category", "Guest", "Speaker"), FieldChange("city", "Olomouc", "Ostrava", kept=True))


def test_a_decision_for_the_list_stands_too(listed: Lists) -> None:
    """Somebody took the list's value; a later one is kept beside it until somebody decides again."""
    correct(listed, city="Olomouc")
    listed.bring(changed(ROWS, 1, City="Ostrava"))
    ConflictService(listed.desk).take_theirs(ConflictService(listed.desk).all()[0].id)
    told = changes(listed, changed(ROWS, 1, City="Opava"))
    assert told == (FieldChange("city", "Ostrava", "Opava", kept=True),)
    (asked,) = ConflictService(listed.desk).all()
    assert (asked.here, asked.theirs) == ("Ostrava", "Opava")


def test_the_list_comes_round_to_what_the_desk_says(listed: Lists) -> None:
    correct(listed, city="Olomouc")
    told = changes(listed, changed(ROWS, 1, City="Olomouc"))
    assert told == (FieldChange("city", "Brno", "Olomouc"),)
    assert ConflictService(listed.desk).all() == []


def test_one_correction_stands_for_all_columns_of_the_lists_own(lists: Lists) -> None:
    rows = [{**row, "Shoe": "42", "Hat": "57"} for row in ROWS]
    lists.bring(rows)
    correct(lists, Hat="58")
    told = changes(lists, changed(rows, 1, Hat="59", Shoe="43"))
    assert told == (
        FieldChange("fields", "58", "59", "Hat", kept=True), FieldChange("fields", "42", "43", "Shoe", kept=True),
    )  # fmt: skip


@pytest.mark.parametrize("kept", [True, False])
def test_a_badge_is_old_only_where_the_value_counts(kept: bool, lists: Lists) -> None:
    rows = [{**row, "Badge box": "2", "Badge number": f"{n}"} for n, row in enumerate(ROWS, 11)]
    lists.bring(rows)
    if kept:
        correct(lists, city="Olomouc")
    result = lists.bring(changed(rows, 1, City="Ostrava"), dry_run=True)
    assert [c.touched for c in result.altered] == [() if kept else (Touched.BADGE_PRINTED,)]
    assert len(result.warnings) == (0 if kept else 1)


def test_a_badge_that_was_handed_over_lies_in_no_box(lists: Lists) -> None:
    rows = [{**row, "Badge box": "2", "Badge number": f"{n}"} for n, row in enumerate(ROWS, 11)]
    lists.bring(rows)
    HandingOverService(lists.desk).hand_over(PeopleService(lists.desk).resolve("T-2"))
    result = lists.bring(changed(rows, 1, City="Ostrava"), dry_run=True)
    assert [(c.touched, c.badge_place) for c in result.altered] == [((Touched.BADGE_PRINTED,), "")]
    assert [w.text for w in result.warnings] == ["The badge of Jan Novák is out of date: print it again."]
