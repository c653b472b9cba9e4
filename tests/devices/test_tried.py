"""What a scanner that is tried out sends, in words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checkin.devices.key_places import US
from checkin.devices.key_sequence import KeySequence
from checkin.devices.keyboard import BurstDetector, Key, KeyKind
from checkin.devices.tried import DEAD_KEY, Tried, tried
from checkin.domain.badge import make_code

CODE = "G5ABCD12347"
PLACE = {c: (place, bool(shift)) for place, pair in US.items() for shift, c in enumerate(pair)}


def keys(text: str, gap: float, start: float = 0.0) -> list[Key]:
    kinds = {"\r": KeyKind.END, "\t": KeyKind.END}
    return [Key(c, at_ms=start + n * gap, kind=kinds.get(c, KeyKind.TEXT)) for n, c in enumerate(text)]


def on_german(text: str, gap: float = 5.0) -> list[Key]:
    """A US scanner's keys on a German host: Y and Z change places."""
    swap = str.maketrans("YZyz", "ZYzy")
    return [Key(c.translate(swap), *PLACE[c], at_ms=n * gap) for n, c in enumerate(text)]


def test_a_scanner_that_works() -> None:
    told = tried(keys(CODE + "\r", 9.0))
    assert told == Tried(
        CODE, 11, 9.0, 9.0, "enter", "host", (), "ours", "This scanner works: 11 keys, at most 9 ms apart."
    )


@pytest.mark.parametrize(("end", "name"), [("\r", "enter"), ("\t", "tab"), ("", "none"), ("\r\r", "enter")])
def test_what_it_ends_with(end: str, name: str) -> None:
    told = tried(keys(CODE + end, 9.0))
    assert (told.end, told.text, told.keys) == (name, CODE, 11)


def test_gaps_are_measured() -> None:
    pressed = [*keys("G5ABCD", 4.0), *keys("12347\r", 4.0, 20.0 + 22.0)]
    told = tried(pressed)
    assert told.slowest_gap_ms == 22.0
    assert told.mean_gap_ms == pytest.approx((9 * 4.0 + 22.0) / 10)


def test_an_enter_that_comes_late_makes_no_scanner_slow() -> None:
    late = Key("\r", at_ms=190.0, kind=KeyKind.END)
    assert tried([*keys(CODE, 10.0), late]).verdict == "ours"


def test_a_slow_scanner_says_what_to_set() -> None:
    told = tried(keys(CODE + "\r", 48.0))
    assert (told.verdict, told.set_gap_ms, told.set_keys) == ("slow", 60, 0)
    assert told.verdict_words == "This scanner types every 48 ms: set 60."


@pytest.mark.parametrize("gap", [36.0, 48.0, 61.0, 90.0, 120.0, 159.0])
def test_what_it_says_to_set_reads_the_scanner(gap: float) -> None:
    pressed = keys(CODE + "\r", gap)
    told = tried(pressed)
    assert told.set_gap_ms <= 200
    assert tried(pressed, gap_ms=told.set_gap_ms).verdict == "ours"
    assert bursts_of(BurstDetector(gap_ms=told.set_gap_ms), pressed) == 1
    assert bursts_of(BurstDetector(), pressed) == 0
    assert ("people type" in told.verdict_words) == (gap > 90)


@pytest.mark.parametrize("text", ["A12", "AB12", "ABC1"])
@pytest.mark.parametrize("gap", [10.0, 50.0])
def test_what_it_says_to_set_reads_a_short_code(text: str, gap: float) -> None:
    pressed = keys(text + "\r", gap)
    told = tried(pressed)
    assert told.verdict == ("few" if gap < 35 else "slow")
    assert f"Only {len(text)} keys" in told.verdict_words
    assert bursts_of(BurstDetector(told.set_gap_ms or 35.0, told.set_keys), pressed) == 1


def test_keys_as_people_type_are_told_so() -> None:
    told = tried(keys("mulligan\r", 220.0))
    assert (told.verdict, told.set_gap_ms, told.set_keys) == ("too_slow", 0, 0)
    assert "as people type" in told.verdict_words


def test_a_code_of_somebody_else() -> None:
    told = tried(keys("https://example.org/\r", 5.0))
    assert told.verdict == "foreign"
    assert "no badge and no ticket" in told.verdict_words


def test_a_us_scanner_on_another_keyboard() -> None:
    code = next(c for c in (make_code("G5", n * 7919) for n in range(500)) if "Z" in c and "Y" not in c)
    told = tried(on_german(code))
    assert (told.text, told.layout_guess, told.verdict) == (code, "us", "ours")
    assert "put right by where the keys lie" in told.verdict_words
    forced = tried(on_german(code), layout="host")
    assert (forced.text, forced.layout_guess) == (code.replace("Z", "Y"), "us")
    assert "set the scanner's keyboard to US" in forced.verdict_words


def test_characters_that_codes_hardly_have() -> None:
    told = tried([*keys("Gü5\x1dü", 5.0), Key("", at_ms=25.0), *keys("abc", 5.0, 30.0)])
    assert told.suspicious == ("ü", "\x1d", DEAD_KEY)
    assert tried(keys(CODE, 5.0)).suspicious == ()


def bursts_of(detector: BurstDetector, pressed: Sequence[Key]) -> int:
    return sum(bool(detector.press(key).burst) for key in pressed) + bool(detector.end().burst)


def gathered(pressed: Sequence[Key]) -> list[str]:
    """The sequences, by the keys' own times alone."""
    sequence = KeySequence()
    found = [over for key in pressed if (over := sequence.press(key))]
    if last := sequence.end():
        found.append(last)
    return ["".join(key.text for key in over) for over in found]


def test_sequences_end_with_enter_or_by_silence() -> None:
    assert gathered([*keys("ABCDEF\r", 48.0), *keys("GHIJ", 48.0, 900.0)]) == ["ABCDEF\r", "GHIJ"]
    assert gathered([*keys("ABCDEF", 48.0), *keys("GHIJ\r", 48.0, 900.0)]) == ["ABCDEF", "GHIJ\r"]


def test_lines_and_a_second_enter_belong_to_their_code() -> None:
    assert gathered(keys("BEGIN:X\rEND:X\r\r", 6.0)) == ["BEGIN:X\rEND:X\r\r"]


def test_keys_too_few_arrows_and_a_lone_enter_are_no_sequence() -> None:
    assert gathered(keys("ab\r", 9.0)) == []
    assert gathered(keys("\r\r", 9.0)) == []
    arrow = Key("", at_ms=60.0, kind=KeyKind.OTHER)
    assert gathered([*keys("abcd", 9.0), arrow, *keys("ef\r", 9.0, 70.0)]) == []
    shift = Key("", at_ms=20.0, kind=KeyKind.MODIFIER)
    assert gathered([*keys("abc", 9.0), shift, *keys("d\r", 9.0, 27.0)]) == ["abcd\r"]
