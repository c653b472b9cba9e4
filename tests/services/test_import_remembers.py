"""What was said of a list once counts for its next version: which products are no people, which column is what."""

from __future__ import annotations

from pathlib import Path

from checkin.domain.listing import ReadOptions
from checkin.services.desk import Desk
from checkin.services.importing import ImportService

HEADER = "Order code,Attendee name: Given name,Attendee name: Family name,Product,Secret,Wer\n"
ROWS = "AAA,Ada,Lovelace,Ticket,s1,City of London\nAAA,Ada,Lovelace,Dinner,s2,City of London\n"


def write(path: Path, rows: str) -> Path:
    path.write_text(HEADER + rows, "utf-8")
    return path


def test_extras_and_columns_are_remembered(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    said = ReadOptions(mapping={"organisation": "Wer"}, extras=("Dinner",))
    first = service.run([write(tmp_path / "a.csv", ROWS)], said)
    assert (first.new, first.entitlements) == (1, 1)
    more = ROWS + "BBB,Alan,Turing,Ticket,s3,King's\nBBB,Alan,Turing,Dinner,s4,King's\n"
    second = service.run([write(tmp_path / "b.csv", more)])
    assert (second.new, second.unchanged, second.entitlements, second.vanished) == (1, 1, 2, 0)
    assert second.readings[0].mapping["organisation"] == "Wer"


def test_a_dry_run_remembers_nothing(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    path = write(tmp_path / "a.csv", ROWS)
    service.run([path], ReadOptions(extras=("Dinner",)), dry_run=True)
    assert service.run([path], dry_run=True).entitlements == 0


def test_a_list_of_other_columns_is_another_matter(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    service.run([write(tmp_path / "a.csv", ROWS)], ReadOptions(extras=("Dinner",)))
    other = tmp_path / "b.csv"
    other.write_text("First name,Last name,Product\nGrace,Hopper,Dinner\n", "utf-8")
    assert service.run([other]).new == 1
