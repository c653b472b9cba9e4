"""What a scanned or typed text may mean, whatever bytes came."""

from __future__ import annotations

import base64
import json
import uuid

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.badge import make_code, spaced
from checkin.domain.payload import KEPT_BYTES, MOST_BYTES, parse_payload

CODE = make_code("G5", 4711)
TICKET, COMPANION = uuid.UUID(int=0x9982BE4E32CF4656A78162AD45609D12), uuid.UUID(int=7)


def b64(value: uuid.UUID) -> str:
    return base64.b64encode(value.bytes).decode()


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        CODE.lower(),
        spaced(CODE),
        "-".join(CODE),
        f" {CODE}\r\n",
        f"\ufeff{CODE}",
        f"{CODE}\0",
        f"\\000026{CODE}",
        f"\\000026\ufeff{CODE}",
        f"\0 {CODE}",
        CODE.replace("1", "I").replace("0", "o"),
    ],
)
def test_our_code_in_every_spelling(text: str) -> None:
    found = parse_payload(text)
    assert (found.badge_code, found.candidates[0], found.plausible) == (CODE, CODE, True)


def test_indico_tickets() -> None:
    second = json.dumps({"i": [2, "events.example.org", b64(TICKET)]})
    companion = json.dumps({"i": [2, "events.example.org", b64(TICKET), b64(COMPANION)], "plugin": {"x": 1}})
    first = json.dumps({"registrant_id": 3, "checkin_secret": str(TICKET), "event_id": 1, "version": 1})
    assert parse_payload(second).candidates == (str(TICKET),)
    assert parse_payload(companion).candidates == (str(COMPANION),)
    assert parse_payload(first).candidates == (str(TICKET),)
    assert str(uuid.UUID(bytes=base64.b64decode("mYK+TjLPRlangWKtRWCdEg=="))) == str(TICKET)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}",
        '{"i": 5}',
        '{"i": []}',
        '{"i": [2, "h"]}',
        '{"i": [2, "h", 7]}',
        '{"i": [2, "h", "AAAA"]}',
        '{"i": null}',
        '{"i": [2, "h", "not base64 at all"]}',
        '{"checkin_secret": 7}',
        '{"a":' * 600 + "1" + "}" * 600,
        "{" + "9" * 4000,
        '{"i": [2, "h", {}]}',
        '{"registrant": NaN}',
        "{\udcff}",
    ],
)
def test_json_that_is_no_ticket(text: str) -> None:
    found = parse_payload(text)
    assert (found.candidates, found.plausible, found.badge_code) == ((), False, None)


def test_alf_io_and_plain_secrets() -> None:
    text = f"{TICKET}/9f86d081884c7d659a2feaa0c55ad015"
    assert parse_payload(text).candidates == (text, str(TICKET))
    assert parse_payload("kfndgffgyw4tdgcacx6bb3bgemq69cxj").candidates == ("kfndgffgyw4tdgcacx6bb3bgemq69cxj",)
    assert parse_payload("abc/def").candidates == ("abc/def",)


@pytest.mark.parametrize("prefix", ["\\000001", "\\000003", "\\000026", "\\000027"])
def test_a_scanner_tells_its_character_set_first(prefix: str) -> None:
    """pretix's EciClean."""
    assert parse_payload(prefix + "SECRET1234").candidates == ("SECRET1234",)


def test_the_edges_of_length() -> None:
    assert parse_payload("x" * MOST_BYTES).candidates == ("x" * MOST_BYTES,)
    for text in ("x" * (MOST_BYTES + 1), "é" * MOST_BYTES, "x" * 5000):
        found = parse_payload(text)
        assert (found.candidates, found.plausible) == ((), False)
        assert len(found.text) <= KEPT_BYTES


@pytest.mark.parametrize("text", ["", " ", "\0", "\ufeff", "\0\0 \n", "\\000026"])
def test_nothing_is_no_code(text: str) -> None:
    assert parse_payload(text).candidates == ()
    assert not parse_payload(text).plausible


@pytest.mark.parametrize(
    "text", ["https://example.org/x", "WIFI:S:net;T:WPA;;", "two words", "a\0b", "\udce9\udcff!", "☃☃☃"]
)
def test_what_no_system_prints_as_a_ticket(text: str) -> None:
    found = parse_payload(text)
    assert not found.plausible
    assert found.candidates == (text,)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    st.text(st.characters(), max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("utf-8", "surrogateescape"))
)
def test_any_text_is_read(text: str) -> None:
    found = parse_payload(text)
    assert all(found.candidates)
    assert len(found.candidates) <= 2
