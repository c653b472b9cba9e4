"""A word about status that nobody knows is asked about; what it means is remembered, and nobody is lost meanwhile."""

from __future__ import annotations

from pathlib import Path

from checkin.domain.listing import ReadOptions
from checkin.domain.people import Status
from checkin.services.desk import Desk
from checkin.services.importing import ImportService

HEADER = "First name,Last name,E-mail,Status\n"
FIRST = "Ada,Lovelace,ada@example.org,confirmed\nAlan,Turing,alan@example.org,confirmed\n"
SECOND = "Ada,Lovelace,ada@example.org,zanzibar\nAlan,Turing,alan@example.org,confirmed\n"
THIRD = "Ada,Lovelace,ada@example.org,zanzibar\nAlan,Turing,alan@example.org,zanzibar\n"


def write(folder: Path, rows: str) -> Path:
    path = folder / "list.csv"
    path.write_text(HEADER + rows, "utf-8")
    return path


def test_who_is_set_aside_is_on_the_list_all_the_same(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    service.run([write(tmp_path, FIRST)])
    second = service.run([write(tmp_path, SECOND)])
    assert (second.unchanged, second.vanished, len(second.readings[0].rejected)) == (1, 0, 1)
    assert second.readings[0].unknown_statuses == {"zanzibar": (2,)}


def test_a_list_of_unknown_words_only_loses_nobody(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    service.run([write(tmp_path, FIRST)])
    third = service.run([write(tmp_path, THIRD)])
    assert (third.new, third.changed, third.vanished, len(third.readings[0].rejected)) == (0, 0, 0, 2)
    assert third.entry is None


def test_what_a_word_means_is_remembered(desk: Desk, tmp_path: Path) -> None:
    service = ImportService(desk)
    service.run([write(tmp_path, FIRST)])
    told = ReadOptions(statuses={"zanzibar": Status.CANCELLED})
    assert service.run([write(tmp_path, SECOND)], told).changed == 1
    again = service.run([write(tmp_path, THIRD)])
    assert (again.changed, len(again.readings[0].rejected)) == (1, 0)
