"""Codes out of files: the `read` command's work."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from badge_pictures import code_picture, place, save

from checkin.devices.code_files import engine_names
from checkin.devices.opencv import opencv
from checkin.devices.qr_reader import read_file
from checkin.domain.badge import make_code
from checkin.domain.errors import NotFound, UserError

CODES = [make_code("G5", n * 7919) for n in range(1, 4)]


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp", "tiff", "webp"])
def test_pictures_of_each_kind(tmp_path: Path, kind: str) -> None:
    path = save(tmp_path / f"zoë badge.{kind}", code_picture(CODES[0]))
    (read,) = read_file(path)
    assert (read.file, read.frame, [f.text for f in read.found]) == (path, 0, [CODES[0]])
    assert 0 < read.ms < 5000


def test_black_on_nothing_is_read_as_black_on_white(tmp_path: Path) -> None:
    grey = code_picture(CODES[0])
    clear = np.zeros((*grey.shape, 4), np.uint8)
    clear[..., 3] = np.where(grey < 100, 255, 0)
    (read,) = read_file(save(tmp_path / "clear.png", clear))
    assert [f.text for f in read.found] == [CODES[0]]


def test_several_codes_of_one_picture(tmp_path: Path) -> None:
    picture = code_picture(CODES[0], 5, (1280, 720), (300, 300))
    for n, code in enumerate(CODES[1:]):
        place(picture, code_picture(code, 5, (180, 180)), (600 + 300 * n, 300))
    (read,) = read_file(save(tmp_path / "three.png", picture))
    assert sorted(f.text for f in read.found) == sorted(CODES)


def test_a_film_frame_by_frame(tmp_path: Path) -> None:
    cv2 = opencv()
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 30, (640, 480))
    for code in [CODES[0], "", CODES[2]]:
        picture = code_picture(code) if code else np.full((480, 640), 128, np.uint8)
        writer.write(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR))
    writer.release()
    reads = list(read_file(path))
    assert [(r.frame, [f.text for f in r.found]) for r in reads] == [(0, [CODES[0]]), (1, []), (2, [CODES[2]])]


def test_pages_of_a_pdf(tmp_path: Path) -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "badges.pdf"
    canvas = Canvas(str(path), pagesize=(298, 420))
    for code in CODES[:2]:
        data = opencv().imencode(".png", code_picture(code, 4, (140, 140)))[1].tobytes()
        canvas.drawImage(ImageReader(io.BytesIO(data)), 100, 100, 74, 74)
        canvas.showPage()
    canvas.save()
    assert [(r.frame, [f.text for f in r.found]) for r in read_file(path)] == [(0, [CODES[0]]), (1, [CODES[1]])]


def test_a_folder_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    save(tmp_path / "a.png", code_picture(CODES[0]))
    save(tmp_path / "b" / "c.png", code_picture(CODES[1]))
    (tmp_path / "notes.txt").write_text("no picture")
    assert [(r.file.name, r.found[0].text) for r in read_file(tmp_path)] == [("a.png", CODES[0]), ("c.png", CODES[1])]


@pytest.mark.parametrize("name", ["broken.png", "broken.pdf", "broken.avi", "empty.png"])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"" if name.startswith("empty") else b"%PDF-nothing")
    with pytest.raises(UserError, match="cannot be read"):
        list(read_file(path))


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(read_file(tmp_path / "none.png"))


def test_engines_by_name() -> None:
    assert engine_names(["zbar", "zxing"]) == ("zxing", "zbar")
    with pytest.raises(UserError, match="nosuch"):
        engine_names(["zxing", "nosuch"])
    with pytest.raises(UserError):
        engine_names([""])


def test_only_the_engines_named_are_used(tmp_path: Path) -> None:
    (read,) = read_file(save(tmp_path / "a.png", code_picture(CODES[0])), ["threshold"])
    assert [f.engine for f in read.found] == ["threshold"]
