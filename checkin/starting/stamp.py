"""Knows whether .venv is what the lock file, the project's page and this Python ask for."""

import hashlib
import os
import sys

from checkin.starting.display import has_display
from checkin.starting.project import Project

NO_SCREEN = "no screen"


def digest(project: Project, kind: str) -> str:
    """The stamp's line for `run` or `dev`: whatever it was made from changes it."""
    seen = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for page in (project.lock(kind), project.root / "pyproject.toml"):
        seen.update(page.read_bytes())
    return f"{kind} {seen.hexdigest()}"


def place(project: Project) -> str:
    """The stamp's line for the folder: a moved .venv still points to the old one."""
    return f"at {project.root}"


def read_stamp(project: Project) -> list[str]:
    """The lines of the stamp; none when setting up never came to its end."""
    return project.stamp.read_text("utf-8").splitlines() if project.stamp.exists() else []


def write_stamp(project: Project, kind: str, screen: bool) -> None:
    """Say that everything of `kind` is in .venv; `dev` holds `run`. `screen`: the libraries for a display are there."""
    kinds = ("run", "dev") if kind == "dev" else ("run",)
    lines = [place(project), *(digest(project, each) for each in kinds), *([] if screen else [NO_SCREEN])]
    fresh = project.stamp.with_suffix(".new")
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.replace(project.stamp)


def ready(project: Project, kind: str) -> bool:
    """Whether nothing is left to set up."""
    lines = read_stamp(project)
    if not {place(project), digest(project, kind)} <= set(lines) or project.unfinished.exists():
        return False
    if NO_SCREEN in lines and has_display(os.environ):
        return False
    return project.program.exists() and project.python.exists()
