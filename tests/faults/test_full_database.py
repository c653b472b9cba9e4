"""A full disk where none can be mounted: the database may not grow (`PRAGMA max_page_count`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import StorageFull
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from db import backup, engine, verify
from tests.conftest import FakeClock


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, demo: Desk) -> Desk:
    """The demo's desk; from now on its file may not grow by a page."""
    with demo.database.read() as connection:
        pages = connection.exec_driver_sql("pragma page_count").scalar_one()
    monkeypatch.setattr(engine, "PRAGMAS", (*engine.PRAGMAS, f"PRAGMA max_page_count={pages}"))
    demo.database.close()
    return demo


def test_acts_are_refused_whole_until_there_is_room(
    full: Desk, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    codes = DemoService(full).told().sample
    scans = ScanService(full)
    stored, refused, faults = [], [], set()
    for text in codes * 20:
        clock.forward(seconds=1)
        try:
            stored.append(scans.scan(ScanRequest(text)).entry)
        except StorageFull as fault:
            faults.add((fault.sentence, fault.advice))
            refused.append(text)
    assert [sentence for sentence, _ in faults] == ["The disk is full."]
    assert all("Free some space" in advice for _, advice in faults)
    assert _entries(full) >= set(stored)
    with full.database.read() as connection:
        assert verify.verify(connection, signatures=True).whole
    monkeypatch.undo()
    full.database.close()
    after = [scans.scan(ScanRequest(text)).entry for text in refused]
    assert _entries(full) >= {*stored, *after}
    with full.database.read() as connection:
        assert verify.verify(connection, signatures=True).whole


def test_a_copy_that_found_no_room_leaves_nothing(desk: Desk, demo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The driver gives no result code there; it is a full disk all the same, and no damage."""
    bare = backup._bare

    def cramped(path: Path, key: bytes) -> object:
        connection = bare(path, key)
        connection.execute("PRAGMA max_page_count=20")
        return connection

    monkeypatch.setattr(backup, "_bare", cramped)
    target = demo.home.root / "copy.db"
    with pytest.raises(StorageFull):
        backup.copy(demo.home.database, target, demo.key)
    assert not target.exists()
    assert not list(demo.home.root.glob("*.part*"))


def _entries(desk: Desk) -> set[str]:
    with desk.database.read() as connection:
        return {str(row[0]) for row in connection.exec_driver_sql("select act_id from act")}
