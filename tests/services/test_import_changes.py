"""What the diff of a list tells before anything is written: what happened already, what stands, whose badge is old."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import NotFound
from checkin.domain.list_diff import Touched
from checkin.services.badges import BadgeService
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.importing import ImportService
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from tests.services.conftest import ROWS, Lists, changed


def test_who_is_in_comes_first(listed: Lists) -> None:
    ScanService(listed.desk).scan(ScanRequest("T-2"))
    rows = changed(changed(ROWS, 0, City="Oslo"), 1, City="Ostrava")
    result = listed.bring(rows, dry_run=True)
    assert [(c.name, c.touched, c.row) for c in result.altered] == [
        ("Jan Novák", (Touched.INSIDE,), 3), ("Åse O'Neill-Şahin", (), 2),
    ]  # fmt: skip
    assert result.entry is None


def test_a_badge_that_lies_in_a_box_is_out_of_date(lists: Lists) -> None:
    rows = [{**row, "Badge box": "2", "Badge number": f"{n}"} for n, row in enumerate(ROWS, 11)]
    lists.bring(rows)
    result = lists.bring(changed(rows, 1, Organisation="Acme"), dry_run=True)
    (change,) = result.altered
    assert (change.touched, change.badge_place) == ((Touched.BADGE_PRINTED,), "box 2, no. 12")
    assert [(w.row, w.text) for w in result.warnings] == [
        (3, "The badge in box 2, no. 12 is out of date: Jan Novák."),
    ]  # fmt: skip
    phone = lists.bring(changed(rows, 1, **{"E-mail": "novak@b.example"}), dry_run=True)
    assert [c.touched for c in phone.altered] == [()], "the address does not stand on the badge"


def test_who_is_gone_is_told_with_what_happened(listed: Lists) -> None:
    ScanService(listed.desk).scan(ScanRequest("T-2"))
    result = listed.bring([ROWS[0], ROWS[2], ROWS[3]], dry_run=True)
    assert [(c.name, c.row, c.touched) for c in result.gone] == [("Jan Novák", None, (Touched.INSIDE,))]
    assert [p.name for p in result.newcomers] == []


def test_newcomers_are_told(listed: Lists) -> None:
    more = {**ROWS[0], "Ticket code": "T-9", "Given name": "Grace", "Family name": "Hopper", "E-mail": "g@h.example"}
    result = listed.bring([*ROWS, more], dry_run=True)
    assert [(p.given, p.family, p.row) for p in result.newcomers] == [("Grace", "Hopper", 6)]


def test_columns_of_the_list_change_one_by_one(lists: Lists) -> None:
    rows = [{**row, "Shoe": "42", "Hat": "57"} for row in ROWS]
    lists.bring(rows)
    result = lists.bring(changed(rows, 0, Shoe="43"), dry_run=True)
    assert [(f.field, f.label, f.old, f.new) for f in result.altered[0].changes] == [("fields", "Shoe", "42", "43")]


def test_an_earlier_version_is_told(listed: Lists) -> None:
    listed.bring(changed(ROWS, 1, City="Ostrava"))
    listed.bring(changed(ROWS, 1, City="Opava"))
    result = listed.bring(ROWS, dry_run=True)
    assert "people.csv looks like an earlier version of the list." in [w.text for w in result.warnings]
    newer = listed.bring(changed(ROWS, 1, City="Znojmo"), dry_run=True)
    assert not any("earlier version" in w.text for w in newer.warnings)


def test_mended_rows_are_a_part_of_their_list(lists: Lists, tmp_path: Path) -> None:
    """Half of the set-aside people are known: they are no newer version of the list, and nobody is lost by them."""
    rows = [{**row} for row in ROWS]
    lists.bring(rows)
    rows[0]["Status"], rows[1]["Given name"], rows[1]["Family name"] = "zanzibar", "", ""
    out = tmp_path / "aside.csv"
    first = ImportService(lists.desk).run([lists.write(rows)], save_rejected_to=out)
    assert (first.vanished, len(first.readings[0].rejected)) == (1, 2), "a row without a name is nobody's"
    text = out.read_text("utf-8-sig").replace("zanzibar", "confirmed").replace("T-2,,,", "T-2,Jan,Novák,")
    out.write_text(text, "utf-8")
    mended = ImportService(lists.desk).run([out])
    assert mended.readings[0].partial
    assert (mended.new, mended.vanished, mended.changed + mended.unchanged) == (0, 0, 2)
    again = lists.bring(ROWS)
    assert (again.unchanged, again.vanished) == (4, 0), "the mended rows stand on the same list"


def test_a_decision_for_either_value_ends_the_conflict(listed: Lists) -> None:
    people, conflicts = PeopleService(listed.desk), ConflictService(listed.desk)
    who = people.resolve("T-2")
    CorrectingService(listed.desk).correct(who, {"city": "Olomouc"})
    listed.bring(changed(ROWS, 1, City="Ostrava"))
    (conflict,) = conflicts.all()
    assert (conflict.field, conflict.here, conflict.theirs) == ("city", "Olomouc", "Ostrava")
    _, entry = conflicts.take_theirs(conflict.id)
    assert (people.card(who).person.city, conflicts.all()) == ("Ostrava", [])
    UndoService(listed.desk).undo(entry, "wrong")
    (again,) = conflicts.all()
    assert (again.id, again.here) == (conflict.id, "Olomouc")
    conflicts.keep_ours(again.id)
    assert (people.card(who).person.city, conflicts.all()) == ("Olomouc", [])
    with pytest.raises(NotFound):
        conflicts.keep_ours(again.id)
    listed.bring(changed(changed(ROWS, 1, City="Ostrava"), 1, Category="Speaker"))
    assert (people.card(who).person.city, conflicts.all()) == ("Olomouc", []), "the same value again asks nobody"
    assert CareService(listed.desk).verify().whole


def test_an_import_is_undone_around_what_the_desk_did(listed: Lists) -> None:
    people = PeopleService(listed.desk)
    before = people.card(people.resolve("T-2")).person
    entry = listed.bring(changed(changed(ROWS, 1, City="Ostrava"), 0, Category="Guest")).entry
    ScanService(listed.desk).scan(ScanRequest("T-2"))
    CorrectingService(listed.desk).correct(people.resolve("T-1"), {"organisation": "Acme"})
    UndoService(listed.desk).undo(entry, "the wrong file")
    after = people.card(people.resolve("T-2")).person
    assert (after.city, after.checked_in) == (before.city, True)
    ada = people.card(people.resolve("T-1")).person
    assert (ada.organisation, ada.category) == ("Acme", "Speaker")
    assert listed.bring(changed(ROWS, 1, City="Ostrava")).changed == 1
    assert CareService(listed.desk).verify(signatures=True).whole
    assert BadgeService(listed.desk, lambda _: None).jobs() == []  # type: ignore[arg-type,return-value]
