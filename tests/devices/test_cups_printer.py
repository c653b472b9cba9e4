"""Badges through a real CUPS: its scheduler, filters and states; only the paper is not."""

from __future__ import annotations

import io
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cups_peer import CupsPeer, running_cups

from checkin.devices.printers import CupsPrinter, MaybePrinted, list_printers
from checkin.domain.errors import EnvironmentFault

A6 = (105.0, 148.0)
LABEL = (62.0, 100.0)


@pytest.fixture(scope="module")
def server() -> Iterator[CupsPeer]:
    yield from running_cups()


@pytest.fixture
def cups(server: CupsPeer, monkeypatch: pytest.MonkeyPatch) -> CupsPeer:
    monkeypatch.setenv("CUPS_SERVER", str(server.socket))
    server.do("clear")
    return server


def badge(size_mm: tuple[float, float], pages: int = 1) -> bytes:
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    width, height = size_mm[0] * mm, size_mm[1] * mm
    canvas = Canvas(file, pagesize=(width, height))
    for _ in range(pages):
        canvas.rect(0, 0, width / 4, height / 4, fill=1)
        canvas.drawString(width / 2, height / 2, "Mulligan")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def ink(path: str) -> list[list[bool]]:
    """Whether the middle of each of the four corner quarters of a printed page is black, rows from the top."""
    import pypdfium2

    with pypdfium2.PdfDocument(Path(path).read_bytes()) as document:
        picture = document[0].render(scale=1, grayscale=True).to_numpy().squeeze().copy()
    height, width = picture.shape[:2]
    return [[bool(picture[int(height * y), int(width * x)] < 100) for x in (0.1, 0.9)] for y in (0.1, 0.9)]


def test_a_badge_arrives_with_its_size(cups: CupsPeer) -> None:
    job = CupsPrinter("badge_a6").print_pdf(badge(A6), title="Zoë Mulligan", media_mm=A6)
    (out,) = cups.until(cups.printed)
    assert job == f"badge_a6-{out['job']}"
    assert (out["queue"], out["title"], out["pages"], out["copies"]) == ("badge_a6", "Zoë Mulligan", 1, 1)
    assert (out["width_pt"], out["height_pt"]) == pytest.approx((297.6, 419.5), abs=1.5)
    assert ink(out["file"]) == [[False, False], [True, False]]


def test_a_label_on_a_queue_whose_own_size_is_another(cups: CupsPeer) -> None:
    CupsPrinter("label_62").print_pdf(badge(LABEL), title="label", media_mm=LABEL)
    (out,) = cups.until(cups.printed)
    assert (out["width_pt"], out["height_pt"]) == pytest.approx((175.7, 283.5), abs=1.5)
    assert ink(out["file"]) == [[False, False], [True, False]]


def test_a_wide_badge_is_turned_for_a_label_fed_along_its_long_side(cups: CupsPeer) -> None:
    CupsPrinter("label_62").print_pdf(badge((100.0, 62.0)), title="wide", media_mm=(100.0, 62.0))
    (out,) = cups.until(cups.printed)
    assert (out["width_pt"], out["height_pt"]) == pytest.approx((175.7, 283.5), abs=1.5)
    # Clockwise: the lower left corner has become the upper left one. Nothing is cut or scaled.
    assert ink(out["file"]) == [[True, False], [False, False]]


def test_several_pages_are_one_job(cups: CupsPeer) -> None:
    CupsPrinter("badge_a6").print_pdf(badge(A6, 3), title="three", media_mm=A6)
    (out,) = cups.until(cups.printed)
    assert out["pages"] == 3


def test_a_job_that_came_out_has_ended(cups: CupsPeer) -> None:
    printer = CupsPrinter("badge_a6")
    job = printer.print_pdf(badge(A6), title="x", media_mm=A6)
    cups.until(lambda: printer.job_state(job) == "ended")
    assert len(cups.printed()) == 1
    assert printer.job_state("badge_a6-99999") == "unknown"


def test_a_paused_queue_takes_the_job_and_says_that_it_waits(cups: CupsPeer) -> None:
    printer = CupsPrinter("badge_a6")
    assert printer.state().sentence == "Ready"
    assert not printer.state().needs_attention
    cups.do("pause", "badge_a6")
    job = printer.print_pdf(badge(A6), title="waits", media_mm=A6)
    state = printer.state()
    assert (state.state, state.reasons, state.sentence) == ("stopped", ("paused",), "The queue is paused")
    assert state.needs_attention
    assert (printer.job_state(job), cups.printed()) == ("waiting", [])
    cups.do("resume", "badge_a6")
    assert cups.until(cups.printed)[0]["title"] == "waits"


@pytest.mark.parametrize(
    ("device", "sentence"),
    [
        (("error", "media-empty"), "Out of labels"),
        (("error", "cover-open"), "The cover is open"),
        (("error", "media-jam"), "A label is stuck"),
        (("offline",), "The printer does not answer"),
        (("media", "Card54x86"), "The wrong labels are loaded"),
    ],
)
def test_what_is_wrong_with_the_device_in_words(cups: CupsPeer, device: tuple[str, ...], sentence: str) -> None:
    printer = CupsPrinter("badge_a6")
    cups.do("device", "badge_a6", *device)
    try:
        job = printer.print_pdf(badge(A6), title="x", media_mm=A6)
        cups.until(lambda: printer.state().sentence == sentence)
        assert printer.state().needs_attention
        assert printer.job_state(job) == "waiting"
    finally:
        cups.do("device", "badge_a6", "online")
        cups.do("device", "badge_a6", "media", "A6")
    cups.until(cups.printed)


def test_a_queue_that_takes_no_jobs(cups: CupsPeer) -> None:
    cups.do("reject", "badge_a6")
    with pytest.raises(EnvironmentFault, match="takes no jobs") as told:
        CupsPrinter("badge_a6").print_pdf(badge(A6), title="x", media_mm=A6)
    assert "cupsaccept badge_a6" in told.value.advice
    assert not isinstance(told.value, MaybePrinted)


def test_a_queue_that_is_not_there(cups: CupsPeer) -> None:
    for act in (lambda p: p.print_pdf(badge(A6), title="x", media_mm=A6), lambda p: p.state()):
        with pytest.raises(EnvironmentFault, match="There is no printer gone"):
            act(CupsPrinter("gone"))


def test_printers_by_name(cups: CupsPeer) -> None:
    found = list_printers()
    assert set(found.names) == {"badge_a6", "label_62"}
    assert (found.default, found.sentence) == ("badge_a6", None)


def test_no_server_at_all(cups: CupsPeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/tmp/no-such-cups.sock")
    with pytest.raises(EnvironmentFault, match="not running"):
        CupsPrinter("badge_a6").print_pdf(badge(A6), title="x", media_mm=A6)
    found = list_printers()
    assert (found.names, found.sentence) == ((), "The print service is not running")


@pytest.fixture
def silent_server(cups: CupsPeer, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{listener.getsockname()[1]}")
        yield


@pytest.mark.usefixtures("silent_server")
def test_a_print_service_that_never_answers_gives_back_in_time() -> None:
    began = time.monotonic()
    found = list_printers(timeout=1.0)
    assert time.monotonic() - began < 3.0
    assert (found.names, found.default) == ((), None)
    assert found.sentence == "The print service did not answer within 1 seconds"
    with pytest.raises(MaybePrinted, match="did not answer"):
        CupsPrinter("badge_a6", limit_s=1.0).print_pdf(badge(A6), title="x", media_mm=A6)
    assert CupsPrinter("badge_a6", limit_s=0.5).job_state("badge_a6-1") == "unknown"
    assert time.monotonic() - began < 8.0


def test_no_print_service_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="no print service"):
        CupsPrinter("badge_a6").print_pdf(badge(A6), title="x", media_mm=A6)
    assert list_printers().sentence == "This machine has no print service"
