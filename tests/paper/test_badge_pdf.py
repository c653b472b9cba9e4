"""The PDF and its picture: page size, fonts, text that can be read back, QR codes that decode, ink where it belongs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from io import BytesIO

import numpy
import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from checkin.domain.badge import BadgeContent
from checkin.domain.errors import UserError
from checkin.paper.badge import TEMPLATES, raster, render_badge, render_badges

Picture = Callable[..., Image.Image]


def decoded(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(numpy.asarray(image.convert("L")), formats=zxingcpp.BarcodeFormat.QRCodeModel2)
    return [barcode.text for barcode in found]


def text_of(pdf: bytes, page: int = 0) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = str(document[page].get_textpage().get_text_range())
    document.close()
    return text


def test_page_is_exactly_whole_dots(aoife: BadgeContent, template, picture: Picture) -> None:
    dots, points = ((1240, 1748), (297.6, 419.52)) if template == "a6" else ((1181, 732), (283.44, 175.68))
    badge = render_badge(aoife, template)
    box = pypdf.PdfReader(BytesIO(badge.pdf)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(points, abs=1e-3)
    assert picture(aoife, template).size == dots
    assert (badge.width_mm, badge.height_mm) == (TEMPLATES[template].width_mm, TEMPLATES[template].height_mm)


def test_qr_decodes_from_the_picture(sample, template, picture: Picture) -> None:
    assert render_badge(sample.content, template).payload == sample.content.code
    assert decoded(picture(sample.content, template)) == [sample.content.code]


def test_qr_decodes_at_200_dpi_in_grey(aoife: BadgeContent, template, picture: Picture) -> None:
    assert decoded(picture(aoife, template, dpi=203, one_bit=False)) == [aoife.code]


def test_every_module_is_nine_whole_dots_and_the_quiet_zone_is_white(sample, picture: Picture) -> None:
    dots = numpy.asarray(picture(sample.content, "label-62x100"))
    x, y, side, module = 897, 393, 225, 9
    modules = dots[y : y + side, x : x + side].reshape(25, module, 25, module)
    assert (modules.min(axis=(1, 3)) == modules.max(axis=(1, 3))).all()
    quiet = dots[y - 36 : y + side, x - 36 : x + side].copy()
    quiet[36:, 36:] = True
    assert quiet.all()


def test_label_is_black_and_white_and_at_most_a_fifth_black(sample, picture: Picture) -> None:
    image = picture(sample.content, "label-62x100")
    assert image.mode == "1"
    assert 0.05 < 1 - numpy.asarray(image).mean() <= 0.20


@pytest.mark.parametrize(
    ("name", "cap_top", "cap"), [("Maximiliane-Alexandra", 13.5, 8.7), ("Þórunn", 14.4, 15.1), ("Núria", 14.4, 14.6)]
)
def test_flat_capitals_are_as_high_as_the_design_measured(
    name: str, cap_top: float, cap: float, named: dict[str, BadgeContent], picture: Picture
) -> None:
    dots = ~numpy.asarray(picture(named[name], "label-62x100"))
    stem = dots[124:, 59 + 8]
    first = int(numpy.argmax(stem))
    height = int(numpy.argmin(stem[first:]))
    assert (first + 124) * 25.4 / 300 == pytest.approx(cap_top, abs=0.1)
    assert height * 25.4 / 300 == pytest.approx(cap, abs=0.12)


def test_ink_stays_in_the_safe_area(sample, template, picture: Picture) -> None:
    dark = numpy.asarray(picture(sample.content, template).convert("L")) < 200
    if template == "a6":
        dark = dark[: round(121 / 25.4 * 300) - 1]
    rows, columns = numpy.flatnonzero(dark.any(axis=1)), numpy.flatnonzero(dark.any(axis=0))
    left, top, right, bottom = (v * 25.4 / 300 for v in (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))
    edges = (8.9, 17.0, 96.1, 121.0) if template == "a6" else (4.9, 3.9, 95.1, 58.5)
    assert (left, top) >= edges[:2]
    assert top >= edges[1]
    assert (right <= edges[2], bottom <= edges[3]) == (True, True)


def test_names_come_out_as_text_in_reading_order(sample, template) -> None:
    text = " ".join(text_of(render_badge(sample.content, template).pdf).split())
    order = [text.find(words) for words in (sample.content.given, sample.content.family, sample.content.city)]
    assert -1 not in order
    assert order == sorted(order)
    assert sample.content.category in text
    assert "Social Innovation Lab" in text


def test_every_weight_is_really_embedded(aoife: BadgeContent, template) -> None:
    reader = pypdf.PdfReader(BytesIO(render_badge(aoife, template).pdf))
    faces = {}
    for font in reader.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        found = font.get_object()
        faces[found["/BaseFont"].split("+")[1]] = found["/FontDescriptor"]["/FontFile2"].get_data()
    assert sorted(faces) == ["Inter-Bold", "Inter-ExtraBold", "Inter-Medium", "Inter-Regular", "Inter-SemiBold"]
    assert len(set(faces.values())) == 5


def test_same_content_gives_same_bytes(sample, template) -> None:
    assert render_badge(sample.content, template).pdf == render_badge(sample.content, template).pdf


def test_many_badges_share_their_fonts(aoife: BadgeContent, changed: Callable[..., BadgeContent], template) -> None:
    done: list[int] = []
    people = [changed(given=name) for name in ("Aoife", "Дарина", "Ελένη", "Nguyễn", "Łukasz", "Çağla")]
    many = render_badges(iter(people), template, on_progress=done.append)
    assert done == [1, 2, 3, 4, 5, 6]
    assert [page.payload for page in many.pages] == [aoife.code] * 6
    assert len(many.pdf) < 3 * len(render_badge(aoife, template).pdf)
    assert [text_of(many.pdf, i).split()[0] for i in range(6)] == [person.given for person in people]


def test_more_letters_than_one_font_subset_holds(changed: Callable[..., BadgeContent]) -> None:
    # PDFium reads compatibility letters such as ŉ back in their parts, whatever the file says.
    letters = [
        chr(c)
        for c in (*range(0xC0, 0x17F), *range(0x391, 0x3CA), *range(0x410, 0x450))
        if chr(c).isalpha() and unicodedata.is_normalized("NFKC", chr(c))
    ]
    names = ["".join(letters[i : i + 6]) for i in range(0, len(letters), 6)]
    many = render_badges([changed(given=name) for name in names])
    missing = [name for i, name in enumerate(names) if name not in text_of(many.pdf, i)]
    assert len(letters) > 256
    assert missing == []


def test_what_progress_raises_ends_the_work(aoife: BadgeContent) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        render_badges([aoife, aoife], on_progress=stop)
    assert render_badge(aoife).payload == aoife.code


def test_nobody_to_print_is_told() -> None:
    with pytest.raises(UserError):
        render_badges([])


def test_raster_tells_of_missing_pages_and_sizes(aoife: BadgeContent) -> None:
    pdf = render_badge(aoife).pdf
    for options in ({"page": 1}, {"page": -1}, {"dpi": 0}, {"dpi": 90000}):
        with pytest.raises(UserError):
            raster(pdf, **options)  # type: ignore[arg-type]


def test_photo_marks_differ_and_other_answers_are_not_asked(
    changed: Callable[..., BadgeContent], picture: Picture
) -> None:
    spot = (1046, 47, 1122, 123)
    marks = {kind: picture(changed(photo=kind), "label-62x100").crop(spot) for kind in ("yes", "no", "")}
    assert len({mark.tobytes() for mark in marks.values()}) == 3
    black = {kind: 1 - numpy.asarray(mark).mean() for kind, mark in marks.items()}
    assert black["yes"] > black["no"] > black[""]
    other = picture(changed(photo="perhaps"), "label-62x100").crop(spot)
    assert other.tobytes() == marks[""].tobytes()
