"""A restored desk goes on as a new station: the old chain stays whole, new acts stand in a chain of their own."""

from __future__ import annotations

from pathlib import Path

from checkin.paths import Home
from checkin.services.care import CareService, restore
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService


def test_a_restored_desk_is_a_new_station(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    desk = Desk(home, station="Desk A")
    DemoService(desk).make()
    codes = DemoService(desk).told().sample
    scans = ScanService(desk)
    assert scans.scan(ScanRequest(codes[0])).admitted
    copy = CareService(desk).backup(tmp_path / "copy.db").file
    old = desk.identity
    assert scans.scan(ScanRequest(codes[1])).admitted
    desk.close()
    restore(home, copy)
    again = Desk(home)
    try:
        assert again.identity.station_id != old.station_id
        assert again.identity.pubkey != old.pubkey
        assert (again.identity.label, again.identity.event_key) == (old.label, old.event_key)
        outcomes = [ScanService(again).scan(ScanRequest(code)).outcome.value for code in codes[:2]]
        assert outcomes == ["already", "admitted"]
        report = CareService(again).verify(signatures=True)
        assert report.whole, report
    finally:
        again.close()
