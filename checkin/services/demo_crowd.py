"""Any number of invented attendees of plausible variety, for training, load tests and figures."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from checkin.domain.listing import ListedPerson
from checkin.domain.people import Status
from checkin.domain.programme import Programme
from checkin.services.demo_event import DEMO
from checkin.services.demo_person import DRAMA_NUMBER, STAFF, STEP_FREE_NEEDS, DemoPerson, columns, data_lines, mailbox
from checkin.services.demo_places import Guest, Places

HOME_CITY = "Glasgow"
HOME_SHARE = 0.03
COMMITTEE_EVERY = 9
CLASHES = 6

_CATEGORIES = (
    ["Policy-maker"] * 46 + ["Practitioner"] * 28 + ["Change maker"] * 16 + ["Speaker"] * 5 + ["Organiser"] * 2
    + ["Volunteer"] * 3
)  # fmt: skip
_DIETS = (
    [""] * 78 + ["Vegetarian"] * 8 + ["Vegan"] * 4 + ["Halal"] * 3 + ["Gluten-free"] * 3 + ["Lactose-free"] * 2
    + ["Kosher", "No nuts"]
)  # fmt: skip
_NEEDS = ["Step-free route", "Wheelchair place", "Hearing loop", "Large print", "Seat near the door", "Quiet room"]
_ACCESS = [""] * 95 + _NEEDS[:5]
_PHOTO = ["yes"] * 80 + ["no"] * 8 + [""] * 12
_CARDS = (
    [(Status.UNPAID, True, False)] * 8 + [(Status.CANCELLED, True, False)] * 3 + [(Status.CONFIRMED, False, False)] * 5
    + [(Status.CONFIRMED, True, True)] * 2 + [(Status.CONFIRMED, True, False)] * 112
)  # fmt: skip
"""Status, has an e-mail, has registered before: dealt by the 130, so that proportions are exact, not only likely."""


class Name(NamedTuple):
    """A name in Latin letters, in its own script ("" when that is Latin), and as a part of an address."""

    latin: str
    native: str
    mail: str


class Place(NamedTuple):
    """A city with the names of its people (given, family; the first language is the most frequent) and its houses."""

    city: str
    country: str
    languages: list[tuple[list[Name], list[Name]]]
    organisations: list[str]
    mail: str


def invented_people(programme: Programme, n: int, seed: int = 1, data: Path = DEMO) -> Iterator[DemoPerson]:
    """`n` invented people, the same for the same `n` and `seed`; of every 130 eight have not paid and three have
    cancelled. Bookings stay within capacities; rows and keys are unique. `data` is the folder with names, cities and
    organisations."""
    rng = random.Random(f"crowd:{seed}")
    places = Places(programme, n, rng)
    # The middle of the list: departures have begun to fill, and are not full yet.
    middle = range(n // 3, n - n // 3)
    clashes = set(rng.sample(middle, min(len(middle), CLASHES)))
    committee = 0
    for number, listed, again in _listed(load_places(data), n, rng):
        if again or listed.status is Status.CANCELLED:
            yield DemoPerson(listed)
            continue
        invited: tuple[str, ...] = ()
        if listed.category == "Policy-maker" and number % COMMITTEE_EVERY == 0 and committee < 60:
            invited = places.invitations(committee)
            committee += 1
        if not (invited or number in clashes or listed.access or places.wants(number)):
            yield DemoPerson(listed)
            continue
        guest = Guest(
            confirmed=listed.status is Status.CONFIRMED,
            visits=listed.category not in STAFF,
            step_free=listed.access in STEP_FREE_NEEDS,
            clash=number in clashes,
            invited=invited,
        )
        yield DemoPerson(listed, places.book(number, guest))


def load_places(data: Path) -> list[Place]:
    """The cities of the data folder, each with names and organisations that fit; the event's own city first."""
    names = load_names(data / "names.txt")
    lines = list(data_lines(data / "organisations.txt"))
    everywhere = [line for line in lines if "{city}" not in line]
    found = []
    for line in data_lines(data / "cities.txt"):
        country, languages, cities = columns(line)
        spoken = [names[language] for language in languages.split()]
        for city in (one.strip() for one in cities.split(",")):
            local = [one.replace("{city}", city) for one in lines if "{city}" in one]
            found.append(Place(city, country, spoken, local + everywhere, mailbox(city)))
    return sorted(found, key=lambda place: place.city != HOME_CITY)


def load_names(path: Path) -> dict[str, tuple[list[Name], list[Name]]]:
    """Given and family names by language."""
    found = {}
    for line in data_lines(path):
        language, _, both = line.partition(":")
        given, _, family = both.partition(";")
        found[language.strip()] = ([_name(one) for one in given.split()], [_name(one) for one in family.split(",")])
    return found


def _name(text: str) -> Name:
    latin, _, native = text.strip().partition("=")
    return Name(latin, native, mailbox(latin))


def _listed(places: list[Place], n: int, rng: random.Random) -> Iterator[tuple[int, ListedPerson, bool]]:
    """Number, person, and whether they have registered before under another address."""
    rand = rng.random
    cards = list(_CARDS)
    last: ListedPerson | None = None
    for number in range(n):
        if number % len(cards) == 0:
            rng.shuffle(cards)
        status, has_email, again = cards[number % len(cards)]
        ticket = f"sil{number:06x}{int(rand() * 0x10000000000):010x}"
        if again and last and last.email:
            yield number, _registered_again(last, number, ticket), True
            continue
        place = places[0 if rand() < HOME_SHARE else int(rand() * len(places))]
        last = _person(place, number, rand, ticket)
        last.status = status
        if not has_email:
            last.email = ""
        yield number, last, False


def _person(place: Place, number: int, rand: Callable[[], float], ticket: str) -> ListedPerson:
    """One person of a city. `rand` is the generator's method: a call less for every draw."""
    languages = place.languages
    givens, families = languages[0 if rand() < 0.75 else int(rand() * len(languages))]
    first, last = givens[int(rand() * len(givens))], families[int(rand() * len(families))]
    given, family = first.latin, last.latin
    fields: dict[str, str] = {}
    draw = rand()
    if first.native:
        native = f"{first.native} {last.native}"
        if draw < 0.2:
            given, family = first.native, last.native
        elif draw < 0.8:
            fields["native_name"] = native
    elif draw < 0.12:
        other = families[int(rand() * len(families))].latin
        family = f"{family}-{other}" if other != family else family
    elif draw < 0.22:
        other = givens[int(rand() * len(givens))].latin
        given = f"{given} {other}" if other != given else given
    # Tens of thousands of people share few mailboxes' names, so the number keeps addresses apart.
    return ListedPerson(
        row=number + 2,
        key="ticket:" + ticket,
        given=given,
        family=family,
        name=f"{given} {family}",
        email=f"{first.mail}.{last.mail}{number}@{place.mail}.example",
        phone=DRAMA_NUMBER.format(int(rand() * 1000)),
        organisation=place.organisations[int(rand() * len(place.organisations))],
        city=place.city,
        country=place.country,
        category=_CATEGORIES[int(rand() * 100)],
        ticket_code=ticket,
        order=f"SIL-{number:06X}",
        diet=_DIETS[int(rand() * 100)],
        access=_ACCESS[int(rand() * 100)],
        photo=_PHOTO[int(rand() * 100)],
        fields=fields,
    )


def _registered_again(person: ListedPerson, number: int, ticket: str) -> ListedPerson:
    """A second registration of somebody: all the same but order, ticket and the spelling of the address."""
    user, _, host = person.email.partition("@")
    return ListedPerson(
        row=number + 2,
        key="ticket:" + ticket,
        given=person.given,
        family=person.family,
        name=person.name,
        email=f"{user[:1]}.{user.partition('.')[2]}@{host}",
        organisation=person.organisation,
        city=person.city,
        country=person.country,
        category=person.category,
        ticket_code=ticket,
        order=f"SIL-{number:06X}",
        photo=person.photo,
        fields=dict(person.fields),
    )
