"""The states of the window around the card: long lists and names, cameras, other programs, a full disk, long work."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import Qt

from checkin.devices.camera_faults import why_not_opened
from checkin.devices.frame import Frame, OpenedByWith
from checkin.devices.hint import Hint
from checkin.devices.opencv import opencv
from checkin.devices.picture import SETTLES_S
from checkin.devices.simulated_table import draw_table
from checkin.domain.errors import StorageFull
from checkin.domain.people import Presence
from checkin.domain.translation import say
from checkin.gui.control.countdown import Countdown
from checkin.services.desk import Desk
from checkin.services.import_watch import Phase, Watch
from checkin.services.scan import ScanRequest, ScanService
from tests.e2e.driver import Driver
from tests.e2e.frames import SIZE, StillCamera, held
from tests.gui.picture_desk import NOW, PictureDesk
from tests.gui.picture_steps import AOIFE, INGEBORG, Shown, bring, open_card

FRONT = "Front camera"
HEAD = "First name,Last name,Organisation,City,Country,Ticket code"
GIVEN = (
    "Ailidh", "Beathag", "Calum", "Deòiridh", "Eachann", "Fionnlagh", "Giorsal", "Iseabail", "Lachlann", "Mòrag",
    "Niall", "Oighrig", "Peigi", "Ruaraidh", "Seònaid", "Teàrlach", "Uilleam",
)  # fmt: skip
FAMILY = (
    "MacAonghais", "MacBheatha", "MacCodruim", "MacDhòmhnaill", "MacEachainn", "MacFhionghuin", "MacGillEathain",
    "MacIntyre", "MacLeòid", "MacNeacail", "MacPhàrlain", "MacRath",
)  # fmt: skip
LONG_NAME = ("Wilhelmina-Konstantina Aleksandra", "Papadimitriou-Hohenstein von und zu Wittelsbach-Lichtenberg")
LONG_HOUSE = (
    "Landeshauptstadt Stuttgart, Referat Soziales und gesellschaftliche Integration, "
    "Abteilung Quartiersentwicklung und Beteiligung"
)
LIST_ROWS = 1200
_STEP_S = 0.15
"""Longer than the window is told less often than."""


class Refused(OpenedByWith):
    """A camera that does not open, for the reason that the real one would find by its device file."""

    name = FRONT

    def __init__(self, *, plugged_in: bool) -> None:
        self._plugged_in = plugged_in

    def open(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            devices = Path(folder)
            if self._plugged_in:
                (devices / "video0").touch()
            raise why_not_opened(0, FRONT, devices)

    def read(self) -> None:
        return None

    def close(self) -> None:
        return


class Comes(StillCamera):
    """The table first; something is held up once the camera knows its view."""

    def __init__(self, table: Any, then: Any) -> None:
        super().__init__(table)
        self._then = then

    def read(self) -> Frame | None:
        if self._number > 10 * SETTLES_S + 3:
            self.look_at(self._then)
        return super().read()


def help_page(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.key(Qt.Key.Key_F1)
        d.wait_page("help")
        yield d


def two_hundred(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        named = enumerate(product(FAMILY, GIVEN))
        rows = (f"{given},{family},Comhairle nan Eilean,Steòrnabhagh,,MAC-{n}" for n, (family, given) in named)
        bring(d, "\n".join((HEAD, *rows, "")))
        d.search("mac")
        d.wait(lambda: d.cards.page == "person")
        yield d


def long_name(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _bring_long(d)
        open_card(d, " ".join(LONG_NAME))
        yield d


def long_name_searched(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _bring_long(d)
        d.search("hohenstein")
        d.wait(lambda: d.cards.page == "person")
        yield d


def long_name_admitted(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _bring_long(d)
        d.scan("LONG-1")
        d.wait_word("Admitted")
        d.wait(lambda: d.cards.verdict.text.reason == say("Badge printed"))
        yield d


def arriving(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        d.services.programmes.add_operator("Callum Reid", "desk")
        person = open_card(d, AOIFE)
        d.wait(lambda: d.app._seen != -1)
        other = Desk(d.desk.home, operator="Callum Reid", demo=True, clock=lambda: NOW)
        ScanService(other).scan(ScanRequest(person.badge_code))
        other.close()
        d.wait(lambda: d.page.finding.card and d.page.finding.card.person.presence is Presence.IN)
        yield d


def disk_full(desk: PictureDesk) -> Shown:
    full = StorageFull(say("The disk is full."), say("Free some space: the rubbish bin, downloads."))
    with desk.window() as d, mock.patch.object(d.services.scans, "scan", side_effect=full):
        for name in (AOIFE, INGEBORG):
            d.burst(d.named(name).badge_code)
        d.wait(lambda: d.window.bar.isVisible() and d.page.parts.acting.waiting == 2)
        d.wait(lambda: d.cards.ready._title.whole == say("Not stored yet"))
        yield d


def camera_none(desk: PictureDesk) -> Shown:
    yield from _camera(desk, lambda _d: Refused(plugged_in=False))


def camera_busy(desk: PictureDesk) -> Shown:
    yield from _camera(desk, lambda _d: Refused(plugged_in=True))


def camera_dark(desk: PictureDesk) -> Shown:
    yield from _camera(desk, lambda _d: StillCamera(_table() // 5), Hint.DARK)


def camera_blurred(desk: PictureDesk) -> Shown:
    yield from _camera(desk, lambda d: Comes(_table(), opencv().GaussianBlur(_badge(d), (0, 0), 9)), Hint.BLURRED)


def import_progress(desk: PictureDesk) -> Shown:
    with desk.window() as d, tempfile.TemporaryDirectory() as folder, held_up(Phase.STORING, LIST_ROWS // 2):
        path = Path(folder) / "registrations-2026-03-24.csv"
        rows = "\n".join(f"Given{n},Family{n},g{n}@example.org" for n in range(LIST_ROWS))
        path.write_text(f"First name,Last name,E-mail\n{rows}\n", encoding="utf-8")
        d.bring(str(path))
        d.ctrl(Qt.Key.Key_Return)
        d.wait(lambda: (now := d.importing.progress) and now.phase == Phase.STORING and now.done >= LIST_ROWS // 2)
        yield d


@contextmanager
def held_up(phase: Phase, rows: int) -> Iterator[None]:
    """An import stands still at that row of a phase; the time left is always told as the same."""
    gate, step = threading.Event(), Watch.step

    def slow(watch: Watch, now: Phase, done: int, total: int = 0) -> None:
        if now is phase:
            time.sleep(_STEP_S)
        step(watch, now, done, total)
        if now is phase and done >= rows:
            gate.wait(60)

    with mock.patch.object(Watch, "step", slow), mock.patch.object(Countdown, "seconds_left", 4):
        try:
            yield
        finally:
            gate.set()


def _bring_long(d: Driver) -> None:
    bring(d, f'{HEAD}\n{LONG_NAME[0]},{LONG_NAME[1]},"{LONG_HOUSE}",Stuttgart,Germany,LONG-1\n')


def _table() -> Any:
    import numpy as np

    return draw_table(SIZE, np.random.default_rng(1))


def _badge(d: Driver) -> Any:
    return held(d.named(INGEBORG).badge_code)


def _camera(desk: PictureDesk, source: Callable[[Driver], Any], hint: Hint | None = None) -> Shown:
    """Switched on; until it tells of `hint`, or with none, why it gives no picture."""
    made: list[Any] = []
    with desk.window(camera=lambda: made[0]) as d:
        made.append(source(d))
        d.key(Qt.Key.Key_F9)
        d.wait(lambda: hint.words in d.left.camera.accessibleName() if hint else d.left.camera._fault)
        yield d


WINDOW = (
    help_page, two_hundred, long_name, long_name_searched, long_name_admitted, arriving, disk_full, camera_none,
    camera_busy, camera_dark, camera_blurred, import_progress,
)  # fmt: skip
