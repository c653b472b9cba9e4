"""The burst detector: whose keys are they."""

from __future__ import annotations

import pytest

from checkin.devices.keyboard import BurstDetector, Key, KeyKind, Step, check_thresholds, without_end
from checkin.domain.errors import UserError


def keys(text: str, start: float, gap: float) -> list[Key]:
    return [
        Key(c, at_ms=start + n * gap, kind=KeyKind.END if c in "\r\t" else KeyKind.TEXT) for n, c in enumerate(text)
    ]


def play(detector: BurstDetector, pressed: list[Key]) -> tuple[list[str], str, str]:
    """Bursts announced, text replayed, text let through at once; ends with silence."""
    bursts, replayed, passed = [], "", ""

    def obey(step: Step) -> None:
        nonlocal replayed
        replayed += "".join(k.text for k in step.replay)
        if step.burst:
            bursts.append("".join(k.text for k in without_end(step.burst)))

    for key in pressed:
        step = detector.press(key)
        obey(step)
        if not step.keep:
            passed += key.text
    obey(detector.end())
    return bursts, replayed, passed


@pytest.mark.parametrize("end", ["", "\r", "\t"])
@pytest.mark.parametrize("gap", [1.0, 12.0, 35.0])
def test_fast_keys_are_a_burst_with_or_without_an_end(gap: float, end: str) -> None:
    assert play(BurstDetector(), keys("G5ABCD12347" + end, 100.0, gap)) == (["G5ABCD12347"], "", "")


@pytest.mark.parametrize("gap", [36.0, 90.0, 250.0])
def test_slower_keys_are_typing_and_come_back_in_order(gap: float) -> None:
    bursts, replayed, passed = play(BurstDetector(), keys("mulligan\r", 100.0, gap))
    assert (bursts, replayed, passed) == ([], "mulligan", "\r")


def test_five_fast_keys_are_typing_and_six_a_burst() -> None:
    assert play(BurstDetector(), keys("abcde", 0.0, 5.0)) == ([], "abcde", "")
    assert play(BurstDetector(), keys("abcdef", 0.0, 5.0)) == (["abcdef"], "", "")
    assert play(BurstDetector(), keys("abcde\r", 0.0, 5.0)) == (["abcde"], "", "")


def test_thresholds_can_be_set() -> None:
    assert play(BurstDetector(least_keys=4), keys("abcd", 0.0, 5.0))[0] == ["abcd"]
    assert play(BurstDetector(gap_ms=10), keys("abcdefgh", 0.0, 11.0))[0] == []


@pytest.mark.parametrize(("gap", "least"), [(5, 3), (200, 64), (35, 6)])
def test_thresholds_within_their_limits(gap: float, least: int) -> None:
    check_thresholds(gap, least)


@pytest.mark.parametrize(("gap", "least"), [(4, 6), (201, 6), (35, 2), (35, 65), (float("nan"), 6)])
def test_thresholds_beyond_them_are_told(gap: float, least: int) -> None:
    with pytest.raises(UserError, match="cannot be used") as told:
        check_thresholds(gap, least)
    assert told.value.advice in ("Choose between 5 and 200.", "Choose between 3 and 64.")


def test_two_bursts_back_to_back_are_two() -> None:
    both = keys("G5ABCD12347\rG5WXYZ98760\r", 0.0, 8.0)
    assert play(BurstDetector(), both) == (["G5ABCD12347", "G5WXYZ98760"], "", "")


def test_two_bursts_without_end_are_told_apart_by_the_pause() -> None:
    both = keys("G5ABCD12347", 0.0, 8.0) + keys("G5WXYZ98760", 200.0, 8.0)
    assert play(BurstDetector(), both) == (["G5ABCD12347", "G5WXYZ98760"], "", "")


def test_typing_right_before_a_burst_is_kept_apart() -> None:
    mixed = keys("jo", 0.0, 120.0) + keys("G5ABCD12347\r", 300.0, 8.0)
    assert play(BurstDetector(), mixed) == (["G5ABCD12347"], "jo", "")


def test_carriage_return_and_line_feed_end_one_burst() -> None:
    assert play(BurstDetector(), keys("G5ABCD12347\r\r", 0.0, 8.0)) == (["G5ABCD12347"], "", "")


def test_an_end_that_comes_late_presses_no_button() -> None:
    late = [*keys("G5ABCD12347", 0.0, 8.0), Key("\r", at_ms=80.0 + 90.0, kind=KeyKind.END)]
    assert play(BurstDetector(), late) == (["G5ABCD12347"], "", "")


def test_enter_by_a_person_passes_at_once() -> None:
    detector = BurstDetector()
    play(detector, keys("G5ABCD12347\r", 0.0, 8.0))
    step = detector.press(Key("\r", at_ms=700.0, kind=KeyKind.END))
    assert step == Step()


def test_lines_of_a_foreign_code_reach_no_field_even_when_short() -> None:
    bursts, replayed, passed = play(BurstDetector(), keys("BEGIN:VCARD\rN:Li\rEND:VCARD\rx", 0.0, 6.0))
    assert bursts == ["BEGIN:VCARD", "END:VCARD"]
    assert (replayed, passed) == ("", "")


def test_an_arrow_after_a_letter_lets_the_letter_go_first() -> None:
    detector = BurstDetector()
    assert detector.press(Key("a", at_ms=0.0)).keep
    step = detector.press(Key("", at_ms=20.0, kind=KeyKind.OTHER))
    assert not step.keep
    assert [k.text for k in step.replay] == ["a"]
    assert not detector.pending


def test_shift_neither_waits_nor_breaks_a_burst() -> None:
    pressed: list[Key] = []
    for n, c in enumerate("G5ABCD12347"):
        pressed += [Key("", at_ms=n * 6.0, kind=KeyKind.MODIFIER), Key(c, at_ms=n * 6.0 + 3)]
    assert play(BurstDetector(), pressed) == (["G5ABCD12347"], "", "")


def test_control_keys_inside_a_certain_burst_trigger_nothing() -> None:
    line_feed = Key("\n", at_ms=50.0, kind=KeyKind.OTHER)
    pressed = [*keys("foreign", 0.0, 7.0), line_feed, *keys("code", 57.0, 7.0)]
    assert play(BurstDetector(), pressed) == (["foreign\ncode"], "", "")


def test_would_keep_says_what_press_does() -> None:
    detector = BurstDetector()
    for key in [*keys("ab", 0.0, 9.0), *keys("\r", 300.0, 1.0), *keys("G5ABCD12347\r\r", 400.0, 9.0)]:
        assert detector.would_keep(key) == detector.press(key).keep


def test_the_clock_of_the_x_server_may_begin_anew() -> None:
    wrapped = keys("abcd", 4294967290.0, 1.0) + keys("G5ABCD12347", 3.0, 8.0)
    bursts, replayed, _ = play(BurstDetector(), wrapped)
    assert (bursts, replayed) == (["G5ABCD12347"], "abcd")


def repeated(text: str, at_ms: float) -> Key:
    return Key(text, at_ms=at_ms, kind=KeyKind.END if text == "\r" else KeyKind.TEXT, repeats=True)


@pytest.mark.parametrize("gap", [1.0, 12.0])
def test_a_code_that_begins_with_one_character_twice(gap: float) -> None:
    pressed = [Key("0", at_ms=0.0), repeated("0", gap), repeated("0", 2 * gap), *keys("1234567", 3 * gap, gap)]
    assert play(BurstDetector(), pressed) == (["0001234567"], "", "")


def test_a_slow_scanner_may_send_a_character_twice_amid_others() -> None:
    pressed = [*keys("G50", 0.0, 48.0), repeated("0", 144.0), *keys("1234567\r", 192.0, 48.0)]
    assert play(BurstDetector(gap_ms=60), pressed) == (["G5001234567"], "", "")


@pytest.mark.parametrize("gap_ms", [35.0, 200.0])
@pytest.mark.parametrize("first_ms", [120.0, 180.0, 500.0])
@pytest.mark.parametrize("each_ms", [16.0, 33.0])
def test_a_key_that_a_person_holds_is_typing_by_any_threshold(gap_ms: float, first_ms: float, each_ms: float) -> None:
    """Also when other keys came before it, quickly enough to be held back still."""
    pressed = [*keys("ab", 0.0, 60.0), *(repeated("b", 60.0 + first_ms + n * each_ms) for n in range(20))]
    bursts, replayed, passed = play(BurstDetector(gap_ms=gap_ms), pressed)
    assert (bursts, replayed + passed) == ([], "a" + "b" * 21)


def test_a_held_enter_passes_and_an_enter_sent_twice_does_not() -> None:
    detector = BurstDetector()
    assert not detector.press(Key("\r", at_ms=0.0, kind=KeyKind.END)).keep
    assert not detector.press(repeated("\r", 300.0)).keep
    code = [*keys("G5ABCD12347\r", 1000.0, 8.0), repeated("\r", 1088.0)]
    assert play(BurstDetector(), code) == (["G5ABCD12347"], "", "")
    held = [*keys("G5ABCD12347\r", 1000.0, 8.0), repeated("\r", 1088.0 + 300.0)]
    assert play(BurstDetector(), held) == (["G5ABCD12347"], "", "\r")


def test_an_empty_line_in_a_foreign_code_reaches_no_field() -> None:
    lines = [*keys("BEGIN:X\r", 0.0, 6.0), repeated("\r", 42.5), *keys("END:XYZ\r", 48.0, 6.0)]
    assert play(BurstDetector(), lines) == (["BEGIN:X", "END:XYZ"], "", "")


def test_a_late_enter_is_no_shortcut_while_the_window_is_busy() -> None:
    """The shortcuts ask before silence was told: the burst before is over all the same."""
    for text in ("G5ABCD12347", "BEGIN:X\rabc"):
        detector = BurstDetector()
        for key in keys(text, 0.0, 8.0):
            detector.press(key)
        late = Key("\r", at_ms=8.0 * (len(text) - 1) + 90.0, kind=KeyKind.END)
        assert detector.would_keep(late)
        assert detector.press(late).keep
