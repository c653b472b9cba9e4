"""Turns the keys of a scanner's burst into the text of the code, whatever keyboard layout the host has.

Scanners type as a US keyboard unless they were told otherwise; on a host with another layout `"` arrives as `@`, `Z`
as `Y`. Where the keys lie tells what the scanner meant.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from checkin.devices.key_places import US
from checkin.devices.keyboard import Key
from checkin.domain.payload import parse_payload

Layout = Literal["auto", "us", "host"]


def decode(keys: Sequence[Key], layout: Layout = "auto", is_ours: Callable[[str], bool] | None = None) -> str:
    """The text of a burst.

    "host" takes what the host's layout made of the keys, "us" what a US keyboard has in their places. "auto" takes the
    host's unless only the US reading is a ticket or badge code (`is_ours`, by default `spells_a_code`).
    """
    host = "".join(key.text for key in keys)
    us = us_text(keys)
    if layout == "host" or us is None or us == host:
        return host
    if layout == "us":
        return us
    ours = is_ours or spells_a_code
    return us if ours(us) and not ours(host) else host


def us_text(keys: Sequence[Key]) -> str | None:
    """What a US keyboard has in the places of these keys; None when a place is unknown.

    Keys that a US keyboard does not have, the number pad and control keys keep the host's text. Caps Lock is left out:
    scanners do not know of it.
    """
    if any(key.place == 0 for key in keys):
        return None
    return "".join(US[key.place][key.shift] if key.place in US else key.text for key in keys)


def spells_a_code(text: str) -> bool:
    """Whether a text shows by its own form that it was read rightly: a badge code by its check character, a ticket of
    Indico by being JSON with a ticket in it."""
    payload = parse_payload(text)
    return payload.badge_code is not None or (text.lstrip().startswith("{") and bool(payload.candidates))
