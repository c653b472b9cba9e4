"""Where the parts of the card stand: from the top what tells who it is, from the foot what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.people import Notice
from checkin.gui import fonts
from checkin.gui.pages.conflict_shown import ConflictShown
from checkin.gui.pages.desk.person_words import is_urgent
from checkin.gui.theme import px, theme
from checkin.gui.widgets.chip import HEIGHT as CHIP
from checkin.gui.widgets.fact_row import HEIGHT as FACTS
from checkin.gui.widgets.text_lines import break_lines, clipped

if TYPE_CHECKING:
    from checkin.gui.pages.desk.conflict_strip import ConflictStrip
    from checkin.gui.pages.desk.note_strip import NoteStrip
    from checkin.gui.pages.desk.person_view import PersonView

_GAP = 8
_WHOLE = 6
"""Lines that the longest sentence of a notice takes in the narrowest card."""
_CRAMPED = 240
"""Below this height the name gives way: an error bar or the question why stands above the card."""


def arrange_card(view: PersonView) -> None:
    """Place every part; what has no room is folded into More, urgent notices last."""
    m, edge = view.metrics, theme().border
    left, wide = px(m.card) + edge, view.width() - 2 * (px(m.card) + edge)
    top = _place_head(view, left, wide, px(m.card - 1 if not m.compact else 8))
    top = _place_identity(view, left, wide, top)
    bottom = _place_foot(view, left, wide, view.height() - px(m.card - 3 if not m.compact else 13))
    _place_middle(view, left, wide, top, bottom)


def _place_head(view: PersonView, left: int, wide: int, top: int) -> int:
    m = view.metrics
    height, gap, chip_height = theme().target(40), px(_GAP), px(CHIP)
    more = view.more.sizeHint().width()
    bar_width = view.head_bar.natural_width()
    right = left + wide
    centre = top + chip_height // 2
    view.more.setGeometry(right - more, centre - height // 2, more, height)
    right -= more + gap
    view.head_bar.setVisible(bar_width > 0)
    view.head_bar.setGeometry(right - bar_width, centre - height // 2, bar_width, height)
    # Quiet buttons bring a margin of their own.
    right -= bar_width
    # The word beside the dot goes first when there is no room, as a notice says it too; then the category: status and
    # presence decide what happens next.
    widths = [chip.sizeHint().width() for chip in view.chips]
    category = view.card is not None and bool(view.card.person.category)
    view.photo.set_brief(False)
    chips = sum(widths if category else widths[1:]) + (3 if category else 2) * gap
    view.photo.set_brief(m.compact or left + chips + view.photo.sizeHint().width() > right)
    dot = view.photo.sizeHint().width()
    keep = category and left + sum(widths) + 3 * gap + dot <= right
    x = left
    for place, chip in enumerate(view.chips):
        shown = keep if place == 0 else x + widths[place] <= right or place == 2
        chip.setVisible(shown)
        if shown:
            chip.setGeometry(x, centre - chip_height // 2, widths[place], chip_height)
            x += widths[place] + gap
    view.photo.setGeometry(x, centre - chip_height // 2, dot, chip_height)
    view.photo.setVisible(x + dot <= right)
    return centre + chip_height // 2


def _place_identity(view: PersonView, left: int, wide: int, top: int) -> int:
    m = view.metrics
    top += px(16 if m.roomy else 10 if not m.compact else 2)
    # In one column the name gives way too when somebody must be told something.
    cramped = view.height() < px(_CRAMPED) or (m.compact and bool(view.notice_list) and is_urgent(view.notice_list[0]))
    view.name.set_metrics(26 if cramped else m.name, 18 if cramped else m.name_least)
    height = view.name.heightForWidth(wide)
    view.name.setGeometry(left, top, wide, height)
    top += height + (px(4) if not m.compact else 0)
    top = _place_org(view, left, wide, _place_instead(view, left, wide, top))
    shown = bool(view.city.whole) and not m.compact
    view.pin.setVisible(shown)
    view.city.setVisible(shown)
    if shown:
        height, pin = round(fonts.line(view.city.font())) + px(4), px(20)
        view.pin.setGeometry(left - px(1), top + (height - pin) // 2, pin, pin)
        view.city.setGeometry(left + px(24), top, wide - px(24), height)
        top += height
    return top


def _place_instead(view: PersonView, left: int, wide: int, top: int) -> int:
    """The other side of a substitution, in a line of its own."""
    shown = bool(view.instead.whole)
    view.swap.setVisible(shown)
    view.instead.setVisible(shown)
    if not shown:
        return top
    height, icon = round(fonts.line(view.instead.font())) + px(4), px(20)
    view.swap.setGeometry(left - px(1), top + (height - icon) // 2, icon, icon)
    view.instead.setGeometry(left + px(26), top, wide - px(26), height)
    return top + height


def _place_org(view: PersonView, left: int, wide: int, top: int) -> int:
    words, font = view.org.whole, view.org.font()
    view.org.setVisible(bool(words))
    if not words:
        return top
    lines = clipped(break_lines(words, font, wide), font, wide, 1 if view.metrics.compact else 2)
    view.org.show_lines(lines)
    height = round(fonts.line(font) * len(lines)) + px(2)
    view.org.setGeometry(left, top, wide, height)
    return top + height


def _place_foot(view: PersonView, left: int, wide: int, bottom: int) -> int:
    m = view.metrics
    view.acts.setVisible(not m.compact)
    if not m.compact:
        view.acts.setGeometry(left, bottom - px(48), wide, px(48))
        bottom -= px(48 + (12 if m.roomy else 8))
    shut = view.reason.whole
    view.reason.setVisible(bool(shut))
    if shut:
        height = round(fonts.line(view.reason.font()) * len(break_lines(shut, view.reason.font(), wide))) + px(2)
        view.reason.setGeometry(left, bottom - height, wide, height)
        bottom -= height + px(6)
    view.verb.setGeometry(left, bottom - px(m.verb), wide, px(m.verb))
    return bottom - px(m.verb)


def _place_middle(view: PersonView, left: int, wide: int, top: int, bottom: int) -> None:
    facts = view.metrics.roomy and not view.facts.empty and bottom - top > px(FACTS + 60)
    view.facts.setVisible(facts)
    if facts:
        view.facts.setGeometry(left, bottom - px(16 + FACTS), wide, px(FACTS))
        bottom -= px(FACTS + 16)
    bottom -= px(12 if not view.metrics.compact else 8)
    top += px(14 if view.metrics.roomy else 5 if view.metrics.compact else 10)
    top, hidden = _place_notices(view, left, wide, top, bottom)
    height = view.bookings.height_for(bottom - top - px(8))
    view.bookings.setVisible(height > 0)
    if height:
        view.bookings.setGeometry(left, top + px(6), wide, height)
    folded = hidden + (view.bookings.count if not height else 0)
    view.folded.set_text(view.tr("%n more under More F10", "", folded) if folded else "")
    line = round(fonts.line(view.folded.font())) + px(4)
    view.folded.setVisible(folded > 0 and top + line <= bottom + px(8))
    view.folded.setGeometry(left, top, wide, line)


def _place_notices(view: PersonView, left: int, wide: int, top: int, bottom: int) -> tuple[int, int]:
    """As many notices as fit; returns the lower edge and how many are hidden."""
    strips, gap = _filled_strips(view), px(_GAP)
    # What is to be done stands there whole where it can: bookings and facts give way before the end of a sentence.
    for most in (_WHOLE, 2):
        for strip in view.notices:
            strip.set_most(most)
        heights = [strip.heightForWidth(wide) + gap for strip in strips]
        if top + sum(heights) - gap <= bottom:
            break
    shown = len(strips)
    while shown > 1 and top + sum(heights[:shown]) - gap > bottom:
        shown -= 1
    if shown == 1 and top + heights[0] - gap > bottom + gap:
        shown = 0
    hidden = len(view.notice_list) - shown
    for each, height in zip(strips[:shown], heights, strict=False):
        each.setGeometry(left, top, wide, height - gap)
        top += height
    for every in (*view.notices, *view.conflicts):
        every.setVisible(every in strips[:shown])
    return top, hidden


def _filled_strips(view: PersonView) -> list[NoteStrip | ConflictStrip]:
    """A strip for each thing that is told, in their order, until no strip of its kind is left."""
    notes, conflicts, first = iter(view.notices), iter(view.conflicts), True
    strips: list[NoteStrip | ConflictStrip] = []
    for told in view.notice_list:
        if isinstance(told, ConflictShown):
            conflict = next(conflicts, None)
            if conflict is None:
                break
            conflict.show_conflict(told)
            strips.append(conflict)
            continue
        strip = next(notes, None)
        if strip is None:
            break
        if isinstance(told, Notice):
            strip.show_notice(told)
        else:
            strip.show_note(told, first=first)
            first = False
        strips.append(strip)
    return strips
