"""What the core once got wrong, through the services that people use: each test showed a fault before it was mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checkin.domain.outcome import Outcome
from checkin.domain.people import Presence, WalkIn
from checkin.domain.programme import Door, Programme, main_door
from checkin.services.care import CareService
from checkin.services.conflicts import ConflictService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.importing import ImportResult, ImportService
from checkin.services.people import PeopleService
from checkin.services.programme import ProgrammeService
from checkin.services.scan import ScanRequest, ScanService
from checkin.services.undo import UndoService
from checkin.services.walk_in import WalkInService
from tests.factories import an_event

LIST = """Given name,Family name,Email,Organisation,Ticket code
Ada,Lovelace,ada@x.org,Acme,TICKET001
Alan,Turing,alan@x.org,Bell,TICKET002
Grace,Hopper,grace@x.org,Navy,TICKET003
"""


class Front:
    """A desk and its services, as short words."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.folder = desk, folder
        self.people, self.scans, self.undo = PeopleService(desk), ScanService(desk), UndoService(desk)
        self.correct, self.conflicts = CorrectingService(desk), ConflictService(desk)

    def bring(self, text: str = LIST, *names: str, **texts: str) -> tuple[int, int, int, int]:
        result = self.result(text, *names, **texts)
        return result.new, result.changed, result.unchanged, result.vanished

    def result(self, text: str = LIST, **more: str) -> ImportResult:
        paths = []
        for name, content in {"people": text, **more}.items():
            paths.append(self.folder / f"{name}.csv")
            paths[-1].write_text(content, "utf-8")
        return ImportService(self.desk).run(paths)

    def who(self, name: str) -> str:
        return self.people.resolve(name)

    def scan(self, **asked: Any) -> Outcome:
        return self.scans.scan(ScanRequest(**asked)).outcome

    def is_whole(self) -> bool:
        report = CareService(self.desk).verify(signatures=True)
        assert (report.differences, report.chain_breaks) == ([], [])
        return True


@pytest.fixture
def front(desk: Desk, tmp_path: Path) -> Front:
    made = Front(desk, tmp_path)
    assert made.bring() == (3, 0, 0, 0)
    return made


def test_a_merge_that_is_taken_back_parts_the_two(front: Front) -> None:
    front.correct.merge(front.who("Lovelace"), front.who("Turing"))
    assert front.who("Lovelace") == front.who("TICKET002")
    front.undo.undo(None, "not the same")
    assert front.who("Lovelace") != front.who("Turing")
    assert front.is_whole()


def test_parting_after_another_merge_was_taken_back(front: Front) -> None:
    ada, alan, grace = front.who("Lovelace"), front.who("Turing"), front.who("Hopper")
    front.correct.merge(ada, alan)
    front.correct.merge(ada, grace)
    front.undo.undo(None, "not her")
    front.correct.unmerge(ada)
    assert len({front.who("Lovelace"), front.who("Turing"), front.who("Hopper")}) == 3
    assert front.is_whole()


def test_who_was_in_is_in_when_an_import_is_taken_back_and_done_again(front: Front) -> None:
    entry = front.result(LIST.replace("Acme", "Newco")).entry
    first = front.scan(attendee=front.who("Lovelace"))
    assert first is Outcome.ADMITTED
    with front.desk.database.read() as connection:
        opening = connection.exec_driver_sql(
            "select entry from entry where kind = 'list_imported' order by hlc limit 1"
        ).scalar_one()
    front.undo.undo(entry, "wrong file")
    front.undo.undo(opening, "wrong file")
    assert front.bring() == (3, 0, 0, 0)
    assert front.scan(text="TICKET001") is Outcome.ALREADY
    assert front.is_whole()


def test_a_version_that_was_taken_back_can_be_brought_in_again(front: Front) -> None:
    newer = LIST.replace("Acme", "Newco")
    entry = front.result(newer).entry
    front.undo.undo(entry, "too early")
    assert front.people.search("Lovelace")[0][0].organisation == "Acme"
    assert front.bring(newer) == (0, 1, 2, 0)
    assert front.people.search("Lovelace")[0][0].organisation == "Newco"


def test_two_of_one_list_who_are_one_stay_so(front: Front) -> None:
    front.correct.merge(front.who("Lovelace"), front.who("Turing"))
    assert front.bring() == (0, 0, 3, 0)
    assert front.bring(LIST.replace("Bell", "Labs")) == (0, 1, 2, 0)
    assert front.bring(LIST.replace("Bell", "Labs").replace("Hopper", "Murray")) == (0, 1, 2, 0)
    assert [front.scan(text=f"TICKET00{n}") for n in (1, 2)] == [Outcome.ADMITTED, Outcome.ALREADY]
    assert front.is_whole()


def test_a_ticket_that_was_replaced_by_mistake_works_again(front: Front) -> None:
    assert front.bring(LIST.replace("TICKET001", "OTHER0001")) == (0, 1, 2, 0)
    assert front.scan(text="TICKET001") is Outcome.REVOKED
    assert front.bring() == (0, 1, 2, 0)
    assert front.scan(text="OTHER0001") is Outcome.REVOKED
    assert front.scan(text="TICKET001") is Outcome.ADMITTED
    assert "Newest list" not in [n.title for n in front.people.card(front.who("Lovelace")).notices]


def test_a_new_version_of_one_list_leaves_the_tickets_of_another_alone(front: Front) -> None:
    other = LIST.replace("TICKET", "SECOND").replace("Grace,Hopper,grace@x.org,Navy,SECOND003\n", "")
    extra = "".join(f"Extra{n},Person,e{n}@x.org,Org,EXTRA00{n}\n" for n in range(4))
    front.bring(other + extra)
    front.bring(LIST.replace("Acme", "Newco"))
    assert front.scan(text="SECOND001") is Outcome.ADMITTED
    assert front.scan(text="TICKET001") is Outcome.ALREADY


def test_two_files_of_one_call_tell_of_the_same_people(desk: Desk, tmp_path: Path) -> None:
    front = Front(desk, tmp_path)
    part = LIST.replace("Grace,Hopper,grace@x.org,Navy,TICKET003\n", "")
    assert front.bring(LIST, part=part) == (3, 2, 0, 0)
    assert front.bring(LIST, part=part) == (0, 0, 5, 0)
    assert front.is_whole()


def test_columns_in_another_order_change_nobody(front: Front) -> None:
    head, *rows = [line.split(",") for line in LIST.splitlines()]
    turned = "\n".join(",".join(line[::-1]) for line in (head, *rows)) + "\n"
    assert front.bring(turned) == (0, 0, 3, 0)
    fields = "Given name,Family name,Email,Shoe,Hat\nAda,Lovelace,ada@x.org,4,M\n"
    front.bring(fields)
    assert front.bring("Hat,Shoe,Given name,Family name,Email\nM,4,Ada,Lovelace,ada@x.org\n")[1:3] == (0, 1)


@pytest.mark.parametrize("text", ["caf\udce9", "\ud800\udc80abc", "\udcff" * 40, "AB\0CD", "\0", "\ufeff"])
def test_bytes_that_are_no_text_are_a_refused_scan(front: Front, text: str) -> None:
    result = front.scans.scan(ScanRequest(text=text))
    assert (result.outcome, bool(result.entry)) == (Outcome.UNREADABLE, True)
    assert front.is_whole()


def test_bytes_that_are_no_text_in_a_name_and_in_a_search(front: Front) -> None:
    made = WalkInService(front.desk).register(WalkIn(given="Zo\udcff", family="X\0Y"))
    assert front.people.card(made.attendee).person.name == "Zo? X Y"
    front.correct.correct(made.attendee, {"city": "Gla\udce9sgow"})
    assert front.people.card(made.attendee).person.city == "Gla?sgow"
    assert front.people.search("love\udcff lace") == front.people.search("love lace")


def test_a_status_is_corrected(front: Front) -> None:
    ada = front.who("Lovelace")
    _, changes, entry = front.correct.correct(ada, {"status": "cancelled"})
    assert (changes[0].old, changes[0].new, bool(entry)) == ("confirmed", "cancelled", True)
    assert front.scan(attendee=ada) is Outcome.CANCELLED


def test_saying_again_what_the_desk_says_decides(front: Front) -> None:
    ada = front.who("Lovelace")
    front.correct.correct(ada, {"organisation": "Mine"})
    assert front.correct.correct(ada, {"organisation": "Mine"})[2] is None
    front.bring(LIST.replace("Acme", "Newco"))
    assert [c.kind for c in front.conflicts.all()] == ["field_changed_twice"]
    assert front.correct.correct(ada, {"organisation": "Mine"})[2] is not None
    assert front.conflicts.all() == []
    assert front.people.card(ada).person.organisation == "Mine"


def test_an_override_does_not_admit_twice(front: Front) -> None:
    ada = front.who("Lovelace")
    front.correct.correct(ada, {"status": "unpaid"})
    asked = {"attendee": ada, "override": True, "reason": "pays tomorrow"}
    assert [front.scan(**asked) for _ in range(2)] == [Outcome.ADMITTED, Outcome.ALREADY]


def test_an_event_that_lets_nobody_in_unpaid(desk: Desk, tmp_path: Path) -> None:
    event = replace(an_event(), unpaid_may_be_overridden=False)
    ProgrammeService(desk).load(Programme(event, doors=(main_door("Main"),)))
    front = Front(desk, tmp_path)
    front.bring()
    ada = front.who("Lovelace")
    front.correct.correct(ada, {"status": "unpaid"})
    assert front.scan(attendee=ada, override=True, reason="x") is Outcome.UNPAID


DOORS = (main_door("Main"), Door("a", "Hall A", "session", None, "open"), Door("b", "Hall B", "session", None, "open"))


def test_a_changed_programme_is_seen_at_once(desk: Desk) -> None:
    service = ProgrammeService(desk)
    service.load(Programme(an_event(), doors=DOORS))
    assert [d.name for d in service.show().doors] == ["Main", "Hall A", "Hall B"]
    service.load(Programme(an_event(), doors=(DOORS[0], replace(DOORS[1], name="Great Hall"))))
    assert [d.name for d in service.show().doors] == ["Main", "Great Hall"]


def test_what_happened_at_a_door_that_is_no_more_is_still_told(desk: Desk, tmp_path: Path) -> None:
    ProgrammeService(desk).load(Programme(an_event(), doors=DOORS))
    front = Front(desk, tmp_path)
    front.bring()
    ada = front.who("Lovelace")
    assert front.scan(attendee=ada, door="Hall B") is Outcome.ADMITTED
    ProgrammeService(desk).load(Programme(an_event(), doors=DOORS[:2]))
    assert "Checked in, b" in [e.text for e in front.people.last_acts()]
    assert "Checked in, b" in [e.text for e in front.people.card(ada).entries]


def test_a_time_in_the_year_9999(front: Front) -> None:
    result = front.scans.scan(ScanRequest(text="TICKET001"), at=datetime(9999, 12, 30, tzinfo=UTC))
    assert result.outcome is Outcome.ADMITTED
    assert front.scan(text="TICKET002") is Outcome.ADMITTED
    assert front.is_whole()


def test_two_desks_that_did_not_know_of_each_other_and_a_closed_day(front: Front) -> None:
    """The first check-in was before the day was closed, the second after: they are in, for the count as for a scan."""
    from checkin.domain.kinds import Kind
    from tests.factories import an_act, store_foreign

    ada = front.who("Lovelace")
    front.scan(attendee=ada)
    ProgrammeService(front.desk).close_day()
    now = front.desk.now()
    assert front.people.figures()["inside"] == 0
    body = {"door": "main", "day": now.date().isoformat(), "outcome": "admitted", "refs": []}
    clock = (int(now.timestamp() * 1000) + 60_000) << 16
    with front.desk.database.write() as connection:
        store_foreign(connection, [an_act(Kind.CHECKED_IN, ada, body, station="B", hlc=clock)])
    assert front.people.figures()["inside"] == 1
    assert front.people.card(ada).person.presence is Presence.IN
    assert front.scan(attendee=ada) is Outcome.ALREADY
    assert [c.kind for c in front.conflicts.all()] == ["admitted_twice"]
    assert front.is_whole()
