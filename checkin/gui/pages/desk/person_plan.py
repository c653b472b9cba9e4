"""Where the parts of the card stand: from the top what tells who it is, from the foot what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.gui import fonts
from checkin.gui.theme import theme
from checkin.gui.widgets.chip import HEIGHT as CHIP
from checkin.gui.widgets.fact_row import HEIGHT as FACTS
from checkin.gui.widgets.text_lines import break_lines, clipped

if TYPE_CHECKING:
    from checkin.gui.pages.desk.person_view import PersonView

_GAP = 8
_CRAMPED = 240
"""Below this height the name gives way: an error bar or the question why stands above the card."""


def arrange_card(view: PersonView) -> None:
    """Place every part; what has no room is folded into More, urgent notices last."""
    m, edge = view.metrics, theme().border
    left, wide = m.card + edge, view.width() - 2 * (m.card + edge)
    top = _place_head(view, left, wide, m.card - 1 if not m.compact else 8)
    top = _place_identity(view, left, wide, top)
    bottom = _place_foot(view, left, wide, view.height() - m.card + 3 if not m.compact else view.height() - 13)
    _place_middle(view, left, wide, top, bottom)


def _place_head(view: PersonView, left: int, wide: int, top: int) -> int:
    height = 40
    more = view.more.sizeHint().width()
    bar_width = view.head_bar.natural_width()
    right = left + wide
    centre = top + CHIP // 2
    view.more.setGeometry(right - more, centre - height // 2, more, height)
    right -= more + _GAP
    view.head_bar.setVisible(bar_width > 0)
    view.head_bar.setGeometry(right - bar_width, centre - height // 2, bar_width, height)
    right -= bar_width + _GAP
    # The category goes first when there is no room: status and presence decide what happens next.
    widths = [chip.sizeHint().width() for chip in view.chips]
    category = view.card is not None and bool(view.card.person.category)
    keep = category and left + sum(widths) + 2 * _GAP <= right
    x = left
    for place, chip in enumerate(view.chips):
        shown = keep if place == 0 else x + widths[place] <= right or place == 2
        chip.setVisible(shown)
        if shown:
            chip.setGeometry(x, centre - CHIP // 2, widths[place], CHIP)
            x += widths[place] + _GAP
    return centre + CHIP // 2


def _place_identity(view: PersonView, left: int, wide: int, top: int) -> int:
    m = view.metrics
    top += 16 if m.roomy else 10 if not m.compact else 2
    cramped = view.height() < _CRAMPED
    view.name.set_metrics(26 if cramped else m.name, 18 if cramped else m.name_least)
    height = view.name.heightForWidth(wide)
    view.name.setGeometry(left, top, wide, height)
    top += height + (4 if not m.compact else 0)
    top = _place_org(view, left, wide, top)
    shown = bool(view.city.whole) and not m.compact
    view.pin.setVisible(shown)
    view.city.setVisible(shown)
    if shown:
        height = round(fonts.line(view.city.font())) + 4
        view.pin.setGeometry(left - 1, top + (height - 20) // 2, 20, 20)
        view.city.setGeometry(left + 24, top, wide - 24, height)
        top += height
    return top


def _place_org(view: PersonView, left: int, wide: int, top: int) -> int:
    words, font = view.org.whole, view.org.font()
    view.org.setVisible(bool(words))
    if not words:
        return top
    lines = clipped(break_lines(words, font, wide), font, wide, 1 if view.metrics.compact else 2)
    view.org.show_lines(lines)
    height = round(fonts.line(font) * len(lines)) + 2
    view.org.setGeometry(left, top, wide, height)
    return top + height


def _place_foot(view: PersonView, left: int, wide: int, bottom: int) -> int:
    m = view.metrics
    view.acts.setVisible(not m.compact)
    if not m.compact:
        view.acts.setGeometry(left, bottom - 48, wide, 48)
        bottom -= 48 + (12 if m.roomy else 8)
    shut = view.reason.whole
    view.reason.setVisible(bool(shut))
    if shut:
        height = round(fonts.line(view.reason.font()) * len(break_lines(shut, view.reason.font(), wide))) + 2
        view.reason.setGeometry(left, bottom - height, wide, height)
        bottom -= height + 6
    view.verb.setGeometry(left, bottom - m.verb, wide, m.verb)
    return bottom - m.verb


def _place_middle(view: PersonView, left: int, wide: int, top: int, bottom: int) -> None:
    facts = view.metrics.roomy and not view.facts.empty and bottom - top > FACTS + 60
    view.facts.setVisible(facts)
    if facts:
        view.facts.setGeometry(left, bottom - 16 - FACTS, wide, FACTS)
        bottom -= FACTS + 16
    bottom -= 12 if not view.metrics.compact else 8
    top, hidden = _place_notices(
        view, left, wide, top + (14 if view.metrics.roomy else 5 if view.metrics.compact else 10), bottom
    )
    height = view.bookings.height_for(bottom - top - 8)
    view.bookings.setVisible(height > 0)
    if height:
        view.bookings.setGeometry(left, top + 6, wide, height)
    folded = hidden + (view.bookings.count if not height else 0)
    view.folded.set_text(view.tr("%n more under More F10", "", folded) if folded else "")
    line = round(fonts.line(view.folded.font())) + 4
    view.folded.setVisible(folded > 0 and top + line <= bottom + 8)
    view.folded.setGeometry(left, top, wide, line)


def _place_notices(view: PersonView, left: int, wide: int, top: int, bottom: int) -> tuple[int, int]:
    """As many notices as fit; returns the lower edge and how many are hidden."""
    notices = view.notice_list[: len(view.notices)]
    for strip, notice in zip(view.notices, notices, strict=False):
        strip.set_notice(notice)
    heights = [strip.heightForWidth(wide) + _GAP for strip in view.notices[: len(notices)]]
    shown = len(notices)
    while shown > 1 and top + sum(heights[:shown]) - _GAP > bottom:
        shown -= 1
    if shown == 1 and top + heights[0] - _GAP > bottom + _GAP:
        shown = 0
    hidden = len(view.notice_list) - shown
    for place, strip in enumerate(view.notices):
        strip.setVisible(place < shown)
        if place < shown:
            strip.setGeometry(left, top, wide, heights[place] - _GAP)
            top += heights[place]
    return top, hidden
