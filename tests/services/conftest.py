"""Desks with a small list, and copies of a demo home that is made once."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.importing import ImportResult, ImportService
from tests.conftest import FakeClock

Rows = Sequence[Mapping[str, str]]

ROWS: tuple[dict[str, str], ...] = (
    {"Ticket code": "T-1", "Given name": "Åse", "Family name": "O'Neill-Şahin", "E-mail": "ase@a.example",
     "Organisation": "Høyskolen", "City": "Bergen", "Category": "Speaker", "Status": "confirmed"},
    {"Ticket code": "T-2", "Given name": "Jan", "Family name": "Novák", "E-mail": "jan@b.example",
     "Organisation": "", "City": "Brno", "Category": "Guest", "Status": "confirmed"},
    {"Ticket code": "T-3", "Given name": "Ida", "Family name": "Unpaid", "E-mail": "ida@c.example",
     "Organisation": "Org", "City": "Graz", "Category": "Guest", "Status": "unpaid"},
    {"Ticket code": "T-4", "Given name": "Karl", "Family name": "Gone", "E-mail": "karl@d.example",
     "Organisation": "Org", "City": "Graz", "Category": "Guest", "Status": "cancelled"},
)  # fmt: skip


class Lists:
    """Writes lists as CSV files and brings them in."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.service = ImportService(desk)

    def write(self, rows: Rows, name: str = "people.csv", columns: Sequence[str] | None = None) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = list(columns or dict.fromkeys(key for row in rows for key in row))
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, fields)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def bring(self, rows: Rows, name: str = "people.csv", *, dry_run: bool = False) -> ImportResult:
        result = self.service.run([self.write(rows, name)], dry_run=dry_run)
        assert result.rows == accounted(result)
        return result


def accounted(result: ImportResult) -> int:
    """The rows that an import accounts for."""
    counted = (result.new, result.changed, result.unchanged, result.entitlements, result.merged)
    return sum(counted) + sum(len(r.rejected) for r in result.readings)


def changed(rows: Rows, number: int, **fields: str) -> list[dict[str, str]]:
    """The rows with some cells of one changed; `_` in a name stands for a blank."""
    new = [dict(row) for row in rows]
    new[number] |= {key.replace("_", " "): value for key, value in fields.items()}
    return new


@pytest.fixture
def lists(desk: Desk, tmp_path: Path) -> Lists:
    """Lists of an empty desk."""
    return Lists(desk, tmp_path / "lists")


@pytest.fixture
def listed(lists: Lists) -> Lists:
    """The same after the four people of `ROWS`."""
    assert lists.bring(ROWS).new == 4
    return lists


@pytest.fixture(scope="session")
def glasgow_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo home that nobody writes into."""
    home = tmp_path_factory.mktemp("glasgow") / "home"
    desk = Desk(Home(home), station="Desk A", clock=FakeClock())
    DemoService(desk).make()
    desk.close()
    return home


@pytest.fixture
def glasgow(glasgow_home: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    """The Glasgow demo at Desk A, in a copy."""
    shutil.copytree(glasgow_home, tmp_path / "home")
    desk = Desk(Home(tmp_path / "home"), station="Desk A", clock=clock)
    yield desk
    desk.close()


@pytest.fixture
def opened(tmp_path: Path, clock: FakeClock) -> Iterator[Callable[..., Desk]]:
    """Opens further desks; they are closed when the test ends."""
    made: list[Desk] = []

    def open_(home: Path | None = None, station: str = "Desk B", operator: str | None = None) -> Desk:
        place = home or tmp_path / f"home{len(made)}"
        made.append(Desk(Home(place), station=station, operator=operator, clock=clock))
        return made[-1]

    yield open_
    for desk in made:
        desk.close()
