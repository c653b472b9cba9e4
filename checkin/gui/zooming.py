"""Layouts and widgets at the zoom in force: margins and gaps are kept as they are at 100 %, and given out anew."""

from __future__ import annotations

from typing import Protocol, cast, runtime_checkable

from PySide6.QtWidgets import QLayout, QWidget

from checkin.gui.theme import px

_MARGINS, _GAP, _ROWS_GAP = "margins at 100 %", "gap at 100 %", "row gap at 100 %"


@runtime_checkable
class Zoomable(Protocol):
    """A widget that keeps something of a length, such as a font or a fixed height."""

    def fit_zoom(self) -> None:
        """Take it anew at the zoom in force."""


def room(
    layout: QLayout, margins: tuple[int, int, int, int] | None = None, gap: int | None = None,
) -> None:  # fmt: skip
    """Give `layout` margins (left, top, right, bottom) and the gap between its parts, in pixels of 100 %."""
    if margins is not None:
        layout.setProperty(_MARGINS, list(margins))
        layout.setContentsMargins(*(px(side) for side in margins))
    if gap is not None:
        layout.setProperty(_GAP, gap)
        layout.setSpacing(px(gap))


def fit(window: QWidget) -> None:
    """Bring everything in `window` to the zoom in force: layouts, what widgets keep, and every size hint."""
    for layout in window.findChildren(QLayout):
        _refit(layout)
    own = window.layout()
    if own is not None:
        _refit(own)
    for widget in (window, *window.findChildren(QWidget)):
        if isinstance(widget, Zoomable):
            widget.fit_zoom()
        widget.updateGeometry()
        widget.update()


def _refit(layout: QLayout) -> None:
    margins, gap = layout.property(_MARGINS), layout.property(_GAP)
    if margins is not None:
        layout.setContentsMargins(*(px(side) for side in cast("list[int]", margins)))
    if gap is not None:
        layout.setSpacing(px(cast("int", gap)))
    layout.invalidate()
