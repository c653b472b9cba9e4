"""At the desk: search, show, scan, read, undo, check out, walk in, conflicts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.failures import explained
from checkin.cli.shapes import card_json, person_json, scan_json
from checkin.cli.words import Group, Usage, at_least, command
from checkin.domain.errors import CheckinError, UserError
from checkin.domain.outcome import Outcome
from checkin.domain.people import WalkIn
from checkin.domain.results import ScanResult
from checkin.services.scan import ScanRequest

REFUSED = 3


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    search = command(group, "search", run_search, "find people by any words", acts=True)
    search.add_argument("text")
    search.add_argument("--limit", type=at_least(1), default=20)
    show = command(group, "show", run_show, "everything of one person", acts=True)
    show.add_argument("attendee")
    scan = command(group, "scan", run_scan, "present a code at a door", acts=True)
    scan.add_argument("code", nargs="?")
    scan.add_argument("--stdin", action="store_true", help="a code a line from standard input")
    scan.add_argument("--door", metavar="D")
    scan.add_argument("--exit", action="store_true", help="on the way out")
    scan.add_argument("--override", action="store_true", help="admit in spite of the refusal; needs --reason")
    scan.add_argument("--reason", default="")
    read = command(group, "read", run_read, "read the codes in images, folders, videos and PDFs")
    read.add_argument("paths", nargs="+", metavar="PATH")
    read.add_argument("--engines", metavar="E,…")
    undo = command(group, "undo", run_undo, "take an act back", acts=True)
    undo.add_argument("entry", nargs="?")
    undo.add_argument("--reason", default="")
    checkout = command(group, "checkout", run_checkout, "let a person out", acts=True)
    checkout.add_argument("attendee")
    walk_in = command(group, "walk-in", run_walk_in, "somebody who is not on the list", acts=True)
    for field in ("given", "family", "email", "organisation", "city", "country", "category"):
        walk_in.add_argument(f"--{field}", default="")
    walk_in.add_argument("--no-check-in", action="store_true")
    conflicts = command(group, "conflicts", run_conflicts, "facts that do not go together", acts=True)
    conflicts.add_argument("verb", nargs="?", choices=["acknowledge"])
    conflicts.add_argument("id", nargs="?")


def run_search(context: Context) -> int:
    """Search, a line a person."""
    for person, score in context.people.search(context.words.text, context.words.limit, context.at):
        told = f"{person.name}\t{person.organisation}\t{person.city}\t{person.status.value}\t{person.badge_code}"
        context.answers.say({**person_json(person), "score": score}, told)
    return 0


def run_show(context: Context) -> int:
    """Show one person."""
    card = context.people.card(context.people.resolve(context.words.attendee), context.at)
    context.answers.say(card_json(card, context.zone))
    return 0


def run_scan(context: Context) -> int:
    """Scan one code, or each line of standard input."""
    words = context.words
    if words.stdin == (words.code is not None):
        raise Usage("There is one code to scan, or --stdin.", "Give a code, or --stdin for a code a line.")
    if words.override and not words.reason.strip():
        raise Usage("Admitting anyway needs a reason.", "Add --reason with a few words.")
    if words.stdin:
        return _scan_lines(context)
    result = context.scans.scan(_request(context, words.code), context.at)
    context.answers.say(scan_json(result, context.zone), _scan_text(result))
    return 0 if result.outcome.passes else REFUSED


def _request(context: Context, text: str) -> ScanRequest:
    words = context.words
    return ScanRequest(text, None, words.door, words.exit, words.override, words.reason)


def _scan_text(result: ScanResult) -> str:
    lines = [" ".join(filter(None, (f"{result.word}:", result.name))), f"{result.reason}. {result.way_out}"]
    return "\n".join([*lines, *(f"{n.title}: {n.sentence}" for n in result.notices)])


def _scan_lines(context: Context) -> int:
    zone = context.zone
    failed = False
    for line in _lines():
        try:
            result = context.scans.scan(_request(context, line), context.at)
            value = scan_json(result, zone)
            text = _scan_text(result)
        # Whatever it was: the people behind this one in the queue have lines too.
        except Exception as error:  # noqa: BLE001
            failed = True
            fault = explained(error)
            value = _not_stored(fault)
            text = f"Not stored: {fault.sentence} {fault.advice}"
        context.answers.say(value, text)
    return 1 if failed else 0


def _not_stored(error: CheckinError) -> dict[str, Any]:
    keys = ("attendee", "name", "door", "reason", "way_out", "first", "entry")
    blank: dict[str, Any] = dict.fromkeys(keys)
    return {
        "outcome": None, "admitted": False, **blank, "notices": [], "error": error.sentence, "advice": error.advice
    }  # fmt: skip


def _lines() -> Iterator[str]:
    for raw in sys.stdin.buffer:
        yield raw.rstrip(b"\n").removesuffix(b"\r").decode("utf-8", "surrogateescape")


def run_read(context: Context) -> int:
    """Read codes in files, a line a frame."""
    from checkin.devices.code_files import read_file

    given = context.words.engines
    for path in context.words.paths:
        if not Path(path).exists():
            raise UserError(f"There is no file {path}.", "Check the name and the folder.")
        for read in read_file(Path(path), given.split(",")) if given else read_file(Path(path)):
            value = {
                "file": str(read.file),
                "frame": read.frame,
                "payloads": [
                    {"text": f.text, "quad": [[round(x, 1), round(y, 1)] for x, y in f.quad], "engine": f.engine}
                    for f in read.found
                ],
                "ms": round(read.ms, 2),
            }
            context.answers.say(value, f"{read.file}: {', '.join(f.text for f in read.found) or 'no code'}")
    return 0


def run_undo(context: Context) -> int:
    """Take back an act."""
    result = context.undoing.undo(context.words.entry, context.words.reason, context.at)
    value = {"undone": result.undone, "entry": result.entry, "attendee": result.attendee, "state": result.state}
    context.answers.say(value, f"Taken back: {result.text}{f' ({result.name})' if result.name else ''}.")
    return 0


def run_checkout(context: Context) -> int:
    """Let a person out by name or code."""
    attendee = context.people.resolve(context.words.attendee)
    result = context.scans.scan(ScanRequest(attendee=attendee, exit=True), context.at)
    passed = result.outcome is Outcome.LEFT
    state = result.person.presence.value if result.person else None
    value = {"undone": None, "entry": result.entry, "attendee": result.attendee, "state": state}
    context.answers.say({**scan_json(result, context.zone), **value}, _scan_text(result))
    return 0 if passed else REFUSED


def run_walk_in(context: Context) -> int:
    """Add a walk-in."""
    words = context.words
    if not (words.given.strip() or words.family.strip()):
        raise Usage("A walk-in needs a name.", "Give --given or --family.")
    walk_in = WalkIn(
        words.given, words.family, words.email, words.organisation, words.city, words.country, words.category
    )
    result = context.walk_ins.register(walk_in, check_in=not words.no_check_in, at=context.at)
    value = {
        "attendee": result.attendee,
        "badge_code": result.badge_code,
        "duplicates": [person_json(p) for p in result.duplicates],
        "entry": result.entry,
    }
    twins = "".join(f"\nMay be the same: {p.name}, {p.organisation}" for p in result.duplicates)
    context.answers.say(value, f"On the list with badge code {result.badge_code}.{twins}")
    return 0


def run_conflicts(context: Context) -> int:
    """List conflicts, or note that one was looked at."""
    if context.words.verb:
        if not context.words.id:
            raise Usage("Which conflict?", "`checkin conflicts` lists them with their ids.")
        seen, entry = context.conflicts.acknowledge(context.words.id, context.at)
        found, more = [seen], {"entry": entry}
    else:
        found, more = context.conflicts.all(), {}
    for c in found:
        value = {
            "id": c.id, "kind": c.kind, "attendee": c.attendee, "name": c.name, "text": c.text,
            "entries": list(c.entries), "acknowledged": c.acknowledged, "other": c.other or None,
            "field": c.field or None, "here": c.here or None, "theirs": c.theirs or None, **more,
        }  # fmt: skip
        way = f"\n  One person: checkin merge {c.attendee} {c.other}. Two: checkin conflicts acknowledge {c.id}"
        looked = " (seen)" if c.acknowledged else ""
        context.answers.say(value, f"{c.name}: {c.text}{looked}{way if c.other and not looked else ''}")
    return 0
