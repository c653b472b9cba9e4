"""The journal: its chain by the reference's own formula, its signatures, what cannot be changed."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.exc import DBAPIError

from checkin.domain.kinds import Kind
from db.journal import BODY_LIMIT, Writer
from tests.db.conftest import Station
from tests.factories import DAY, START_MS

ACTS = (
    "select l.station_id, l.seq, l.prev, l.hash, a.act_id, a.author, a.kind, a.v, a.hlc, a.subject, a.body, a.pii,"
    " a.pii_tag, a.sig, a.batch from link l join act a on a.act_id = l.act_id order by l.seq"
)


@pytest.fixture
def busy(station: Station) -> Station:
    """A desk that did a bit of everything."""
    station.listed()
    first = station.enter()
    station.write((Kind.UNDONE, "p1", {"refs": [first], "of": ["p1"]}, {"reason": "wrong person"}))
    station.imported()
    station.write((Kind.DAY_CLOSED, f"day:{DAY}", {"day": DAY}))
    return station


def test_the_chain_is_that_of_the_reference(busy: Station) -> None:
    """hub.row_hash of reference/sync.md §8, written out once more: the hub must come to the same bytes."""
    prev, seq = b"", 0
    for station, number, was, hashed, *act in busy.rows(ACTS):
        act_id, author, kind, v, hlc, subject, body, _, tag, sig, _ = act
        seq += 1
        assert (number, bytes(was), station) == (seq, prev, "station-1")
        parts = [
            station,
            number,
            act_id,
            author,
            kind,
            v,
            hlc,
            subject or "",
            body,
            tag.hex() if tag else "",
            sig.hex(),
        ]
        prev = hashlib.sha256(prev + "|".join(map(str, parts)).encode()).digest()
        assert bytes(hashed) == prev
    assert busy.rows("select seq, hash from cursor where station_id = 'station-1'") == [(seq, prev)]
    assert seq == busy.rows("select count(*) from act")[0][0] == 8


def test_signatures_and_tags(busy: Station) -> None:
    (pubkey,) = busy.rows("select pubkey from cursor")[0]
    key = Ed25519PublicKey.from_public_bytes(bytes(pubkey))
    signed = unsigned = 0
    for act_id, author, kind, v, hlc, subject, body, pii, tag, sig, _ in (row[4:] for row in busy.rows(ACTS)):
        text = f"{act_id}|{author}|{kind}|{v}|{hlc}|{subject}|{body}|{tag.hex() if tag else ''}"
        if sig:
            key.verify(sig, hashlib.sha256(text.encode()).digest())
            signed += 1
        else:
            unsigned += 1
            assert kind == "listed"
        if pii is not None:
            assert tag == hmac.new(bytes.fromhex(json.loads(pii)["salt"]), pii, hashlib.sha256).digest()
    assert (signed, unsigned) == (5, 3)


def test_the_closing_act_vouches_for_the_import(busy: Station) -> None:
    told = []
    for act_id, author, kind, v, hlc, subject, body, _, tag, sig, batch in (row[4:] for row in busy.rows(ACTS)):
        if batch and not sig:
            text = f"{act_id}|{author}|{kind}|{v}|{hlc}|{subject}|{body}|{tag.hex()}"
            told.append((act_id, hashlib.sha256(text.encode()).digest()))
    seal = json.loads(busy.rows("select body from act where kind = 'list_imported'")[0][0])
    assert seal["acts"] == len(told) == 3
    assert seal["digests"] == hashlib.sha256(b"".join(d for _, d in sorted(told))).hexdigest()


def test_nothing_personal_is_in_the_hashed_part(busy: Station) -> None:
    for body, kind in busy.rows("select body, kind from act"):
        assert body.isascii()
        assert "Ada" not in body, kind
        assert "wrong" not in body
        assert "Import" not in body


def test_clocks_go_up_even_when_the_time_goes_back(station: Station) -> None:
    station.listed()
    station.write((Kind.BADGE_PRINTED, "p1", {}), at=START_MS - 10**9)
    station.write((Kind.BADGE_PRINTED, "p1", {}), (Kind.BADGE_PRINTED, "p1", {}), batched=True, at=START_MS - 10**9)
    clocks = [
        hlc for (hlc,) in station.rows("select a.hlc from link l join act a on a.act_id = l.act_id order by l.seq")
    ]
    assert clocks == sorted(set(clocks))
    assert station.rows("select last_hlc from me") == [(clocks[-1],)]


@pytest.mark.parametrize(
    "column", ["act_id", "author", "kind", "v", "hlc", "subject", "body", "pii_tag", "sig", "batch"]
)
def test_no_column_of_an_act_can_be_changed(busy: Station, column: str) -> None:
    with pytest.raises(DBAPIError, match="append only"), busy.database.write() as connection:
        connection.exec_driver_sql(f"update act set {column} = 'x'")


@pytest.mark.parametrize(
    "statement",
    [
        "delete from act",
        "update act set pii = x'00' where pii is not null",
        "update act set pii = x'00' where pii is null",
        "insert or replace into act select act_id, author, kind, v, hlc, subject, '{}', null, null, sig, null from act",
        "update or replace act set act_id = (select max(act_id) from act)",
    ],
)
def test_an_act_cannot_be_taken_away_or_replaced(busy: Station, statement: str) -> None:
    before = busy.rows(ACTS)
    with pytest.raises(DBAPIError, match="append only"), busy.database.write() as connection:
        connection.exec_driver_sql(statement)
    assert busy.rows(ACTS) == before


def test_a_personal_part_may_be_erased_and_the_chain_stays_whole(busy: Station) -> None:
    from db import verify

    with busy.database.write() as connection:
        connection.exec_driver_sql("update act set pii = null where kind = 'undone'")
    with busy.database.read() as connection:
        report = verify.verify(connection, signatures=True)
    assert report.chain_breaks == []
    # The history still shows the reason: erasing must bring the projections up to date.
    assert report.differences


def test_a_body_that_the_hub_would_refuse_is_not_journaled(station: Station) -> None:
    station.listed()
    with pytest.raises(ValueError, match=str(BODY_LIMIT)):
        station.write((Kind.BADGE_PRINTED, "p1", {"x": "y" * BODY_LIMIT}))
    assert station.rows("select count(*) from act") == [(1,)]
    station.write((Kind.BADGE_PRINTED, "p1", {"x": "y" * (BODY_LIMIT - 200)}))


def test_an_act_that_is_not_finished_is_not_there(station: Station) -> None:
    assert station.identity
    with contextlib.suppress(InterruptedError), station.database.write() as connection:
        writer = Writer(connection, station.identity, START_MS, "operator:organiser")
        writer.add(Kind.BADGE_PRINTED, "p1", {})
        writer.flush()
        raise InterruptedError
    assert station.rows("select count(*) from act") == [(0,)]
    assert station.rows("select seq, hash from cursor") == [(0, b"")]


def test_an_import_in_portions_is_one_batch(station: Station) -> None:
    assert station.identity
    with station.database.write() as connection:
        writer = Writer(connection, station.identity, START_MS, "operator:organiser", batched=True)
        for n in range(4):
            writer.add_listed(Kind.LISTED, f"p{n}", {"set": {}}, {"set": {"given": "A"}})
            writer.flush(fresh={f"p{n}"})
        writer.add(Kind.LIST_IMPORTED, "list:1", {"type": "list", "thing": {}, **writer.seal()})
        writer.finish()
    assert len({batch for (batch,) in station.rows("select batch from act")}) == 1
    from db import verify

    with station.database.read() as connection:
        assert verify.verify(connection, signatures=True).whole


def test_a_kill_between_two_acts_loses_none_that_was_told(station: Station) -> None:
    """A child writes acts and prints each after its commit, until it kills itself in the middle of the next."""
    program = """
import os, sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from checkin.domain.kinds import Kind
from db import identity
from db.engine import Database
from db.journal import Writer
database = Database(Path(sys.argv[1]), bytes(range(32)))
for n in range(20):
    with database.write() as connection:
        writer = Writer(connection, identity.load(connection), 1774342800000 + n, "operator:organiser")
        made = writer.add(Kind.BADGE_PRINTED, "p1", {"n": n})
        writer.finish()
        if n == 13:
            os.kill(os.getpid(), 9)
    print(made.act_id, flush=True)
"""
    command = [sys.executable, "-c", program, str(station.database.path), str(Path(__file__).parents[2])]
    run = subprocess.run(command, capture_output=True, timeout=60, check=False)
    told = run.stdout.decode().split()
    assert len(told) == 13, run.stderr.decode()
    assert [a for (a,) in station.rows("select act_id from link order by seq")] == told
