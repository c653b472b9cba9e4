"""What a second import changes: exactly what differs, person by person, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.listing import ReadOptions
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.import_run import ImportResult
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from tests.services.conftest import ROWS, Lists, accounted, changed


def whole(desk: Desk) -> str:
    report = CareService(desk).verify(signatures=True)
    assert report.whole, report
    return report.state_digest


def person(desk: Desk, code: str) -> object:
    service = PeopleService(desk)
    return service.card(service.resolve(code))


def told(result: ImportResult) -> list[tuple[str, str, str]]:
    return [(f.field, f.old, f.new) for change in result.altered for f in change.changes]


def counts(result: object) -> tuple[int, int, int, int]:
    return result.new, result.changed, result.unchanged, result.vanished  # type: ignore[attr-defined]


def test_the_same_list_again_writes_nothing(listed: Lists) -> None:
    before = whole(listed.desk)
    again = listed.bring(ROWS)
    assert counts(again) == (0, 0, 4, 0)
    assert again.entry is None
    assert whole(listed.desk) == before


def test_order_of_rows_and_columns_does_not_count(listed: Lists) -> None:
    columns = list(reversed(ROWS[0]))
    path = listed.write(list(reversed(ROWS)), columns=columns)
    assert counts(listed.service.run([path])) == (0, 0, 4, 0)


def test_order_of_further_columns_does_not_count(lists: Lists) -> None:
    rows = [{**row, "Shoe": "42", "Hat": "57"} for row in ROWS]
    lists.bring(rows)
    path = lists.write(rows, columns=["Hat", "Shoe", *ROWS[0]])
    assert counts(lists.service.run([path])) == (0, 0, 4, 0)


def test_one_cell_changes_exactly_that_field(listed: Lists) -> None:
    result = listed.bring(changed(ROWS, 1, City="Ostrava"))
    assert counts(result) == (0, 1, 3, 0)
    attendee = PeopleService(listed.desk).resolve("T-2")
    assert told(result) == [("city", "Brno", "Ostrava")]
    assert result.altered[0].attendee == attendee
    assert person(listed.desk, "T-2").person.city == "Ostrava"  # type: ignore[attr-defined]
    assert counts(listed.bring(changed(ROWS, 1, City="Ostrava"))) == (0, 0, 4, 0)
    whole(listed.desk)


def test_a_status_changes_what_the_door_says(listed: Lists) -> None:
    result = listed.bring(changed(ROWS, 2, Status="confirmed"))
    assert told(result) == [("status", "unpaid", "confirmed")]
    assert ScanService(listed.desk).scan(ScanRequest("T-3")).admitted


def test_an_emptied_cell_is_empty(listed: Lists) -> None:
    result = listed.bring(changed(ROWS, 0, Organisation=""))
    assert told(result) == [("organisation", "Høyskolen", "")]
    assert person(listed.desk, "T-1").person.organisation == ""  # type: ignore[attr-defined]
    assert counts(listed.bring(changed(ROWS, 0, Organisation=""))) == (0, 0, 4, 0)


def test_a_new_name_at_the_same_ticket_is_the_same_person(listed: Lists) -> None:
    attendee = PeopleService(listed.desk).resolve("T-2")
    result = listed.bring(changed(ROWS, 1, Family_name="Nowak"))
    assert [(c.attendee, c.changes[0].field) for c in result.altered] == [(attendee, "family")]
    found = PeopleService(listed.desk).search("nowak")
    assert [p.attendee for p, _ in found] == [attendee]
    # The old name is now one slip away from the new one, no more.
    assert all(score < 60 for _, score in PeopleService(listed.desk).search("novak"))


def test_who_vanishes_stays_and_may_come_back(listed: Lists) -> None:
    attendee = PeopleService(listed.desk).resolve("T-2")
    without = [row for row in ROWS if row["Ticket code"] != "T-2"]
    assert counts(listed.bring(without)) == (0, 0, 3, 1)
    assert counts(listed.bring(without)) == (0, 0, 3, 0)
    scanned = ScanService(listed.desk).scan(ScanRequest("T-2"))
    assert scanned.admitted
    assert "list" in {n.kind for n in scanned.notices}
    back = listed.bring(ROWS)
    assert counts(back) == (0, 1, 3, 0)
    assert PeopleService(listed.desk).resolve("T-2") == attendee
    card = person(listed.desk, "T-2")
    assert "list" not in {n.kind for n in card.notices}  # type: ignore[attr-defined]
    whole(listed.desk)


def test_a_newer_version_may_have_another_column(listed: Lists) -> None:
    rows = [{**row, "Country": "Norway" if n == 0 else ""} for n, row in enumerate(ROWS)]
    result = listed.bring(rows)
    assert counts(result) == (0, 1, 3, 0)
    assert told(result) == [("country", "", "Norway")]
    assert counts(listed.bring(rows)) == (0, 0, 4, 0)


def test_a_newer_version_may_lack_a_column(listed: Lists) -> None:
    rows = [{k: v for k, v in row.items() if k != "City"} for row in ROWS]
    assert counts(listed.bring(rows))[3] == 0
    assert counts(listed.bring(rows)) == (0, 0, 4, 0)


@pytest.mark.parametrize("name", ["people.csv", "others.csv"])
def test_a_list_of_other_people_lets_nobody_vanish(name: str, listed: Lists) -> None:
    """Less than half of its keys are known: another list, whatever the file is called."""
    others = [
        {**ROWS[1], "Ticket code": f"U-{n}", "Given name": f"Other{n}", "E-mail": f"o{n}@x.example"} for n in range(5)
    ]
    result = listed.bring(others, name)
    assert counts(result) == (5, 0, 0, 0)
    assert counts(listed.bring(others, name)) == (0, 0, 5, 0)
    assert counts(listed.bring(ROWS)) == (0, 0, 4, 0)
    fewer = listed.bring(others[:3], name)
    assert counts(fewer) == (0, 0, 3, 2)
    assert counts(listed.bring(ROWS)) == (0, 0, 4, 0)


def test_half_known_is_a_newer_version(listed: Lists) -> None:
    half = [*ROWS[:2], *({**ROWS[1], "Ticket code": f"N-{n}", "E-mail": f"n{n}@x.example"} for n in (1, 2))]
    assert counts(listed.bring(half)) == (2, 0, 2, 2)


def test_people_of_another_list_are_recognised(listed: Lists) -> None:
    """The same person on a list of speakers without tickets: one person, known by name and address."""
    speakers = [{"Name": "Åse O'Neill-Şahin", "E-mail": "ase@a.example", "Phone": "+44 7700 900321"}]
    result = listed.bring(speakers, "speakers.csv")
    assert (result.new, result.changed, result.vanished) == (0, 1, 0)
    card = person(listed.desk, "T-1")
    assert card.phone == "+44 7700 900321"  # type: ignore[attr-defined]
    assert card.person.organisation == "Høyskolen"  # type: ignore[attr-defined]
    assert counts(listed.bring(speakers, "speakers.csv")) == (0, 0, 1, 0)
    assert counts(listed.bring(ROWS)) == (0, 0, 4, 0)


def test_a_correction_stands_and_becomes_a_conflict(listed: Lists) -> None:
    service, correcting = PeopleService(listed.desk), CorrectingService(listed.desk)
    correcting.correct(service.resolve("T-2"), {"city": "Olomouc"})
    assert counts(listed.bring(ROWS)) == (0, 0, 4, 0)
    assert ConflictService(listed.desk).all() == []
    result = listed.bring(changed(ROWS, 1, City="Ostrava"))
    assert result.changed == 1, "compared with the list's last version"
    assert told(result) == [("city", "Olomouc", "Ostrava")]
    assert result.altered[0].changes[0].kept, "the correction stands"
    assert person(listed.desk, "T-2").person.city == "Olomouc"  # type: ignore[attr-defined]
    conflict = ConflictService(listed.desk).all()[0]
    assert (conflict.kind, conflict.attendee) == ("field_changed_twice", service.resolve("T-2"))
    assert len(conflict.entries) == 2
    whole(listed.desk)


def test_other_fields_of_a_corrected_person_follow_the_list(listed: Lists) -> None:
    service = PeopleService(listed.desk)
    CorrectingService(listed.desk).correct(service.resolve("T-2"), {"city": "Olomouc"})
    listed.bring(changed(ROWS, 1, Category="Speaker"))
    card = service.card(service.resolve("T-2"))
    assert (card.person.city, card.person.category) == ("Olomouc", "Speaker")
    assert ConflictService(listed.desk).all() == []


def test_a_new_ticket_replaces_the_old_one(lists: Lists) -> None:
    """A list keyed by its own ids: the same person, another ticket; the old code dies."""
    rows = [{"ID": "1", "Ticket code": "OLD-1", "Name": "Mia Brown", "E-mail": "mia@x.example"},
            {"ID": "2", "Ticket code": "OLD-2", "Name": "Leo Brown", "E-mail": "leo@x.example"}]  # fmt: skip
    lists.bring(rows)
    result = lists.bring(changed(rows, 0, Ticket_code="NEW-1"))
    assert (result.new, result.changed, result.unchanged) == (0, 1, 1)
    scans = ScanService(lists.desk)
    assert scans.scan(ScanRequest("OLD-1")).outcome == "revoked"
    assert scans.scan(ScanRequest("NEW-1")).admitted
    assert scans.scan(ScanRequest("OLD-2")).admitted


def test_rows_of_all_files_are_accounted_for(lists: Lists) -> None:
    one = lists.write([*ROWS, ROWS[0], {"E-mail": "nameless@x.example"}], "one.csv")
    two = lists.write([{"Name": "Zoë New", "E-mail": "zoe@x.example"}, {"Name": "", "E-mail": ""}], "two.csv")
    result = lists.service.run([one, two])
    assert result.new == 5
    assert result.merged == 1
    assert sum(len(r.rejected) for r in result.readings) == 1
    assert result.rows == accounted(result)
    assert [r.rows for r in result.readings] == [6, 1]


def test_extras_belong_to_their_holder(lists: Lists) -> None:
    rows = [
        {"Order code": "ABC12", "Attendee name": "Mia Brown", "Product": "Ticket", "Secret": "SECRET-1"},
        {"Order code": "ABC12", "Attendee name": "Mia Brown", "Product": "Dinner – vegan", "Secret": "SECRET-2"},
        {"Order code": "ZZZ99", "Attendee name": "Nobody Here", "Product": "Dinner – fish", "Secret": "SECRET-3"},
    ]
    result = lists.service.run([lists.write(rows)], ReadOptions(extras=("DINNER",)))
    assert (result.new, result.entitlements) == (1, 2)
    scans = ScanService(lists.desk)
    holder = scans.scan(ScanRequest("SECRET-2"))
    assert holder.admitted
    assert holder.name == "Mia Brown"
    assert "entitlement" in {n.kind for n in holder.notices}
    assert scans.scan(ScanRequest("SECRET-1")).outcome == "already"
    assert scans.scan(ScanRequest("SECRET-3")).outcome == "unknown"
    again = lists.service.run([lists.write(rows)], ReadOptions(extras=("dinner",)))
    assert (again.new, again.changed, again.unchanged, again.entitlements) == (0, 0, 1, 2)


def test_guests_count_as_rows_and_people(lists: Lists) -> None:
    rows = [{"Name": "Mia Brown", "E-mail": "mia@x.example", "Guests": "Ben Brown; Zoë Brown"},
            {"Name": "Leo Gray", "E-mail": "leo@x.example", "Guests": "+2"}]  # fmt: skip
    result = lists.bring(rows)
    assert (result.rows, result.new) == (6, 6)
    assert counts(lists.bring(rows)) == (0, 0, 6, 0)


def test_one_file_of_two_that_cannot_be_read_brings_in_nothing(listed: Lists, tmp_path: Path) -> None:
    from checkin.domain.errors import CheckinError

    before = whole(listed.desk)
    good = listed.write([{"Name": "Zoë New", "E-mail": "zoe@x.example"}], "good.csv")
    with pytest.raises(CheckinError):
        listed.service.run([good, tmp_path / "missing.csv"])
    assert whole(listed.desk) == before
