"""Ten versions of one list, in any order of arrival at two desks, between local acts: the same state, nothing lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin.services.care import CareService
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.services.at_one_desk import Front, a_second_desk
from tests.services.conftest import Lists

GIVEN = ("Åse", "Jan", "Ida", "Karl", "Lea", "Grace", "Ada", "Alan", "Eva", "Bo")
FIELDS = ("Organisation", "City", "Category", "Status", "E-mail", "Family name", "Shoe")
VALUES = {
    "Organisation": ("Acme", "Bell", ""), "City": ("Oslo", "Brno", "Graz"), "Category": ("Guest", "Speaker"),
    "Status": ("confirmed", "unpaid", "cancelled"), "Shoe": ("41", "42", ""),
}  # fmt: skip
Rows = list[dict[str, str]]


def first_version() -> Rows:
    return [
        {"Ticket code": f"T-{n}", "Given name": given, "Family name": f"Quill{n}", "E-mail": f"{n}@x.example",
         "Organisation": "Acme", "City": "Oslo", "Category": "Guest", "Status": "confirmed", "Shoe": "41"}
        for n, given in enumerate(GIVEN)
    ]  # fmt: skip


def next_version(rows: Rows, dice: random.Random, number: int) -> Rows:
    """A few people changed, one gone, one new, rows and columns in another order."""
    made = [dict(row) for row in rows]
    for row in dice.sample(made, 3):
        field = dice.choice(FIELDS)
        if field == "E-mail":
            row[field] = row[field].upper() if dice.random() < 0.5 else f"new{number}@x.example"
        elif field == "Family name":
            row[field] += "-Novák"
        else:
            row[field] = dice.choice(VALUES[field])
    if dice.random() < 0.5 and len(made) > 6:
        made.pop(dice.randrange(len(made)))
    if dice.random() < 0.5:
        made.append({**made[0], "Ticket code": f"N-{number}", "Given name": "New", "Family name": f"Person{number}",
                     "E-mail": f"n{number}@x.example"})  # fmt: skip
    dice.shuffle(made)
    columns = list(made[0])
    dice.shuffle(columns)
    return [{column: row[column] for column in columns} for row in made]


@pytest.fixture
def fronts(desk: Desk, tmp_path: Path, clock: FakeClock) -> Iterator[tuple[Front, Front]]:
    one = Front.opened(desk, tmp_path / "lists")
    two = a_second_desk(one, tmp_path / "second", clock)
    yield one, two
    two.desk.close()


@pytest.mark.parametrize("seed", range(12))
def test_ten_versions_in_any_order(seed: int, fronts: tuple[Front, Front], tmp_path: Path, clock: FakeClock) -> None:
    dice = random.Random(seed)
    versions = [first_version()]
    while len(versions) < 10:
        versions.append(next_version(versions[-1], dice, len(versions)))
    done: list[tuple[str, str]] = []
    for front in fronts:
        lists = Lists(front.desk, tmp_path / front.desk.identity.station_id)
        lists.bring(versions[0], "list.csv")
        order = versions[1:]
        dice.shuffle(order)
        for number, version in enumerate(order):
            clock.forward(minutes=1)
            lists.bring(version, f"list-{number}.csv")
            code = f"T-{dice.randrange(len(GIVEN))}"
            if dice.random() < 0.4:
                front.scan(code)
                done.append(("in", code))
            elif dice.random() < 0.5:
                front.correcting.correct(front.who(code), {"city": f"Here{number}"})
                done.append(("city", code))
    first, second = fronts[0].acts(), fronts[1].acts()
    dice.shuffle(second)
    fronts[0].take(second)
    fronts[1].take(first[::-1])
    told = [CareService(front.desk).verify() for front in fronts]
    assert all(report.whole for report in told), told
    assert told[0].state_digest == told[1].state_digest
    for what, code in done:
        kept = fronts[0].card(code)
        kinds = {entry.kind for entry in kept.entries if not entry.undone}
        assert {"in": {"checked_in", "scan_refused"}, "city": {"corrected"}}[what] & kinds
        if what == "city":
            assert kept.person.city.startswith("Here"), "a correction made at a desk stands"
