"""Which list a file is a version of: told by its columns and keys, whatever the file is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.services.importing import ImportService
from checkin.services.lists_known import ListsKnownService
from tests.services.conftest import ROWS, Lists, Rows, changed

COLUMNS = tuple(ROWS[0])
TURNED = COLUMNS[::-1]
MORE = [{**row, "Shoe": "41"} for row in ROWS]
HALF = [*ROWS[:2], {**ROWS[2], "Ticket code": "N-1", "Given name": "Nia", "E-mail": "nia@x.example"},
        {**ROWS[3], "Ticket code": "N-2", "Given name": "Noa", "E-mail": "noa@x.example"}]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [(ROWS, COLUMNS, (0, 0, 4, 0)), (ROWS, TURNED, (0, 0, 4, 0)), (MORE, (*TURNED, "Shoe"), (0, 4, 0, 0)),
     (HALF, COLUMNS, (2, 0, 2, 2)), (ROWS[:2], TURNED, (0, 0, 2, 2))],
    ids=["renamed", "columns turned", "one column more", "half of them new", "half of them gone"],
)  # fmt: skip
def test_a_newer_version_under_another_name(
    rows: Rows, columns: tuple[str, ...], expected: tuple[int, int, int, int], listed: Lists
) -> None:
    path = listed.write(rows, "Final list (2) NEW.csv", columns)
    told = listed.service.run([path])
    assert (told.new, told.changed, told.unchanged, told.vanished) == expected
    assert told.newer == 1
    assert len(ListsKnownService(listed.desk).all().lists) == 1


def test_other_people_under_the_same_name_are_another_list(listed: Lists) -> None:
    others = [{**row, "Ticket code": f"U-{n}", "Given name": f"Uma{n}", "E-mail": f"u{n}@x.example"}
              for n, row in enumerate(ROWS)]  # fmt: skip
    told = listed.bring(others)
    assert (told.new, told.vanished, told.newer) == (4, 0, 0)
    assert len(ListsKnownService(listed.desk).all().lists) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_mended_rows_belong_to_the_list_that_knows_them(which: int, lists: Lists, tmp_path: Path) -> None:
    """Two lists with the same columns: the rows set aside of one stand on that one when they come back."""
    both = [
        [
            {**row, "Ticket code": f"{letter}-{n}", "Family name": f"{row['Family name']}-{letter}",
             "E-mail": f"{letter}{n}@x.example"}
            for n, row in enumerate(ROWS)
        ]
        for letter in "AB"
    ]  # fmt: skip
    for letter, rows in zip("AB", both, strict=True):
        lists.bring(rows, f"{letter}.csv")
    late = [
        {**ROWS[0], "Ticket code": f"L-{n}", "Given name": f"Lu{n}", "E-mail": f"l{n}@x.example", "Status": "zanzibar"}
        for n in range(3)
    ]
    newer = [*changed(changed(both[which], 0, Status="zanzibar", City="Oslo"), 1, Status="zanzibar"), *late]
    out = tmp_path / "aside.csv"
    first = ImportService(lists.desk).run([lists.write(newer, "newer.csv")], save_rejected_to=out)
    assert (first.vanished, len(first.readings[0].rejected)) == (0, 5)
    out.write_text(out.read_text("utf-8-sig").replace("zanzibar", "confirmed"), "utf-8")
    mended = ImportService(lists.desk).run([out])
    assert (mended.new, mended.changed, mended.unchanged, mended.vanished) == (3, 1, 1, 0)
    assert len(ListsKnownService(lists.desk).all().lists) == 2
    both[which] = [*changed(both[which], 0, City="Oslo"), *({**row, "Status": "confirmed"} for row in late)]
    for rows in both:
        again = lists.bring(rows, "again.csv")
        assert (again.new, again.changed, again.unchanged, again.vanished) == (0, 0, len(rows), 0)
