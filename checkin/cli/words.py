"""The words of the command line: every command of its tables, put together from one file each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NoReturn

from checkin.domain.errors import CheckinError

_EARLIEST, _LATEST = datetime(1970, 1, 2, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
"""The times that --at takes: the logical clock has 48 bits of milliseconds, a signed column holds 47 of them."""


class Words(argparse.Namespace):
    """What was typed, read."""

    home: str | None
    station: str | None
    operator: str | None
    json: bool
    smoke: bool = False
    run: Callable[[Any], int] | None = None
    at: datetime | None = None


class Usage(CheckinError):
    """The words make no command; nothing was opened and nothing done."""


class Parser(argparse.ArgumentParser):
    """Raises what argparse would print, so that a script gets it in JSON too."""

    def error(self, message: str) -> NoReturn:
        told = message.replace("invalid choice: ", "there is no ").rstrip(".")
        raise Usage(f"{told[:1].upper()}{told[1:]}.", f"`{self.prog} --help` tells how it is used.")


Group = Any
"""argparse's collection of subcommands; its class has no public name."""


def moment(text: str) -> datetime:
    """A time of the command line: ISO 8601 with a zone.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    wrong = argparse.ArgumentTypeError(f"{text!r} is no time with a zone, such as 2026-03-24T09:00:00+00:00")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise wrong from None
    if at.tzinfo is None:
        raise wrong
    if not _EARLIEST <= at < _LATEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not between the years 1970 and 3000")
    return at


def at_least(least: int) -> Callable[[str], int]:
    """What reads a whole number that is not below `least`."""

    def whole(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least:
            raise argparse.ArgumentTypeError(f"{text.strip()!r} is no whole number from {least} on")
        return number

    return whole


def command(group: Group, name: str, run: Callable[[Any], int], help_: str, *, acts: bool = False) -> Any:
    """Add a command; `acts` gives it --at."""
    made = group.add_parser(name, help=help_, description=help_)
    made.set_defaults(run=run)
    if acts:
        made.add_argument("--at", type=moment, metavar="TIME", help="the time of the act, ISO 8601 with zone")
    return made


def family(group: Group, name: str, help_: str) -> Group:
    """A word that commands follow, such as `event` in `event load`."""
    return group.add_parser(name, help=help_, description=help_).add_subparsers(required=True, metavar="COMMAND")
