"""Bringing in attendee lists."""

from __future__ import annotations

import contextlib
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.words import Group, Usage, command
from checkin.domain.list_diff import PersonChange, Side
from checkin.domain.listing import ReadOptions
from checkin.domain.people import Status
from checkin.services.import_run import ImportResult
from checkin.services.watched_lists import EVERY_S, WatchedLists

SET_ASIDE = 4
_MOST_TOLD = 20


def add_commands(group: Group) -> None:
    """Add the command."""
    bring = command(group, "import", run_import, "bring in attendee lists", acts=True)
    bring.add_argument("files", nargs="+", metavar="FILE")
    bring.add_argument(
        "--watch", action="store_true", help="bring in each new version of a file, or in a folder, until Ctrl-C"
    )
    bring.add_argument("--dry-run", action="store_true", help="only tell what would change")
    bring.add_argument("--map", action="append", default=[], metavar="FIELD=HEADER", help="which column a field is")
    bring.add_argument("--sheet", metavar="S", help="which sheet of a workbook")
    bring.add_argument("--encoding", metavar="E")
    bring.add_argument("--delimiter", metavar="D")
    bring.add_argument("--extra", action="append", default=[], metavar="PRODUCT", help="a product that is no person")
    bring.add_argument(
        "--status", action="append", default=[], metavar="WORD=STATUS", help="what a word of the list's status means"
    )
    bring.add_argument("--save-rejected", metavar="F", help="write the rows set aside to a file")


def run_import(context: Context) -> int:
    """Bring in lists."""
    words = context.words
    if words.watch:
        return _watch(context)
    options = ReadOptions(
        _pairs("--map", words.map, "FIELD=HEADER", "family=Nachname"), words.sheet, words.encoding, words.delimiter,
        tuple(words.extra), _statuses(words.status),
    )  # fmt: skip
    rejected_to = Path(words.save_rejected) if words.save_rejected else None
    if rejected_to and rejected_to.resolve() in {Path(f).resolve() for f in words.files}:
        raise Usage(f"{rejected_to} is the list itself.", "Give the rows that are set aside a file of their own.")
    result = context.imports.run(
        [Path(f) for f in words.files], options, dry_run=words.dry_run, save_rejected_to=rejected_to, at=context.at
    )
    result.likely = result.likely or context.imports.likely(result)
    value = import_json(result)
    context.answers.say(value, _import_text(result, dry=words.dry_run))
    return SET_ASIDE if value["rejected"] else 0


def _watch(context: Context) -> int:
    """Look at one path until somebody interrupts, a line for each thing that happened."""
    words = context.words
    if words.dry_run or words.map or words.status or words.extra or words.save_rejected or words.sheet:
        raise Usage(
            "--watch goes with no other option.",
            "Import the list once with them; they are remembered for its versions.",
        )
    if len(words.files) != 1:
        raise Usage("--watch looks at one file or folder.", "Name one.")
    watched = WatchedLists(context.desk, context.imports, Path(words.files[0]))
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            for news in watched.look(context.at):
                context.answers.say(asdict(news), f"{news.event}: {news.sentence}")
            time.sleep(EVERY_S)
    return 0


def _pairs(option: str, given: list[str], form: str, example: str) -> dict[str, str]:
    found = {}
    for pair in given:
        left, sign, right = pair.partition("=")
        if not sign:
            raise Usage(f"{option} {pair!r} is no {form}.", f"For example: {option} '{example}'.")
        found[left.strip()] = right.strip()
    return found


def _statuses(given: list[str]) -> dict[str, Status]:
    words = _pairs("--status", given, "WORD=STATUS", "on hold=pending")
    for word, status in words.items():
        if status not in set(Status):
            raise Usage(f"--status {word}={status}: {status!r} is no status.", f"Use one of: {', '.join(Status)}.")
    return {word: Status(status) for word, status in words.items()}


def import_json(result: ImportResult) -> dict[str, Any]:
    """The answer to an import."""
    readings = result.readings
    first = readings[0]
    parts = [
        {
            "file": r.file, "rows": r.rows, "encoding": r.encoding, "delimiter": r.delimiter,
            "header_row": r.header_row, "sheet": r.sheet, "mapping": r.mapping,
        }
        for r in readings
    ]  # fmt: skip
    return {
        "rows": result.rows,
        "new": result.new,
        "changed": result.changed,
        "unchanged": result.unchanged,
        "vanished": result.vanished,
        "entitlements": result.entitlements,
        "merged": result.merged,
        "rejected": [{"row": x.row, "reason": x.reason} for r in readings for x in r.rejected],
        "duplicates": [{"rows": list(rows), "why": why} for r in readings for rows, why in r.duplicates],
        "warnings": [{"row": w.row, "text": w.text} for w in result.warnings],
        **{k: v for k, v in parts[0].items() if k not in ("file", "rows")},
        "files": parts,
        "entry": result.entry,
        "header": list(first.header),
        "encoding_why": first.encoding_why or None,
        "columns": [
            {"column": c.column, "header": c.header, "field": c.field, "sureness": c.sureness.value, "why": c.why}
            for c in first.columns
        ],
        "unknown_statuses": {word: list(rows) for r in readings for word, rows in r.unknown_statuses.items()},
        "changes": [_change_json(change) for change in result.altered],
        "gone": [_change_json(change) for change in result.gone],
        "likely": [{"one": _side(p.one), "other": _side(p.other), "why": p.why} for p in result.likely],
    }


def _change_json(change: PersonChange) -> dict[str, Any]:
    return {
        "attendee": change.attendee,
        "name": change.name,
        "row": change.row,
        "touched": [touched.value for touched in change.touched],
        "badge_place": change.badge_place or None,
        "changes": [
            {"field": f.field, "label": f.label or None, "old": f.old, "new": f.new, "kept": f.kept}
            for f in change.changes
        ],
    }


def _side(side: Side) -> dict[str, Any]:
    return {"attendee": side.attendee, "name": side.name, "row": side.row}


def _import_text(result: ImportResult, *, dry: bool) -> str:
    verb = "would be" if dry else "are"
    lines = [
        f"{result.rows} rows: {result.new} people {verb} new, {result.changed} changed, {result.unchanged} unchanged, "
        f"{result.vanished} are not on this version, {result.entitlements} extras, {result.merged} repeats."
    ]
    lines += [_change_text(change) for change in result.altered[:_MOST_TOLD]]
    lines += [f"Not on this version: {change.name}{_touched(change)}" for change in result.gone[:_MOST_TOLD]]
    lines += [f"One person? {p.one.name} and {p.other.name}: {p.why}." for p in result.likely[:_MOST_TOLD]]
    if result.likely and result.entry:
        lines.append("`checkin conflicts` tells how to decide about them.")
    lines += [f"Row {x.row} set aside: {x.reason}" for r in result.readings for x in r.rejected[:20]]
    lines += [f"Note: {w.text}" for w in result.warnings[:20]]
    return "\n".join(lines)


def _change_text(change: PersonChange) -> str:
    fields = [
        f"{f.label or f.field}: {f.old or '–'} → {f.new or '–'}{' (kept here)' if f.kept else ''}"
        for f in change.changes
    ]
    return f"Changed: {change.name}{_touched(change)}: {'; '.join(fields) or 'code'}"


def _touched(change: PersonChange) -> str:
    return f" ({', '.join(touched.value.replace('_', ' ') for touched in change.touched)})" if change.touched else ""
