"""Lists of a hundred thousand rows, which a view lays out bit by bit: all at once would hold the window up."""

from __future__ import annotations

from PySide6.QtWidgets import QListView

_AT_ONCE = 3000
"""Rows that are laid out before the window sees to other things: each asks the model, some 5 ms in all."""


def in_batches(view: QListView) -> None:
    """Lay out what is seen at once and the rest behind it; the scroll bar grows meanwhile."""
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(_AT_ONCE)
