"""`verify` of a program that is not the only one at the file: the search index that another changed is no damage."""

from __future__ import annotations

import contextlib

from checkin.domain.kinds import Kind
from db import verify
from db.engine import Database
from tests.db.conftest import Station
from tests.factories import KEY


def test_an_index_that_another_program_changed(station: Station) -> None:
    acts = [station.listed(f"p{n}", given=f"Ada{n}") for n in range(1, 6)]
    with contextlib.closing(Database(station.database.path, KEY)) as other:
        for n, act in enumerate(acts, 1):
            with other.read() as connection:
                assert connection.exec_driver_sql("pragma quick_check").scalar_one() == "ok"
            station.write((Kind.UNDONE, f"p{n}", {"refs": [act], "of": [f"p{n}"]}))
            with other.read() as connection:
                assert verify.verify(connection).differences == []
