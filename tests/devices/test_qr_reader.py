"""Finding codes in pictures of a stream."""

from __future__ import annotations

import time

import numpy as np
import pytest
from badge_pictures import code_picture

from checkin.devices.camera import SimulatedCamera
from checkin.devices.engines import ENGINES
from checkin.devices.middle import marked_middle, with_margin
from checkin.devices.opencv import opencv
from checkin.devices.qr_reader import QrReader
from checkin.domain.badge import make_code

CODE = make_code("G5", 4711)


@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_reads_a_plain_code_and_tells_where(engine: str) -> None:
    if engine == "zbar":
        pytest.importorskip("pyzbar.pyzbar", exc_type=ImportError)
    found = ENGINES[engine](code_picture(CODE, at=(220, 200)))
    assert [(f.text, f.engine) for f in found] == [(CODE, engine)]
    assert found[0].centre == pytest.approx((220, 200), abs=4)
    xs = [x for x, _ in found[0].quad]
    assert max(xs) - min(xs) == pytest.approx(25 * 6, abs=30)


def test_bytes_that_are_no_text_come_back_as_they_are() -> None:
    data = bytes([0xFF, 0xFE, 0x00, 0x80]) + b"abc"
    (found,) = ENGINES["zxing"](code_picture(data))
    assert found.text.encode("utf-8", "surrogateescape") == data


def test_text_in_utf_8_is_text() -> None:
    (found,) = ENGINES["zxing"](code_picture("Zoë–Łódź".encode()))
    assert found.text == "Zoë–Łódź"


def test_zbar_leaves_what_it_would_rewrite_to_the_others() -> None:
    assert ENGINES["zbar"](code_picture("Zoë".encode("latin-1"))) == []


def test_missing_zbar_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without_zbar(name: str, *rest: object) -> object:
        if name == "pyzbar":
            raise ImportError("Unable to find zbar shared library")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_zbar)
    assert ENGINES["zbar"](code_picture(CODE)) == []


def test_light_codes_on_dark_ground_are_read() -> None:
    assert [f.text for f in QrReader().read(255 - code_picture(CODE))] == [CODE]


def test_micro_qr_is_not_read() -> None:
    import segno

    dark = np.array([list(r) for r in segno.make("12345", micro=True).matrix_iter(scale=8, border=6)], bool)
    assert QrReader().read(np.where(dark, 0, 255).astype(np.uint8)) == []


def test_the_enlarged_picture_reads_what_is_too_small() -> None:
    cv2 = opencv()
    small = cv2.resize(code_picture(CODE, module=4), None, fx=0.32, fy=0.32, interpolation=cv2.INTER_AREA)
    assert ENGINES["zxing"](small) == []
    reader = QrReader()
    assert [f.text for _ in range(4) for f in reader.read(small)].count(CODE) >= 1


def test_engines_can_be_limited() -> None:
    assert {f.engine for f in QrReader(("threshold",)).read(code_picture(CODE))} <= {"threshold"}
    reader = QrReader(("threshold",))
    assert [f.engine for _ in range(4) for f in reader.read(code_picture(CODE))] == ["threshold"]


def test_a_poster_at_the_edge_does_not_hide_a_badge_in_the_middle() -> None:
    cv2 = opencv()
    size = (1280, 720)
    picture = code_picture("https://example.org/poster", 5, size, at=(110, 110))
    small = cv2.resize(code_picture(CODE, 4, (200, 200)), None, fx=0.32, fy=0.32, interpolation=cv2.INTER_AREA)
    picture[340 : 340 + small.shape[0], 600 : 600 + small.shape[1]] = small
    reader, seen = QrReader(), []
    for _ in range(4):
        seen += reader.read(picture, with_margin(marked_middle(*size), *size))
    badge = next(f for f in seen if f.text == CODE)
    assert badge.centre == pytest.approx((632, 372), abs=4)


def test_the_simulated_cameras_badges_are_read_in_time() -> None:
    """Not a timed test of the machine: an ample limit that only a wrong cascade breaks. `bench` measures."""
    camera = SimulatedCamera([CODE], seed=5, per_second=0)
    reader, slow, texts = QrReader(), 0, set()
    with camera:
        for _ in range(75):
            frame = camera.read()
            assert frame is not None
            began = time.perf_counter()
            texts |= {f.text for f in reader.read(frame.grey, with_margin(marked_middle(*frame.size), *frame.size))}
            slow += time.perf_counter() - began > 0.15
    assert texts == {CODE}
    assert slow < 15
