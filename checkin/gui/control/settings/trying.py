"""A scanner tried out, or the camera: what arrived in words, and whether somebody on the list has that code."""

from __future__ import annotations

from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject

from checkin.domain.badge import spaced
from checkin.domain.payload import parse_payload
from checkin.gui.control.settings.parts import SettingsParts
from checkin.gui.pages.settings.try_card import TriedWords
from checkin.services.trial_badge import TrialBadgeService

_MOST = 48


class Tried(Protocol):
    """What a scanner sent (`checkin.devices.tried.Tried`)."""

    text: str
    keys: int
    slowest_gap_ms: float
    mean_gap_ms: float
    end: str
    layout_guess: str
    suspicious: tuple[str, ...]
    verdict: str
    verdict_words: str
    set_gap_ms: int
    set_keys: int


class Trying(QObject):
    """On while the section is shown; what is tried admits nobody."""

    def __init__(self, parts: SettingsParts, trial: TrialBadgeService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._trial = parts, trial
        parts.devices.scanner.tried.connect(self._on_tried)

    def set_on(self, on: bool) -> None:
        """Begin or end."""
        self._parts.devices.scanner.set_trying(on)
        if on:
            self._parts.view.scanner_section.try_card.show_waiting()

    def on_camera(self, text: str) -> None:
        """The camera read a code."""
        self._ask(text, partial(self._show, text, self.tr("From the camera."), 0, 0))

    def _on_tried(self, tried: Any) -> None:
        told: Tried = tried
        if told.verdict in ("ours", "foreign"):
            self._ask(told.text, partial(self._show, told.text, self._scanner_words(told), 0, 0))
            return
        words = TriedWords(
            self._title(told.text, self.tr("{code} was taken for typing")), f"{told.verdict_words} {self._how(told)}",
            "hold", "triangle-alert", told.set_gap_ms, told.set_keys,
        )  # fmt: skip
        self._parts.view.scanner_section.try_card.show_tried(words)

    def _ask(self, text: str, then: Any) -> None:
        self._parts.asking.run(partial(self._whose, text), done=then, failed=self._parts.trouble)

    def _whose(self, text: str) -> str:
        """`test` for the test badge, `listed` for somebody on the list, `ours` or `ticket` for a code of nobody's, else
        "". Who it is is never told here: anybody may stand in front of this page.
        """
        payload = parse_payload(text)
        if payload.badge_code and self._trial.is_test_code(payload.badge_code):
            return "test"
        if not payload.candidates or not payload.plausible:
            return ""
        services = self._parts.services
        if services.desk.has_event and services.people.holders((text,)):
            return "listed"
        return "ours" if payload.badge_code else "ticket"

    def _show(self, text: str, words: str, gap: int, keys: int, whose: str) -> None:
        title, sentence, tone, icon = {
            "listed": (self.tr("{code} is on the list"), "", "go", "circle-check"),
            "test": (self.tr("{code} is the test badge"), "", "go", "circle-check"),
            "ours": (self.tr("{code} is a badge code"), self.tr("Nobody on this list has it."), "look", "search-x"),
            "ticket": (
                self.tr("{code} may be a ticket"), self.tr("Nobody on this list has it."), "look", "search-x",
            ),
            "": (self.tr("{code} is none of our codes"), "", "hold", "triangle-alert"),
        }[whose]  # fmt: skip
        both = f"{sentence} {words}".strip()
        self._parts.view.scanner_section.try_card.show_tried(
            TriedWords(self._title(text, title), both, tone, icon, gap, keys)
        )

    def _title(self, text: str, sentence: str) -> str:
        code = parse_payload(text).badge_code
        shown = spaced(code) if code else " ".join(text.split())
        return sentence.format(code=shown if len(shown) <= _MOST else f"{shown[: _MOST - 1]}…")

    def _scanner_words(self, told: Tried) -> str:
        words = [told.verdict_words if told.verdict == "ours" else self._speed(told), self._how(told)]
        if told.suspicious:
            strange = self.tr("It holds characters that codes hardly have: {which}.")
            words.append(strange.format(which=" ".join(told.suspicious)))
        return " ".join(words)

    def _speed(self, told: Tried) -> str:
        words = self.tr("{n} characters, {mean} ms apart, {slowest} ms at most.")
        return words.format(n=told.keys, mean=round(told.mean_gap_ms), slowest=round(told.slowest_gap_ms))

    def _how(self, told: Tried) -> str:
        """The keyboard that the scanner plays, and what it sends at the end."""
        us = told.layout_guess == "us"
        keyboard = self.tr("Keyboard: US.") if us else self.tr("Keyboard: same as this computer.")
        end = {
            "enter": self.tr("It ends with Enter."), "tab": self.tr("It ends with Tab."),
        }.get(told.end, self.tr("It ends without Enter or Tab, which takes a moment longer."))  # fmt: skip
        return f"{keyboard} {end}"
