"""The label of 62 x 100 mm, landscape, black only (badge-design §1)."""

from __future__ import annotations

from dataclasses import dataclass

from checkin.domain.badge import BadgeContent
from checkin.domain.translation import say
from checkin.paper.blocks import Sheet, code_line, put_names, put_qr
from checkin.paper.category import category_style
from checkin.paper.cut import sizes
from checkin.paper.fit import Seating, Stack
from checkin.paper.fonts import Weight
from checkin.paper.ink import cap_height
from checkin.paper.layout import BLACK, WHITE, Layout, PlacedBand, PlacedPhoto, PlacedShape
from checkin.paper.organisation import Detail, OrganisationSetting, OrganisationType, organisation_settings
from checkin.paper.place_line import PlaceLine, place_line
from checkin.paper.rules import NameRules, Pass, Rung
from checkin.paper.templates import LABEL
from checkin.paper.words import Words, words_of

_LEFT, _RIGHT, _FOOT, _SAFE_FOOT = 5.0, 95.0, 57.4, 59.0
_TOP, _TAG_HEIGHT, _TAG_WIDTH = 4.0, 6.4, 47.0
_TAG_PAD, _SHAPE, _SHAPE_GAP, _OUTLINE_DOTS = 2.4, 1.55, 1.7, 5
_EVENT_LEFT, _EVENT_RIGHT, _EVENT_TAG_GAP = 55.0, 86.2, 3.0
_EVENT_LINE_GAP, _EVENT_INK_GAP = 1.44, 0.3
_PHOTO_LEFT = 88.6
_QR_X, _QR_Y, _QR_DOTS = 75.95, 33.27, 225
_CODE_GAP, _CODE_WIDEST = 3.2, 40.0
_CITY_LARGEST = 13.0
_NARROW = 66.7
_ORGANISATION = OrganisationType(body=14.0, unit=11.0, floor=9.0)
_CITY_GAPS = {Detail.WHOLE: (3.2,), Detail.SHORTENED: (3.2,), Detail.BODY: (3.2, 2.7)}
"""From the organisation's last baseline to the capitals of the city; the last pass may close up."""


def _passes() -> tuple[Pass, ...]:
    steps = ((20.0, 12.5, 3.8, 2.3), (16.0, 12.0, 3.6, 2.1), (15.0, 10.5, 3.0, 1.8))
    passes = [
        Pass(family, organisation, (44.0, 33.0), detail, gap, ink_gap)
        for detail in (Detail.WHOLE, Detail.SHORTENED)
        for family, organisation, gap, ink_gap in steps
    ]
    return (*passes, Pass(14.0, 10.5, (44.0, 33.0), Detail.BODY, 3.0, 1.8))


RULES = NameRules(
    left=_LEFT,
    cap_tops=(14.4, 13.5),
    ink_top=_TOP + _TAG_HEIGHT + 1.7,
    wide=90.0,
    narrow=_NARROW,
    narrow_below=29.8,
    rungs=(
        Rung(1, sizes(60, 44, 1)),
        Rung(2, sizes(46, 33, 1)),
        Rung(1, sizes(43, 36, 1)),
        Rung(2, sizes(32, 28, 1)),
        Rung(1, sizes(35, 20, 1)),
    ),
    given_pitch=0.92,
    line_ink_gap=0.9,
    family_sizes=sizes(24, 14),
    family_two_from=22.0,
    family_one_to=20.0,
    family_pitch=1.14,
    gap_least=3.3,
    gap_extra=0.9,
    gap_ink=1.8,
    passes=_passes(),
)


@dataclass(frozen=True, slots=True)
class _Foot:
    """The organisation above the place line; `crown` and `ink_top` are the tops of its capitals and of its ink."""

    setting: OrganisationSetting
    first_baseline: float
    place: PlaceLine
    crown: float
    ink_top: float


def layout_label(content: BadgeContent) -> Layout:
    """The label of `content`; never raises for what stands in it."""
    words = words_of(content)
    sheet = Sheet(LABEL, BLACK, warnings=list(words.warnings))
    code = code_line(words.code_line, 8.0, _CODE_WIDEST)
    place_width = min(_NARROW, _RIGHT - code.width - _CODE_GAP - _LEFT) if code else _NARROW
    foot = put_names(sheet, words, RULES, lambda text: _seating(text, words, place_width), Stack((), 0.0, 0.0))
    if foot:
        _put_foot(sheet, foot)
    band, shape = _put_tag(sheet, words.category)
    _put_event(sheet, words, band)
    qr = put_qr(sheet, content.code, _QR_X, _QR_Y, _QR_DOTS)
    if code:
        sheet.put_right("code", code, _RIGHT, _FOOT)
    radius = LABEL.snapped(_TAG_HEIGHT) / 2
    photo = PlacedPhoto(content.photo, LABEL.snapped(_PHOTO_LEFT) + radius, LABEL.snapped(_TOP) + radius, radius, BLACK)
    payload = content.code if qr else ""
    return Layout(LABEL, tuple(sheet.texts), photo, band, shape, qr, payload, tuple(sheet.warnings))


def _seating(organisation: str, words: Words, place_width: float) -> Seating[_Foot]:
    """Organisations flow up from the city, so a pass's choices do not depend on the names above."""
    made: dict[Pass, tuple[_Foot, ...]] = {}

    def seat(attempt: Pass, names: Stack) -> _Foot | None:
        if attempt not in made:
            made[attempt] = tuple(_feet(organisation, words, place_width, attempt))
        for foot in made[attempt]:
            if foot.crown - names.base >= attempt.gap and foot.ink_top - names.bottom >= attempt.ink_gap:
                return foot
        return None

    return seat


def _feet(organisation: str, words: Words, place_width: float, attempt: Pass) -> list[_Foot]:
    feet = []
    for setting in organisation_settings(organisation, _NARROW, _ORGANISATION, attempt.organisation, attempt.detail):
        largest = min(_CITY_LARGEST, setting.lines[0].size) if setting.lines else _CITY_LARGEST
        place = place_line(words.city, words.country, largest, place_width, _SAFE_FOOT - _FOOT)
        feet += [_foot(setting, place, gap) for gap in _CITY_GAPS[attempt.detail]]
    return feet


def _foot(setting: OrganisationSetting, place: PlaceLine, gap: float) -> _Foot:
    place_crown = _FOOT - cap_height(place.size) if place.lines else _FOOT + gap
    place_top = _FOOT - place.rise if place.lines else _SAFE_FOOT
    if not setting.lines:
        return _Foot(setting, 0.0, place, place_crown, place_top)
    first, last = setting.lines[0], setting.lines[-1]
    baseline = min(place_crown - gap, place_top - RULES.line_ink_gap - last.fall) - setting.pitch
    return _Foot(setting, baseline, place, baseline - first.cap, baseline - first.rise)


def _put_foot(sheet: Sheet, foot: _Foot) -> None:
    for index, one in enumerate(foot.setting.lines):
        sheet.put("organisation", one, _LEFT, foot.first_baseline + index * foot.setting.pitch)
    if foot.setting.shortened:
        sheet.warn("organisation", say("The organisation is shortened."))
    for name, one, x in foot.place.lines:
        sheet.put(name, one, _LEFT + x, _FOOT)
    for name, sentence in foot.place.told:
        sheet.warn(name, sentence)


def _put_tag(sheet: Sheet, category: str) -> tuple[PlacedBand | None, PlacedShape | None]:
    """Hugs its word; a word too wide for 47 mm shrinks to 10 pt and is then cut."""
    if not category:
        return None, None
    style = category_style(category)
    before = _TAG_PAD + 2 * _SHAPE + _SHAPE_GAP
    word = sheet.shrunk("category", category, Weight.BOLD, sizes(13, 10), _TAG_WIDTH - before - _TAG_PAD)
    if word is None:
        return None, None
    x, y = LABEL.snapped(_LEFT), LABEL.snapped(_TOP)
    width, height = LABEL.snapped(before + word.width + _TAG_PAD), LABEL.snapped(_TAG_HEIGHT)
    middle, colour = y + height / 2, WHITE if style.solid else BLACK
    sheet.put("category", word, x + before, middle + word.cap / 2, colour)
    outline = 0.0 if style.solid else _OUTLINE_DOTS * LABEL.dot
    band = PlacedBand(x, y, width, height, 1.2, BLACK if style.solid else WHITE, outline)
    return band, PlacedShape(style, x + _TAG_PAD + _SHAPE, middle, _SHAPE, colour)


def _put_event(sheet: Sheet, words: Words, tag: PlacedBand | None) -> None:
    """Two lines against the photo mark, at the left margin when there is no tag.

    Beside a short tag a long title may run further left than the grid says, before it is cut.
    """
    room = _EVENT_RIGHT - (_EVENT_LEFT if tag else _LEFT)
    widest = _EVENT_RIGHT - (tag.x + tag.width + _EVENT_TAG_GAP) if tag else room
    lines = [
        (name, one)
        for name, text, weight, least in (
            ("event_title", words.event_title, Weight.BOLD, 8.0),
            ("event_subtitle", words.event_subtitle, Weight.REGULAR, 8.5),
        )
        if (one := sheet.shrunk(name, text, weight, sizes(8.5, least), room, widest))
    ]
    height = sum(one.cap for _, one in lines) + _EVENT_LINE_GAP * (len(lines) - 1)
    crown, ink_end = _TOP + (_TAG_HEIGHT - height) / 2, 0.0
    for name, one in lines:
        baseline = max(crown + one.cap, ink_end + _EVENT_INK_GAP + one.rise)
        sheet.put(name, one, _EVENT_RIGHT - one.width if tag else _LEFT, baseline)
        crown, ink_end = baseline + _EVENT_LINE_GAP, baseline + one.fall
