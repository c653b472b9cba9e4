"""Brings the missing packages of the operating system, where this person may install them; else says what to type."""

import ctypes.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from checkin.starting.commands import logged
from checkin.starting.display import has_display
from checkin.starting.parts import INSTALL, PARTS, Part, line_to_type, package_names, present
from checkin.starting.project import Project, Stop, say


def provide_system(project: Project, test: bool) -> list[Part]:
    """Install what is missing. Answers what is still missing and can be done without for now.

    Raises Stop when something is missing that the next step needs.
    """
    if not sys.platform.startswith("linux"):
        if sys.platform == "darwin" and not ctypes.util.find_library("zbar"):
            say("Worth having, not needed: brew install zbar (a third reader for damaged codes).")
        return []
    missing = [part for part in PARTS if wanted(part, test) and not present(part)]
    if not missing:
        return []
    family = next((name for name, words in INSTALL.items() if shutil.which(words[0])), "")
    release = Path("/etc/os-release")
    os_release = release.read_text("utf-8") if release.exists() else ""
    tried = family == "apt" and install_by_apt(project, package_names(family, missing, os_release))
    missing = [part for part in missing if not present(part)]
    line = line_to_type(family, missing, os_release)
    needs = ("python", "window", "screen") if has_display(os.environ) else ("python", "window")
    names = ", ".join(part.name for part in missing)
    if any(part.need in needs for part in missing):
        failed = f", and installing it did not work (details: {project.log})" if tried else ""
        raise Stop(f"This system lacks {names}{failed}.", f"{line}\nThen start again.")
    if missing:
        say(f"Going on without {names}. {line}")
    return missing


def wanted(part: Part, test: bool) -> bool:
    """Whether this set-up should look for a part at all."""
    if part.name == "ensurepip":
        return not shutil.which("uv")  # uv makes an environment without it
    if part.apt == "ca-certificates":
        return bool(shutil.which("apt-get"))  # the file lies elsewhere on other systems
    return test or part.need != "test"


def install_by_apt(project: Project, names: Sequence[str]) -> bool:
    """Install Debian packages as root or by sudo. Answers whether it was tried; what came of it the parts tell."""
    root = as_root(names)
    if root is None:
        return False
    say(f"Installing system packages: {' '.join(names)} …")
    prefix = [*root, "env", "DEBIAN_FRONTEND=noninteractive"]
    logged(project, [*prefix, "apt-get", "update"])  # an older list may do, so its answer does not count
    logged(project, [*prefix, *INSTALL["apt"], *names])
    return True


def as_root(names: Sequence[str]) -> list[str] | None:
    """The words before a command that is to run as root; None when this person may not, or does not want to."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, stdin=subprocess.DEVNULL).returncode == 0:
        return ["sudo", "-n"]
    if not sys.stdin.isatty():
        return None
    say(f"Check-in Desk needs these system packages: {' '.join(names)}")
    print("Install them now with sudo? [Y/n] ", end="", file=sys.stderr, flush=True)
    agreed = sys.stdin.readline().strip().lower() in ("", "y", "yes")
    # sudo asks for the password itself, on the terminal; it then remembers it for the commands that follow.
    return ["sudo", "-n"] if agreed and subprocess.run(["sudo", "-v"]).returncode == 0 else None
