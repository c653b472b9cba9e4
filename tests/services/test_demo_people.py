"""The invented attendees: what the demo promises of them, whatever the seed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from functools import cache
from itertools import combinations, islice

import pytest

from checkin.domain.people import Status
from checkin.services.demo_crowd import load_names, load_places
from checkin.services.demo_event import DEMO, demo_programme
from checkin.services.demo_people import DemoPerson, glasgow_people, invented_people
from checkin.services.demo_person import CATEGORIES, STAFF, STEP_FREE_NEEDS

PROGRAMME = demo_programme(date(2026, 11, 18))
DEPARTURES = {departure.id: departure for departure in PROGRAMME.departures}
CAPACITY = {door.id: door.capacity for door in PROGRAMME.doors}
SEEDS = [1, 2, 3, 5, 8, 13]


@cache
def glasgow(seed: int = 1) -> tuple[DemoPerson, ...]:
    return tuple(glasgow_people(PROGRAMME, seed))


def booked(people: tuple[DemoPerson, ...] | list[DemoPerson]) -> Counter[str]:
    return Counter(door for person in people for door, state in person.bookings if state == "booked")


def clashes(person: DemoPerson) -> list[tuple[str, str]]:
    doors = [door for door, state in person.bookings if state == "booked"]
    return [(one, other) for one, other in combinations(doors, 2) if PROGRAMME.overlap(one, other)]


def hold_what_the_demo_promises(people: tuple[DemoPerson, ...] | list[DemoPerson]) -> None:
    counts = booked(people)
    assert all(counts[door] <= (CAPACITY[door] or 0) for door in counts)
    ranking = sorted(DEPARTURES, key=lambda door: -counts[door])
    first, second, third = ranking[:3]
    assert counts[second] > counts[third]
    assert DEPARTURES[first].site_visit != DEPARTURES[second].site_visit
    assert counts[second] < DEPARTURES[second].capacity
    assert counts[first] < DEPARTURES[first].capacity
    vehicles = Counter(departure.site_visit for departure in DEPARTURES.values())
    assert vehicles[DEPARTURES[first].site_visit] == vehicles[DEPARTURES[second].site_visit] == 1
    on = {door: {p.listed.key for p in people if (door, "booked") in p.bookings} for door in (first, second)}
    assert min(len(keys) for keys in on.values()) >= 8
    assert not on[first] & on[second]
    for person in people:
        doors = dict(person.bookings)
        assert len(doors) == len(person.bookings)
        if person.listed.status is Status.CANCELLED:
            assert not doors
        if first in doors or second in doors:
            assert person.listed.status is Status.CONFIRMED
        for one, other in clashes(person):
            assert one in DEPARTURES
            assert other in DEPARTURES
            assert not {one, other} & {first, second}
            assert DEPARTURES[one].site_visit != DEPARTURES[other].site_visit
            assert vehicles[DEPARTURES[one].site_visit] == vehicles[DEPARTURES[other].site_visit] == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_bookings_are_as_the_demo_promises(seed: int) -> None:
    hold_what_the_demo_promises(glasgow(seed))
    assert sum(bool(clashes(person)) for person in glasgow(seed)) == 4
    assert set(booked(glasgow(seed))) == {door.id for door in PROGRAMME.doors if door.mode == "booked"}


@pytest.mark.parametrize("seed", SEEDS)
def test_who_needs_a_step_free_way_is_on_a_step_free_vehicle(seed: int) -> None:
    riders = [person for person in glasgow(seed) if person.listed.access in STEP_FREE_NEEDS]
    assert len(riders) >= 2
    for person in riders:
        chosen = [DEPARTURES[door] for door, _ in person.bookings if door in DEPARTURES]
        assert chosen
        assert all(departure.step_free for departure in chosen)


def test_one_workshop_is_full_and_people_wait_for_it() -> None:
    counts = booked(glasgow())
    waiting = Counter(door for p in glasgow() for door, state in p.bookings if state == "waitlisted")
    assert waiting
    assert all(counts[door] == CAPACITY[door] for door in waiting)
    workshops = [session.id for session in PROGRAMME.sessions if session.kind == "workshop"]
    assert min(counts[door] / (CAPACITY[door] or 1) for door in workshops) < 0.95


def test_the_numbers_of_the_lab() -> None:
    people = [person.listed for person in glasgow()]
    assert len(people) == 130
    status = Counter(person.status for person in people)
    assert status == {Status.CONFIRMED: 119, Status.UNPAID: 8, Status.CANCELLED: 3}
    assert sum(not person.email for person in people) == 5
    assert len({person.city for person in people}) >= 50
    assert set(CATEGORIES) == {person.category for person in people}
    twice = [name for name, times in Counter(person.name for person in people).items() if times > 1]
    assert len(twice) == 2
    for name in twice:
        one, other = (person for person in people if person.name == name)
        assert one.city == other.city
        assert one.email
        assert other.email
        assert one.email != other.email
    assert {person.photo for person in people} == {"yes", "no", ""}
    assert len({person.diet for person in people}) > 6
    assert len({person.access for person in people}) > 5
    assert sum(not person.phone for person in people) >= 5


def test_every_need_has_a_sentence_that_says_what_to_do() -> None:
    crowd = [person.listed for person in invented_people(PROGRAMME, 2000)]
    for person in [*(p.listed for p in glasgow()), *crowd]:
        assert {person.diet, person.access} - {""} <= set(PROGRAMME.event.needs)
    assert set(PROGRAMME.event.hand_over) <= {*CATEGORIES, "booked:visit"}


def test_names_carry_every_letter_and_script() -> None:
    people = [person.listed for person in glasgow()]
    everything = "".join(person.name for person in people)
    for letter in "ßøłőşćėñçåþðæœěřťďľķļņűğāīūăâîțõħġċżŷáéíóúàèìòùäöüïëôêãąęńśźůýžšđčŕňıŠŻŐÓŞÇØÞÅŁĐĶŽÍ":
        assert letter in everything, letter
    scripts = {
        unicodedata.name(c).split()[0] for p in people for c in p.name + p.fields.get("native_name", "") if c.isalpha()
    }
    assert {"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW"} <= scripts
    for person in people:
        native = person.fields.get("native_name", "")
        if any(unicodedata.name(c).startswith(("ARABIC", "HEBREW")) for c in native):
            assert all(unicodedata.name(c).startswith("LATIN") for c in person.name if c.isalpha())
    names = {(person.given, person.family) for person in people}
    assert ("Ő", "Nagy") in names
    assert max(len(person.name) for person in people) > 45
    for particle in ("van ", "de ", "von ", "Mc", "O'", "-", "Ní ", "af "):
        assert any(person.family.startswith(particle) or particle in person.family for person in people), particle
    assert all(unicodedata.is_normalized("NFC", person.name) for person in people)


def test_no_address_or_number_leads_anywhere() -> None:
    people = [person.listed for person in (*glasgow(), *invented_people(PROGRAMME, 1000))]
    for person in people:
        assert not person.phone or (person.phone.startswith("+44 7700 900") and len(person.phone) == 15)
        assert not person.email or (
            person.email.endswith(".example") and person.email.isascii() and " " not in person.email
        )
    phones = [person.listed.phone for person in glasgow() if person.listed.phone]
    assert len(set(phones)) == len(phones)


def test_leaders_of_departures_are_people_of_the_event() -> None:
    phones = {person.listed.name: person.listed.phone for person in glasgow() if person.listed.category in STAFF}
    for departure in PROGRAMME.departures:
        assert phones[departure.leader] == departure.leader_phone
    for person in glasgow():
        if person.listed.category in STAFF:
            assert not {door for door, _ in person.bookings} & set(DEPARTURES)


def test_the_seed_decides_order_and_bookings_but_not_who_they_are() -> None:
    again, other = glasgow_people(PROGRAMME, 1), glasgow_people(PROGRAMME, 2)
    assert tuple(again) == glasgow(1)
    assert again != other
    assert {p.listed.name for p in again} == {p.listed.name for p in other}
    assert [p.listed.row for p in again] == list(range(2, 132))
    for field in ("key", "ticket_code", "order"):
        assert len({getattr(p.listed, field) for p in again}) == 130


@pytest.mark.parametrize("n", [60, 130, 400, 3000])
@pytest.mark.parametrize("seed", [1, 7])
def test_a_crowd_keeps_the_promises_too(n: int, seed: int) -> None:
    people = list(invented_people(PROGRAMME, n, seed))
    assert len(people) == n
    hold_what_the_demo_promises(people)
    if n >= 130:
        assert any(clashes(person) for person in people)
    for field in ("key", "row", "ticket_code", "order"):
        assert len({getattr(person.listed, field) for person in people}) == n


def test_a_crowd_has_the_proportions_of_the_lab() -> None:
    people = [person.listed for person in invented_people(PROGRAMME, 13000, 4)]
    status = Counter(person.status for person in people)
    assert (status[Status.UNPAID], status[Status.CANCELLED]) == (800, 300)
    assert status[Status.CONFIRMED] / 13000 > 0.9
    assert sum(person.city == "Glasgow" for person in people) >= 130
    assert len({person.city for person in people}) >= 300
    assert 400 <= sum(not person.email for person in people) <= 600
    emails = [person.email for person in people if person.email]
    assert len(set(emails)) == len(emails)
    assert set(CATEGORIES) == {person.category for person in people}
    assert any("native_name" in person.fields for person in people)
    assert all(unicodedata.is_normalized("NFC", person.name) for person in people)


def test_a_crowd_is_the_same_for_the_same_seed_and_comes_one_by_one() -> None:
    assert list(invented_people(PROGRAMME, 200, 9)) == list(invented_people(PROGRAMME, 200, 9))
    assert list(invented_people(PROGRAMME, 200, 9)) != list(invented_people(PROGRAMME, 200, 10))
    assert len(list(islice(invented_people(PROGRAMME, 1_000_000, 1), 5))) == 5
    assert list(invented_people(PROGRAMME, 0)) == []
    assert len(list(invented_people(PROGRAMME, 1))) == 1


def test_names_and_cities_have_the_variety_asked_for() -> None:
    names = load_names(DEMO / "names.txt")
    assert len(names) >= 25
    assert len({name.latin for given, _ in names.values() for name in given}) >= 400
    assert len({name.latin for _, family in names.values() for name in family}) >= 700
    for given, family in names.values():
        for name in (*given, *family):
            assert name.latin == name.latin.strip() != ""
            assert name.mail.isascii()
            assert name.mail
    cities = [place.city for place in load_places(DEMO)]
    assert len(set(cities)) == len(cities) >= 300
    assert cities[0] == "Glasgow"
