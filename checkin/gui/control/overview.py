"""What the page shows as a whole: the event, the figures, the last acts; looked at again after every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from checkin.domain.days import zone_of
from checkin.domain.errors import CheckinError
from checkin.domain.people import Entry
from checkin.domain.programme import MAIN_DOOR, Door, Programme
from checkin.gui.control.parts import Parts
from checkin.services.scan import PrintWish

_MAY_OVERRIDE = ("supervisor", "organiser")


@dataclass(frozen=True, slots=True)
class Glance:
    """One look at the desk. `programme` is None before there is an event; `settings` are all of them by key."""

    settings: Mapping[str, str]
    programme: Programme | None = None
    figures: dict[str, int] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    label: str = ""
    operator: str = ""
    role: str = ""

    def says_yes(self, key: str) -> bool:
        """Whether a setting of yes and no is on."""
        return self.settings[key] == "yes"

    @property
    def badge(self) -> PrintWish:
        """The badge that is printed, by a check-in or by hand."""
        return PrintWish(self.settings["badge.template"], self.settings["badge.printer"])


class Overview(QObject):
    """Signals: `looked(Glance)` on the window's thread."""

    looked = Signal(object)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pending = self._again = False
        self.door = ""

    def look(self) -> None:
        """Look again; asked for while a look is under way, one more follows."""
        if self._pending:
            self._again = True
            return
        self._pending = True
        self._parts.asking.run(self._glance, done=self._show, failed=self._on_trouble)

    def _glance(self) -> Glance:
        services = self._parts.services
        settings = {s.key: value for s, value in services.settings.all()}
        if not services.desk.has_event:
            return Glance(settings)
        programme = services.programmes.show()
        return Glance(
            settings, programme, services.people.figures(), tuple(services.people.last_acts()),
            services.desk.identity.label, services.desk.operator_now(), services.programmes.role_now(),
        )  # fmt: skip

    def _show(self, glance: Glance) -> None:
        self._settle()
        programme = glance.programme
        zone = zone_of(programme.event.timezone) if programme else None
        self._parts.learn_event(zone, glance.badge)
        self._parts.learn_ways(glance.settings, _door_of(glance))
        view = self._parts.view
        first = not view.left.search.isEnabled()
        view.left.set_usable(programme is not None)
        if programme is None:
            view.left.set_entries(())
            if view.cards.page not in ("help", "first_run"):
                view.cards.show_page("first_run")
                view.cards.first_run.setFocus()
            self.looked.emit(glance)
            return
        if view.cards.page == "first_run":
            view.cards.show_page("ready")
        if first and view.cards.page == "ready":
            view.left.search.setFocus()
        self._parts.may_override = glance.role in _MAY_OVERRIDE
        self._parts.admits_unpaid = any(d.admits_unpaid for d in programme.doors if d.kind == "event")
        self.door = self._parts.door.name if self._parts.door else ""
        event = programme.event
        told = f"{event.title} ({self.tr('demo data')})" if event.notice else event.title
        view.cards.ready.set_door(self.door, told)
        view.cards.ready.set_figures(self._figures(glance.figures, programme))
        view.left.set_entries([replace(e, at=e.at.astimezone(self._parts.zone)) for e in glance.entries])
        self.looked.emit(glance)

    def _figures(self, figures: dict[str, int], programme: Programme) -> list[tuple[str, str, str]]:
        listed, inside, expected = figures["listed"], figures["inside"], figures["expected"]
        came = self.tr("{n} still to come today").format(n=expected)
        return [
            (self.tr("Checked in"), self.tr("{n} of {all}").format(n=inside, all=listed), came),
            (self.tr("Last quarter of an hour"), str(figures["quarter"]), self.tr("people checked in")),
            self._next(programme),
        ]

    def _next(self, programme: Programme) -> tuple[str, str, str]:
        """What begins next today."""
        now = self._parts.now().astimezone(self._parts.zone)
        items = [(s.starts, s.name) for s in programme.sessions] + [(d.starts, d.name) for d in programme.departures]
        later = sorted((at, name) for at, name in items if at > now and at.date() == now.date())
        if not later:
            return self.tr("Next in the programme"), "–", self.tr("nothing more today")
        return self.tr("Next in the programme"), later[0][0].astimezone(self._parts.zone).strftime("%H:%M"), later[0][1]

    def _on_trouble(self, error: BaseException) -> None:
        self._settle()
        if isinstance(error, CheckinError):
            self._parts.acting.failed.emit(error)
        else:
            self._parts.acting.broken.emit(error)

    def _settle(self) -> None:
        self._pending = False
        if self._again:
            self._again = False
            self.look()


def _door_of(glance: Glance) -> Door | None:
    """The door this desk admits people at: the setting's, else the event's own."""
    doors = glance.programme.doors if glance.programme else ()
    wanted = glance.settings["desk.door"]
    chosen = [d for d in doors if wanted and (d.id == wanted or d.name.casefold() == wanted.casefold())]
    return next(iter([*chosen, *(d for d in doors if d.id == MAIN_DOOR)]), None)
