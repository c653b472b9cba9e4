"""A clock that is wrong: every act is taken with the time it was told, and their order is the logical clock's."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from checkin.domain.hlc import milliseconds
from checkin.domain.outcome import Outcome
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from db import verify
from tests.conftest import FakeClock
from tests.faults.programs import Program

START = datetime(2026, 3, 24, 9, 0, tzinfo=UTC)
WRONG = {
    "an hour back": START - timedelta(hours=1),
    "a day back": START - timedelta(days=1),
    "a month back": START - timedelta(days=30),
    "1970": datetime(1970, 1, 1, 12, 0, tzinfo=UTC),
    "2099": datetime(2099, 12, 31, 23, 59, tzinfo=UTC),
}


def _whole(desk: Desk) -> bool:
    with desk.database.read() as connection:
        return verify.verify(connection, signatures=True).whole


def _clocks(desk: Desk) -> list[int]:
    """The logical clocks in the order of the chain."""
    with desk.database.read() as connection:
        rows = connection.exec_driver_sql("select a.hlc from link l join act a on a.act_id = l.act_id order by l.seq")
        return [int(row[0]) for row in rows]


@pytest.mark.parametrize("name", WRONG)
def test_acts_are_taken_and_stand_in_their_order(name: str, demo: Desk, clock: FakeClock) -> None:
    codes = DemoService(demo).told().sample
    scans = ScanService(demo)
    first = scans.scan(ScanRequest(codes[0]))
    clock.now = WRONG[name]
    wrong = [scans.scan(ScanRequest(code)) for code in codes[1:4]]
    again = scans.scan(ScanRequest(codes[1]))
    clock.now = START + timedelta(minutes=5)
    after = scans.scan(ScanRequest(codes[4]))
    assert [r.outcome for r in (first, *wrong, after)] == [Outcome.ADMITTED] * 5
    assert again.outcome is Outcome.ALREADY
    assert [r.at for r in wrong] == [WRONG[name]] * 3
    clocks = _clocks(demo)
    assert all(a < b for a, b in itertools.pairwise(clocks))
    assert _whole(demo)


def test_the_last_act_is_the_one_done_last(demo: Desk, clock: FakeClock) -> None:
    """Not the one with the latest time: undo takes back what the person at the desk just did."""
    codes = DemoService(demo).told().sample
    scans = ScanService(demo)
    clock.now = WRONG["2099"]
    scans.scan(ScanRequest(codes[0]))
    clock.now = START
    last = scans.scan(ScanRequest(codes[1]))
    taken = UndoService(demo).undo(None, "wrong person", None)
    assert taken.undone == last.entry
    assert taken.attendee == last.attendee
    assert scans.scan(ScanRequest(codes[0])).outcome is not Outcome.ADMITTED
    assert _whole(demo)


def test_the_logical_clock_does_not_run_on_by_itself(demo: Desk, clock: FakeClock) -> None:
    """After a year too far it counts by one, and the times that people see are right again at once."""
    codes = DemoService(demo).told().sample
    scans = ScanService(demo)
    clock.now = WRONG["2099"]
    scans.scan(ScanRequest(codes[0]))
    top = _clocks(demo)[-1]
    assert milliseconds(top) == int(WRONG["2099"].timestamp() * 1000)
    for number in range(1, 6):
        clock.now = START + timedelta(seconds=number)
        assert scans.scan(ScanRequest(codes[number])).at == clock.now
    assert _clocks(demo)[-1] == top + 5


def test_times_given_on_the_command_line(program: Program, sample: list[str]) -> None:
    times = ["2026-03-24T09:00:00Z", "2026-03-23T09:00:00Z", "2099-12-31T23:59:00Z"]
    for code, at in zip(sample, times, strict=False):
        answer = program("scan", code, "--at", at)
        assert answer.rc == 0, answer
    rows = program.rows("scans")
    told = {datetime.fromisoformat(row["at"]).astimezone(UTC).isoformat() for row in rows}
    assert told == {datetime.fromisoformat(at).astimezone(UTC).isoformat() for at in times}
    assert program("undo", "--reason", "last")["state"]
    program.whole()


@pytest.mark.parametrize("at", ["1970-01-01T12:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_years_that_no_desk_sees(at: str, program: Program, sample: list[str]) -> None:
    """Taken, or refused with a sentence; never a crash, and nothing is half stored."""
    answer = program("scan", sample[0], "--at", at)
    assert answer["entry"] or (answer.rc in (1, 2) and answer["advice"]), answer
    assert "not made for" not in str(answer["error"])
    assert program("scan", sample[1]).rc == 0
    program.whole()
