"""Judging the camera's picture: hints where something is wrong, none where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pytest

from checkin.devices.camera import SimulatedCamera
from checkin.devices.engines import ENGINES
from checkin.devices.hint import Hint
from checkin.devices.opencv import opencv
from checkin.devices.picture import SHARP, PictureJudge, edge_steepness, judge_light

CODE = "G5000043EYJ"
PER_SECOND = 15


def grey_pictures(codes: list[str], count: int, seed: int = 4) -> list[Any]:
    with SimulatedCamera(codes, seed=seed, per_second=0) as camera:
        return [frame.grey for _ in range(count) if (frame := camera.read())]


@pytest.fixture(scope="module")
def empty() -> list[Any]:
    """Two seconds of the table without a badge."""
    return grey_pictures([], 2 * PER_SECOND)


@pytest.fixture(scope="module")
def held() -> Any:
    """A picture of a badge held still."""
    return grey_pictures([CODE], 25)[-1]


def watch(judge: PictureJudge, pictures: Iterable[Any], start: float = 0.0) -> list[Hint]:
    return [judge.judge(picture, start + n / PER_SECOND) for n, picture in enumerate(pictures)]


def after_the_table(empty: list[Any]) -> PictureJudge:
    judge = PictureJudge()
    assert set(watch(judge, empty)) == {Hint.NONE}
    return judge


def blurred(picture: Any, sigma: float) -> Any:
    return opencv().GaussianBlur(picture, (0, 0), sigma)


def noisy(picture: Any, seed: int, deviation: float = 4.0) -> Any:
    noise = np.random.default_rng(seed).normal(0, deviation, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def darker(picture: Any, factor: float) -> Any:
    return (picture * factor).astype(np.uint8)


@pytest.mark.parametrize(
    ("light", "hint"), [(3, Hint.COVERED), (30, Hint.DARK), (110, Hint.NONE), (215, Hint.NONE), (252, Hint.BRIGHT)]
)
def test_light(light: int, hint: Hint) -> None:
    assert judge_light(noisy(np.full((90, 160), light, np.uint8), 1)) is hint


def test_a_shutter_is_told_from_a_dark_room(empty: list[Any], held: Any) -> None:
    black = [noisy(np.full((720, 1280), 4, np.uint8), n) for n in range(20)]
    assert watch(PictureJudge(), black)[-1] is Hint.COVERED
    assert watch(PictureJudge(), [darker(picture, 0.15) for picture in empty])[-1] is Hint.DARK
    assert watch(PictureJudge(), [darker(held, 0.2)] * 20)[-1] is Hint.DARK


def test_a_white_badge_on_a_black_cloth_is_not_dark() -> None:
    cloth = np.full((720, 1280), 14, np.uint8)
    cloth[200:520, 400:880] = 190
    assert judge_light(cloth) is Hint.NONE


def test_overexposed_is_not_white_paper(held: Any) -> None:
    assert watch(PictureJudge(), [np.clip(held.astype(int) * 4, 0, 255).astype(np.uint8)] * 20)[-1] is Hint.BRIGHT
    paper = noisy(np.full((720, 1280), 225, np.uint8), 2, 8)
    assert set(watch(PictureJudge(), [paper] * 20)) == {Hint.NONE}


def test_a_badge_held_still_needs_no_hint(empty: list[Any], held: Any) -> None:
    assert set(watch(after_the_table(empty), [held] * 40, 2.0)) == {Hint.NONE}


@pytest.mark.parametrize("sigma", [5, 8, 14, 25])
def test_a_blurred_badge_gets_its_hint_within_a_second_and_a_half(empty: list[Any], held: Any, sigma: float) -> None:
    judge = after_the_table(empty)
    shown = watch(judge, [noisy(blurred(held, sigma), n) for n in range(40)], 2.0)
    assert 0.7 <= shown.index(Hint.BLURRED) / PER_SECOND <= 1.5
    assert set(shown[shown.index(Hint.BLURRED) :]) == {Hint.BLURRED}
    assert judge.clear() is Hint.NONE
    assert judge.judge(held, 5.0) is Hint.NONE


def test_the_hint_goes_when_the_badge_is_sharp_again_or_gone(empty: list[Any], held: Any) -> None:
    for afterwards in ([held] * 20, empty[:20]):
        judge = after_the_table(empty)
        assert watch(judge, [blurred(held, 10)] * 30, 2.0)[-1] is Hint.BLURRED
        assert watch(judge, afterwards, 4.0)[-1] is Hint.NONE


def middle_steepness(picture: Any) -> list[float]:
    half = opencv().resize(picture, None, fx=0.5, fy=0.5, interpolation=opencv().INTER_AREA)
    found = edge_steepness(half[54:306, 128:512])
    assert len(found) == 2
    return found


@pytest.mark.parametrize("seed", range(3, 8))
def test_blurred_means_that_no_engine_reads_it(seed: int) -> None:
    """Wherever a code can be read its edges count as sharp, and soon after it cannot be they do not."""
    picture = grey_pictures([CODE], 25, seed)[-1]
    assert min(middle_steepness(picture)) > 1.5 * SHARP
    for sigma in range(1, 9):
        soft = blurred(picture, sigma)
        if any(ENGINES[name](soft) for name in ("zxing", "zxing2x", "threshold")):
            assert min(middle_steepness(soft)) > SHARP
        elif sigma > 5:
            assert max(middle_steepness(soft)) < SHARP


def test_a_badge_waved_about_is_to_be_held_still(empty: list[Any], held: Any) -> None:
    judge = after_the_table(empty)
    smeared = opencv().blur(held, (61, 1))
    waved = [np.roll(smeared, (70, -70)[n % 2], axis=1) for n in range(30)]
    assert watch(judge, waved, 2.0)[-1] is Hint.MOVING


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_badges_brought_and_taken_quickly_get_no_hint(seed: int) -> None:
    """As at a desk where all goes well: a picture with a readable code is not judged."""
    judge = PictureJudge()
    shown = []
    for n, picture in enumerate(grey_pictures([CODE, "G500002WSMZ"], 30 + 2 * 75, seed)):
        if n % 2:
            continue
        found = ENGINES["zxing"](picture)
        shown.append(judge.clear() if found else judge.judge(picture, n / 30))
    assert set(shown) == {Hint.NONE}


def hall(shift: int) -> Any:
    """A hall behind the desk: bright windows, a dark doorway, and somebody who walks by."""
    picture = np.full((720, 1280), 120, np.uint8)
    picture[80:300, 100:420], picture[80:300, 900:1180] = 235, 235
    picture[250:720, 560:700] = 30
    left = 200 + shift
    picture[300:720, left : left + 180] = 60
    cv2 = opencv()
    cv2.circle(picture, (left + 90, 240), 70, 170, -1)
    return picture


def desk(_: int) -> Any:
    """A desk from above: paper with lines, a pen, a cup."""
    picture = np.full((720, 1280), 95, np.uint8)
    picture[150:600, 380:760] = 215
    picture[180:580:24, 410:730] = 90
    cv2 = opencv()
    cv2.line(picture, (800, 600), (980, 300), 25, 14)
    cv2.circle(picture, (1000, 180), 90, 200, -1)
    return picture


@pytest.mark.parametrize("view", [hall, desk])
@pytest.mark.parametrize("softness", [0.8, 6.0, 15.0], ids=["sharp", "out of focus", "far out of focus"])
def test_an_ordinary_view_without_a_badge_gets_no_hint(view: Callable[[int], Any], softness: float) -> None:
    """Cameras that focus on what is near show the hall behind it blurred."""
    pictures = [noisy(blurred(view(0), softness), n) for n in range(45)]
    assert set(watch(PictureJudge(), pictures)) == {Hint.NONE}


def test_somebody_walking_through_a_sharp_view_gets_no_hint() -> None:
    pictures = [noisy(blurred(hall(0 if n < 20 else 14 * (n - 20)), 1.2), n) for n in range(75)]
    assert set(watch(PictureJudge(), pictures)) == {Hint.NONE}


def test_a_cameras_exposure_may_settle_first(held: Any, empty: list[Any]) -> None:
    opening = [darker(empty[0], n / 6) for n in range(6)]
    assert set(watch(PictureJudge(), [*opening, *empty[:14], *[held] * 20])) == {Hint.NONE}


@pytest.mark.parametrize("size", [(320, 180), (640, 480), (1920, 1080)])
def test_cameras_of_other_sizes_are_judged_too(empty: list[Any], held: Any, size: tuple[int, int]) -> None:
    cv2 = opencv()

    def sized(picture: Any) -> Any:
        return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)

    judge = after_the_table([sized(picture) for picture in empty])
    assert set(watch(judge, [sized(held)] * 20, 2.0)) == {Hint.NONE}
    assert watch(judge, [sized(blurred(held, 12))] * 20, 4.0)[-1] is Hint.BLURRED
