"""A printer that is not there: the person is in all the same, the cause is said, and the badge can be printed again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from checkin.domain.people import Presence, Status
from checkin.gui.widgets.button import Button
from checkin.paths import Home
from checkin.services.settings import SettingService
from tests.e2e.driver import Driver

QUEUE = "no-such-queue-here"
Opens = Callable[..., Driver]


@pytest.fixture
def without_printer(window_on: Opens, demo_home: Home, open_desk) -> Driver:
    """The window of a desk whose badges go to a print queue that does not exist."""
    SettingService(open_desk(demo_home)).set("badge.printer", QUEUE)
    return window_on(demo_home)


def press(d: Driver, words: str) -> None:
    def buttons() -> list[Button]:
        return [b for b in d.window.bar.findChildren(Button) if b.words == words and b.isVisible()]

    d.wait(lambda: len(buttons()) == 1)
    buttons()[0].click()


def admit(d: Driver, nth: int = 11) -> str:
    somebody = d.with_status(Status.CONFIRMED, nth)
    d.scan(somebody.badge_code)
    return somebody.attendee


def test_who_is_scanned_is_in_and_the_bar_says_why_no_badge_came(without_printer: Driver) -> None:
    d = without_printer
    who = admit(d)
    name = d.judged[0].name
    d.wait_word("Admitted")
    assert d.presence(who) is Presence.IN
    d.wait(lambda: f"The badge of {name} was not printed." in d.told(), 20_000)
    job = d.services.badges.jobs()[0]
    assert job.state == "failed"
    assert job.cause in d.window.bar.accessibleName()
    assert d.cards.page != "verdict" or d.cards.verdict.text.reason == "The badge was not printed"
    red = [s for s in d.window.strip._states if s.state == "red"]
    assert [(s.key, s.detail) for s in red] == [("printer", "1 badge did not come out")]


def test_print_again_repeats_and_the_bar_goes_when_it_came_out(without_printer: Driver) -> None:
    d = without_printer
    admit(d)
    d.wait(lambda: d.window.bar.isVisible(), 20_000)
    press(d, "Print again")
    d.wait(lambda: len(d.services.badges.jobs()) == 2 and d.window.bar.isVisible(), 20_000)
    d.wait(lambda: d.services.badges.jobs()[0].state == "failed", 20_000)
    SettingService(d.desk).set("badge.printer", "pdf")
    d.page.refresh()
    d.wait(lambda: d.page.parts.print_wish.printer == "pdf")
    d.page.finding.open(d.judged[0].attendee)
    d.wait_page("person")
    d.cards.person.act_requested.emit("print_again")
    d.wait(lambda: len(list(d.desk.home.prints.glob("*.pdf"))) == 1)
    d.wait(lambda: not d.window.bar.isVisible())


def test_several_badges_are_counted_in_one_bar(without_printer: Driver) -> None:
    d = without_printer
    for nth in (11, 12, 13):
        admit(d, nth)
    d.wait(lambda: "3 badges were not printed" in d.told(), 30_000)
    press(d, "Close")
    d.wait(lambda: not d.window.bar.isVisible())


def test_a_badge_that_was_on_its_way_when_the_program_stopped_is_asked_about(
    window_on: Opens, demo_home: Home, open_desk
) -> None:
    from db.queries import printing

    desk = open_desk(demo_home)
    d = window_on(demo_home)
    somebody = d.with_status(Status.CONFIRMED, 11)
    with desk.database.write() as connection:
        job = printing.add(connection, somebody.attendee, "first", "label-62x100", "pdf", 1_774_343_000_000)
        printing.settle(connection, job, "sending", "", 1_774_343_000_000)
    # The second window tells its threads from those that the first one has by then.
    d.wait(lambda: d.app.printing._thread.is_running)
    again = window_on(demo_home)
    again.wait(lambda: f"Did the badge of {somebody.name} come out?" in again.told())
    press(again, "It came out")
    again.wait(lambda: again.services.badges.jobs()[0].state == "confirmed")
    again.wait(lambda: not again.window.bar.isVisible())
    assert not again.window.findChildren(QPushButton)
