"""Hints about the camera's picture."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from checkin.devices.camera import SimulatedCamera
from checkin.devices.opencv import opencv
from checkin.devices.picture import PictureJudge, sharpness


@pytest.fixture
def held() -> Any:
    """A picture of a badge held still."""
    with SimulatedCamera(["G5000043EYJ"], seed=4, per_second=0) as camera:
        return [camera.read().grey for _ in range(25)][-1]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("light", "hint"), [(3, "The camera is covered"), (30, "Too dark"), (110, ""), (250, "Too bright")]
)
def test_light(light: int, hint: str) -> None:
    assert PictureJudge().judge(np.full((720, 1280), light, np.uint8)) == hint


def test_a_badge_held_still_is_well(held: Any) -> None:
    judge = PictureJudge()
    assert [judge.judge(held), judge.judge(held)] == ["", ""]


def test_a_badge_on_its_way_is_to_be_held_still(held: Any) -> None:
    judge = PictureJudge()
    judge.judge(held)
    assert judge.judge(np.roll(held, 150, axis=1)) == "Hold still"


def test_a_blurred_badge_is_too_near(held: Any) -> None:
    blurred = opencv().GaussianBlur(held, (0, 0), 12)
    assert sharpness(blurred) < sharpness(held) / 10
    assert PictureJudge().judge(blurred) == "Hold it a little further away"


def test_an_empty_table_needs_no_hint() -> None:
    with SimulatedCamera([], seed=4, per_second=0) as camera:
        judge = PictureJudge()
        assert {judge.judge(camera.read().grey) for _ in range(5)} == {""}  # type: ignore[union-attr]
