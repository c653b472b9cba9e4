"""How a print queue is, in words for the strip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkin.domain.translation import mark, say

_WORDS = {
    "media-empty": mark("Out of labels"),
    "media-needed": mark("The wrong labels are loaded"),
    "media-jam": mark("A label is stuck"),
    "media-low": mark("Few labels left"),
    "cover-open": mark("The cover is open"),
    "door-open": mark("The cover is open"),
    "offline": mark("The printer does not answer"),
    "connecting-to-device": mark("Connecting to the printer"),
    "marker-supply-empty": mark("Out of ink or ribbon"),
    "marker-supply-low": mark("Ink or ribbon is running low"),
    "toner-empty": mark("Out of toner"),
    "paused": mark("The queue is paused"),
    "timed-out": mark("The printer does not answer"),
    "shutdown": mark("The printer is switched off"),
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
    return " · ".join(
        dict.fromkeys(say(_WORDS[r]) if r in _WORDS else r.replace("-", " ").capitalize() for r in reasons)
    )


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
        return PrinterState("stopped", reasons, in_words(reasons) or say("The queue is stopped"))
    if " now printing " in head:
        return PrinterState("printing", reasons, in_words(reasons) or say("Printing"))
    if " is idle" in head:
        return PrinterState("idle", reasons, in_words(reasons) or say("Ready"))
    return PrinterState("unknown", reasons, in_words(reasons) or say("The printer's state is not known"))
