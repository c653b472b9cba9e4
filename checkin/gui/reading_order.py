"""The order in which Tab goes through a window: as it is read, region by region."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget


def reading_order(regions: Sequence[QWidget]) -> list[QWidget]:
    """Everything that Tab may reach in `regions`, one region after the other; in each by rows, from the left.

    Worked out from what is on the screen now: buttons come and go, and the order in which they were made says nothing.
    """
    return [widget for region in regions for widget in _by_rows(region)]


def next_of(order: Sequence[QWidget], at: QWidget | None, forward: bool) -> QWidget | None:
    """The widget after (or before) `at`, round the end; None when there is nowhere to go."""
    if not order:
        return None
    if at not in order:
        return order[0 if forward else -1]
    return order[(order.index(at) + (1 if forward else -1)) % len(order)]


def _by_rows(region: QWidget) -> list[QWidget]:
    """Widgets whose middles lie within each other's height stand in one row."""
    found = [widget for widget in (region, *region.findChildren(QWidget)) if _reachable(widget)]
    found.sort(key=lambda widget: _top(widget, region))
    ordered: list[QWidget] = []
    while found:
        first = found[0]
        foot = _top(first, region) + first.height()
        row = [w for w in found if _top(w, region) + w.height() / 2 <= foot]
        row = row if first in row else [first, *row]
        ordered += sorted(row, key=lambda widget: widget.mapTo(region, QPoint(0, 0)).x())
        found = [widget for widget in found if widget not in row]
    return ordered


def _top(widget: QWidget, region: QWidget) -> int:
    return widget.mapTo(region, QPoint(0, 0)).y()


def _reachable(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    seen = not widget.visibleRegion().isEmpty() or _scrolled_away(widget)
    if widget.focusProxy() is not None or not seen:
        return False
    # An area is worth a stop of its own only while there is something to scroll.
    bare_area = isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView)
    return not bare_area or widget.verticalScrollBar().maximum() > 0


def _scrolled_away(widget: QWidget) -> bool:
    """Inside a scroll area that shows another part of itself: Tab brings it into sight."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False
