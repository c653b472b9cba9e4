"""How a print queue is, in words for the strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_WORDS = {
    "media-empty": "Out of labels",
    "media-needed": "The wrong labels are loaded",
    "media-jam": "A label is stuck",
    "media-low": "Few labels left",
    "cover-open": "The cover is open",
    "door-open": "The cover is open",
    "offline": "The printer does not answer",
    "connecting-to-device": "Connecting to the printer",
    "marker-supply-empty": "Out of ink or ribbon",
    "marker-supply-low": "Ink or ribbon is running low",
    "toner-empty": "Out of toner",
    "paused": "The queue is paused",
    "timed-out": "The printer does not answer",
    "shutdown": "The printer is switched off",
}
_HARMLESS = {"none", "media-low", "marker-supply-low", "connecting-to-device", "cups-waiting-for-job-completed"}

JobState = Literal["waiting", "ended", "failed", "unknown"]
"""What is known of a job handed over: it waits or is being printed · the device took all of it · it was given up."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """`state` of the queue, the printer's `reasons` as it names them (IPP keywords), and one `sentence`."""

    state: Literal["idle", "printing", "stopped", "unknown"]
    reasons: tuple[str, ...]
    sentence: str

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to go to the printer or resume its queue."""
        return self.state == "stopped" or bool(set(self.reasons) - _HARMLESS)


def in_words(reasons: tuple[str, ...]) -> str:
    """The reasons as people say them; one that is not known by its keyword."""
    return " · ".join(dict.fromkeys(_WORDS.get(r, r.replace("-", " ").capitalize()) for r in reasons))


def read_lpstat(text: str) -> PrinterState:
    """The state that `lpstat -l -p QUEUE` tells (in the C locale)."""
    head, _, rest = text.partition("\n")
    alerts = next((line.split(":", 1)[1] for line in rest.splitlines() if line.strip().startswith("Alerts:")), "")
    reasons = tuple(
        r.removesuffix("-report").removesuffix("-error").removesuffix("-warning")
        for r in alerts.replace(",", " ").split()
        if r != "none"
    )
    if " disabled since" in head:
        return PrinterState("stopped", reasons, in_words(reasons) or "The queue is stopped")
    if " now printing " in head:
        return PrinterState("printing", reasons, in_words(reasons) or "Printing")
    if " is idle" in head:
        return PrinterState("idle", reasons, in_words(reasons) or "Ready")
    return PrinterState("unknown", reasons, in_words(reasons) or "The printer's state is not known")
