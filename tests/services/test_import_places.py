"""Places at sessions and visits that a list gives or takes, beside what the desk did with them meanwhile."""

from __future__ import annotations

from pathlib import Path

from checkin.domain.kinds import Kind
from checkin.services.desk import Desk
from tests.services.at_one_desk import ROWS, Front

VISIT = '"Old town, on foot"'


def places(front: Front) -> dict[str, str]:
    return {booking.door: booking.state for booking in front.card("T-1").bookings}


def test_a_place_that_the_desk_released_stays_released(desk: Desk, tmp_path: Path) -> None:
    """The list says nothing new of the place when it changes the city."""
    front = Front.opened(desk, tmp_path)
    assert places(front) == {"walk": "booked"}
    with desk.act() as (_, writer):
        writer.add(Kind.RELEASED, front.who("T-1"), {"door": "walk"})
        writer.finish()
    changed = front.bring(ROWS.replace("Acme,Oban,Speaker", "Acme,Ayr,Speaker"))
    assert [f.field for f in changed.altered[0].changes] == ["city"]
    assert places(front) == {}
    assert front.is_whole()


def test_a_place_that_the_list_takes_and_gives(desk: Desk, tmp_path: Path) -> None:
    front = Front.opened(desk, tmp_path)
    taken = front.bring(ROWS.replace(VISIT, ""))
    assert [(f.field, f.label, f.old, f.new) for f in taken.altered[0].changes] == [
        ("bookings", "Old town, on foot", "booked", "")
    ]  # fmt: skip
    assert places(front) == {}
    given = front.bring(ROWS)
    assert [(f.field, f.old, f.new) for f in given.altered[0].changes] == [("bookings", "", "booked")]
    assert places(front) == {"walk": "booked"}
    assert front.is_whole()
