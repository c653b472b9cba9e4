"""Badges: render, print, jobs, confirm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checkin.cli.context import Context
from checkin.cli.shapes import when
from checkin.cli.words import Group, command
from checkin.domain.errors import UserError
from checkin.services.badges import DEFAULT_TEMPLATE, Job


def add_commands(group: Group) -> None:
    """Add this table's commands."""
    badge = group.add_parser("badge", help="badges and their prints").add_subparsers(required=True, metavar="")
    render = command(badge, "render", run_render, "draw a badge into a file")
    render.add_argument("attendee")
    render.add_argument("--out", required=True, metavar="F.pdf|F.png")
    render.add_argument("--template", default=None, metavar="T")
    print_ = command(badge, "print", run_print, "print badges", acts=True)
    print_.add_argument("attendees", nargs="+", metavar="ATTENDEE")
    print_.add_argument("--printer", metavar="P", help="a print queue, or `pdf`")
    print_.add_argument("--reason", default="")
    command(badge, "jobs", run_jobs, "the prints, newest first")
    confirm = command(badge, "confirm", run_confirm, "say whether a badge came out")
    confirm.add_argument("job")
    confirm.add_argument("came_out", choices=["yes", "no"])


def run_render(context: Context) -> int:
    """Draw one badge."""
    from checkin.paper.raster import raster

    template = context.words.template or context.settings.get("badge.template")
    out = Path(context.words.out)
    attendee = context.people.resolve(context.words.attendee)
    badge = context.badges.render(attendee, template)
    if out.suffix.lower() == ".pdf":
        data = badge.pdf
    elif out.suffix.lower() == ".png":
        data = raster(badge.pdf)
    else:
        raise UserError(f"A badge cannot be written as {out.suffix or 'a file without ending'}.", "Use .pdf or .png.")
    beside = out.with_name(out.name + ".part")
    beside.write_bytes(data)
    beside.replace(out)
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


def run_print(context: Context) -> int:
    """Print badges, one after the other."""
    words = context.words
    printer = words.printer or context.settings.get("badge.printer")
    template = context.settings.get("badge.template") or DEFAULT_TEMPLATE
    wanted = {
        context.badges.queue(context.people.resolve(a), printer, template, reason=words.reason, at=context.at).job
        for a in words.attendees
    }
    failed = False
    while wanted and (job := context.badges.step()) is not None:
        if job.job in wanted:
            wanted.discard(job.job)
            failed |= job.state == "failed"
            _say(context, job)
    return 1 if failed else 0


def run_jobs(context: Context) -> int:
    """List the prints."""
    for job in context.badges.jobs():
        _say(context, job)
    return 0


def run_confirm(context: Context) -> int:
    """Say whether a badge came out."""
    _say(context, context.badges.confirm(context.words.job, context.words.came_out == "yes"))
    return 0


def _say(context: Context, job: Job) -> None:
    from checkin.cli.at_the_desk import zone_for

    value: dict[str, Any] = {
        "job": job.job,
        "attendee": job.attendee,
        "state": job.state,
        "cause": job.cause or None,
        "printer": job.printer,
        "at": when(job.at, zone_for(context)),
        "name": job.name,
    }
    context.answers.say(value, f"{job.name}\t{job.state}\t{job.cause}")
