"""A demo home for each test, made once; the real window on it; no thread may outlive it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from checkin.gui.theme import Mode, theme
from checkin.paths import Home
from checkin.services.demo import DemoService
from checkin.services.desk import Desk
from tests.conftest import FakeClock
from tests.e2e.driver import Driver

WAITS_S = 0.5
"""How long the window's own database waits for a lock here; the program's 2 s would only make the tests slower."""


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Glasgow demo of Desk A, closed: to be copied."""
    folder = tmp_path_factory.mktemp("demo") / "home"
    desk = Desk(Home(folder), station="Desk A", clock=FakeClock())
    DemoService(desk).make()
    desk.close()
    return folder


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """The application in the light theme."""
    if not qapp.styleSheet():
        theme().apply_to(qapp)
    if theme().mode is not Mode.LIGHT:
        theme().set_mode(Mode.LIGHT)


@pytest.fixture
def demo_home(demo_made: Path, home: Home) -> Home:
    """A copy of the demo."""
    shutil.copytree(demo_made, home.root)
    return home


@pytest.fixture
def open_desk(clock: FakeClock) -> Iterator[Callable[[Home], Desk]]:
    """Opens desks on a home and closes them at the end."""
    made: list[Desk] = []

    def opened(home: Home) -> Desk:
        made.append(Desk(home, clock=clock, wait_seconds=WAITS_S))
        return made[-1]

    yield opened
    for desk in made:
        desk.close()


@pytest.fixture
def window_on(open_desk: Callable[[Home], Desk], clock: FakeClock) -> Iterator[Callable[..., Driver]]:
    """Opens the real window on a home and closes it at the end."""
    made: list[Driver] = []

    def opened(home: Home, camera: Callable[[], Any] | None = None) -> Driver:
        made.append(Driver(open_desk(home), clock, camera))
        return made[-1].open()

    yield opened
    for driver in reversed(made):
        driver.close()


@pytest.fixture
def at_desk(window_on: Callable[..., Driver], demo_home: Home) -> Driver:
    """The window on the demo."""
    return window_on(demo_home)
