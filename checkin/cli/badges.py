"""Badges: render, print, jobs, confirm."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.shapes import when
from checkin.cli.words import Group, Usage, command, family
from checkin.domain.errors import UserError
from checkin.services.badges import DEFAULT_TEMPLATE, Job


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    badge = family(group, "badge", "badges and their prints")
    render = command(badge, "render", run_render, "draw a badge into a file")
    render.add_argument("attendee")
    render.add_argument("--out", required=True, metavar="F.pdf|F.png")
    render.add_argument("--template", default=None, metavar="T")
    print_ = command(badge, "print", run_print, "print badges", acts=True)
    print_.add_argument("attendees", nargs="+", metavar="ATTENDEE")
    print_.add_argument("--printer", metavar="P", help="a print queue, or `pdf`")
    print_.add_argument("--reason", default="")
    command(badge, "jobs", run_jobs, "the prints, newest first")
    confirm = command(badge, "confirm", run_confirm, "say whether a badge came out", acts=True)
    confirm.add_argument("job")
    confirm.add_argument("came_out", choices=["yes", "no"])
    for name, run, help_ in (
        ("hand-over", run_hand_over, "the person has the badge now"),
        ("keep", run_keep, "the badge lies at the desk again"),
        ("revoke", run_revoke, "the badge is lost: a new code, the old one opens nothing"),
    ):
        about = command(badge, name, run, help_, acts=True)
        about.add_argument("attendees", nargs="+", metavar="ATTENDEE")
        if run is run_revoke:
            about.add_argument("--reason", default="")


def run_render(context: Context) -> int:
    """Draw one badge."""
    from checkin.paper.raster import raster

    out = Path(context.words.out)
    if out.suffix.lower() not in (".pdf", ".png"):
        raise Usage(f"A badge cannot be written as {out.suffix or 'a file without ending'}.", "Use .pdf or .png.")
    template = context.words.template or context.settings.get("badge.template")
    attendee = context.people.resolve(context.words.attendee)
    badge = context.badges.render(attendee, template)
    _write(out, badge.pdf if out.suffix.lower() == ".pdf" else raster(badge.pdf))
    value = {
        "attendee": attendee,
        "template": badge.template,
        "width_mm": badge.width_mm,
        "height_mm": badge.height_mm,
        "badge_code": badge.payload,
        "payload": badge.payload,
        "warnings": [{"field": w.field, "text": w.text} for w in badge.warnings],
        "out": str(out),
    }
    context.answers.say(value, f"{out}: {badge.width_mm:.0f} × {badge.height_mm:.0f} mm, code {badge.payload}")
    return 0


def _write(out: Path, data: bytes) -> None:
    """Write a file beside its name and rename it."""
    if not out.parent.is_dir():
        raise UserError(f"There is no folder {out.parent}.", "Make it first, or name another.")
    beside = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def run_print(context: Context) -> int:
    """Print badges, one after the other. What a window of this home printed meanwhile is told all the same."""
    words = context.words
    printer = words.printer or context.settings.get("badge.printer")
    template = context.settings.get("badge.template") or DEFAULT_TEMPLATE
    wanted = {
        context.badges.queue(context.people.resolve(a), printer, template, reason=words.reason, at=context.at).job
        for a in words.attendees
    }
    failed = False
    while wanted:
        job = context.badges.step(context.at)
        settled = [job] if job else [j for j in context.badges.jobs() if j.job in wanted]
        for done in settled:
            if done.job in wanted:
                failed |= done.state == "failed"
                _say(context, done)
        wanted -= {j.job for j in settled}
        if job is None:
            break
    return 1 if failed else 0


def run_jobs(context: Context) -> int:
    """List the prints."""
    for job in context.badges.jobs():
        _say(context, job)
    return 0


def run_confirm(context: Context) -> int:
    """Say whether a badge came out."""
    _say(context, context.badges.confirm(context.words.job, context.words.came_out == "yes", context.at))
    return 0


def run_hand_over(context: Context) -> int:
    """Note that badges were handed over."""
    for attendee in map(context.people.resolve, context.words.attendees):
        _say_badge(context, *context.handing.hand_over(attendee, context.at))
    return 0


def run_keep(context: Context) -> int:
    """Note that badges lie here."""
    for attendee in map(context.people.resolve, context.words.attendees):
        _say_badge(context, *context.handing.keep(attendee, context.at))
    return 0


def run_revoke(context: Context) -> int:
    """Replace lost badges."""
    for attendee in map(context.people.resolve, context.words.attendees):
        owner, _code, entry = context.handing.replace(attendee, context.words.reason, context.at)
        _say_badge(context, owner, entry)
    return 0


def _say_badge(context: Context, attendee: str, entry: str) -> None:
    """A badge's new place; no print job is about it."""
    person = context.people.card(attendee).person
    value = {
        "job": None, "attendee": attendee, "state": None, "cause": None, "printer": None, "at": None,
        "name": person.name or None, "badge": person.badge.value, "badge_code": person.badge_code or None,
        "entry": entry,
    }  # fmt: skip
    context.answers.say(value, f"{person.name}\t{person.badge.value}\t{person.badge_code}")


def _say(context: Context, job: Job) -> None:
    value: dict[str, Any] = {
        "job": job.job,
        "attendee": job.attendee,
        "state": job.state,
        "cause": job.cause or None,
        "printer": job.printer,
        "at": when(job.at, context.zone),
        "name": job.name or None,
        "entry": job.entry,
    }
    context.answers.say(value, f"{job.name}\t{job.state}\t{job.cause}")
