"""A copy is brought back under an open desk, which goes on as a new station at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.services.care import CareService
from checkin.services.copies import newest_copy, restore_into
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService


def test_the_newest_copy_is_told(demo: Desk) -> None:
    assert newest_copy(demo.home) is None
    made = CareService(demo).backup()
    copy = newest_copy(demo.home)
    assert copy is not None
    assert (copy.file, copy.bytes) == (made.file, made.bytes)
    assert copy.at.tzinfo is not None


def test_an_open_desk_goes_on_with_its_name_as_a_new_station(demo: Desk) -> None:
    codes = PeopleService(demo).expected_codes(2)
    scans = ScanService(demo)
    assert scans.scan(ScanRequest(codes[0])).admitted
    copy = CareService(demo).backup().file
    assert scans.scan(ScanRequest(codes[1])).admitted
    demo.rename("Main entrance")
    station = demo.identity.station_id
    done = restore_into(demo, copy)
    assert done.entries > 0
    assert demo.identity.label == "Main entrance"
    assert demo.identity.station_id != station
    assert [scans.scan(ScanRequest(code)).outcome.value for code in codes] == ["already", "admitted"]
    with demo.database.read() as connection:
        authors = {row[0] for row in connection.exec_driver_sql("select distinct author from act")}
    assert demo.identity.station_id in authors
    assert CareService(demo).verify(signatures=True).whole


def test_what_is_no_copy_changes_nothing(demo: Desk, tmp_path: Path) -> None:
    station = demo.identity.station_id
    wrong = tmp_path / "wrong.db"
    wrong.write_bytes(b"\0" * 8192)
    with pytest.raises(UserError):
        restore_into(demo, wrong)
    assert demo.identity.station_id == station
    assert PeopleService(demo).figures()["listed"] == 130
