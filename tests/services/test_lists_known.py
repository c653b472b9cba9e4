"""Lists are told as they were brought in last; one that was taken back is not."""

from __future__ import annotations

from pathlib import Path

from checkin.services.desk import Desk
from checkin.services.importing import ImportService
from checkin.services.lists_known import ListsKnownService
from checkin.services.undo import UndoService
from tests.conftest import FakeClock


def listed(path: Path, *names: str) -> Path:
    rows = "".join(f"{name},{name},{name}@example.org\n" for name in names)
    path.write_text(f"First name,Last name,E-mail\n{rows}", "utf-8")
    return path


def test_each_list_once_with_its_newest_version_first(desk: Desk, clock: FakeClock, tmp_path: Path) -> None:
    known = ListsKnownService(desk)
    assert known.all().lists == ()
    imports = ImportService(desk)
    imports.run([listed(tmp_path / "people.csv", "Ada", "Bo")])
    clock.forward(minutes=5)
    speakers = imports.run([listed(tmp_path / "speakers.csv", "Chi")])
    clock.forward(minutes=5)
    imports.run([listed(tmp_path / "people.csv", "Ada", "Bo", "Dee")])
    told = known.all()
    assert [(one.file, one.rows) for one in told.lists] == [("people.csv", 3), ("speakers.csv", 1)]
    assert told.people == 4
    first = told.lists[0]
    assert first.at is not None
    assert first.at == clock.now
    assert (first.operator, first.station) == ("organiser", "Desk A")
    assert speakers.entry is not None
    UndoService(desk).undo(speakers.entry, "wrong list")
    assert [one.file for one in known.all().lists] == ["people.csv"]
