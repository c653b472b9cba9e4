"""Reading a US scanner on a host with another keyboard layout."""

from __future__ import annotations

import base64
import json
import uuid

import pytest

from checkin.devices.key_decoding import decode, spells_a_code, us_text
from checkin.devices.key_places import US, key_place
from checkin.devices.keyboard import Key
from checkin.domain.badge import make_code

PLACE = {c: (place, shift) for place, pair in US.items() for shift, c in enumerate(pair)}
UK = str.maketrans('"@~#|\\', '@"¬~~#')
GERMAN = str.maketrans('yzYZ{"}[]:/', "zyZYÜÄ*ü+Ö-")
TICKET = json.dumps({"i": ["2", "ab", base64.b64encode(uuid.UUID(int=77).bytes).decode()]}, separators=(",", ":"))


def typed(text: str, host: dict[int, str] | None = None) -> list[Key]:
    """What a US scanner sends for `text` and what a host's layout makes of it."""
    return [Key(c.translate(host or {}), PLACE[c][0], bool(PLACE[c][1]) if c != " " else False) for c in text]


def code_with(letter: str) -> str:
    return next(c for c in (make_code("G5", n * 7919) for n in range(500)) if letter in c and spells_a_code(c))


def test_the_table_has_every_printable_character_once() -> None:
    assert sorted(set("".join(a + b for a, b in US.values()))) == [chr(n) for n in range(32, 127)]


@pytest.mark.parametrize("host", [None, UK, GERMAN])
def test_an_indico_ticket_is_read_on_any_layout(host: dict[int, str] | None) -> None:
    assert decode(typed(TICKET, host)) == TICKET


def test_a_badge_code_is_read_on_a_german_layout() -> None:
    code = code_with("Z")
    keys = typed(code, GERMAN)
    assert "".join(k.text for k in keys) != code
    assert decode(keys) == code


def test_a_scanner_set_to_the_hosts_layout_is_read_too() -> None:
    code = code_with("Z")
    # The scanner presses the key that a German keyboard has Z on: Y of a US one.
    keys = [Key(c, PLACE[c.translate(GERMAN)][0], True) for c in code]
    assert us_text(keys) != code
    assert decode(keys) == code


def test_other_texts_stay_as_the_host_reads_them() -> None:
    assert decode(typed("ticket-yz", GERMAN)) == "ticket-yz".translate(GERMAN)


def test_the_layout_can_be_forced() -> None:
    keys = typed("ticket-yz", GERMAN)
    assert decode(keys, "us") == "ticket-yz"
    assert decode(typed(code_with("Z"), GERMAN), "host") == code_with("Z").translate(GERMAN)


def test_without_places_the_text_counts() -> None:
    keys = [Key(c) for c in TICKET]
    assert us_text(keys) is None
    assert decode(keys, "us") == TICKET


def test_caps_lock_spoils_no_ticket() -> None:
    keys = [Key(k.text.swapcase(), k.place, k.shift) for k in typed(TICKET)]
    assert decode(keys) == TICKET


@pytest.mark.parametrize(
    ("platform", "scan", "character"),
    [
        *(("xcb", 38, "a"), ("xcb", 24, "q"), ("wayland", 10, "1"), ("offscreen", 48, "'")),
        *(("windows", 30, "a"), ("windows", 2, "1"), ("windows", 0x2B, "\\"), ("windows", 0x35, "/")),
    ],
)
def test_scan_codes_of_each_system_name_the_same_places(platform: str, scan: int, character: str) -> None:
    assert US[key_place(platform, scan, 0)][0] == character


MACOS = {0: "a", 12: "q", 18: "1", 39: "'", 50: "`", 33: "[", 30: "]", 16: "y", 29: "0", 42: "\\", 24: "=", 27: "-"}
MACOS |= {46: "m", 44: "/", 37: "l", 22: "6", 23: "5", 25: "9", 17: "t", 31: "o", 41: ";", 5: "g", 11: "b", 9: "v"}


@pytest.mark.parametrize(("virtual", "character"), MACOS.items())
def test_keys_of_macos_are_numbered_as_carbon_does(virtual: int, character: str) -> None:
    assert US[key_place("cocoa", 1, virtual)][0] == character


def test_events_made_by_programs_have_no_place() -> None:
    assert key_place("xcb", 0, 0) == 0
    assert key_place("windows", 0x11C, 13) == 0
