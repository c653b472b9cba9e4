"""`verify` on one of several connections: the search index that another one changed is no damage."""

from __future__ import annotations

from db import verify
from tests.db.conftest import Station


def test_an_index_that_another_connection_changed(station: Station) -> None:
    for n in range(1, 6):
        station.listed(f"p{n}", given=f"Ada{n}")
    database = station.database
    with database.read() as one:
        assert verify.verify(one).whole
        assert one.exec_driver_sql("pragma quick_check").scalar_one() == "ok"
        one.rollback()
        station.write(("undone", "p5", {"refs": [_act(station, "p5")], "of": ["p5"]}))
        assert verify.verify(one).differences == []


def _act(station: Station, subject: str) -> str:
    return str(station.rows("select act_id from act where subject = ?", subject)[0][0])
