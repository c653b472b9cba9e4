"""The step "What changes" as wide and high as the page gives it, for its tests."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from checkin.gui.control.import_shown import changes_shown
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.importing.changes_shown import ChangesShown
from checkin.gui.pages.importing.changes_step import ChangesStep
from checkin.gui.theme import px, theme
from checkin.gui.zooming import fit
from tests.gui import import_samples as samples


def made(
    qtbot, shown: ChangesShown | None = None, window: tuple[int, int] = (1280, 800), zoom: int = 100
) -> ChangesStep:
    """The step as wide and high as the page gives it in a window of that size."""
    theme().set_zoom(zoom)
    metrics = metrics_for(*window, zoom)
    step = ChangesStep()
    qtbot.addWidget(step)
    side = 64 if metrics.compact else 240
    step.resize(
        window[0] - px(metrics.rail + side + (48 if metrics.roomy else 24)),
        window[1] - px(metrics.strip + (80 if metrics.roomy else 64) + 76),
    )
    step.set_metrics(metrics)
    fit(step)
    step.show_result(shown or changes_shown(samples.result()))
    step.show()
    settle()
    return step


def settle() -> None:
    """Let the window lay itself out."""
    for _ in range(3):
        QApplication.processEvents()
