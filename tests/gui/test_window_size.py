"""The window at its first opening fits the screen that is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from checkin.gui.window_frame import TITLE_BAR, USUAL, size_on


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1920, 1080), USUAL), ((1280, 800 + TITLE_BAR), USUAL), ((1280, 800), (1280, 800 - TITLE_BAR)),
        ((1024, 600), (1024, 600 - TITLE_BAR)), ((1366, 768), (1280, 768 - TITLE_BAR)),
    ],
)  # fmt: skip
def test_no_part_of_the_window_lies_outside_the_screen(screen: tuple[int, int], window: tuple[int, int]) -> None:
    assert size_on(QSize(*screen)) == window
