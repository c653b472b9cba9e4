"""Columns of the systems and languages that lists come from, and what a caller may say about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.errors import UserError
from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.people import Status
from checkin.lists.reading import read_lists


def read(tmp_path: Path, *lines: str, name: str = "list.csv", **options: object) -> ListReading:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    (reading,) = read_lists([path], ReadOptions(**options))  # type: ignore[arg-type]
    return reading


SYSTEMS = {
    "eventbrite": (
        "Order #,Order Date,First Name,Last Name,Email,Quantity,Ticket Type,"
        "Attendee #,Attendee Status,Job Title,Company",
        "77,11/29/24 22:28,Ann,Lee,a@x.example,1,VIP,501,Not Attending,Chief,Acme",
        {"given": "Ann", "family": "Lee", "category": "VIP", "order": "77", "source_id": "501",
         "status": Status.CANCELLED, "organisation": "Acme", "fields": {"Job Title": "Chief"}},
    ),
    "hi.events": (
        "ID,First Name,Last Name,Email,Status,Check Ins,Product ID,Product Name,Event ID,Public ID,Short ID",
        "9,Ann,Lee,a@x.example,AWAITING_PAYMENT,,3,Day ticket,1,A-XYZ12,q1",
        {"source_id": "9", "ticket_code": "A-XYZ12", "category": "Day ticket", "status": Status.UNPAID},
    ),
    "alf.io": (
        "ID,Category,Event,Status,OriginalPrice,ReservationID,Full Name,First Name,Last Name,E-Mail,Country Code",
        "u-1,Speaker,conf,ACQUIRED,10,R1,\t=Ann Lee,\t=Ann,Lee,a@x.example,FR",
        {"source_id": "u-1", "category": "Speaker", "name": "=Ann Lee", "given": "=Ann", "country": "FR",
         "order": "R1", "status": Status.CONFIRMED},
    ),
    "luma": (
        "name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,ticket_name",
        "Ann Lee,Ann,Lee,a@x.example,+44 1,2026-01-01,pending_approval,,Standard",
        {"name": "Ann Lee", "phone": "+44 1", "status": Status.PENDING, "category": "Standard"},
    ),
    "meetup": (
        "Name,User ID,Title,RSVP,Guests,RSVPed on,Event Host",
        "Ann Lee,77,Member,Yes,0,Jan 1,No",
        {"name": "Ann Lee", "source_id": "77", "status": Status.CONFIRMED},
    ),
    "google forms, german": (
        "Zeitstempel,E-Mail-Adresse,Vorname,Nachname,Ernährungswünsche,Dürfen wir Fotos machen?",
        "01.02.2026 10:00:00,a@x.example,Ann,Lee,vegan,Ja",
        {"given": "Ann", "family": "Lee", "email": "a@x.example", "diet": "vegan", "photo": "yes", "fields": {}},
    ),
    "microsoft forms": (
        "ID,Start time,Completion time,Email,Name,Do you need wheelchair access?,Workshops",
        "4,1/2/2026,1/2/2026,anonymous,Ann Lee,yes please,A;B;",
        {"source_id": "4", "email": "", "name": "Ann Lee", "access": "yes please", "sessions": ("A", "B")},
    ),
    "french": ("Prénom;Nom;Courriel;Organisme;Ville;Pays;Statut", "Ann;Lee;a@x.example;CNRS;Lyon;France;Annulé",
               {"given": "Ann", "family": "Lee", "name": "Ann Lee", "organisation": "CNRS", "city": "Lyon",
                "country": "France", "status": Status.CANCELLED}),
    "german": ("Name;Vorname;Firma;Ort;Land;Bezahlt", "Lee;Ann;AG;Bonn;DE;nein",
               {"given": "Ann", "family": "Lee", "name": "Ann Lee", "city": "Bonn", "status": Status.UNPAID}),
    "spanish": ("Nombre;Apellidos;Correo electrónico;Teléfono", "Ann;Lee;a@x.example;+34 1",
                {"given": "Ann", "family": "Lee", "email": "a@x.example", "phone": "+34 1"}),
    "italian": ("Nome;Cognome;Azienda;Città;Stato iscrizione", "Ann;Lee;SpA;Roma;In attesa di pagamento",
                {"given": "Ann", "family": "Lee", "city": "Roma", "status": Status.UNPAID}),
    "dutch": ("Voornaam;Achternaam;E-mailadres;Bedrijf", "Ann;Lee;a@x.example;BV",
              {"given": "Ann", "family": "Lee", "email": "a@x.example", "organisation": "BV"}),
    "polish": ("Imię;Nazwisko;Adres e-mail;Miasto", "Ann;Lee;a@x.example;Łódź",
               {"given": "Ann", "family": "Lee", "email": "a@x.example", "city": "Łódź"}),
}  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_columns_of(tmp_path: Path, system: str) -> None:
    header, row, want = SYSTEMS[system]
    person = read(tmp_path, header, row).people[0]
    assert {name: getattr(person, name) for name in want} == want


def test_a_first_name_beside_a_whole_name_leaves_the_whole(tmp_path: Path) -> None:
    person = read(tmp_path, "First name,Name", "Ann,Ann Lee", "Bo,Bo Li").people[0]
    assert (person.given, person.family, person.name) == ("Ann", "Lee", "Ann Lee")
    other = read(tmp_path, "First name,Name", "Ann,Ann Lee", "Bo,Robert Li", "Cy,Cy Lo").people[1]
    assert (other.given, other.family, other.name) == ("Bo", "", "Robert Li")


def test_names_that_all_read_family_comma_given_are_turned(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name", '"Lee, Ann"', '"de Vries, Bo"', '"Kim, Cy"')
    assert [(p.given, p.family, p.name) for p in reading.people][1] == ("Bo", "de Vries", "Bo de Vries")
    assert read(tmp_path, "Name", '"Lee, Ann"', "Bo de Vries", "Cy Kim").people[0].name == "Lee, Ann"


def test_the_caller_knows_better(tmp_path: Path) -> None:
    lines = ("Wer,Kennung,Email", "Ann Lee,q1,a@x.example")
    reading = read(tmp_path, *lines, mapping={"name": "wer", "ticket_code": "Kennung", "email": ""})
    assert reading.mapping == {"name": "Wer", "ticket_code": "Kennung"}
    person = reading.people[0]
    assert (person.name, person.ticket_code, person.email, person.fields) == (
        "Ann Lee", "q1", "", {"Email": "a@x.example"},
    )  # fmt: skip
    with pytest.raises(UserError) as refused:
        read(tmp_path, *lines, mapping={"name": "Who"})
    assert "no column “Who”" in refused.value.sentence
    assert "“Wer”, “Kennung”, “Email”" in refused.value.advice
    with pytest.raises(UserError, match="no field of ours"):
        read(tmp_path, *lines, mapping={"nickname": "Wer"})


def test_repeated_and_empty_headers_keep_their_columns(tmp_path: Path) -> None:
    person = read(tmp_path, "Name,Note,Note,,Networking dinner,,", "Ann,a,b,c,Yes,,").people[0]
    assert person.fields == {"Note": "a", "Note (2)": "b", "Column D": "c", "Networking dinner": "Yes"}


def test_columns_that_no_desk_needs_are_left_out_and_told(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Price,LATITUDE,Voucher code,Colour", "Ann,3,1.5,V1,red")
    assert reading.people[0].fields == {"Colour": "red"}
    assert any("Price, LATITUDE, Voucher code" in w.text for w in reading.warnings)


def test_the_signature_is_of_the_columns_whatever_their_order(tmp_path: Path) -> None:
    one = read(tmp_path, "Name,E-Mail,City", "Ann,a@x.example,Bath")
    two = read(tmp_path, "city,name,e mail", "Bath,Ann,a@x.example")
    other = read(tmp_path, "Name,E-Mail,Town", "Ann,a@x.example,Bath")
    assert one.signature == two.signature != other.signature
    assert len(one.signature) == 64


def test_waiting_lists_are_told_by_name_or_columns(tmp_path: Path) -> None:
    lines = ("Name,Email,Status", "Ann,a@x.example,Waiting for a voucher", "Bo,b@x.example,Voucher sent")
    reading = read(tmp_path, *lines, name="conf_waitinglist.csv")
    assert {p.status for p in reading.people} == {Status.WAITLISTED}
    assert not reading.warnings
    told = read(tmp_path, "Name,Priority,Voucher code", "Ann,0,")
    assert told.people[0].status is Status.WAITLISTED


def test_options_in_columns_of_their_own(tmp_path: Path) -> None:
    person = read(
        tmp_path,
        "Name,Sessions – Tools; a market,Sessions – Opening,"
        "Site visits – Harbour,Site visits – Castle,Wants – a,Wants – b",
        "Ann,Yes,No,oui,,x,x",
    ).people[0]
    assert (person.sessions, person.visits, person.fields) == (("Tools; a market",), ("Harbour",), {"Wants": "a; b"})


def test_validity_blocks_and_dates_that_cannot_be_told(tmp_path: Path) -> None:
    reading = read(
        tmp_path, "Name,Blocked,Valid from,Valid until", "Ann,Ja,2026-05-18 09:00,20.05.2026", "Bo,No,03/04/2026,"
    )
    ann, bo = reading.people
    assert (ann.blocked, bo.blocked) == (True, False)
    assert (str(ann.valid_from), str(ann.valid_until)) == ("2026-05-18 09:00:00", "2026-05-20 23:59:59")
    assert bo.valid_from is None
    assert bo.fields == {"Valid from": "03/04/2026"}
    assert [w.row for w in reading.warnings if "03/04/2026" in w.text] == [3]
