"""The A6 badge in colour with a band for the category (badge-design §1)."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.badge import BadgeContent
from checkin.domain.translation import say
from checkin.paper.blocks import Sheet, code_line, put_names, put_qr
from checkin.paper.category import category_style
from checkin.paper.cut import sizes
from checkin.paper.fit import Seating, Stack
from checkin.paper.fonts import Weight
from checkin.paper.ink import Line
from checkin.paper.layout import INK, Layout, PlacedBand, PlacedPhoto, PlacedShape
from checkin.paper.organisation import Detail, OrganisationSetting, OrganisationType, organisation_settings
from checkin.paper.rules import NameRules, Pass, Rung
from checkin.paper.templates import A6
from checkin.paper.words import Words, words_of

_LEFT, _RIGHT, _FOOT, _CITY_BASELINE = 9.0, 96.0, 114.4, 107.4
_WIDE, _NARROW, _NARROW_BELOW = 87.0, 61.3, 83.6
_EVENT_TOP, _EVENT_WIDTH, _EVENT_WIDEST = 19.0, 60.0, 75.0
_EVENT_LINE_GAP, _EVENT_INK_GAP = 1.9, 0.3
_PHOTO_LEFT, _PHOTO_TOP, _PHOTO_SIDE = 87.6, 18.5, 8.4
_QR_X, _QR_Y, _QR_DOTS = 74.85, 87.38, 250
_CODE_GAP, _CODE_WIDEST, _PLACE_INK_GAP = 3.2, 45.0, 0.5
_ORGANISATION_GAP, _ORGANISATION_TO_CITY = 6.0, 6.5
_ORGANISATION = OrganisationType(body=15.0, unit=12.0, floor=10.0)
_BAND_TOP, _BAND_MIDDLE, _SHAPE, _WORD_X, _EMPTY_BAND = 121.0, 133.0, 3.9, 20.5, "#E9ECF1"
_PHOTO_COLOURS = {"yes": "#0A6B4F", "no": "#B3261E"}


def _passes() -> tuple[Pass, ...]:
    steps = ((24.0, 14.0, (54.0, 36.0)), (20.0, 13.0, (54.0, 36.0)), (16.0, 12.0, (40.0, 34.0)))
    passes = [
        Pass(family, organisation, accept, detail, _ORGANISATION_GAP, 2.6)
        for detail in (Detail.WHOLE, Detail.SHORTENED)
        for family, organisation, accept in steps
    ]
    return (*passes, Pass(16.0, 10.0, (40.0, 34.0), Detail.BODY, _ORGANISATION_GAP, 2.6))


RULES = NameRules(
    left=_LEFT,
    cap_tops=(35.5, 35.5),
    ink_top=_PHOTO_TOP + _PHOTO_SIDE + 1.7,
    wide=_WIDE,
    narrow=_NARROW,
    narrow_below=_NARROW_BELOW,
    rungs=(
        Rung(1, sizes(76, 54, 1)),
        Rung(2, sizes(54, 36, 1)),
        Rung(1, sizes(53, 40, 1)),
        Rung(2, sizes(35, 28, 1)),
        Rung(1, sizes(39, 20, 1)),
    ),
    given_pitch=0.95,
    line_ink_gap=0.8,
    family_sizes=sizes(32, 16),
    family_two_from=28.0,
    family_one_to=26.0,
    family_pitch=1.13,
    gap_least=4.7,
    gap_extra=1.2,
    gap_ink=2.2,
    passes=_passes(),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """City and country, each with its baseline; `ink_top` is where the organisation has to have ended."""

    lines: tuple[tuple[str, Line, float], ...]
    ink_top: float


@dataclass(frozen=True, slots=True)
class _Below:
    """The organisation under the names."""

    setting: OrganisationSetting
    first_baseline: float


def layout_a6(content: BadgeContent) -> Layout:
    """The A6 badge of `content`; never raises for what stands in it."""
    words = words_of(content)
    sheet = Sheet(A6, INK, warnings=list(words.warnings))
    code = code_line(words.code_line, 9.5, _CODE_WIDEST)
    place = _placed(sheet, words, _RIGHT - code.width if code else _RIGHT)
    crown = Stack((), RULES.cap_tops[0] - _ORGANISATION_GAP, 0.0)
    below = put_names(sheet, words, RULES, lambda text: _seating(text, place), crown)
    if below:
        _put_organisation(sheet, below)
    for name, one, baseline in place.lines:
        sheet.put(name, one, _LEFT, baseline)
    band, shape = _put_band(sheet, words.category)
    _put_event(sheet, words)
    qr = put_qr(sheet, content.code, _QR_X, _QR_Y, _QR_DOTS)
    if code:
        sheet.put_right("code", code, _RIGHT, _FOOT)
    payload = content.code if qr else ""
    photo = _photo(content.photo)
    return Layout(A6, tuple(sheet.texts), photo, band, shape, qr, payload, tuple(sheet.warnings))


def _seating(organisation: str, place: _Place) -> Seating[_Below]:
    def seat(attempt: Pass, names: Stack) -> _Below | None:
        if not organisation:
            free = place.ink_top - names.base >= _ORGANISATION_TO_CITY
            return _Below(OrganisationSetting(()), names.base) if free else None
        for width in (_WIDE, _NARROW):
            for setting in organisation_settings(
                organisation, width, _ORGANISATION, attempt.organisation, attempt.detail
            ):
                below = _seated(setting, attempt, names, place)
                if below:
                    return below
        return None

    return seat


def _seated(setting: OrganisationSetting, attempt: Pass, names: Stack, place: _Place) -> _Below | None:
    first = setting.lines[0]
    baseline = max(names.base + attempt.gap + first.cap, names.bottom + attempt.ink_gap + first.rise)
    if place.ink_top - (baseline + setting.pitch) < _ORGANISATION_TO_CITY:
        return None
    for index, one in enumerate(setting.lines):
        if one.width > RULES.limit(baseline + index * setting.pitch + one.fall):
            return None
    return _Below(setting, baseline)


def _put_organisation(sheet: Sheet, below: _Below) -> None:
    for index, one in enumerate(below.setting.lines):
        sheet.put("organisation", one, _LEFT, below.first_baseline + index * below.setting.pitch)
    if below.setting.shortened:
        sheet.warn("organisation", say("The organisation is shortened."))


def _placed(sheet: Sheet, words: Words, code_left: float) -> _Place:
    """City above country; the one that is alone stands on the badge's common baseline."""
    foot_width = min(_NARROW, code_left - _CODE_GAP - _LEFT)
    city_width = _NARROW if words.country else foot_width
    city = sheet.shrunk("city", words.city, Weight.SEMIBOLD, sizes(24, 14), city_width)
    country = sheet.shrunk("country", words.country, Weight.REGULAR, sizes(14, 10), foot_width)
    lines = []
    if city:
        clear = _FOOT - country.rise - _PLACE_INK_GAP - city.fall if country else _FOOT
        lines.append(("city", city, min(_CITY_BASELINE, clear) if country else _FOOT))
    if country:
        lines.append(("country", country, _FOOT))
    return _Place(tuple(lines), min((base - one.rise for _, one, base in lines), default=_FOOT))


def _put_band(sheet: Sheet, category: str) -> tuple[PlacedBand, PlacedShape | None]:
    top, width = A6.snapped(_BAND_TOP), A6.width_dots * A6.dot
    height = A6.height_dots * A6.dot - top
    word = sheet.shrunk("category", category, Weight.BOLD, sizes(30, 18), _RIGHT - _WORD_X)
    if word is None:
        return PlacedBand(0.0, top, width, height, 0.0, _EMPTY_BAND), None
    style = category_style(category)
    sheet.put("category", word, _WORD_X, _BAND_MIDDLE + word.cap / 2, style.word)
    shape = PlacedShape(style, _LEFT - style.extent[0] * _SHAPE, _BAND_MIDDLE, _SHAPE, style.word)
    return PlacedBand(0.0, top, width, height, 0.0, style.ground), shape


def _put_event(sheet: Sheet, words: Words) -> None:
    crown, ink_end = _EVENT_TOP, 0.0
    for name, text, weight, ladder in (
        ("event_title", words.event_title, Weight.BOLD, sizes(12, 9)),
        ("event_subtitle", words.event_subtitle, Weight.REGULAR, sizes(10, 8.5)),
    ):
        one = sheet.shrunk(name, text, weight, ladder, _EVENT_WIDTH, _EVENT_WIDEST)
        if one:
            baseline = max(crown + one.cap, ink_end + _EVENT_INK_GAP + one.rise)
            sheet.put(name, one, _LEFT, baseline)
            crown, ink_end = baseline + _EVENT_LINE_GAP, baseline + one.fall


def _photo(kind: str) -> PlacedPhoto:
    radius = A6.snapped(_PHOTO_SIDE) / 2
    x, y = A6.snapped(_PHOTO_LEFT) + radius, A6.snapped(_PHOTO_TOP) + radius
    return PlacedPhoto(kind, x, y, radius, _PHOTO_COLOURS.get(kind, INK))
