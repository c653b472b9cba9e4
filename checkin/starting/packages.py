"""Puts the locked packages and the project itself into .venv, and explains it when that does not work."""

import re
import subprocess
from typing import NamedTuple

from checkin.starting.commands import environment, logged
from checkin.starting.project import Project, Stop


class Fault(NamedTuple):
    """A way in which installing goes wrong: words of pip or uv that tell it, what to say, what to do.

    untouched: .venv is as it was, since both tools fetch and check everything before they install anything.
    """

    told_by: str
    sentence: str
    advice: str
    untouched: bool


FAULTS = (
    Fault(
        r"do not match the hashes|hash mismatch",
        "A package that was fetched is not the one in the lock file, so nothing was installed.",
        "Start again; if it stays so, the network or the package index hands out something else.",
        True,
    ),
    Fault(
        r"no space left on device|os error 28|disk quota",
        "The disk is full.",
        "Make room, about 1 GB, and start again.",
        False,
    ),
    Fault(
        r"certificate.verify.failed|sslerror|unknownissuer|invalid peer certificate",
        "The Python packages could not be fetched: the connection to the package index is not trusted.",
        "Where the network has certificates of its own, set PIP_CERT and SSL_CERT_FILE to their file and start again.",
        True,
    ),
    Fault(
        r"failed to establish|connection (refused|reset|aborted|broken)|name resolution|name or service not known|dns"
        r"|timed out|getaddrinfo|error sending request|cannot connect to proxy|proxyerror",
        "The Python packages could not be fetched: the package index does not answer.",
        "Start again when this machine is on a network (behind a proxy, set HTTPS_PROXY). What was there is unchanged.",
        True,
    ),
    Fault(
        r"no matching distribution|no (usable )?wheels|not a supported wheel",
        "A Python package has no build for this computer.",
        "Check-in Desk runs on 64-bit Windows, macOS 13 and Linux with glibc 2.34 (arm64: 2.39), or newer ones.",
        True,
    ),
)
UNKNOWN = Fault(
    "", "The Python packages could not be installed.", "Start again; if it stays so, the log says why.", False
)


def fault(output: str) -> Fault:
    """What went wrong, by what pip or uv printed."""
    return next((each for each in FAULTS if re.search(each.told_by, output, re.IGNORECASE)), UNKNOWN)


def install_packages(project: Project, kind: str, uv: str | None) -> None:
    """Install by uv where there is one, else by pip. Takes the mark `unfinished` away when nothing was changed.

    Raises Stop when neither could do it.
    """
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(project.lock(kind))]
    itself = ["--no-build-isolation", "--no-deps", "-e", str(project.root)]  # what builds it is in the lock
    output = ""
    for tool in tools(project, uv):
        worked, output = logged(project, [*tool, *locked])
        if not worked:
            continue
        worked, output = logged(project, [*tool, *itself])
        if worked:
            return
    found = fault(output)
    if found.untouched:
        project.unfinished.unlink()
    raise Stop(found.sentence, f"{found.advice}\nDetails: {project.log}")


def tools(project: Project, uv: str | None) -> list[list[str]]:
    """The installers at hand; pip follows uv because it knows the system's certificates and settings."""
    python = str(project.python)
    by_uv = [[uv, "pip", "install", "--python", python]] if uv else []
    has_pip = subprocess.run([python, "-c", "import pip"], capture_output=True, env=environment()).returncode == 0
    return [*by_uv, *([[python, "-m", "pip", "install"]] if has_pip else [])]
