"""The window's looks for every test in this package: fonts, style and colours before the first widget."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from checkin.gui.theme import Mode, theme
from tests.gui.longer import Longer


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme at 100 %, without what earlier tests left to be deleted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if not qapp.styleSheet():
        theme().apply_to(qapp)
    if theme().mode is not Mode.LIGHT:
        theme().set_mode(Mode.LIGHT)
    return qapp


@pytest.fixture
def longer() -> Iterator[None]:
    """Every text of the window a third longer."""
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
