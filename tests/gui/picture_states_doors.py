"""The verdicts beside the everyday ones: each outcome of the closed list that a scan can have at a door."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from checkin.domain.badge import make_code
from checkin.domain.people import Status, WalkIn
from checkin.services.scan import ScanRequest
from tests.e2e.driver import Driver
from tests.gui.picture_desk import NOW, PictureDesk
from tests.gui.picture_steps import AOIFE, INGEBORG, Shown, bring, settle

TICKET = "PIC-77"
HEAD = "First name,Last name,Organisation,City,Ticket code"


def pending(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        person = d.named("Ghislaine Vandenbossche")
        d.services.correcting.correct(person.attendee, {"status": Status.PENDING.value})
        _show(d, person.badge_code)
        yield d


def old_badge(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        person = d.named(INGEBORG)
        d.services.handing.replace(person.attendee, "lost")
        _show(d, person.badge_code)
        yield d


def replaced(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        person = d.named(AOIFE)
        d.services.substitutes.substitute(person.attendee, WalkIn("Marion", "Kavanagh"))
        _show(d, person.badge_code)
        yield d


def blocked(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        bring(d, f"{HEAD},Blocked\nNúria,García i López,Ajuntament de Barcelona,Barcelona,{TICKET},yes\n")
        _show(d, TICKET)
        yield d


def too_early(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        row = f"Anke,Müller-Şahin,Haus der Nachbarschaft e. V.,Mannheim,{TICKET},2026-03-24 14:00,2026-03-24 18:00"
        bring(d, f"{HEAD},Valid from,Valid until\n{row}\n")
        _show(d, TICKET)
        yield d


def shared_code(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        rows = (
            f"Petra,Novotná,Statutární město Brno,Brno,{TICKET},petra@brno.example",
            f"Pavel,Novotný,Statutární město Brno,Brno,{TICKET},pavel@brno.example",
        )
        bring(d, "\n".join((f"{HEAD},E-mail", *rows, "")))
        _show(d, TICKET)
        yield d


def other_event(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _show(d, make_code("ZZ", 987_654_321))
        yield d


def not_booked(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _open_now(d, "workshop-2")
        _show(d, d.named(AOIFE).badge_code)
        yield d


def full(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        _open_now(d, "exhibition", capacity=3)
        for name in ("Iain Kerr", "Mairi Innes", "Rhona Adair"):
            d.services.scans.scan(ScanRequest(d.named(name).badge_code, door="exhibition"))
        _show(d, d.named(AOIFE).badge_code)
        yield d


def at_a_door(desk: PictureDesk) -> Shown:
    with desk.window() as d:
        settle(d, desk_door="workshop-5")
        d.page.finding.open(d.named(AOIFE).attendee)
        d.wait_name(AOIFE)
        yield d


def _open_now(d: Driver, door: str, **changed: Any) -> None:
    """The desk admits at this door, which is open since a quarter of an hour."""
    programme = d.services.programmes.show()
    opens = NOW - timedelta(minutes=15)
    doors = tuple(replace(each, opens=opens, **changed) if each.id == door else each for each in programme.doors)
    d.services.programmes.load(replace(programme, doors=doors))
    settle(d, desk_door=door)


def _show(d: Driver, code: str) -> None:
    d.scan(code)
    d.wait(lambda: d.cards.page == "verdict")


DOORS = (
    pending, old_badge, replaced, blocked, too_early, shared_code, other_event, not_booked, full, at_a_door,
)  # fmt: skip
