"""The whole command line, put together from its tables: one file for each table of CLI.md."""

from __future__ import annotations

import argparse

from checkin import __version__
from checkin.cli import at_the_desk, badges, care, importing, people_acts, reports, setting_up
from checkin.cli.words import Parser


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    made = Parser(prog="checkin", description="Check-in Desk. Without a command the window opens.")
    made.add_argument("--home", help="the data folder (or CHECKIN_HOME)")
    made.add_argument("--station", help="what this desk is called; kept from then on")
    made.add_argument("--operator", help="who acts, by name")
    made.add_argument("--json", action="store_true", help="answer in JSON on standard output")
    made.add_argument("--smoke", action="store_true", help="try the program itself in a throw-away desk, and tell")
    made.add_argument("--version", action="version", version=__version__)
    group = made.add_subparsers(metavar="COMMAND", title="commands")
    for table in (setting_up, importing, at_the_desk, people_acts, badges, reports, care):
        table.add_commands(group)
    return made
