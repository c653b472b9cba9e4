"""What every controller of the Desk works with, handed in once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol

from checkin.domain.programme import MAIN_DOOR, Door
from checkin.domain.results import ScanResult
from checkin.gui.control.acting import Acting
from checkin.gui.pages.desk.desk_view import DeskView
from checkin.services.bundle import Services
from checkin.services.scan import PrintWish
from checkin.workers.tasks import TaskRunner


class Speaker(Protocol):
    """Plays the sound of a verdict's family."""

    def play(self, family: str, *, notice: bool = False) -> None:
        """Begin to play; never waits, never fails."""


@dataclass(slots=True)
class Parts:
    """The page's views, the services, and the threads that work for it.

    `acting` runs acts one after the other on the database's thread, `asking` runs look-ups beside them.
    """

    view: DeskView
    services: Services
    acting: Acting
    asking: TaskRunner
    speaker: Speaker
    changed: Callable[[], None] = lambda: None
    judged: Callable[[ScanResult], None] = lambda _result: None

    def now(self) -> datetime:
        """The time of the desk's clock."""
        return self.services.desk.now()

    @property
    def zone(self) -> tzinfo:
        """The event's zone; the local one before there is an event."""
        return self._zone or datetime.now().astimezone().tzinfo  # type: ignore[return-value]

    _zone: tzinfo | None = None
    badge: PrintWish | None = None
    prints: str = "no"
    admits_unpaid: bool = False
    confirms: bool = False
    may_override: bool = True
    discreet: bool = False
    locked: bool = False
    stays: str = "normal"
    door: Door | None = None

    @property
    def print_wish(self) -> PrintWish | None:
        """The badge that a check-in by hand prints; none where check-ins print nothing."""
        return None if self.prints == "no" else self.badge

    @property
    def scan_wish(self) -> PrintWish | None:
        """The badge that a scan prints by itself; none where a person is asked."""
        return self.badge if self.prints == "yes" else None

    @property
    def at_main_door(self) -> bool:
        """Whether this desk admits people to the event itself."""
        return self.door is None or self.door.id == MAIN_DOOR

    def learn_event(self, zone: tzinfo | None, badge: PrintWish) -> None:
        """What the page must know of the event and the settings."""
        self._zone = zone
        self.badge = badge

    def learn_ways(self, settings: Mapping[str, str], door: Door | None) -> None:
        """How this desk works, by its settings."""
        self.prints = settings["badge.on_check_in"]
        self.confirms = settings["desk.confirm"] == "yes"
        self.stays = settings["desk.verdict_stays"]
        self.discreet = settings["desk.faces_people"] == "yes"
        self.door = door
