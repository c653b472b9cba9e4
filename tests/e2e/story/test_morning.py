"""One morning through the real window; at the end journal, exports, paper and screen agree with the model to the unit.

`STORY_SEED` in the environment draws another morning; a failing one prints its seed.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from checkin.paths import Home
from checkin.services.programme import ProgrammeService
from checkin.services.settings import SettingService
from tests.e2e.driver import Driver
from tests.e2e.frames import StillCamera
from tests.e2e.story import answers, eyes
from tests.e2e.story.guests import guests_of
from tests.e2e.story.hands import Hands
from tests.e2e.story.happenings import Happenings
from tests.e2e.story.jamming_printer import QUEUE, JammingPrinter
from tests.e2e.story.model import Model
from tests.e2e.story.morning import AILSA, CALLUM, Morning

SEED = 130
LOOKED_UP = 8

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.skipif(sys.platform == "win32", reason="the print queue that jams is a program called lp"),
]


@pytest.fixture
def seed() -> int:
    chosen = int(os.environ.get("STORY_SEED", SEED))
    print(f"STORY_SEED={chosen}")
    return chosen


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> JammingPrinter:
    return JammingPrinter(tmp_path / "printer", monkeypatch)


@pytest.fixture
def told(
    window_on: Callable[..., Driver], open_desk: Any, demo_home: Home, printer: JammingPrinter, seed: int
) -> Happenings:
    """The window of a desk with two operators and a label printer, told to a model from the beginning."""
    desk = open_desk(demo_home)
    for name, role in ((AILSA, "desk"), (CALLUM, "supervisor")):
        ProgrammeService(desk).add_operator(name, role)
    SettingService(desk).set("badge.printer", QUEUE)
    camera = StillCamera(None)
    d = window_on(demo_home, lambda: camera)
    model = Model(guests_of(d), d.clock)
    happenings = Happenings(Hands(d, model, random.Random(seed), camera), printer)
    happenings.sign_in(AILSA)
    return happenings


def test_a_morning_agrees_to_the_unit(told: Happenings, printer: JammingPrinter, tmp_path: Path) -> None:
    d, model, hands = told.d, told.model, told.hands
    before = eyes.count_of_acts(d)
    Morning(list(model.guests.values()), hands, told, hands.rng).go()
    hands.printer_rests()
    d.key(Qt.Key.Key_Escape)

    journal_agrees(told, before)
    assert sorted(printer.printed) == sorted(model.paper)
    exports_agree(d, model, tmp_path)
    screen_agrees(d, hands)


def journal_agrees(told: Happenings, before: int) -> None:
    acts, prints = eyes.stored(told.d)
    assert acts == answers.journal(told.model)
    assert prints == answers.prints(told.model)
    verified = told.verified()
    assert verified["entries"] == before + len(told.model.rows)
    assert (verified["differences"], verified["chain_breaks"]) == ([], [])


def exports_agree(d: Driver, model: Model, folder: Path) -> None:
    people, scans = answers.attendance(model), answers.scans(model)
    for ending in ("csv", "xlsx"):
        rows = eyes.exported(d, Qt.Key.Key_E, folder / f"attendance.{ending}")
        assert len(rows) == len(people)
        assert {row["attendee"]: {name: row[name] for name in people[row["attendee"]]} for row in rows} == people
        rows = eyes.exported(d, Qt.Key.Key_L, folder / f"scans.{ending}")
        assert answers.ordered([{name: row[name] for name in scans[0]} for row in rows]) == scans


def screen_agrees(d: Driver, hands: Hands) -> None:
    model = hands.model
    looked: list[object] = []
    d.page.refreshed.connect(looked.append)
    d.page.refresh()
    d.wait(lambda: looked)
    assert eyes.last_acts(d) == answers.last_acts(model)
    assert eyes.figures(d) == answers.figures(model)
    named = [guest for guest in model.guests.values() if guest.letters]
    for guest in hands.rng.sample(named, LOOKED_UP):
        chips = eyes.chips(d, guest.letters)
        assert guest.who in chips
        assert chips == {who: answers.chip(model.guests[who]) for who in chips}
