"""The order in which Tab goes through a window: as it is read, region by region."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def reading_order(regions: Sequence[QWidget]) -> list[QWidget]:
    """Everything that Tab may reach in `regions`, one region after the other; in each by rows, from the left.

    Worked out from what is on the screen now: buttons come and go, and the order in which they were made says nothing.
    What scrolls is one region in its place, with all that is in it, in sight or not.
    """
    return [widget for region in regions if region.isVisible() for widget in _by_rows(region)]


def next_of(order: Sequence[QWidget], at: QWidget | None, forward: bool) -> QWidget | None:
    """The widget after (or before) `at`, round the end; None when there is nowhere to go."""
    if not order:
        return None
    if at not in order:
        return order[0 if forward else -1]
    return order[(order.index(at) + (1 if forward else -1)) % len(order)]


def _by_rows(region: QWidget) -> list[QWidget]:
    """Widgets whose middles lie within each other's height stand in one row."""
    found: list[QWidget] = []
    _gather(region, found)
    found.sort(key=lambda widget: _top(widget, region))
    ordered: list[QWidget] = []
    while found:
        first = found[0]
        foot = _top(first, region) + first.height()
        row = [w for w in found if _top(w, region) + w.height() / 2 <= foot]
        row = row if first in row else [first, *row]
        ordered += sorted(row, key=lambda widget: widget.mapTo(region, QPoint(0, 0)).x())
        found = [widget for widget in found if widget not in row]
    return [inner for widget in ordered for inner in _opened(widget)]


def _gather(region: QWidget, found: list[QWidget]) -> None:
    """What can be reached in `region`, and what scrolls there, as a whole."""
    for child in region.children():
        if isinstance(child, QWidget) and child.isVisible():
            if _scrolls(child) or _reachable(child):
                found.append(child)
            else:
                _gather(child, found)


def _opened(widget: QWidget) -> list[QWidget]:
    """An area that scrolls: itself, where it is worth a stop, and what is in it."""
    if not _scrolls(widget):
        return [widget]
    inner = cast("QScrollArea", widget).widget()
    own = [widget] if _reachable(widget) else []
    return own + (_by_rows(inner) if inner is not None else [])


def _scrolls(widget: QWidget) -> bool:
    return isinstance(widget, QScrollArea)


def _top(widget: QWidget, region: QWidget) -> int:
    return widget.mapTo(region, QPoint(0, 0)).y()


def _reachable(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    if widget.focusProxy() is not None:
        return False
    # An area is worth a stop of its own only while there is something to scroll.
    return not isinstance(widget, QScrollArea) or widget.verticalScrollBar().maximum() > 0
