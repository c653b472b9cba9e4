"""Colours and sizes of the whole window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from checkin.domain.people import Status
from checkin.gui.theme import Mode, theme
from checkin.paths import Home
from checkin.services.settings import SettingService
from tests.e2e.driver import Driver


def test_the_theme_of_the_settings_is_followed_while_the_window_is_open(
    window_on: Callable[..., Driver], demo_home: Home
) -> None:
    d = window_on(demo_home)
    d.window._theme_wish = ""
    for mode in ("dark", "high-contrast", "light"):
        SettingService(d.desk).set("look.theme", mode)
        d.page.refresh()
        d.wait(lambda mode=mode: theme().mode is Mode(mode))
        ground = d.window.grab().toImage().pixelColor(d.window.width() - 8, 8)
        assert ground == theme().color("canvas")


@pytest.mark.parametrize("size", [(640, 400), (1024, 600), (1280, 800), (1920, 1080)])
def test_the_window_fits_each_size_in_each_state(at_desk: Driver, size: tuple[int, int]) -> None:
    d = at_desk
    d.window.resize(*size)
    QTest.qWait(60)
    assert (d.window.width(), d.window.height()) == size
    assert len(d.search("mac")) > 1
    assert (d.window.width(), d.window.height()) == size
    d.scan(d.with_status(Status.CONFIRMED, 2).badge_code)
    d.wait_word("Admitted")
    QTest.qWait(60)
    assert (d.window.width(), d.window.height()) == size
    for part in (d.window.strip, d.cards.verdict):
        corner = part.mapTo(d.window, part.rect().bottomRight())
        assert corner.x() < size[0]
        assert corner.y() < size[1]


def test_the_strip_names_who_is_there_and_locks(at_desk: Driver) -> None:
    d = at_desk
    assert d.window.rail._help.isVisible()
    assert d.window.strip._operator.isEnabled()
    assert d.window.strip._operator.accessibleName().startswith("Lock this desk. Organiser is at Desk A")
