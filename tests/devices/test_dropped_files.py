"""`codes_in_file`: what is dropped on the window is read, or a sentence says why not."""

from __future__ import annotations

import io
import struct
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from badge_pictures import code_picture, place, save

from checkin.devices import code_files, picture_file
from checkin.devices.code_files import codes_in_file
from checkin.devices.opencv import opencv
from checkin.devices.pdf_pages import pdf_pages
from checkin.domain.badge import make_code
from checkin.domain.errors import EnvironmentFault, NotFound, UserError

CODES = [make_code("G5", n * 7919) for n in range(1, 9)]
TICKET = '{"i":["2","3f","AAAAAAAAAAAAAAAAAAAATQ=="]}'


def sheet(codes: Sequence[str], columns: int = 3) -> Any:
    """A page of codes, row by row, each a little up or down as in a photo."""
    rows = -(-len(codes) // columns)
    picture = np.full((60 + 260 * rows, 60 + 260 * columns), 255, np.uint8)
    for n, code in enumerate(codes):
        at = (160 + 260 * (n % columns), 160 + 260 * (n // columns) + (15, -15, 0)[n % 3])
        place(picture, code_picture(code, 5, (200, 200)), at)
    return picture


def pdf(path: Path, pages: Sequence[Sequence[str]], size: tuple[float, float] = (595, 842), **more: Any) -> Path:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=size, **more)
    for codes in pages:
        canvas.drawString(60, size[1] - 60, "Admission ticket")
        for n, code in enumerate(codes):
            data = opencv().imencode(".png", code_picture(code, 4, (170, 170)))[1].tobytes()
            canvas.drawImage(ImageReader(io.BytesIO(data)), 60 + 110 * n, size[1] - 200, 90, 90)
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "tiff", "bmp"])
def test_a_picture_of_each_kind(tmp_path: Path, kind: str) -> None:
    assert codes_in_file(save(tmp_path / f"zoë’s ticket.{kind}", code_picture(CODES[0]))) == [CODES[0]]


def test_several_codes_in_the_order_of_reading_each_once(tmp_path: Path) -> None:
    path = save(tmp_path / "sheet.png", sheet([*CODES[:7], CODES[2]]))
    assert codes_in_file(path) == CODES[:7]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_is_read_the_way_up_that_its_camera_noted(tmp_path: Path, orientation: int) -> None:
    from PIL import Image

    turns = {1: 0, 3: 2, 6: 1, 8: 3}[orientation]
    lying = Image.fromarray(np.ascontiguousarray(np.rot90(sheet(CODES[:5]), turns)))
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying.save(tmp_path / "photo.jpg", exif=exif, quality=90)
    assert codes_in_file(tmp_path / "photo.jpg") == CODES[:5]


def test_a_photo_turned_by_hand_and_in_perspective(tmp_path: Path) -> None:
    cv2 = opencv()
    picture = cv2.cvtColor(code_picture(CODES[0], 8, (900, 900)), cv2.COLOR_GRAY2BGR)
    corners = np.array([[0, 0], [900, 0], [900, 900], [0, 900]], np.float32)
    seen = np.array([[150, 60], [820, 200], [700, 880], [40, 700]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    photo = cv2.warpPerspective(picture, matrix, (900, 900), borderValue=(90, 110, 130))
    assert codes_in_file(save(tmp_path / "photo.jpg", photo)) == [CODES[0]]


def test_a_pdf_page_by_page(tmp_path: Path) -> None:
    path = pdf(tmp_path / "tickets.pdf", [CODES[:2], [], [TICKET], [CODES[0], CODES[3]]])
    assert codes_in_file(path) == [*CODES[:2], TICKET, CODES[3]]


def test_what_a_file_is_shows_inside_not_in_its_name(tmp_path: Path) -> None:
    pdf(tmp_path / "ticket", [[CODES[0]]]).rename(tmp_path / "ticket.png")
    save(tmp_path / "a.png", code_picture(CODES[1])).rename(tmp_path / "a.pdf")
    assert codes_in_file(tmp_path / "ticket.png") == [CODES[0]]
    assert codes_in_file(tmp_path / "a.pdf") == [CODES[1]]


def test_no_code_is_an_empty_list(tmp_path: Path) -> None:
    assert codes_in_file(save(tmp_path / "table.png", np.full((480, 640), 120, np.uint8))) == []
    assert codes_in_file(pdf(tmp_path / "programme.pdf", [[], []])) == []


def test_a_large_photo_is_read_at_a_smaller_size_and_small_codes_in_it_too(tmp_path: Path) -> None:
    large = code_picture(CODES[0], 60, (8000, 6000))
    assert codes_in_file(save(tmp_path / "large.jpg", large)) == [CODES[0]]
    small = code_picture(CODES[1], 3, (8000, 6000))
    assert codes_in_file(save(tmp_path / "small.png", small)) == [CODES[1]]


def test_a_poster_as_pdf_does_not_fill_the_memory(tmp_path: Path) -> None:
    (page,) = pdf_pages(pdf(tmp_path / "poster.pdf", [[CODES[0]]], (14000, 9000)))
    assert page.shape == pytest.approx((5000 * 9 / 14, 5000), abs=2)
    assert codes_in_file(pdf(tmp_path / "a3.pdf", [[CODES[0]]], (842, 1190))) == [CODES[0]]


def test_a_pdf_with_too_many_pages_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_files, "MOST_PAGES", 3)
    assert codes_in_file(pdf(tmp_path / "three.pdf", [[CODES[0]]] * 3)) == [CODES[0]]
    with pytest.raises(UserError, match=r"four\.pdf has 4 pages; at most 3"):
        codes_in_file(pdf(tmp_path / "four.pdf", [[CODES[0]]] * 4))


def test_a_pdf_with_a_password_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="locked with a password") as told:
        codes_in_file(pdf(tmp_path / "locked.pdf", [[CODES[0]]], encrypt="secret"))
    assert "without the password" in told.value.advice


def test_a_heic_picture_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0042.jpg"
    path.write_bytes(struct.pack(">I", 24) + b"ftypheic" + b"\0\0\0\0mif1heic" + bytes(400))
    with pytest.raises(UserError, match=r"IMG_0042\.jpg is a HEIC picture") as told:
        codes_in_file(path)
    assert "screenshot" in told.value.advice


@pytest.mark.parametrize(
    "data",
    [b"", b"nothing", b"%PDF-1.7 and then nothing", b"\x89PNG\r\n\x1a\n" + bytes(60), b"\xff\xd8\xff\xe0" + bytes(60)],
    ids=["empty", "text", "pdf", "png", "jpeg"],
)
def test_a_damaged_file_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"broken\.png cannot be read") as told:
        codes_in_file(path)
    assert told.value.advice


def read_or_told(path: Path) -> list[str] | str:
    try:
        return codes_in_file(path)
    except UserError as told:
        return (
            told.sentence.removeprefix(f"The picture {path.name} ").removeprefix(f"The file {path.name} ").rstrip(".")
        )


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_file_cut_short_is_read_or_told(tmp_path: Path, share: float) -> None:
    for whole in (
        pdf(tmp_path / "a.pdf", [[CODES[0]]]),
        save(tmp_path / "a.png", code_picture(CODES[0])),
        save(tmp_path / "a.jpg", code_picture(CODES[0])),
    ):
        cut = tmp_path / f"cut{whole.suffix}"
        data = whole.read_bytes()
        cut.write_bytes(data[: int(len(data) * share)])
        assert read_or_told(cut) in ("cannot be read", [], [CODES[0]])


def claimed(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_picture_too_large_for_the_memory_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(claimed(60_000, 60_000))
    with pytest.raises(UserError, match=r"bomb\.png is too large"):
        codes_in_file(path)


def test_a_file_too_large_to_be_a_ticket_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "film.pdf"
    with path.open("wb") as file:
        file.truncate(picture_file.MOST_BYTES + 1)
    with pytest.raises(UserError, match=r"film\.pdf is too large"):
        codes_in_file(path)


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        codes_in_file(tmp_path / "none.png")
    with pytest.raises(UserError, match="is a folder"):
        codes_in_file(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc is Linux's")
def test_a_file_that_the_system_does_not_give(tmp_path: Path) -> None:
    # Readable by its mode, and yet each read of it fails, whoever asks.
    with pytest.raises(EnvironmentFault, match="mem cannot be opened"):
        codes_in_file(Path("/proc/self/mem"))
