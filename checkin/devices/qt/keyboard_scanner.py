"""Takes the bursts of keyboard scanners out of the application's key events before any widget, shortcut or button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from checkin.devices.key_decoding import Layout, decode
from checkin.devices.key_sequence import KeySequence
from checkin.devices.keyboard import (
    GAP_MS,
    LEAST_KEYS,
    BurstDetector,
    Key,
    KeyKind,
    Step,
    check_thresholds,
    without_end,
)
from checkin.devices.qt.key_event import HeldKey, key_of, same_key
from checkin.devices.qt.silence import Silence
from checkin.devices.tried import tried

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_ACTS_ON_TYPED = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.InputMethod})


class KeyboardScanner(QObject):
    """Watches the application's windows from `start` to `stop`; `payload_scanned` gives each code read. While a scanner
    is tried out (`set_trying`), `tried` gives a `Tried` of each instead.

    A key typed by a person is held back for `gap_ms` at most and then replayed as it was. Works over dialogs and
    popups: their windows' events are the application's too. It stands at the windows, not at the widgets, because
    there shortcuts, focus and buttons come later.
    """

    payload_scanned = Signal(str)
    tried = Signal(object)
    _decoded = Signal(str)
    _gathered = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        gap_ms: float = GAP_MS,
        least_keys: int = LEAST_KEYS,
        layout: Layout = "auto",
    ) -> None:
        super().__init__(parent)
        self.layout: Layout = layout
        self._detector = BurstDetector(gap_ms=gap_ms, least_keys=least_keys)
        self._held: list[HeldKey] = []
        self._to_swallow: set[int] = set()
        self._silence = Silence(self)
        self._silence.came.connect(lambda: self._obey(self._detector.end()))
        self._trying: KeySequence | None = None
        self._trying_silence = Silence(self)
        self._trying_silence.came.connect(self._on_trying_silence)
        # What hears of a code may open a dialog; that must not happen inside the event filter.
        self._decoded.connect(self.payload_scanned, Qt.ConnectionType.QueuedConnection)
        self._gathered.connect(self.tried, Qt.ConnectionType.QueuedConnection)

    def set_thresholds(self, gap_ms: float, least_keys: int) -> None:
        """Change what counts as a burst; keys held now go to their window first.

        Raises:
            UserError: not within 5 to 200 ms and 3 to 64 keys.
        """
        check_thresholds(gap_ms, least_keys)
        self._obey(self._detector.end())
        self._detector = BurstDetector(gap_ms=gap_ms, least_keys=least_keys)

    @property
    def trying(self) -> bool:
        """Whether a scanner is tried out."""
        return self._trying is not None

    def set_trying(self, trying: bool) -> None:
        """Try a scanner out: no burst is announced as a scan, `tried` tells of each sequence of keys that is a scan, or
        that ended with Enter or Tab and would be one by other thresholds. Slow keys still reach the window, for nobody
        knows yet whose they are: whoever switches it on keeps the focus where they do no harm.
        """
        if trying == self.trying:
            return
        self._trying_silence.stop()
        self._trying = KeySequence() if trying else None

    def start(self) -> None:
        """Begin to watch; harmless when watching already."""
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """End; keys held go to their window. Harmless when not watching."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._silence.stop()
        self.set_trying(False)
        self._obey(self._detector.end())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            if isinstance(watched, QWindow) and isinstance(event, QKeyEvent) and not isinstance(event, HeldKey):
                return self._on_key(watched, event, kind)
        elif kind in _ACTS_ON_TYPED and self._detector.pending:
            self._obey(self._detector.end())
        return False

    def _on_key(self, window: QWindow, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if kind == QEvent.Type.KeyRelease:
            return self._release(window, event)
        key = key_of(event, QGuiApplication.platformName())
        if kind == QEvent.Type.ShortcutOverride:
            # Accepted here, the key is not offered to the shortcuts; its press follows at once and is judged below.
            keep = self._detector.would_keep(key)
            if keep:
                event.accept()
            elif key.kind is not KeyKind.MODIFIER and self._detector.pending:
                # A shortcut acts on what was typed: the last letters must be there before it does.
                self._obey(self._detector.end())
            return keep
        return self._press(window, event, key)

    def _press(self, window: QWindow, event: QKeyEvent, key: Key) -> bool:
        self._to_swallow.discard(same_key(event))
        step = self._detector.press(key)
        held = HeldKey(window, event) if step.keep else None
        self._obey(step, held)
        if step.keep:
            self._silence.wait(self._detector.gap_ms)
        if self._trying is not None:
            over = self._trying.press(key)
            if self._trying.waits_ms:
                self._trying_silence.wait(self._trying.waits_ms)
            self._tell_tried(over)
        return step.keep

    def _on_trying_silence(self) -> None:
        if self._trying is not None:
            self._tell_tried(self._trying.end())

    def _tell_tried(self, keys: tuple[Key, ...]) -> None:
        if not keys:
            return
        detector = self._detector
        told = tried(keys, gap_ms=detector.gap_ms, least_keys=detector.least_keys, layout=self.layout)
        if told.verdict in ("ours", "foreign") or told.end != "none":
            self._gathered.emit(told)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        code = same_key(event)
        if code in self._to_swallow:
            if not event.isAutoRepeat():
                self._to_swallow.discard(code)
            return True
        if any(held.is_press and held.code == code for held in self._held):
            self._held.append(HeldKey(window, event))
            return True
        return False

    def _obey(self, step: Step, held: HeldKey | None = None) -> None:
        """Replay or announce what was held; `held` is the key just pressed, when it is kept."""
        if step.replay:
            self._replay()
        if held is not None:
            self._held.append(held)
        self._forget_all_but(self._detector.pending)
        if step.burst and self._trying is None:
            text = decode(without_end(step.burst), self.layout)
            if text.strip():
                self._decoded.emit(text)

    def _replay(self) -> None:
        # A replayed key may open a dialog with an event loop of its own: nothing may be half done here.
        events, self._held = self._held, []
        for event in events:
            if isValid(event.window):
                QCoreApplication.sendEvent(event.window, event)

    def _forget_all_but(self, count: int) -> None:
        """Drop the held events before the last `count` presses; releases that are still to come are swallowed."""
        presses = [n for n, event in enumerate(self._held) if event.is_press]
        if len(presses) <= count:
            return
        first = presses[-count] if count else len(self._held)
        dropped, self._held = self._held[:first], self._held[first:]
        for event in dropped:
            if event.is_press:
                self._to_swallow.add(event.code)
            else:
                self._to_swallow.discard(event.code)
