"""What a desk does about people beside scanning: groups, substitutions, notes, corrections, two that are one."""

from __future__ import annotations

from checkin.cli.context import Context
from checkin.cli.shapes import scan_json
from checkin.cli.words import Group, Usage, command
from checkin.domain.people import WalkIn

REFUSED = 3


def add_commands(group: Group) -> None:
    """Add these commands."""
    together = command(group, "group", run_group, "check several people in, in one act", acts=True)
    together.add_argument("attendees", nargs="+", metavar="ATTENDEE")
    instead = command(group, "substitute", run_substitute, "somebody comes instead", acts=True)
    instead.add_argument("attendee")
    for field in ("given", "family", "email"):
        instead.add_argument(f"--{field}", default="")
    note = command(group, "note", run_note, "write something down about a person", acts=True)
    note.add_argument("attendee")
    note.add_argument("text", metavar="TEXT|ENTRY")
    note.add_argument("--at-scan", action="store_true", help="tell it whenever they come, until it is delivered")
    note.add_argument("--delivered", action="store_true", help="tick the message with this entry as delivered")
    correct = command(group, "correct", run_correct, "mend fields of a person", acts=True)
    correct.add_argument("attendee")
    correct.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    merge = command(group, "merge", run_merge, "two registrations are one person", acts=True)
    merge.add_argument("one")
    merge.add_argument("other")
    unmerge = command(group, "unmerge", run_unmerge, "and two again", acts=True)
    unmerge.add_argument("attendee")


def run_group(context: Context) -> int:
    """Check several people in."""
    wanted = [context.people.resolve(a) for a in context.words.attendees]
    done = context.scans.group(wanted, at=context.at)
    value = {
        "results": [scan_json(r, context.zone) for r in done.results],
        "entry": done.entry,
    }
    text = "\n".join(f"{r.word}: {r.name}" for r in done.results)
    context.answers.say(value, text)
    return 0 if all(r.outcome.passes for r in done.results) else REFUSED


def run_substitute(context: Context) -> int:
    """Put somebody in another's place."""
    words = context.words
    if not (words.given.strip() or words.family.strip()):
        raise Usage("Whoever comes instead needs a name.", "Give --given or --family.")
    newcomer = WalkIn(words.given, words.family, words.email)
    done = context.substitutes.substitute(context.people.resolve(words.attendee), newcomer, at=context.at)
    value = {
        "attendee": done.attendee, "badge_code": done.badge_code, "instead_of": done.instead_of, "entry": done.entry
    }  # fmt: skip
    context.answers.say(value, f"On the list with badge code {done.badge_code}; the old code opens nothing any more.")
    return 0


def run_note(context: Context) -> int:
    """Write a note, or tick a message."""
    words = context.words
    if not words.text.strip():
        raise Usage("A note needs some words.", "Give a text, or --delivered ENTRY.")
    attendee = context.people.resolve(words.attendee)
    if words.delivered:
        attendee, entry = context.notes.deliver(words.text, context.at, attendee=attendee)
        context.answers.say({"attendee": attendee, "entry": entry}, "Delivered.")
        return 0
    attendee, entry = context.notes.note(attendee, words.text, at_scan=words.at_scan, at=context.at)
    context.answers.say({"attendee": attendee, "entry": entry}, "Noted.")
    return 0


def run_correct(context: Context) -> int:
    """Mend fields."""
    values = {}
    for pair in context.words.values:
        field, sign, value = pair.partition("=")
        if not sign:
            raise Usage(f"{pair!r} is no FIELD=VALUE.", "For example: family=O'Neill.")
        values[field.strip()] = value
    attendee, changes, entry = context.correcting.correct(
        context.people.resolve(context.words.attendee), values, context.at
    )
    told = [{"field": c.field, "old": c.old, "new": c.new} for c in changes]
    text = "\n".join(f"{c.field}: {c.old} → {c.new}" for c in changes) or "Nothing to change."
    context.answers.say({"attendee": attendee, "changed": told, "entry": entry}, text)
    return 0


def run_merge(context: Context) -> int:
    """Join two registrations."""
    one, other = (context.people.resolve(w) for w in (context.words.one, context.words.other))
    attendee, entry = context.correcting.merge(one, other, context.at)
    context.answers.say({"attendee": attendee, "changed": [], "entry": entry}, "They are one person now.")
    return 0


def run_unmerge(context: Context) -> int:
    """Part two registrations."""
    words = context.words.attendee
    with context.desk.database.read() as connection:
        from db.queries import people

        known = people.state(connection, words) is not None
    attendee, entry = context.correcting.unmerge(words if known else context.people.resolve(words), context.at)
    context.answers.say({"attendee": attendee, "changed": [], "entry": entry}, "They are two people again.")
    return 0
