"""A badge of nobody, to try a printer with: drawn like any other, no act of anybody, and its code opens no door."""

from __future__ import annotations

from collections.abc import Callable

from checkin.domain.badge import BadgeContent, make_code
from checkin.domain.programme import EventInfo
from checkin.domain.translation import say
from checkin.paper.badge import BadgePdf, raster, render_badge
from checkin.services.badges import Printer
from checkin.services.desk import Desk

PREVIEW_DPI = 150.0
_NO_EVENT = "XX"
_NUMBER = 0
"""Real codes are drawn from 40 bits by chance: this one is nobody's, and every desk knows it again."""


class TrialBadgeService:
    """Draws and prints the test badge; writes nothing."""

    def __init__(self, desk: Desk, printer_named: Callable[[str], Printer]) -> None:
        self._desk = desk
        self._printer_named = printer_named

    def render(self, template: str) -> BadgePdf:
        """The test badge as a PDF.

        Raises:
            UserError: no such template.
        """
        return render_badge(content_of(self._event()), template)

    def picture(self, template: str, dpi: float = PREVIEW_DPI) -> bytes:
        """The test badge as a PNG of its PDF at `dpi` dots an inch."""
        return raster(self.render(template).pdf, dpi=dpi)

    def print_one(self, printer: str, template: str) -> str:
        """Hand one test badge to a printer; what names the job to it.

        Raises:
            MaybePrinted: it is not known whether the printer took it.
            EnvironmentFault: the printer did not take it.
        """
        badge = self.render(template)
        media = (badge.width_mm, badge.height_mm)
        return self._printer_named(printer).print_pdf(badge.pdf, title=say("test badge"), media_mm=media)

    def is_test_code(self, code: str) -> bool:
        """Whether a badge code is the test badge's."""
        return code == trial_code(self._event())

    def _event(self) -> EventInfo | None:
        if not self._desk.has_event:
            return None
        with self._desk.database.read() as connection:
            return self._desk.programme(connection).event


def trial_code(event: EventInfo | None) -> str:
    """The code on the test badge of an event."""
    return make_code(event.short if event else _NO_EVENT, _NUMBER)


def content_of(event: EventInfo | None) -> BadgeContent:
    """What stands on it: letters that printers get wrong, and that it is nobody's."""
    return BadgeContent(
        given="Zoë",
        family="Ångström-Łukasiewicz",
        organisation=say("Test badge, opens no door"),
        city=event.place if event else "",
        country="",
        category=say("Test"),
        code=trial_code(event),
        event_title=event.title if event else say("Check-in Desk"),
        event_subtitle=event.subtitle if event else "",
    )
