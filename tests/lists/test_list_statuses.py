"""Words for status in the languages of the lists; what is not known is never confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.domain.listing import ListReading, ReadOptions
from checkin.domain.people import Status
from checkin.lists.reading import read_lists
from checkin.lists.words import STATUS_WORDS, consent, is_no, is_yes


def read(tmp_path: Path, header: str, *rows: str) -> ListReading:
    path = tmp_path / "list.csv"
    path.write_text("\n".join((header, *rows)) + "\n", "utf-8")
    (reading,) = read_lists([path], ReadOptions())
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
    ],
)  # fmt: skip
def test_a_word_and_its_status(tmp_path: Path, word: str, status: Status) -> None:
    assert read(tmp_path, "Name,Status", f"Ann,{word}").people[0].status is status


def test_no_word_has_two_meanings() -> None:
    assert len(STATUS_WORDS) > 200
    assert STATUS_WORDS["pending"] is Status.PENDING


def test_pretixs_bare_pending_is_about_payment(tmp_path: Path) -> None:
    header = "Order code,Attendee name,Status"
    assert read(tmp_path, header, "A,Ann,pending").people[0].status is Status.UNPAID
    assert read(tmp_path, header, "A,Ann,approval pending").people[0].status is Status.PENDING


def test_an_unknown_word_is_pending_and_told_for_each_row(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", "Ann,confirmed", "Bo,zorp", "Cy,zorp")
    assert [p.status for p in reading.people] == [Status.CONFIRMED, Status.PENDING, Status.PENDING]
    assert [(w.row, "“zorp”" in w.text) for w in reading.warnings] == [(3, True), (4, True)]


def test_many_rows_with_an_unknown_word_are_told_together(tmp_path: Path) -> None:
    reading = read(tmp_path, "Name,Status", *(f"P{i},zorp" for i in range(200)))
    assert len([w for w in reading.warnings if w.row]) == 20
    assert any(w.row is None and w.text.startswith("180 more rows") for w in reading.warnings)


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
    assert [consent(w) for w in ("Yes, gladly", "No thanks", "Do not photograph me", "maybe", "Ja")] == [
        "yes", "no", "no", "", "yes",
    ]  # fmt: skip
