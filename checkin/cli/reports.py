"""Reports: exports for a spreadsheet."""

from __future__ import annotations

from pathlib import Path

from checkin.cli.context import Context
from checkin.cli.words import Group, command
from checkin.services.exporting import KINDS


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    export = command(group, "export", run_export, "write attendance or the scan log")
    export.add_argument("kind", choices=KINDS)
    export.add_argument("--out", required=True, metavar="F.csv|F.xlsx|F.json")
    export.add_argument("--delimiter", default=",")


def run_export(context: Context) -> int:
    """Write one export."""
    words = context.words
    rows = context.exports.write(words.kind, Path(words.out), words.delimiter)
    context.answers.say({"kind": words.kind, "rows": rows, "out": words.out}, f"{rows} rows in {words.out}")
    return 0
