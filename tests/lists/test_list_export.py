"""Exports: harmless cells, typed cells, whole files or none, and the way back."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from checkin.domain.errors import EnvironmentFault, StorageFull, UserError
from checkin.domain.listing import ReadOptions
from checkin.domain.people import Status
from checkin.lists.cell_values import FAULTS
from checkin.lists.cleaning import clean_line, clean_lines
from checkin.lists.export import Column, write_table
from checkin.lists.reading import read_lists
from checkin.lists.rejected import save_rejected

COLUMNS = [
    Column("name", "Name"),
    Column("code"),
    Column("n"),
    Column("ok"),
    Column("at"),
    Column("day"),
    Column("why"),
]
AT = datetime(2026, 5, 18, 9, 5, tzinfo=UTC)
ROW: dict[str, object] = {
    "name": "Zoé 'Z' Lee", "code": "0012", "n": -3, "ok": True, "at": AT, "day": date(2026, 5, 18),
    "why": Status.UNPAID,
}  # fmt: skip


def test_csv_is_what_excel_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.CSV"
    assert write_table(path, COLUMNS, [ROW, {"name": 'a;"b"\nc', "why": ["x", "y"]}], delimiter=";") == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbfName;code;n;ok;at;day;why\r\n")
    assert path.read_text("utf-8-sig").splitlines()[1:] == [
        "Zoé 'Z' Lee;0012;-3;yes;2026-05-18T09:05:00+00:00;2026-05-18;unpaid", '"a;""b""', 'c";;;;;;"x; y"',
    ]  # fmt: skip


def test_json_is_a_list_of_objects(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_table(path, COLUMNS, [ROW, {"why": ("x", None), "name": "\udcff\x00"}])
    one, two = json.loads(path.read_text("utf-8"))
    assert one == {
        "name": "Zoé 'Z' Lee", "code": "0012", "n": -3, "ok": True, "at": "2026-05-18T09:05:00+00:00",
        "day": "2026-05-18", "why": "unpaid",
    }  # fmt: skip
    assert (two["why"], two["name"], two["n"]) == (["x", None], "\\xff\u2400", None)
    assert "é" in path.read_text("utf-8")
    write_table(path, COLUMNS, [])
    assert json.loads(path.read_text("utf-8")) == []


def sheet_of(path: Path) -> Any:
    return openpyxl.load_workbook(path).active


def test_xlsx_has_typed_cells_and_a_frozen_bold_header(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    naive = datetime(2026, 5, 18, 9, 5)
    assert write_table(path, COLUMNS, [ROW, {"at": naive, "n": 10**17, "ok": False, "name": "a\x07b\ud800"}]) == 2
    sheet = sheet_of(path)
    assert sheet.freeze_panes == "A2"
    assert all(cell.font.bold for cell in sheet[1])
    assert [c.value for c in sheet[2]] == [
        "Zoé 'Z' Lee", "0012", -3, True, "2026-05-18T09:05:00+00:00", datetime(2026, 5, 18), "unpaid",
    ]  # fmt: skip
    assert [c.value for c in sheet[3]][:5] == ["a\u2407b\ufffd", None, "1" + "0" * 17, False, naive]
    assert sheet.column_dimensions["E"].width > 20


FORMULAS = ["=1+1", "+44 7700", "-5", "@SUM(A1)", "\t=x", "\r=x", "=HYPERLINK(\"http://x\")"]  # fmt: skip


def test_cells_that_would_calculate_are_harmless(tmp_path: Path) -> None:
    columns = [Column("v", "Name"), Column("w")]
    write_table(tmp_path / "a.csv", columns, [{"v": v, "w": "'t Hart"} for v in FORMULAS])
    text = (tmp_path / "a.csv").read_bytes().decode("utf-8-sig")
    assert text.count("'t Hart") == len(FORMULAS)
    for value in FORMULAS:
        assert "'" + value.replace('"', '""') in text
    write_table(tmp_path / "a.xlsx", columns, [{"v": v} for v in FORMULAS])
    for value, row in zip(FORMULAS, sheet_of(tmp_path / "a.xlsx").iter_rows(min_row=2), strict=True):
        assert row[0].data_type == "s"
        assert row[0].quotePrefix
        assert row[0].value.strip() == value.strip()


def test_a_header_can_be_dangerous_too(tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        write_table(
            tmp_path / name, [Column("name", "Name"), Column("x", "=cmd|' /C calc'!A0")], [{"name": "Ann", "x": "1"}]
        )
        assert read_lists([tmp_path / name])[0].people[0].fields == {"=cmd|' /C calc'!A0": "1"}


def test_too_long_a_cell_is_cut_visibly_in_a_sheet(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", [Column("a")], [{"a": "x" * 40_000}])
    value = sheet_of(tmp_path / "a.xlsx")["A2"].value
    assert (len(value), value[-1]) == (32_767, "…")


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.json"])
def test_the_file_appears_whole_or_not_at_all(tmp_path: Path, name: str) -> None:
    def breaking() -> Iterator[dict[str, object]]:
        yield {"name": "Ann"}
        raise RuntimeError("the cable was pulled")

    path = tmp_path / name
    path.write_text("before")
    with pytest.raises(RuntimeError):
        write_table(path, COLUMNS, breaking())
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_full_disk_and_other_faults_are_told(tmp_path: Path) -> None:
    def failing(code: int) -> Iterator[dict[str, object]]:
        raise OSError(code, "told by the system")
        yield {}

    with pytest.raises(StorageFull, match="disk is full"):
        write_table(tmp_path / "a.csv", COLUMNS, failing(errno.ENOSPC))
    with pytest.raises(EnvironmentFault, match="told by the system"):
        write_table(tmp_path / "a.csv", COLUMNS, failing(errno.EACCES))
    with pytest.raises(UserError, match="no folder"):
        write_table(tmp_path / "none" / "a.csv", COLUMNS, [])
    with pytest.raises(UserError, match=r"“\.doc”"):
        write_table(tmp_path / "a.doc", COLUMNS, [])
    with pytest.raises(UserError, match="cannot stand between"):
        write_table(tmp_path / "a.csv", COLUMNS, [], delimiter="::")


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
def test_rows_are_not_kept(tmp_path: Path, name: str) -> None:
    alive: list[int] = [0]

    class Counted(dict[str, object]):
        def __init__(self, *args: object) -> None:
            super().__init__(name="Ann")
            alive[0] += 1
            assert alive[0] < 50

        def __del__(self) -> None:
            alive[0] -= 1

    assert write_table(tmp_path / name, COLUMNS, map(Counted, range(5_000))) == 5_000


# every sign that a person could type; lone surrogates and control characters are made visible, not kept
SIGNS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("'=+-@|%;,\t\n\"~#")
TEXTS = st.text(SIGNS, max_size=20) | st.sampled_from([*FORMULAS, "'+44", "''=x", "'", "#N/A!", "007", "1e5"])


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6),
    st.sampled_from([".csv", ".xlsx"]),
    st.sampled_from(",;\t|"),
)
@example([("'+44", "'\t=x")], ".csv", ",")
def test_what_is_written_is_read_again(tmp_path: Path, rows: list[tuple[str, str]], ending: str, sign: str) -> None:
    # a text that reads like a fault of a formula cannot be told from one in a sheet
    assume(ending == ".csv" or not any(text.strip() in FAULTS for row in rows for text in row))
    path = tmp_path / f"a{ending}"
    wanted = [(settled(clean_line, a), settled(clean_lines, b)) for a, b in rows]
    records = [{"id": f"n{i}", "name": f"P {i}", "org": a, "remarks": b} for i, (a, b) in enumerate(wanted)]
    columns = [Column("id", "ID"), Column("name", "Name"), Column("org", "Company"), Column("remarks", "Wishes")]
    write_table(path, columns, records, delimiter=sign)
    (reading,) = read_lists([path])
    assert reading.rows == len(rows) == len(reading.people)
    assert [(p.organisation, p.fields.get("Wishes", "")) for p in reading.people] == wanted


def settled(clean: Any, text: str) -> str:
    """`text` as a cell of ours would hold it: cleaned until cleaning changes nothing but a guard."""
    for _ in range(4):
        text = clean(text)
    return str(text)


CELLS = st.sampled_from(
    ["", "", "Ann", "Bo Li", "ann", "a@x.example", "A@X.example", "c1", "c2", "yes", "no", "2", "confirmed", "zorp",
     "T-Shirt – S", "Ticket", "Ann; Bo", "x,y", 'q"q', "l\nl", "\u200b", "'=1", "-", "Total", "1.5E+12", "9.0"]
)  # fmt: skip
HEADERS = st.lists(
    st.sampled_from(["Name", "First name", "Last name", "Email", "ID", "Ticket code", "Order code", "Position ID",
                     "Product", "Status", "Paid", "Guests", "Sessions", "Add-on to position ID",
                     "Company", "Blocked", "Wishes", ""]),
    min_size=1, max_size=8,
)  # fmt: skip


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(HEADERS, st.lists(st.lists(CELLS, max_size=9), max_size=12), st.sampled_from([(), ("T-shirt",), ("ticket",)]))
def test_every_row_is_accounted_for(
    tmp_path: Path, header: list[str], rows: list[list[str]], extras: tuple[str, ...]
) -> None:
    import csv

    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([header, *rows])
    try:
        (reading,) = read_lists([path], ReadOptions(extras=extras, delimiter=","))
    except UserError:
        return
    parts = (reading.people, reading.entitlements, reading.merged, reading.rejected)
    assert reading.rows == sum(map(len, parts))
    keys = [p.key for p in reading.people]
    assert len(set(keys)) == len(keys)
    own = [p for p in reading.people if not p.guest_of]
    told = {p.row for p in own} | {e.row for e in reading.entitlements} | {b for _, b in reading.merged}
    told |= {r.row for r in reading.rejected}
    # every row with something in it is told exactly once
    with path.open(newline="", encoding="utf-8") as stream:
        filled = [
            n for n, cells in enumerate(csv.reader(stream), 1)
            if n > reading.header_row and any(map(clean_line, cells))
        ]  # fmt: skip
    assert sorted(told) == filled
    assert {p.guest_of for p in reading.people} - {""} <= set(keys)
    again = read_lists([path], ReadOptions(extras=extras, delimiter=","))[0]
    assert [(p.key, p.aliases) for p in again.people] == [(p.key, p.aliases) for p in reading.people]


def test_rows_that_were_set_aside_can_be_mended_and_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Phone,Phone\nAnn,1,\n,'+44 1,'=x\nBo,2,3,surplus\n", "utf-8")
    readings = read_lists([path])
    for name in ("back.csv", "back.xlsx"):
        back = tmp_path / name
        assert save_rejected(readings, back) == 2
        (reading,) = read_lists([back])
        assert [(p.name, p.phone, p.fields) for p in reading.people] == [
            ("Bo", "2", {"Phone (2)": "3", "Column D": "surplus"}),
        ]  # fmt: skip
        (rejected,) = reading.rejected
        assert "The row has no name." in rejected.cells[-1]
    mended = (tmp_path / "back.csv").read_text("utf-8-sig").replace("\n,", "\nCy,", 1)
    (tmp_path / "mended.csv").write_text(mended, "utf-8")
    (reading,) = read_lists([tmp_path / "mended.csv"])
    assert [(p.name, p.phone, p.fields.get("Phone (2)")) for p in reading.people] == [
        ("Cy", "+44 1", "=x"), ("Bo", "2", "3"),
    ]  # fmt: skip
    assert "reason" not in {label for p in reading.people for label in p.fields}


def test_mended_rows_are_the_same_kind_of_list(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Email\nAnn,a@x.example\n,b@x.example\n", "utf-8")
    readings = read_lists([path])
    save_rejected(readings, tmp_path / "b.csv")
    mended = (tmp_path / "b.csv").read_text("utf-8-sig").replace("\n,", "\nBo,", 1)
    (tmp_path / "b.csv").write_text(mended, "utf-8")
    assert read_lists([tmp_path / "b.csv"])[0].signature == readings[0].signature
