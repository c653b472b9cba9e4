"""The order of setting up: system packages, .venv, Python packages, and last the stamp that says it is done."""

from checkin.starting.project import Project, say
from checkin.starting.stamp import ready, write_stamp


def set_up(project: Project, kind: str) -> None:
    """Bring everything that `kind` needs (`run`: the program; `dev`: the tools of the checks too).

    Returns at once when it is there; waits when another start.py is at it. Raises Stop.
    """
    if ready(project, kind):
        return
    from checkin.starting.turn import turn  # what follows costs time that a desk in place should not pay

    with turn(project):
        if not ready(project, kind):
            bring(project, kind)


def bring(project: Project, kind: str) -> None:
    """Set up from whatever state the working copy is in; the caller holds the turn."""
    import shutil
    import time

    from checkin.starting.environment import make_venv, reason_to_remake
    from checkin.starting.packages import install_packages
    from checkin.starting.system import provide_system

    began = time.monotonic()
    project.log.write_text("", "utf-8")
    missing = provide_system(project, test=kind == "dev")
    uv = shutil.which("uv")
    reason = reason_to_remake(project, uv)
    if reason:
        say(f"{reason} …")
        make_venv(project, uv)
    project.unfinished.touch()
    say("Installing Python packages (the first time, about 250 MB are fetched) …")
    install_packages(project, kind, uv)
    write_stamp(project, kind, screen=not any(part.need == "screen" for part in missing))
    project.unfinished.unlink()
    say(f"Set up in {time.monotonic() - began:.0f} s.")
