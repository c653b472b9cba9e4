"""The words of the command line: every command of its tables, put together from one file each."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from typing import Any


class Words(argparse.Namespace):
    """What was typed, read."""

    home: str | None
    station: str | None
    operator: str | None
    json: bool
    run: Callable[[Any], int] | None = None
    at: datetime | None = None


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
    return at


def command(group: Group, name: str, run: Callable[[Any], int], help_: str, *, acts: bool = False) -> Any:
    """Add a command; `acts` gives it --at."""
    made = group.add_parser(name, help=help_, description=help_)
    made.set_defaults(run=run)
    if acts:
        made.add_argument("--at", type=moment, metavar="TIME", help="the time of the act, ISO 8601 with zone")
    return made


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    from checkin import __version__
    from checkin.cli import at_the_desk, badges, care, reports, setting_up

    made = argparse.ArgumentParser(prog="checkin", description="Check-in Desk. Without a command the window opens.")
    made.add_argument("--home", help="the data folder (or CHECKIN_HOME)")
    made.add_argument("--station", help="what this desk is called; kept from then on")
    made.add_argument("--operator", help="who acts, by name")
    made.add_argument("--json", action="store_true", help="answer in JSON on standard output")
    made.add_argument("--version", action="version", version=__version__)
    group = made.add_subparsers(metavar="COMMAND", title="commands")
    for table in (setting_up, at_the_desk, badges, reports, care):
        table.add_commands(group)
    return made
