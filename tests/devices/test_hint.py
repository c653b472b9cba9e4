"""Hints come after a second, stay, and do not flicker."""

from __future__ import annotations

import pytest

from checkin.devices.hint import Hint, HintSettler

PER_SECOND = 15


def play(settler: HintSettler, seen: list[Hint], start: float = 0.0) -> list[Hint]:
    return [settler.settle(hint, start + n / PER_SECOND) for n, hint in enumerate(seen)]


@pytest.mark.parametrize("hint", [h for h in Hint if h is not Hint.NONE])
def test_a_hint_comes_within_a_second_and_goes_within_one(hint: Hint) -> None:
    settler = HintSettler()
    shown = play(settler, [hint] * 20)
    first = shown.index(hint)
    assert 0.7 <= first / PER_SECOND <= 1.0
    assert set(shown[first:]) == {hint}
    after = play(settler, [Hint.NONE] * 20, 20 / PER_SECOND)
    gone = after.index(Hint.NONE)
    assert 0.4 <= gone / PER_SECOND <= 1.0
    assert set(after[gone:]) == {Hint.NONE}


def test_what_comes_and_goes_never_shows() -> None:
    assert set(play(HintSettler(), [Hint.DARK, Hint.NONE] * 60)) == {Hint.NONE}
    assert set(play(HintSettler(), [Hint.DARK, Hint.BLURRED] * 60)) == {Hint.NONE}


def test_what_shows_does_not_flicker() -> None:
    settler = HintSettler()
    play(settler, [Hint.BLURRED] * 20)
    mostly = [Hint.NONE if n % 4 == 3 else Hint.BLURRED for n in range(60)]
    assert set(play(settler, mostly, 20 / PER_SECOND)) == {Hint.BLURRED}


def test_one_hint_makes_way_for_another_without_both_at_once() -> None:
    settler = HintSettler()
    play(settler, [Hint.MOVING] * 20)
    shown = play(settler, [Hint.BLURRED] * 25, 20 / PER_SECOND)
    changes = [a for a, b in zip(shown, [*shown[1:], None], strict=True) if a is not b]
    assert changes in ([Hint.MOVING, Hint.BLURRED], [Hint.MOVING, Hint.NONE, Hint.BLURRED])


def test_a_readable_code_clears_it_at_once_and_it_has_to_come_anew() -> None:
    settler = HintSettler()
    play(settler, [Hint.DARK] * 20)
    settler.clear()
    assert settler.shown is Hint.NONE
    assert play(settler, [Hint.DARK] * 8, 3.0)[-1] is Hint.NONE


def test_a_camera_that_paused_has_told_nothing() -> None:
    settler = HintSettler()
    assert settler.settle(Hint.DARK, 0.0) is Hint.NONE
    assert settler.settle(Hint.DARK, 60.0) is Hint.NONE


def test_every_hint_says_what_to_do_in_few_words_and_in_a_sentence() -> None:
    for hint in Hint:
        assert bool(hint.words) == bool(hint.advice) == (hint is not Hint.NONE)
        # The plate on the camera's picture has room for so many.
        assert len(hint.words) <= 30
        assert not hint.advice or hint.advice.endswith(".")
