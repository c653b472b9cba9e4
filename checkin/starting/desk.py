"""Runs the installed `checkin`: the demo desk in a data folder of its own, or whatever words were given."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from checkin.starting.display import has_display
from checkin.starting.project import Project


def data_folder(env: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where this system keeps a person's program data."""
    if platform == "win32":
        return Path(env.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    named = Path(env.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def demo(env: Mapping[str, str], platform: str = sys.platform) -> tuple[list[str], dict[str, str]]:
    """The words of `checkin` for the demo desk, and the environment for them: the same desk each time."""
    words = ["--home", str(data_folder(env, platform) / "checkin-desk-demo"), "demo"]
    kept = {**env, "CHECKIN_DEMO_REUSE": "1"}
    return (
        (words, kept) if has_display(env, platform) else ([*words, "--tour"], {**kept, "QT_QPA_PLATFORM": "offscreen"})
    )


def run_program(project: Project, words: Sequence[str], env: Mapping[str, str]) -> int:
    """Become `checkin` with these words; where a process cannot be replaced, wait for it and answer its exit code."""
    if os.name == "posix":
        os.execve(project.program, [str(project.program), *words], dict(env))
    import subprocess  # not above: the usual way has no use for it

    return subprocess.call([str(project.program), *words], env=dict(env))
