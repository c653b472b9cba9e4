"""The queue of badges: faults are seen and repeated, nothing is printed twice by itself, history tells the truth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from checkin.devices.printer_names import printer_named
from checkin.domain.errors import EnvironmentFault, MaybePrinted, NotFound, StorageBusy, UserError
from checkin.services.badges import BadgeService
from checkin.services.care import CareService
from checkin.services.correcting import CorrectingService
from checkin.services.desk import Desk
from checkin.services.people import PeopleService
from checkin.services.scan import PrintWish, ScanRequest, ScanService
from checkin.services.undo import UndoService
from tests.services.conftest import Lists

WISH = PrintWish("label-62x100", "desk-printer")


class FakePrinter:
    """Takes badges, or does what it is told to."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.fault: Exception | None = None

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        if self.fault:
            raise self.fault
        self.taken.append(pdf)
        return f"job-{len(self.taken)}"


@pytest.fixture
def printer() -> FakePrinter:
    return FakePrinter()


@pytest.fixture
def badges(listed: Lists, printer: FakePrinter) -> BadgeService:
    return BadgeService(listed.desk, lambda _: printer)


def scanned(lists: Lists, code: str = "T-1", **more: object) -> object:
    return ScanService(lists.desk).scan(ScanRequest(code, print_wish=WISH, **more))  # type: ignore[arg-type]


def badge_of(lists: Lists, code: str = "T-1") -> str:
    service = PeopleService(lists.desk)
    return service.card(service.resolve(code)).person.badge.value


def prints(lists: Lists, code: str = "T-1") -> list[tuple[str, bool]]:
    service = PeopleService(lists.desk)
    history = service.card(service.resolve(code)).entries
    return [(e.kind, e.undone) for e in history if e.kind == "badge_printed"]


def test_a_check_in_prints_one_badge(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    result = scanned(listed)
    assert badge_of(listed) == "owed", "nothing is told that did not happen"
    job = badges.step()
    assert job
    assert (job.job, job.state, job.cause, job.printer) == (result.print_job, "sent", "", "desk-printer")  # type: ignore[attr-defined]
    assert job.name == "Åse O'Neill-Şahin"
    assert badges.step() is None
    assert badge_of(listed) == "printed"
    words = "".join(pypdfium2.PdfDocument(printer.taken[0])[0].get_textpage().get_text_range().split())
    assert "Åse" in words
    assert "O'Neill" in words.replace("’", "'")
    assert CareService(listed.desk).verify(signatures=True).whole


def test_a_refused_scan_prints_nothing(listed: Lists, badges: BadgeService) -> None:
    for code in ("T-3", "T-4", "NOT-OURS", ""):
        assert scanned(listed, code).print_job is None  # type: ignore[attr-defined]
    assert badges.jobs() == []


def test_a_second_scan_never_makes_a_second_badge(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    first = scanned(listed)
    assert scanned(listed).print_job is None  # type: ignore[attr-defined]
    UndoService(listed.desk).undo(first.entry, "wrong person")  # type: ignore[attr-defined]
    again = scanned(listed)
    assert again.admitted  # type: ignore[attr-defined]
    assert len(badges.jobs()) == 1, "the open job is this badge"
    badges.step()
    assert len(printer.taken) == 1


def test_nor_does_a_scan_after_the_badge_came_out(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    first = scanned(listed)
    badges.step()
    UndoService(listed.desk).undo(first.entry, "wrong person")  # type: ignore[attr-defined]
    assert scanned(listed).admitted  # type: ignore[attr-defined]
    assert badges.step() is None
    assert len(printer.taken) == 1


def test_going_out_and_in_makes_none(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    scanned(listed)
    badges.step()
    scanned(listed, exit=True)
    assert scanned(listed).outcome == "admitted_again"  # type: ignore[attr-defined]
    assert badges.step() is None


def test_a_fault_is_seen_with_its_cause_and_repeated(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    scanned(listed)
    printer.fault = EnvironmentFault("The printer is out of paper.", "Put some in.")
    failed = badges.step()
    assert failed
    assert failed.state == "failed"
    assert "out of paper" in failed.cause
    assert "Put some in" in failed.cause
    assert badge_of(listed) == "owed"
    assert badges.step() is None, "it is not tried again by itself"
    printer.fault = None
    again = badges.repeat(failed.job, "other-printer")
    assert (again.state, again.printer) == ("queued", "other-printer")
    done = badges.step()
    assert done
    assert (done.job, done.state) == (again.job, "sent")
    assert badge_of(listed) == "printed"
    assert [job.state for job in badges.jobs()] == ["sent", "failed"]


def test_a_missing_printer_fails_the_job(listed: Lists) -> None:
    def none(_: str) -> FakePrinter:
        raise EnvironmentFault("There is no printer of this name.", "Choose one in Settings.")

    badges = BadgeService(listed.desk, none)
    scanned(listed)
    job = badges.step()
    assert job
    assert (job.state, "no printer" in job.cause) == ("failed", True)


def test_one_fault_does_not_stop_the_queue(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    scanned(listed)
    scanned(listed, "T-2")
    printer.fault = EnvironmentFault("Jam.", "Open it.")
    assert badges.step().state == "failed"  # type: ignore[union-attr]
    printer.fault = None
    assert badges.step().state == "sent"  # type: ignore[union-attr]
    assert (badge_of(listed, "T-1"), badge_of(listed, "T-2")) == ("owed", "printed")


def test_a_fault_of_ours_does_not_leave_a_job_being_sent(
    listed: Lists, badges: BadgeService, printer: FakePrinter
) -> None:
    scanned(listed)
    printer.fault = RuntimeError("hopla")
    with pytest.raises(RuntimeError):
        badges.step()
    assert badges.jobs()[0].state == "failed"
    assert badges.step() is None


def test_who_knows_whether_it_came_out(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    scanned(listed)
    printer.fault = MaybePrinted("The printer went silent.", "Look whether the badge came out.")
    job = badges.step()
    assert job
    assert job.state == "unconfirmed"
    assert badge_of(listed) == "owed"
    confirmed = badges.confirm(job.job, True)
    assert confirmed.state == "confirmed"
    assert confirmed.entry
    assert badge_of(listed) == "printed", "it is in somebody's hand"
    assert prints(listed) == [("badge_printed", False)]


def test_and_when_it_did_not(listed: Lists, badges: BadgeService, printer: FakePrinter) -> None:
    scanned(listed)
    printer.fault = MaybePrinted("The printer went silent.", "Look.")
    job = badges.step()
    assert job
    assert badges.confirm(job.job, False).state == "failed"
    assert badge_of(listed) == "owed"
    assert prints(listed) == []


def test_a_badge_that_was_sent_and_never_came_is_taken_back(listed: Lists, badges: BadgeService) -> None:
    scanned(listed)
    job = badges.step()
    assert job
    assert badge_of(listed) == "printed"
    assert badges.confirm(job.job, False).cause == "It did not come out."
    assert badge_of(listed) == "owed"
    assert prints(listed) == [("badge_printed", True)]
    again = badges.repeat(job.job)
    badges.step()
    assert badges.confirm(again.job, True).state == "confirmed"
    assert badge_of(listed) == "printed"
    assert CareService(listed.desk).verify(signatures=True).whole


def test_confirming_twice_writes_one_print(listed: Lists, badges: BadgeService) -> None:
    scanned(listed)
    job = badges.step()
    assert job
    for _ in range(2):
        assert badges.confirm(job.job, True).state == "confirmed"
    assert prints(listed) == [("badge_printed", False)]


def test_a_waiting_badge_cannot_be_confirmed(listed: Lists, badges: BadgeService) -> None:
    job = scanned(listed).print_job  # type: ignore[attr-defined]
    for came_out in (True, False):
        with pytest.raises(UserError, match="not sent"):
            badges.confirm(job, came_out)
    assert badges.jobs()[0].state == "queued"
    with pytest.raises(NotFound):
        badges.confirm("no-such-job", True)


def test_after_a_crash_somebody_has_to_look(
    listed: Lists, badges: BadgeService, printer: FakePrinter, opened: Callable[..., Desk]
) -> None:
    scanned(listed)

    class PowerCut(BaseException):
        pass

    printer.fault = PowerCut()  # type: ignore[assignment]
    with pytest.raises(PowerCut):
        badges.step()
    later = BadgeService(opened(listed.desk.home.root, "Desk A"), lambda _: printer)
    assert later.jobs()[0].state == "sending"
    assert later.after_start() == 1
    job = later.jobs()[0]
    assert job.state == "unconfirmed"
    assert "stopped" in job.cause
    assert later.after_start() == 0
    printer.fault = None
    assert later.step() is None, "never a second badge by itself"
    UndoService(listed.desk).undo(None, "wrong")
    scanned(listed)
    assert later.step() is None, "an unconfirmed badge is still this person's"
    assert printer.taken == []


def test_a_locked_database_is_told_of_the_badge_when_it_can_be(
    listed: Lists, badges: BadgeService, printer: FakePrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper came out, but it could not be written down: noted at the next step, or looked at after a restart."""
    scanned(listed)

    def busy(*_: object, **__: object) -> None:
        raise StorageBusy("Another program is using the database.", "Wait.")

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "act", busy)
        with pytest.raises(StorageBusy):
            badges.step()
    assert len(printer.taken) == 1
    assert [job.state for job in badges.jobs()] == ["sending"]
    settled = badges.step()
    assert settled is not None
    assert settled.state == "sent"
    assert badges.step() is None
    assert len(printer.taken) == 1, "never a second badge by itself"
    assert CareService(listed.desk).verify().whole


def test_a_second_badge_is_a_reprint_with_its_reason(listed: Lists, badges: BadgeService) -> None:
    attendee = PeopleService(listed.desk).resolve("T-1")
    assert badges.queue(attendee, "p").job == badges.queue(attendee, "p").job, "the first one is still open"
    badges.step()
    badges.queue(attendee, "p", reason="fell into the soup")
    badges.step()
    history = PeopleService(listed.desk).card(attendee).entries
    assert [e.text for e in history] == ["Badge printed", "Badge printed: fell into the soup"]


def test_a_merged_person_has_the_badge(listed: Lists, badges: BadgeService) -> None:
    scanned(listed)
    people = PeopleService(listed.desk)
    CorrectingService(listed.desk).merge(people.resolve("T-1"), people.resolve("T-2"))
    assert badges.step().state == "sent"  # type: ignore[union-attr]
    assert badge_of(listed, "T-2") == "printed"
    assert CareService(listed.desk).verify().whole


@pytest.mark.parametrize("words", [("nobody", "label-62x100"), ("T-1", "poster")])
def test_what_cannot_be_queued(words: tuple[str, str], listed: Lists, badges: BadgeService) -> None:
    attendee = PeopleService(listed.desk).resolve("T-1") if words[0] == "T-1" else words[0]
    with pytest.raises(UserError):
        badges.queue(attendee, "p", words[1])
    with pytest.raises(UserError):
        badges.render(attendee, words[1])
    assert badges.jobs() == []


def test_a_folder_takes_the_place_of_a_printer(listed: Lists, tmp_path: Path) -> None:
    badges = BadgeService(listed.desk, lambda name: printer_named(name, tmp_path / "prints"))
    attendee = PeopleService(listed.desk).resolve("T-1")
    badges.queue(attendee, "pdf")
    assert badges.step().state == "sent"  # type: ignore[union-attr]
    files = list((tmp_path / "prints").iterdir())
    assert [f.suffix for f in files] == [".pdf"]
    person = PeopleService(listed.desk).card(attendee).person
    assert person.name not in files[0].name, "no name in a file's name"
