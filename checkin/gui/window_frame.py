"""What holds for a whole window: zoom, full screen, keys that change the page, Tab order, and growing for fingers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from checkin.gui import zooming
from checkin.gui.layout_metrics import Metrics, metrics_for
from checkin.gui.reading_order import next_of, reading_order
from checkin.gui.theme import ZOOMS, px, theme
from checkin.gui.widgets.rail import Rail

LEAST = 640, 400
"""The smallest window at 100 %, in pixels."""

USUAL, TITLE_BAR = (1280, 800), 48
"""The window at its first opening, and what its title bar may need above it, in pixels."""

_LARGER, _SMALLER, _PLAIN = ("Ctrl++", "Ctrl+="), ("Ctrl+-",), ("Ctrl+0",)


class Part(Protocol):
    """A part of the window that fits a break point."""

    def set_metrics(self, metrics: Metrics) -> None:
        """Fit it."""


def size_on(room: QSize) -> tuple[int, int]:
    """How large the window opens on a screen with this room."""
    return min(USUAL[0], room.width()), min(USUAL[1], room.height() - TITLE_BAR)


class WindowFrame(QObject):
    """Signals: `zoomed(percent)` when somebody changed the zoom here, so that it can be kept.

    Args:
        window: the whole of it; `parts` are what fits break points, `read` its regions in reading order.
        rail: shows the numbers of its pages while Alt is held; Alt and a number choose one.
    """

    zoomed = Signal(int)

    def __init__(self, window: QWidget, parts: Sequence[Part], read: Sequence[QWidget], rail: Rail) -> None:
        super().__init__(window)
        self._window, self._parts, self._read, self._rail = window, tuple(parts), tuple(read), rail
        keys: list[tuple[str, Callable[[], object]]] = [(key, partial(self.step_zoom, 1)) for key in _LARGER]
        keys += [(key, partial(self.step_zoom, -1)) for key in _SMALLER]
        keys += [(key, partial(self.zoom_to, 100)) for key in _PLAIN]
        keys += [(key, self.toggle_full_screen) for key in ("Alt+Return", "Alt+Enter")]
        keys += [(f"Alt+{number}", partial(rail.choose, number)) for number in range(1, 8)]
        for sequence, run in keys:
            shortcut = QShortcut(QKeySequence(sequence), window)
            shortcut.activated.connect(run)
        theme().zoomed.connect(self._on_zoomed)
        theme().touch_changed.connect(self._fit)
        self._kept, self._own = theme().zoom, list[int]()
        self._laid_out: tuple[Metrics, int] | None = None
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._limit()

    def open(self) -> None:
        """Show the window for the first time, as large as usual; a screen with less room than that is filled."""
        wide, high = size_on(self._window.screen().availableSize())
        # Without a screen there is nothing to fit.
        if (wide, high) == USUAL or QGuiApplication.platformName() == "offscreen":
            self._window.resize(*USUAL)
            self._window.show()
            return
        self._window.resize(wide, high)
        self._window.showMaximized()

    def attach(self) -> None:
        """Watch the window's own events, once there is a window: call it when shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def zoom_to(self, percent: int) -> None:
        """Make everything that large, or as near as the steps allow, and tell it."""
        before = theme().zoom
        theme().set_zoom(percent)
        if theme().zoom != before:
            self._own.append(theme().zoom)
            self.zoomed.emit(theme().zoom)

    def follow(self, percent: int) -> None:
        """The zoom that is kept, told at every look: one changed elsewhere holds here; our own, kept late, is known."""
        if percent in self._own:
            del self._own[: self._own.index(percent) + 1]
        elif percent != self._kept and not self._own:
            theme().set_zoom(percent)
        self._kept = percent

    def step_zoom(self, by: int) -> None:
        """One step larger (1) or smaller (-1); it stops at the ends."""
        place = ZOOMS.index(theme().zoom) + by
        self.zoom_to(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a window again, as large as before."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def measure(self) -> None:
        """Fit every part to the window's size and zoom; call it when the window was resized."""
        metrics = metrics_for(self._window.width(), self._window.height(), theme().zoom)
        for part in self._parts:
            part.set_metrics(metrics)
        if (metrics, theme().zoom) != self._laid_out:
            self._laid_out = metrics, theme().zoom
            self._settling.start()

    def step_focus(self, forward: bool) -> bool:
        """Move the focus to what is read next; False when there is nothing to go to."""
        order = reading_order(self._read)
        target = next_of(order, QApplication.focusWidget(), forward)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._rail.show_numbers(event.key() == Qt.Key.Key_Alt)
        elif kind in (QEvent.Type.KeyRelease, QEvent.Type.FocusOut):
            self._rail.show_numbers(False)
        elif kind == QEvent.Type.TouchBegin:
            theme().set_touch(True)
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            # A finger on a system without touch events arrives as a mouse that is none.
            theme().set_touch(event.device().type() == QInputDevice.DeviceType.TouchScreen)
        return False

    def _fit(self) -> None:
        zooming.fit(self._window)
        self.measure()

    def _settle(self) -> None:
        """Lay everything out once more. What shows or hides parts while it is being resized lays its parents out in the
        midst of it, and the older size may have the last word.
        """
        for layout in self._window.findChildren(QLayout):
            layout.invalidate()
        whole = self._window.layout()
        if whole is not None:
            whole.activate()

    def _on_zoomed(self, _percent: int) -> None:
        self._limit()
        self._fit()

    def _limit(self) -> None:
        """The least size grows with the zoom, but never past the screen."""
        room = self._window.screen().availableSize()
        wide, high = (min(px(length), most) for length, most in zip(LEAST, room.toTuple(), strict=True))
        self._window.setMinimumSize(wide, high)
