"""Setting up: demo, event, day, operators, settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.shapes import doors_json, programme_json
from checkin.cli.words import Group, at_least, command, family
from checkin.domain.days import zone_of
from checkin.domain.errors import UserError
from checkin.services.demo import DemoResult
from checkin.services.programme import ROLES


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
