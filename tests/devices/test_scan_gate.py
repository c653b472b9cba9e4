"""When a code in front of the camera counts as presented."""

from __future__ import annotations

import pytest

from checkin.devices.engines import Found
from checkin.devices.middle import is_inside, marked_middle, with_margin
from checkin.devices.scan_gate import GateVerdict, ScanGate

SIZE = (1280, 720)


def found(text: str, x: float = 640, y: float = 360) -> Found:
    return Found(text, ((x - 50, y - 50), (x + 50, y - 50), (x + 50, y + 50), (x - 50, y + 50)), "zxing")


@pytest.fixture
def gate() -> ScanGate:
    return ScanGate(lambda text: text.startswith("OUR"))


def test_a_code_passes_once_while_it_is_held(gate: ScanGate) -> None:
    passed = [gate.look([found("OUR-1")], SIZE, n / 30).passed for n in range(140)]
    assert [p for p in passed if p] == ["OUR-1"]
    assert passed[0] == "OUR-1"


def test_it_passes_again_after_five_seconds(gate: ScanGate) -> None:
    passed = [n / 30 for n in range(330) if gate.look([found("OUR-1")], SIZE, n / 30).passed]
    assert passed == [0.0, pytest.approx(5.0), pytest.approx(10.0)]


def test_it_passes_again_after_it_left_the_picture(gate: ScanGate) -> None:
    assert gate.look([found("OUR-1")], SIZE, 0.0).passed
    assert gate.look([], SIZE, 0.5) == GateVerdict()
    assert gate.look([found("OUR-1")], SIZE, 1.1).passed == "OUR-1"


def test_frames_in_which_the_reader_misses_it_do_not_count_as_leaving(gate: ScanGate) -> None:
    assert gate.look([found("OUR-1")], SIZE, 0.0).passed
    for n in range(1, 100):
        verdict = gate.look([found("OUR-1")] if n % 9 == 0 else [], SIZE, n / 30)
        assert verdict == GateVerdict()


def test_another_code_passes_at_once(gate: ScanGate) -> None:
    assert gate.look([found("OUR-1")], SIZE, 0.0).passed == "OUR-1"
    assert gate.look([found("OUR-2")], SIZE, 0.1).passed == "OUR-2"


def test_foreign_codes_neither_pass_nor_stand_in_the_way(gate: ScanGate) -> None:
    assert gate.look([found("https://example.org")], SIZE, 0.0) == GateVerdict()
    assert gate.look([found("OUR-1"), found("https://example.org", 700)], SIZE, 0.1).passed == "OUR-1"


def test_several_of_ours_admit_nobody_and_are_told_once(gate: ScanGate) -> None:
    both = [found("OUR-2", 500), found("OUR-1", 800)]
    verdicts = [gate.look(both, SIZE, n / 30) for n in range(60)]
    assert verdicts[0] == GateVerdict(several=("OUR-1", "OUR-2"))
    assert set(verdicts[1:]) == {GateVerdict()}


def test_a_frame_that_misses_one_of_two_admits_nobody(gate: ScanGate) -> None:
    gate.look([found("OUR-1", 500), found("OUR-2", 800)], SIZE, 0.0)
    assert gate.look([found("OUR-1", 500)], SIZE, 0.1) == GateVerdict()
    assert gate.look([found("OUR-2", 800)], SIZE, 0.2) == GateVerdict()


def test_the_one_that_stays_is_admitted_when_the_other_has_gone(gate: ScanGate) -> None:
    gate.look([found("OUR-1", 500), found("OUR-2", 800)], SIZE, 0.0)
    passed = [gate.look([found("OUR-1")], SIZE, n / 10).passed for n in range(1, 15)]
    assert [p for p in passed if p] == ["OUR-1"]
    assert passed.index("OUR-1") == 9


def test_a_third_code_is_told_with_the_others(gate: ScanGate) -> None:
    gate.look([found("OUR-1", 500), found("OUR-2", 800)], SIZE, 0.0)
    three = gate.look([found("OUR-1", 500), found("OUR-2", 800), found("OUR-3")], SIZE, 0.1)
    assert three.several == ("OUR-1", "OUR-2", "OUR-3")


def test_the_same_code_twice_is_one(gate: ScanGate) -> None:
    assert gate.look([found("OUR-1", 500), found("OUR-1", 800)], SIZE, 0.0).passed == "OUR-1"


@pytest.mark.parametrize(("x", "y"), [(200, 360), (1100, 360), (640, 80), (640, 640)])
def test_a_code_outside_the_marked_middle_does_not_count(gate: ScanGate, x: float, y: float) -> None:
    assert gate.look([found("OUR-1", x, y)], SIZE, 0.0) == GateVerdict()
    assert gate.look([found("OUR-1", x, y), found("OUR-2")], SIZE, 0.1).passed == "OUR-2"


def test_the_middle_is_sixty_by_seventy_percent_and_centred() -> None:
    assert marked_middle(1280, 720) == (256, 108, 768, 504)
    assert is_inside((256, 108), marked_middle(1280, 720))
    assert not is_inside((1024, 108), marked_middle(1280, 720))
    assert with_margin((0, 0, 100, 100), 100, 100) == (0, 0, 100, 100)
