"""A long list in the window: how far it is, the time left, Cancel; people are checked in meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from checkin.domain.people import Presence, Status
from checkin.gui.control import listing
from checkin.gui.control.countdown import Countdown
from checkin.gui.widgets.count_face import grouped
from checkin.gui.widgets.text import Text
from checkin.paths import Home
from checkin.services import import_writing
from checkin.services.import_watch import Phase, Watch
from checkin.services.import_writing import MANY
from tests.e2e.driver import Driver

ROWS = 1200
Opens = Callable[..., Driver]


class Gate:
    """Holds an import up at the first step of a phase until it is opened."""

    def __init__(self, phase: Phase) -> None:
        self.phase, self.reached, self.open = phase, threading.Event(), threading.Event()

    def pass_through(self, watch: Watch, phase: Phase, done: int, total: int = 0) -> None:
        if phase == self.phase and done:
            self.reached.set()
            assert self.open.wait(20)


@pytest.fixture
def gate(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Closed in the phase of the test."""
    made, step = Gate(request.param), Watch.step

    def held(watch: Watch, phase: Phase, done: int, total: int = 0) -> None:
        step(watch, phase, done, total)
        made.pass_through(watch, phase, done, total)

    monkeypatch.setattr(Watch, "step", held)
    yield made
    made.open.set()


@pytest.fixture
def long_list(tmp_path: Path) -> Path:
    path = tmp_path / "long.csv"
    rows = "\n".join(f"Given{n},Family{n},g{n}@example.org" for n in range(ROWS))
    path.write_text(f"First name,Last name,E-mail\n{rows}\n", encoding="utf-8")
    return path


def strip_words(d: Driver) -> list[str]:
    """What the strip says, in the order in which it is read."""
    strip = d.importing.strip
    return [text.whole for text in strip.findChildren(Text)] if strip.isVisible() else []


def list_item(d: Driver) -> str:
    """What the status strip says of the list, "" for nothing."""
    return next((f"{s.word} {s.detail}" for s in d.window.strip._states if s.key == "list"), "")


def listed(d: Driver) -> int:
    return d.services.people.figures()["listed"]


def begin(d: Driver, path: Path) -> None:
    d.hands.files = [str(path)]
    d.ctrl(Qt.Key.Key_O)


@pytest.mark.parametrize("gate", [Phase.READING], indirect=True)
def test_a_list_that_takes_long_to_read_says_so_and_can_be_left(at_desk: Driver, gate: Gate, long_list: Path) -> None:
    d = at_desk
    begin(d, long_list)
    d.wait(lambda: d.importing.isVisible())
    assert not d.importing.told
    d.wait(lambda: strip_words(d)[:1] == ["Reading the list"])
    assert strip_words(d)[1].endswith(" rows so far")
    assert "long.csv" in d.importing.header.about.whole
    d.key(Qt.Key.Key_Escape)
    assert not d.importing.strip._cancel.isEnabled()
    gate.open.set()
    d.wait_page("ready")
    assert listed(d) == 130
    d.bring(str(long_list))
    assert d.importing.changes.apply_button.words == f"Apply {grouped(ROWS)} changes"


@pytest.mark.parametrize("gate", [Phase.COMPARING], indirect=True)
def test_a_person_in_front_is_not_covered_by_the_reading(
    at_desk: Driver, gate: Gate, long_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    d = at_desk
    begin(d, long_list)
    d.wait(gate.reached.is_set)
    d.scan(d.with_status(Status.CONFIRMED).badge_code)
    d.wait_word("Admitted")
    d.wait(lambda: not d.page.listing._work._late.isActive())
    assert d.page.isVisible()
    monkeypatch.setattr(listing, "LONG_S", 0.0)
    d.page.listing.moved.emit()
    assert "List" in list_item(d)
    gate.open.set()
    d.wait(lambda: d.importing.told)
    assert d.page.isVisible(), "whoever is in front stays there"
    d.wait(lambda: "waits for you" in list_item(d))
    d.window.strip.item_opened.emit("list")
    d.wait_step("columns")
    assert list_item(d) == ""


@pytest.mark.parametrize("many", [MANY, 100], ids=["kept", "let-go"])
@pytest.mark.parametrize("gate", [Phase.STORING], indirect=True)
def test_storing_is_cancelled_without_a_trace_and_scans_are_kept(
    at_desk: Driver, gate: Gate, long_list: Path, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that was let go while it was stored is read again before it can be applied again."""
    monkeypatch.setattr(import_writing, "MANY", many)
    d = at_desk
    d.bring(str(long_list))
    d.ctrl(Qt.Key.Key_Return)
    d.wait(gate.reached.is_set)
    d.wait(lambda: strip_words(d)[:1] == ["Bringing the list in"])
    assert f" of {ROWS} people" in strip_words(d)[1]
    assert not d.importing.changes.apply_button.isEnabled()
    person = d.with_status(Status.CONFIRMED)
    d.burst(person.badge_code)
    d.wait(lambda: d.page.parts.acting.waiting == 1)
    assert d.presence(person.attendee) is Presence.EXPECTED
    d.page.listing.cancel()
    gate.open.set()
    d.wait(lambda: d.judged)
    assert d.presence(person.attendee) is Presence.IN
    assert listed(d) == 130
    d.wait_word("Admitted")
    d.window.strip.item_opened.emit("list")
    d.wait_step("changes")
    assert d.importing.changes.apply_button.isEnabled()
    d.wait(lambda: not strip_words(d) and not d.page.listing._work.running)
    assert d.importing.changes._shown.new == ROWS
    d.ctrl(Qt.Key.Key_Return)
    d.wait(lambda: listed(d) == 130 + ROWS)


@pytest.mark.parametrize("gate", [Phase.STORING], indirect=True)
def test_another_list_waits_while_one_is_brought_in(at_desk: Driver, gate: Gate, long_list: Path) -> None:
    d = at_desk
    d.bring(str(long_list))
    d.ctrl(Qt.Key.Key_Return)
    d.wait(gate.reached.is_set)
    begin(d, long_list)
    d.wait(lambda: "A list is being brought in." in d.told())
    gate.open.set()
    d.wait(lambda: listed(d) == 130 + ROWS)


def test_the_time_left_follows_from_the_time_spent() -> None:
    now = [100.0]
    countdown = Countdown((("comparing", 0.2), ("storing", 0.8)), lambda: now[0])
    countdown.move("comparing", 100, 0)
    assert (countdown.share, countdown.seconds_left) == (-1.0, None)
    countdown.move("comparing", 10, 100)
    assert countdown.seconds_left is None, "too early to tell"
    now[0] = 102.0
    countdown.move("comparing", 100, 100)
    assert (countdown.share, countdown.seconds_left) == (0.2, 8)
    countdown.move("storing", 50, 100)
    assert countdown.share == pytest.approx(0.6)
    countdown.move("comparing", 10, 100)
    assert countdown.share == pytest.approx(0.6), "what was done does not become less"
    now[0] = 110.0
    countdown.move("storing", 100, 100)
    assert countdown.seconds_left == 1


def test_a_closed_window_brings_nothing_in(
    window_on: Opens, demo_home: Home, long_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    d = window_on(demo_home)
    steps: list[Any] = []
    step = Watch.step

    def closing(watch: Watch, phase: Phase, done: int, total: int = 0) -> None:
        if phase == Phase.STORING:
            d.page.listing.close()
        steps.append(phase)
        step(watch, phase, done, total)

    monkeypatch.setattr(Watch, "step", closing)
    d.bring(str(long_list))
    d.ctrl(Qt.Key.Key_Return)
    d.wait(lambda: Phase.STORING in steps and not d.page.listing._work.running)
    assert listed(d) == 130
