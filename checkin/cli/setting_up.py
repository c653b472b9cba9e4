"""Setting up: demo, event, day, import, operators, settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.shapes import doors_json, programme_json
from checkin.cli.words import Group, Usage, at_least, command, family
from checkin.domain.days import zone_of
from checkin.domain.errors import UserError
from checkin.domain.listing import ReadOptions
from checkin.domain.people import Status
from checkin.services.demo import DemoResult
from checkin.services.import_run import ImportResult
from checkin.services.programme import ROLES

SET_ASIDE = 4


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    demo = command(group, "demo", run_demo, "the Glasgow event with invented people, in a fresh home")
    demo.add_argument("--attendees", type=at_least(1), metavar="N", help="so many invented people instead of the 130")
    demo.add_argument("--seed", type=int, default=1, help="another crowd, the same for the same number")
    demo.add_argument("--seed-only", action="store_true", help="no window")
    demo.add_argument("--tour", action="store_true", help="the window offscreen, three badges scanned by themselves")
    event = family(group, "event", "the event and its programme")
    load = command(event, "load", run_event_load, "take the event from a TOML file", acts=True)
    load.add_argument("file", metavar="FILE.toml")
    load.add_argument("--passphrase-env", metavar="V", help="the variable that holds a sealed file's passphrase")
    command(event, "show", run_event_show, "the event, its programme and doors")
    give = command(event, "export", run_event_export, "write event, programme and key into a sealed file")
    give.add_argument("file", metavar="FILE")
    give.add_argument("--passphrase-env", metavar="V", required=True, help="the variable that holds the passphrase")
    day = family(group, "day", "the event day")
    command(day, "show", run_day_show, "which day it is, and how many are in", acts=True)
    command(day, "close", run_day_close, "end every presence of the day", acts=True)
    _add_import(group)
    operator = family(group, "operator", "who is at the desk")
    add = command(operator, "add", run_operator_add, "name an operator", acts=True)
    add.add_argument("name")
    add.add_argument("--role", default="desk", choices=ROLES)
    command(operator, "list", run_operator_list, "the operators")
    remove = command(operator, "remove", run_operator_remove, "take an operator off the list", acts=True)
    remove.add_argument("name")
    setting = command(group, "setting", run_setting, "read or change a setting")
    setting.add_argument("key", nargs="?")
    setting.add_argument("value", nargs="?")


def _add_import(group: Group) -> None:
    bring = command(group, "import", run_import, "bring in attendee lists", acts=True)
    bring.add_argument("files", nargs="+", metavar="FILE")
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


def run_demo(context: Context) -> int:
    """Make the demo, or with --tour show it."""
    words = context.words
    context.is_demo = True
    if words.tour:
        from checkin.cli.touring import tour

        return tour(context)
    if os.environ.get("CHECKIN_DEMO_REUSE") and context.home.database.exists() and context.desk.has_event:
        made = context.demo.told()
    else:
        made = context.demo.make(words.attendees, words.seed)
    if words.seed_only:
        told = f"{made.event}: {made.attendees} invented people, {len(made.doors)} doors, in {made.seconds} s."
        context.answers.say(demo_json(made), told)
        return 0
    context.answers.say(demo_json(made), f"{made.event}: the window opens. Everybody in it is invented.")
    context.desk.close()
    from checkin.app import open_window

    return open_window(context.home.root, words.station, words.operator)


def demo_json(made: DemoResult) -> dict[str, Any]:
    """The demo's answer."""
    return {
        "event": made.event,
        "attendees": made.attendees,
        "doors": doors_json(made.doors),
        "badge_codes_sample": list(made.sample),
        "seconds": made.seconds,
        "tour": None,
        "entry": made.entry,
    }


def run_event_load(context: Context) -> int:
    """Take the event from a file, sealed or not."""
    words = context.words
    secret = passphrase(words.passphrase_env) if words.passphrase_env else None
    entry = context.event_files.load(Path(words.file), secret, context.at)
    return _say_event(context, as_file=False, entry=entry)


def run_event_export(context: Context) -> int:
    """Give the event on."""
    context.event_files.export(Path(context.words.file), passphrase(context.words.passphrase_env))
    return _say_event(context, as_file=False)


def passphrase(variable: str) -> str:
    """The secret in an environment variable; secrets are never arguments.

    Raises:
        UserError: it is not set.
    """
    value = os.environ.get(variable)
    if not value:
        raise UserError(f"The variable {variable} is not set.", f"Set it first: export {variable}=…")
    return value


def run_event_show(context: Context) -> int:
    """Tell the event; people get its TOML."""
    return _say_event(context, as_file=True)


def _say_event(context: Context, *, as_file: bool, **more: str | None) -> int:
    from checkin.lists.programme_file import write_programme

    programme = context.programmes.show()
    zone = zone_of(programme.event.timezone)
    rooms, sessions, visits = len(programme.rooms), len(programme.sessions), len(programme.departures)
    told = f"{programme.event.title}: {rooms} rooms, {sessions} sessions, {visits} departures."
    text = write_programme(programme) if as_file and not context.answers.as_json else told
    context.answers.say({**programme_json(programme, zone), **more}, text)
    return 0


def run_day_show(context: Context) -> int:
    """Tell the event day."""
    day, closed, inside = context.programmes.day(context.at)
    context.answers.say(
        {"day": day, "closed": closed, "inside": inside}, f"{day}: {inside} inside{', closed' if closed else ''}."
    )
    return 0


def run_day_close(context: Context) -> int:
    """Close the event day."""
    _, _, inside = context.programmes.day(context.at)
    day, entry = context.programmes.close_day(context.at)
    value = {"day": day, "closed": True, "inside": 0, "ended": inside, "entry": entry}
    context.answers.say(value, f"{day} is closed; {inside} people are counted as gone.")
    return 0


def run_import(context: Context) -> int:
    """Bring in lists."""
    words = context.words
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
    value = import_json(result)
    context.answers.say(value, _import_text(result, dry=words.dry_run))
    return SET_ASIDE if value["rejected"] else 0


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
    }


def _import_text(result: ImportResult, *, dry: bool) -> str:
    verb = "would be" if dry else "are"
    lines = [
        f"{result.rows} rows: {result.new} people {verb} new, {result.changed} changed, {result.unchanged} unchanged, "
        f"{result.vanished} are not on this version, {result.entitlements} extras, {result.merged} repeats."
    ]
    lines += [f"Row {x.row} set aside: {x.reason}" for r in result.readings for x in r.rejected[:20]]
    lines += [f"Note: {w.text}" for w in result.warnings[:20]]
    return "\n".join(lines)


def run_operator_add(context: Context) -> int:
    """Name an operator."""
    made = context.programmes.add_operator(context.words.name, context.words.role, context.at)
    context.answers.say({**made, "has_pin": False}, f"{made['name']} is an operator now ({made['role']}).")
    return 0


def run_operator_list(context: Context) -> int:
    """List the operators, a line each."""
    for operator in context.programmes.operators():
        context.answers.say({**operator, "has_pin": False}, f"{operator['name']}\t{operator['role']}")
    return 0


def run_operator_remove(context: Context) -> int:
    """Take an operator off the list."""
    gone = context.programmes.remove_operator(context.words.name, context.at)
    context.answers.say({**gone, "has_pin": False}, f"{gone['name']} is no operator any more; their acts stay theirs.")
    return 0


def run_setting(context: Context) -> int:
    """Read all settings, read one, or change one."""
    words = context.words
    if words.key and words.value is not None:
        context.settings.set(words.key, words.value)
    wanted = context.settings.get(words.key) if words.key else None
    for setting, value in context.settings.all():
        if wanted is None or setting.key == words.key:
            context.answers.say(
                {"key": setting.key, "value": value, "default": setting.default, "help": setting.help},
                f"{setting.key} = {value}\t{setting.help}",
            )
    return 0
