"""Words for status in the languages of the lists; what is not known is never confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.names import fold
from checkin.domain.people import Status
from checkin.lists.reading import read_lists
from checkin.lists.words import _STATUS, STATUS_WORDS, consent, is_no, is_yes, says_nothing


def read(tmp_path: Path, header: str, *rows: str, statuses: dict[str, Status] | None = None) -> ListReading:
    path = tmp_path / "list.csv"
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    (reading,) = read_lists([path], ReadOptions(statuses=statuses or {}))
    return reading


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Completed", Status.CONFIRMED), ("CHECKED_IN", Status.CONFIRMED), ("bestätigt", Status.CONFIRMED),
        ("Terminé", Status.CONFIRMED), ("Yes", Status.CONFIRMED), ("pending (confirmed)", Status.CONFIRMED),
        ("Awaiting payment", Status.UNPAID), ("TO_BE_PAID", Status.UNPAID), ("En attente du paiement", Status.UNPAID),
        ("niet betaald", Status.UNPAID), ("in attesa di pagamento", Status.UNPAID), ("nieopłacone", Status.UNPAID),
        ("canceled (paid fee)", Status.CANCELLED), ("Refunded", Status.CANCELLED), ("Retiré", Status.CANCELLED),
        ("storniert", Status.CANCELLED), ("anulado", Status.CANCELLED), ("No", Status.CANCELLED),
        ("Pending", Status.PENDING), ("Freigabe ausstehend", Status.PENDING), ("oczekujące", Status.PENDING),
        ("Waitlist", Status.WAITLISTED), ("Warteliste", Status.WAITLISTED), ("Liste d’attente", Status.WAITLISTED),
        ("Aguardando pagamento", Status.UNPAID), ("Não pago", Status.UNPAID), ("pago", Status.CONFIRMED),
        ("Inscrição confirmada", Status.CONFIRMED), ("recusado", Status.CANCELLED), ("em análise", Status.PENDING),
        ("Lista de espera", Status.WAITLISTED), ("wachtlijst", Status.WAITLISTED), ("annullato", Status.CANCELLED),
        ("opłacone", Status.CONFIRMED), ("lista rezerwowa", Status.WAITLISTED), ("pendiente", Status.PENDING),
    ],
)  # fmt: skip
def test_a_word_and_its_status(tmp_path: Path, word: str, status: Status) -> None:
    assert read(tmp_path, "Name,Status", f"Ann,{word}").people[0].status is status


def test_no_word_has_two_meanings() -> None:
    meanings: dict[str, set[Status]] = {}
    for status, words in _STATUS.items():
        for word in (w for line in words.splitlines() for w in line.split("|") if w.strip()):
            meanings.setdefault(fold(word), set()).add(status)
    assert not {word for word, found in meanings.items() if len(found) > 1}
    assert len(STATUS_WORDS) > 400
    assert STATUS_WORDS["pending"] is Status.PENDING


def test_pretixs_bare_pending_is_about_payment(tmp_path: Path) -> None:
    header = "Order code,Attendee name,Status"
    assert read(tmp_path, header, "A,Ann,pending").people[0].status is Status.UNPAID
    assert read(tmp_path, header, "A,Ann,approval pending").people[0].status is Status.PENDING


def test_rows_with_an_unknown_word_are_set_aside_and_the_word_is_asked_about(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", "Ann,confirmed", "Bo,Zorp", "Cy,zorp", "Di,quux")
    assert [(p.name, p.status) for p in reading.people] == [("Ann", Status.CONFIRMED)]
    assert reading.unknown_statuses == {"Zorp": (3, 4), "quux": (5,)}
    assert [r.row for r in reading.rejected] == [3, 4, 5]
    assert all("is no status that is known here" in r.reason and "column B" in r.reason for r in reading.rejected)
    assert [(w.row, "“Zorp”" in w.text) for w in reading.warnings] == [(3, True), (5, False)]
    assert reading.rows == 4


def test_the_caller_says_what_an_unknown_word_means_in_any_case(tmp_path: Path) -> None:
    rows = ("Ann,zórp", "Bo,ZORP", "Cy,paid")
    said = {"Zorp": Status.WAITLISTED, "paid": Status.PENDING}
    reading = read(tmp_path, "Name,Status", *rows, statuses=said)
    assert [p.status.value for p in reading.people] == ["waitlisted", "waitlisted", "pending"]
    assert not reading.unknown_statuses
    paid = read(tmp_path, "Name,Paid", "Ann,by invoice", "Bo,yes", statuses={"by invoice": Status.UNPAID})
    assert [p.status.value for p in paid.people] == ["unpaid", "confirmed"]


def test_a_list_of_nothing_but_unknown_words_is_asked_about_and_not_refused(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", "Ann,Student", "Bo,Faculty")
    assert not reading.people
    assert reading.unknown_statuses == {"Student": (2,), "Faculty": (3,)}


def test_a_column_of_many_unknown_words_is_told_once(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Paid", *(f"P{i},{i}.50 EUR" for i in range(30)))
    assert ["30 different words" in w.text for w in reading.warnings] == [True]
    assert len(reading.rejected) == len(reading.unknown_statuses) == 30


def test_unknown_words_of_extras_are_asked_about_too(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    header = "Order code,Position ID,Attendee name,Product,Status,Ticket secret,Add-on to position ID\n"
    path.write_text(header + "A,1,Ann,Ticket,paid,c1,\nA,2,,Dinner,zorp,c2,1\n", "utf-8")
    (reading,) = read_lists([path])
    assert not reading.entitlements
    assert reading.unknown_statuses == {"zorp": (3,)}
    assert reading.rows == 2 == len(reading.people) + len(reading.rejected)


def test_an_empty_status_among_confirmed_ones_is_pending(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", "Ann,confirmed", "Bo,", "Cy,cancelled")
    assert [p.status.value for p in reading.people] == ["confirmed", "pending", "cancelled"]


def test_an_empty_status_where_only_exceptions_are_marked_is_confirmed(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", "Ann,", "Bo,", "Cy,cancelled")
    assert [p.status.value for p in reading.people] == ["confirmed", "confirmed", "cancelled"]
    assert any("only marks others" in w.text for w in reading.warnings)


def test_status_and_payment_together(tmp_path: Path) -> None:
    rows = ("Ann,registered,Yes", "Bo,registered,No", "Cy,cancelled,Yes", "Di,registered,", "Ed,registered,pending")
    reading = read(tmp_path, "Name,Status,Paid", *rows)
    assert [p.status.value for p in reading.people] == ["confirmed", "unpaid", "cancelled", "unpaid", "unpaid"]


def test_a_list_without_status_is_confirmed_with_one_warning(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name", "Ann", "Bo")
    assert {p.status for p in reading.people} == {Status.CONFIRMED}
    assert not reading.has_status
    assert ["no column about status" in w.text for w in reading.warnings] == [True]


@pytest.mark.parametrize("word", ["yes", "Ja", "OUI", "sí", "1", "x", "TRUE", "✓", "tak"])
def test_yes(word: str) -> None:
    assert (is_yes(word), is_no(word)) == (True, False)


@pytest.mark.parametrize("word", ["no", "Nein", "NON", "0", "FALSE", "-", "nie"])
def test_no(word: str) -> None:
    assert (is_yes(word), is_no(word)) == (False, True)


def test_photo_consent() -> None:
    words = (
        "Yes, gladly",
        "No thanks",
        "Do not photograph me",
        "maybe",
        "Ja",
        "Ich stimme zu",
        "J'accepte",
        "No autorizo",
        "Autorizo",
        "Non acconsento",
        "Wyrażam zgodę",
        "Akkoord",
        "Não",
    )
    assert [consent(w) for w in words] == [
        "yes", "no", "no", "", "yes", "yes", "yes", "no", "yes", "no", "yes", "yes", "no",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "word", ["none", "n/a", "keine", "Aucun", "ninguno", "nessuno", "nenhum", "geen", "brak", "No", "-"]
)
def test_ways_to_say_nothing(word: str) -> None:
    assert says_nothing(word)
