"""How long each of the seventeen verdicts takes from the committed answer to the painted window; in its own process."""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from checkin.app import application
from checkin.bench.figure import middle, p95
from checkin.bench.verdict_samples import acts_of, sample
from checkin.domain.outcome import Outcome
from checkin.gui.layout_metrics import metrics_for
from checkin.gui.pages.desk.desk_view import DeskView
from checkin.gui.theme import theme
from checkin.gui.widgets.verdict_shape import colour_of

SIZES = {"S": (1024, 600), "M": (1280, 800), "L": (1920, 1080)}
TURNS, WARM = 14, 4
EXPOSED_S = 10.0
FLOOR = "floor"

Times = dict[str, dict[str, float]]
"""Milliseconds by outcome (or `FLOOR`): `median`, `p95`."""


def main(_words: list[str]) -> int:
    """`python -m checkin.bench.verdict_paint`: one line of JSON, the times of each size."""
    application()
    told = {size: measured(*pixels) for size, pixels in SIZES.items()}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


def measured(width: int, height: int, turns: int = TURNS) -> Times:
    """Each outcome in a window of that size, interleaved with the floor: a verdict's area filled with one colour."""
    window = QWidget()
    view = DeskView()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    view.set_metrics(metrics_for(width, height))
    window.resize(width, height)
    _expose(window)
    view.cards.show_page("verdict")
    _finish()
    bare = _Filled(view.cards.verdict.size())
    times: dict[str, list[float]] = {name: [] for name in (*map(str, Outcome), FLOOR)}
    for turn in range(turns):
        for outcome in Outcome:
            times[str(outcome)].append(_painted(view, outcome, turn))
            times[FLOOR].append(bare.painted(theme().color(colour_of(outcome.style.family))))
    for shown in (window, bare):
        shown.close()
    warm = min(WARM, turns - 1)
    return {name: {"median": middle(t[warm:]), "p95": p95(t[warm:])} for name, t in times.items()}


def _painted(view: DeskView, outcome: Outcome, turn: int) -> float:
    """Milliseconds from the answer to its verdict in place of the quiet page: built, laid out and painted."""
    view.cards.show_page("ready")
    _finish()
    result, acts = sample(outcome, turn), acts_of(outcome)
    started = time.perf_counter()
    view.cards.verdict.show_result(result, acts)
    view.cards.show_page("verdict")
    _finish()
    return (time.perf_counter() - started) * 1000


def _expose(window: QWidget) -> None:
    """Show a window and wait until it is on the screen: nothing is painted before."""
    window.show()
    until = time.monotonic() + EXPOSED_S
    while not window.windowHandle().isExposed():
        if time.monotonic() > until:
            raise TimeoutError("the window does not come onto the screen")
        QApplication.processEvents()


def _finish() -> None:
    """Lay out what asks for it and paint what changed, instead of when the event loop comes to it."""
    QApplication.sendPostedEvents()


class _Filled(QWidget):
    """A window that is one colour."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._colour = QColor()
        self.resize(size)
        _expose(self)

    def painted(self, colour: QColor) -> float:
        """Milliseconds until it is filled with another colour."""
        started = time.perf_counter()
        self._colour = colour
        self.repaint()
        return (time.perf_counter() - started) * 1000

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._colour)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
