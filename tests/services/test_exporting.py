"""Attendance and scans on the way out: every row, typed, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from checkin.domain.errors import CheckinError, UserError
from checkin.domain.people import WalkIn
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.exporting import ATTENDANCE, SCANS, ExportService
from checkin.services.people import PeopleService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.services.conftest import ROWS, Lists, changed

Row = dict[str, Any]
HARMFUL = ["=1+1", "+44 20 7946 0000", "-2+3", "@SUM(A1)", "\tTAB", "\rCR", '=HYPERLINK("http://x")', "'=1", "#REF!"]


def of_csv(path: Path, delimiter: str = ",") -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def of_xlsx(path: Path) -> list[Row]:
    grid = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return [dict(zip(grid[0], row, strict=True)) for row in grid[1:]]


def of_json(path: Path) -> list[Row]:
    return json.loads(path.read_text("utf-8"))


READERS: dict[str, Callable[[Path], list[Row]]] = {"csv": of_csv, "xlsx": of_xlsx, "json": of_json}


@pytest.fixture
def used(glasgow: Desk) -> Desk:
    """The demo after a morning: two in, one of them twice scanned, one undone, one walk-in, refusals."""
    scans = ScanService(glasgow)
    codes = [p.badge_code for p, _ in PeopleService(glasgow).search("glasgow", 20) if p.status == "confirmed"]
    for code in (codes[0], codes[0], codes[1], "NOT-OURS", "", "=cmd|' /C calc'!A0"):
        scans.scan(ScanRequest(code))
    UndoService(glasgow).undo(scans.scan(ScanRequest(codes[2])).entry, "wrong person")
    WalkInService(glasgow).register(WalkIn("=1+1", "@Family", "+x@x.example", organisation="-Org", city="Zürich"))
    scans.scan(ScanRequest(codes[1], exit=True))
    return glasgow


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_attendance_has_everybody_once(kind: str, used: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    assert ExportService(used).write("attendance", path) == 131
    rows = READERS[kind](path)
    assert len(rows) == 131
    assert list(rows[0]) == list(ATTENDANCE)
    assert len({row["attendee"] for row in rows}) == 131
    inside = [row for row in rows if row["checked_in"] in (True, "yes")]
    assert len(inside) == 3
    assert [row for row in rows if row["walk_in"] in (True, "yes")] == [rows[-1]]
    first = next(row for row in inside if row not in rows[-1:])
    assert first["first_station"] == "Desk A"
    assert first["first_operator"] == "organiser"
    moment = datetime.fromisoformat(first["first_at"])
    assert moment.utcoffset() == moment.astimezone(ZoneInfo("Europe/London")).utcoffset()
    assert moment == datetime.fromisoformat("2026-03-24T09:00:00+00:00")


def test_the_three_formats_say_the_same(used: Desk, tmp_path: Path) -> None:
    service = ExportService(used)
    said = {}
    for kind, read in READERS.items():
        for what in ("attendance", "scans"):
            service.write(what, tmp_path / f"{what}.{kind}")
            rows = read(tmp_path / f"{what}.{kind}")
            said[kind, what] = [{k: plain(v) for k, v in row.items()} for row in rows]
    for what in ("attendance", "scans"):
        assert said["csv", what] == said["xlsx", what] == said["json", what]


def plain(value: Any) -> str:
    text = "" if value is None else {True: "yes", False: "no"}.get(value, str(value)) if value in (0, 1) else str(value)
    if isinstance(value, bool):
        text = "yes" if value else "no"
    elif isinstance(value, int):
        text = str(value)
    return text.removeprefix("'")


def test_types_in_a_workbook(used: Desk, tmp_path: Path) -> None:
    ExportService(used).write("attendance", tmp_path / "a.xlsx")
    row = of_xlsx(tmp_path / "a.xlsx")[-1]
    assert row["checked_in"] is True
    assert row["scans"] == 1
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.worksheets[0].freeze_panes == "A2"
    assert all(cell.data_type != "f" for line in book.worksheets[0].iter_rows() for cell in line)


@pytest.mark.parametrize("text", HARMFUL)
def test_no_cell_is_a_formula(text: str, lists: Lists, tmp_path: Path) -> None:
    """Whatever a list, a walk-in or a scanner brings."""
    lists.bring(changed(ROWS, 0, Organisation=text))
    WalkInService(lists.desk).register(WalkIn(text + "a", "b", city=text + "c"))
    ScanService(lists.desk).scan(ScanRequest(text))
    service = ExportService(lists.desk)
    for what in ("attendance", "scans"):
        service.write(what, tmp_path / "x.csv")
        for row in of_csv(tmp_path / "x.csv"):
            assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for cell in row.values()), row
        service.write(what, tmp_path / "x.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
        assert all(cell.data_type in ("s", "n", "b") for line in sheet.iter_rows() for cell in line)


def test_an_export_comes_back_as_a_list(used: Desk, opened: Callable[..., Desk], tmp_path: Path) -> None:
    """Marta sends her attendance to another desk: the same people, guards taken away again."""
    for kind in ("csv", "xlsx"):
        ExportService(used).write("attendance", tmp_path / f"a.{kind}")
        other = opened()
        lists = Lists(other, tmp_path)
        result = lists.service.run([tmp_path / f"a.{kind}"])
        assert result.new == 131
        assert not [r for reading in result.readings for r in reading.rejected]
        mine, theirs = ({p.name for p, _ in everybody(desk)} for desk in (used, other))
        assert mine == theirs
        assert "=1+1 @Family" in theirs


def everybody(desk: Desk) -> list[Any]:
    from db.queries import people

    with desk.database.read() as connection:
        today = desk.today(connection, desk.now())
        return [(person, 0) for _, person in people.states_and_persons(connection, today)]


def test_scans_hold_refusals_and_what_was_undone(used: Desk, tmp_path: Path) -> None:
    assert ExportService(used).write("scans", tmp_path / "s.json") == 8
    rows = of_json(tmp_path / "s.json")
    assert list(rows[0]) == list(SCANS)
    outcomes = [row["outcome"] for row in rows]
    assert outcomes == ["admitted", "already", "admitted", "unknown", "unreadable", outcomes[5], "admitted", "left"]
    assert outcomes[5] in ("unknown", "unreadable")
    assert [row["undone"] for row in rows] == [False] * 6 + [True, False]
    assert rows[5]["payload"] == "=cmd|' /C calc'!A0"
    assert rows[3]["attendee"] == ""
    assert rows[1]["attendee"] == rows[0]["attendee"]
    assert rows[1]["name"]


def test_scans_name_merged_people_as_the_attendance_does(listed: Lists, tmp_path: Path) -> None:
    scans, people = ScanService(listed.desk), PeopleService(listed.desk)
    scans.scan(ScanRequest("T-1"))
    scans.scan(ScanRequest("T-2"))
    CorrectingService(listed.desk).merge(people.resolve("T-1"), people.resolve("T-2"))
    service = ExportService(listed.desk)
    service.write("scans", tmp_path / "s.json")
    service.write("attendance", tmp_path / "a.json")
    known = {row["attendee"] for row in of_json(tmp_path / "a.json")}
    assert len(known) == 3
    assert {row["attendee"] for row in of_json(tmp_path / "s.json")} <= known


def test_an_undone_check_in_is_no_attendance(listed: Lists, tmp_path: Path) -> None:
    entry = ScanService(listed.desk).scan(ScanRequest("T-1")).entry
    UndoService(listed.desk).undo(entry, "wrong")
    ExportService(listed.desk).write("attendance", tmp_path / "a.json")
    row = next(r for r in of_json(tmp_path / "a.json") if r["ticket_code"] == "T-1")
    assert (row["checked_in"], row["first_at"], row["first_station"], row["scans"]) == (False, None, "", 0)


def test_other_delimiters_and_marks(listed: Lists, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    ExportService(listed.desk).write("attendance", path, ";")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in path.read_bytes()
    assert {row["family"] for row in of_csv(path, ";")} == {"O'Neill-Şahin", "Novák", "Unpaid", "Gone"}


@pytest.mark.parametrize(
    ("kind", "name", "delimiter"),
    [("secrets", "a.csv", ","), ("attendance", "a.doc", ","), ("attendance", "a.csv", "ab"),
     ("attendance", "missing/a.csv", ","), ("attendance", "a.csv", "")],
)  # fmt: skip
def test_what_cannot_be_written_leaves_no_file(
    kind: str, name: str, delimiter: str, listed: Lists, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(CheckinError):
        ExportService(listed.desk).write(kind, folder / name, delimiter)
    assert list(folder.iterdir()) == []


def test_an_older_export_stays_when_the_new_one_fails(
    listed: Lists, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    ExportService(listed.desk).write("attendance", path)
    before = path.read_bytes()

    def broken(*_: Any) -> Any:
        raise UserError("The wind blew.", "Wait.")
        yield

    monkeypatch.setattr(ExportService, "_attendance", broken)
    with pytest.raises(UserError):
        ExportService(listed.desk).write("attendance", path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.glob(".a.csv*")] == []
