"""Wrapping widgets in layouts: as high as their words need at the width that they get."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

W = TypeVar("W", bound=QWidget)


def free_height(widget: W) -> W:
    """Let a layout make `widget` higher than it hints, and return it.

    A layout holds a widget of the policies Fixed and Maximum to the height that it hinted, which for words that wrap
    is a guess made before their width was known: the last line would be cut.
    """
    policy = QSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget
