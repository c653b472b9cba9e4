"""What `verify` finds: every kind of damage to the journal, and a wrong row in every projection."""

from __future__ import annotations

import pytest

from checkin.domain.kinds import Kind
from db import verify
from db.verify import Report
from tests.db.conftest import Station
from tests.factories import DAY, store_foreign
from tests.factories import an_act as foreign_act


def report(station: Station, *, signatures: bool = False) -> Report:
    with station.database.read() as connection:
        return verify.verify(connection, signatures=signatures)


@pytest.fixture
def full(station: Station) -> Station:
    """Two people who are one, one who is in twice, a room, a closed day, a conflict that was looked at, an import."""
    station.listed("p1")
    station.listed("p2", given="Grace")
    station.listed("p3", given="Eve")
    station.enter("p3")
    station.enter("p3")
    station.write((Kind.MERGED, "p1", {"other": "p2"}))
    station.write((Kind.PROGRAMME_CHANGED, "room:1", {"type": "room", "thing": {"name": "Hall"}}))
    station.write((Kind.DAY_CLOSED, f"day:{DAY}", {"day": DAY}))
    (conflict,) = station.rows("select id from conflict")[0]
    station.write((Kind.CONFLICT_ACKNOWLEDGED, f"conflict:{conflict}", {}))
    station.write((Kind.SCAN_REFUSED, "unknown:main", {"door": "main", "outcome": "unknown"}, {"payload": "X"}))
    station.imported()
    return station


def test_all_is_well(full: Station) -> None:
    found = report(full, signatures=True)
    assert (found.differences, found.chain_breaks, found.whole) == ([], [], True)
    assert found.entries == full.rows("select count(*) from act")[0][0]
    assert len(found.state_digest) == 64


def test_an_empty_database_is_whole(station: Station) -> None:
    assert report(station, signatures=True).whole


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("update act set body = replace(body, 'main', 'side') where kind = 'checked_in'", "breaks at"),
        ("update act set body = '{}' where kind = 'checked_in'", "breaks at"),
        ("update act set body = 'no json' where kind = 'checked_in'", "breaks at"),
        ("update act set body = '[]' where kind = 'merged'", "breaks at"),
        ("update act set subject = 'p2' where kind = 'checked_in'", "breaks at"),
        ("update act set hlc = hlc + 1 where kind = 'merged'", "breaks at"),
        ("update act set pii_tag = x'00' where kind = 'listed'", "breaks at"),
        ("update act set pii = x'7b7d' where kind = 'listed' and subject = 'p1'", "personal part"),
        ("update act set pii = x'ff00' where kind = 'listed' and subject = 'p1'", "personal part"),
        ("update act set pii = replace(cast(pii as text), 'Ada', 'Eve') where subject = 'p1'", "personal part"),
        ("update link set seq = seq + 100 where seq = 3", "breaks at"),
        ("update link set hash = zeroblob(32) where seq = 3", "breaks at"),
        ("update link set prev = zeroblob(32) where seq = 3", "breaks at"),
        ("update link set act_id = (select act_id from link where seq = 4) where seq = 3", "breaks at"),
        ("delete from link where seq = 3", "breaks at"),
        ("delete from link where seq = (select max(seq) from link)", "ends at"),
        ("delete from link", "stand in no chain"),
        ("update cursor set seq = seq - 1", "ends at"),
        ("update cursor set hash = zeroblob(32)", "ends at"),
        ("delete from cursor", "lost its head"),
        ("update act set sig = x'' where kind = 'checked_in'", "no signature"),
        ("update act set body = replace(body, '\"acts\":3', '\"acts\":2') where kind = 'list_imported'", "vouches"),
        ("update act set body = replace(body, 'confirmed', 'unpaid') where subject = 'pimport1'", "vouches"),
        ("update act set sig = x'' where kind = 'list_imported'", "vouches"),
    ],
)
def test_a_journal_that_somebody_touched(full: Station, statement: str, told: str) -> None:
    full.tamper(statement)
    found = report(full)
    assert any(told in text for text in found.chain_breaks), found
    assert not found.whole


def test_an_act_that_is_gone(full: Station) -> None:
    full.tamper("delete from act where kind = 'merged'")
    assert any("is gone" in text for text in report(full).chain_breaks)


def test_two_links_swapped(full: Station) -> None:
    full.tamper(
        "update link set seq = -1 where seq = 3",
        "update link set seq = 3 where seq = 4",
        "update link set seq = 4 where seq = -1",
    )
    assert any("breaks at 3" in text for text in report(full).chain_breaks)


@pytest.mark.parametrize(
    "statement",
    [
        "update person set family = 'Byron' where attendee = 'p3'",
        "update person set state = '{}' where attendee = 'p3'",
        "update person set main_n = 7 where attendee = 'p3'",
        "update person set main_hlc = 7 where attendee = 'p3'",
        "delete from person where attendee = 'p3'",
        "insert into person select 99, 'p99', state, name, given, family, organisation, city, country, category, email,"
        " status, badge, badge_code, ticket_code, orders, walk_in, main_n, main_at, main_day, main_hlc, last_day, 0"
        " from person limit 1",
        "update code set live = 0 where attendee = 'p3'",
        "delete from code where attendee = 'p3'",
        "insert into code values ('STRAY', 'p3', 1, 'badge', '')",
        "insert into code values ('STRAY', 'p77', 1, 'badge', '')",
        "update presence set at = at + 1 where attendee = 'p3'",
        "delete from presence where attendee = 'p3'",
        "insert into presence values ('main', 'p77', '2026-03-24', 1, 1)",
        "update booking set state = 'waitlisted' where attendee = 'p3'",
        "delete from booking where attendee = 'p3'",
        "insert into booking values ('lab', 'p77', 'booked')",
        "update conflict set acknowledged = 0",
        "update conflict set kind = 'other'",
        "delete from conflict",
        "insert into conflict values ('c', 'admitted_twice', 'p77', '{}', 0)",
        "update member set canonical = 'p3'",
        "delete from member",
        "insert into member values ('p77', 'p1')",
        "update thing set state = '{}'",
        "delete from thing where subject = 'room:1'",
        "insert into thing values ('room:9', 'room', '{}', 0)",
        "update day set closed_hlc = closed_hlc + 1",
        "delete from day",
        "insert into day values ('2026-03-25', 5, 0)",
        "update entry set undone = 1 where kind = 'checked_in'",
        "update entry set detail = '{}' where kind = 'scan_refused'",
        "update entry set outcome = 'admitted' where kind = 'scan_refused'",
        "delete from entry where kind = 'merged'",
        "insert into entry select 'x', entry, station, hlc, kind, at, subject, door, outcome, undone, operator, label,"
        " detail, rev from entry limit 1",
        "update search set names = 'byron' where rowid = (select n from person where attendee = 'p3')",
        "delete from search where rowid = (select n from person where attendee = 'p3')",
        "insert into search(rowid, names, rest) values (999, 'stray', '')",
        "delete from touch where subject = 'p3'",
        "delete from touch where subject like 'scan:%'",
        "delete from touch where subject = 'p2' and act_id in (select act_id from act where kind = 'merged')",
        "insert into touch select 'p3', act_id from act where kind = 'merged'",
    ],
)
def test_a_wrong_row_in_any_projection(full: Station, statement: str) -> None:
    full.tamper(statement)
    found = report(full)
    assert found.differences, statement
    assert found.chain_breaks == []


def test_a_forged_signature_is_found_when_it_is_asked_for(full: Station) -> None:
    """Somebody with the database's key, but not the station's, writes an act and mends the chain behind it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from checkin.domain.act import Act, digest, link_hash

    columns = "act_id, author, kind, v, hlc, subject, body, pii, pii_tag, sig, batch"
    (last,) = full.rows(f"select {columns} from act order by hlc desc limit 1")
    act = Act(*last)
    forged = act._replace(sig=Ed25519PrivateKey.generate().sign(digest(act)))
    (seq, prev) = full.rows("select seq, prev from link order by seq desc limit 1")[0]
    new = link_hash(bytes(prev), "station-1", seq, forged)
    full.tamper(
        f"update act set sig = x'{forged.sig.hex()}' where act_id = '{act.act_id}'",
        f"update link set hash = x'{new.hex()}' where seq = {seq}",
        f"update cursor set hash = x'{new.hex()}'",
    )
    assert report(full).whole
    assert [t for t in report(full, signatures=True).chain_breaks if "not its station's" in t]


def test_an_act_that_was_adopted_is_checked_with_its_authors_key(station: Station) -> None:
    """A station that is no more: its acts stand in another's chain, and perhaps in both."""
    act = foreign_act("listed", "p1", {"set": {}}, {"set": {"given": "A"}}, station="gone")
    with station.database.write() as connection:
        store_foreign(connection, [act])
        store_foreign(connection, [foreign_act("badge_printed", "p1", station="gone", n=2)], relay="other")
        prev, seq = connection.exec_driver_sql("select hash, seq from cursor where station_id = 'other'").one()
        from checkin.domain.act import link_hash

        mine = link_hash(bytes(prev), "other", seq + 1, act)
        connection.exec_driver_sql("insert into link values ('other', ?, ?, ?, ?)", (seq + 1, act.act_id, prev, mine))
        connection.exec_driver_sql("update cursor set seq = ?, hash = ? where station_id = 'other'", (seq + 1, mine))
    assert report(station, signatures=True).whole
    loose = foreign_act("badge_printed", "p1", station="gone", n=3)
    with station.database.write() as connection:
        connection.exec_driver_sql("insert into act values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tuple(loose))
    assert "1 acts stand in no chain." in report(station).chain_breaks


def test_the_digest_knows_people_and_not_places(full: Station) -> None:
    before = report(full).state_digest
    with full.database.write() as connection:
        connection.exec_driver_sql("update me set label = 'Another name', clock_off_ms = 5")
        connection.exec_driver_sql("insert into setting values ('camera', '1')")
        connection.exec_driver_sql("update person set rev = rev + 1")
        connection.exec_driver_sql("update change set rev = rev + 1")
    assert report(full).state_digest == before
    full.enter("p1")
    assert report(full).state_digest != before


def test_a_whole_import_twice_sealed_by_two_files(station: Station) -> None:
    """Two files of one call are one batch with two closing acts; the last vouches for all."""
    from db.journal import Writer
    from tests.factories import START_MS

    assert station.identity
    with station.database.write() as connection:
        writer = Writer(connection, station.identity, START_MS, "operator:organiser", batched=True)
        for n in (1, 2):
            writer.add_listed(Kind.LISTED, f"p{n}", {"set": {}}, {"set": {"given": "A"}})
            writer.add(Kind.LIST_IMPORTED, f"list:{n}", {"type": "list", "thing": {}, **writer.seal()})
        writer.finish()
    assert report(station, signatures=True).whole


def test_a_byte_changed_anywhere_in_the_file_is_found(full: Station) -> None:
    """Also where no table looks: in pages that are free, or only belong to an index."""
    import random

    from checkin.domain.errors import EnvironmentFault

    full.imported(200)
    with full.database.write() as connection:
        connection.exec_driver_sql("create table spare as select * from act")
    with full.database.write() as connection:
        connection.exec_driver_sql("drop table spare")
    full.database.close()
    path, places = full.database.path, random.Random(5)
    good = path.read_bytes()
    for _ in range(25):
        at = places.randrange(4096, len(good))
        path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        told: list[str] = []
        try:
            told = report(full).differences
        except EnvironmentFault as fault:
            told = [fault.sentence]
        assert any("damaged" in text for text in told), at
        full.database.close()
    path.write_bytes(good)
    assert report(full).whole
