"""The 130 invented attendees of the Glasgow demo, written by hand, with bookings drawn by a seed."""

from __future__ import annotations

import random
from pathlib import Path

from checkin.domain.badge import ALPHABET
from checkin.domain.listing import ListedPerson
from checkin.domain.people import Status
from checkin.domain.programme import Programme
from checkin.services.demo_crowd import invented_people
from checkin.services.demo_event import DEMO
from checkin.services.demo_person import (
    CATEGORIES,
    DRAMA_NUMBER,
    STAFF,
    STEP_FREE_NEEDS,
    DemoPerson,
    columns,
    countries,
    data_lines,
    mailbox,
)
from checkin.services.demo_places import Guest, Places

__all__ = ["DemoPerson", "glasgow_people", "invented_people"]

INVITATIONS = {
    "committee": ("steering-1", "business", "steering-2"),
    "housing": ("group-housing",),
    "work": ("group-work",),
}
_CATEGORY = dict(zip("PRCSOV", CATEGORIES, strict=True))
_NO_PHONE_EVERY = 10

Marks = dict[str, str]


def glasgow_people(programme: Programme, seed: int = 1, data: Path = DEMO) -> list[DemoPerson]:
    """The people of the demo in the order of their list. The seed decides order, tickets, telephone numbers and
    bookings, never who they are. `data` is the folder with the people and cities."""
    rng = random.Random(f"glasgow:{seed}")
    home = countries(data / "cities.txt")
    lines = [columns(line) for line in data_lines(data / "glasgow_people.txt")]
    known = [(row, _marks(row[6])) for row in lines]
    once = [entry for entry in known if "again" not in entry[1]]
    rng.shuffle(once)
    # Whoever registers a second time does so later.
    ordered = once + [entry for entry in known if "again" in entry[1]]
    fixed = {marks["phone"] for _, marks in known if "phone" in marks}
    phones = [phone for phone in (DRAMA_NUMBER.format(number) for number in range(1000)) if phone not in fixed]
    rng.shuffle(phones)
    people = [
        _listed(number, row, marks, home[row[2]], phones[number], rng) for number, (row, marks) in enumerate(ordered)
    ]
    bookings = _bookings(programme, people, [marks for _, marks in ordered], rng)
    return [DemoPerson(person, booked) for person, booked in zip(people, bookings, strict=True)]


def _marks(text: str) -> Marks:
    """The last column of a line: "diet=Vegan; committee" becomes {"diet": "Vegan", "committee": ""}."""
    parts = [part.partition("=") for part in text.split(";") if part.strip()]
    return {key.strip(): value.strip() for key, _, value in parts}


def _listed(number: int, row: list[str], marks: Marks, country: str, phone: str, rng: random.Random) -> ListedPerson:
    given, family, city, organisation, job, category, _ = row
    ticket = "".join(rng.choices("abcdefghjkmnpqrstuvwxyz23456789", k=18)) + f"{number:02x}"
    email = marks.get("email", f"{mailbox(given)}.{mailbox(family)}@{mailbox(city)}.example")
    phone = marks.get("phone", "none" if number % _NO_PHONE_EVERY == 4 else phone)
    photo = marks.get("photo", "yes")
    fields = {"job_title": job}
    if "native" in marks:
        fields["native_name"] = marks["native"]
    return ListedPerson(
        row=number + 2,
        key=f"ticket:{ticket}",
        given=given,
        family=family,
        name=f"{given} {family}",
        email="" if email == "none" else email,
        phone="" if phone == "none" else phone,
        organisation=organisation,
        city=city,
        country=country,
        category=_CATEGORY[category],
        status=Status(marks.get("status", "confirmed")),
        ticket_code=ticket,
        order="SIL-" + "".join(rng.choices(ALPHABET, k=3)) + ALPHABET[number // 32] + ALPHABET[number % 32],
        diet=marks.get("diet", ""),
        access=marks.get("access", ""),
        photo="" if photo == "?" else photo,
        fields=fields,
    )


def _bookings(
    programme: Programme, people: list[ListedPerson], marks: list[Marks], rng: random.Random
) -> list[tuple[tuple[str, str], ...]]:
    places = Places(programme, len(people), rng)
    guests = [_guest(person, mark) for person, mark in zip(people, marks, strict=True)]
    bookings: list[tuple[tuple[str, str], ...]] = [()] * len(people)
    # Those who may go on any vehicle first: the others have their places on departures that must stay the smaller ones.
    for number in sorted(range(len(people)), key=lambda n: _choosy(guests[n])):
        if people[number].status is not Status.CANCELLED and "again" not in marks[number]:
            bookings[number] = places.book(number, guests[number])
    return bookings


def _choosy(guest: Guest) -> bool:
    return guest.clash or guest.step_free or not guest.confirmed


def _guest(person: ListedPerson, mark: Marks) -> Guest:
    return Guest(
        confirmed=person.status is Status.CONFIRMED,
        visits=person.category not in STAFF,
        step_free=person.access in STEP_FREE_NEEDS,
        clash="clash" in mark,
        invited=tuple(door for word, doors in INVITATIONS.items() if word in mark for door in doors),
    )
