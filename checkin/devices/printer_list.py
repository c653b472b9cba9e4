"""The printers of this machine, asked in a child process: a print server that never answers would hold the caller."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

from checkin.devices.cups_command import run_cups
from checkin.domain.errors import EnvironmentFault, MaybePrinted
from checkin.domain.translation import say

LIMIT_S = 4.0
_DEFAULT = "system default destination: "
_WINDOWS = "Get-CimInstance Win32_Printer | Select-Object Name,Default | ConvertTo-Json -Compress"


@dataclass(frozen=True, slots=True)
class PrinterList:
    """`names` in the system's order, the system's `default` among them, and a `sentence` when there is something to
    say: none, no answer, no print service."""

    names: tuple[str, ...]
    default: str | None
    sentence: str | None


def list_printers(timeout: float = LIMIT_S) -> PrinterList:
    """Ask the system for its printers; back within `timeout` seconds, whatever the print service does.

    Windows' way (PowerShell) follows its documentation and has not been run.
    """
    try:
        found = _on_windows(timeout) if sys.platform == "win32" else _by_cups(timeout)
    except MaybePrinted:
        return PrinterList((), None, say("The print service did not answer within {limit:.0f} seconds", limit=timeout))
    except EnvironmentFault as fault:
        return PrinterList((), None, fault.sentence.rstrip("."))
    return (
        found if found.names or found.sentence else PrinterList((), None, say("No printer is set up on this machine"))
    )


def _by_cups(timeout: float) -> PrinterList:
    # One command for all three questions: each would wait for the server anew.
    answer = run_cups(["lpstat", "-r", "-e", "-d"], timeout)
    names, default, running = [], None, True
    for line in answer.out.splitlines():
        if line.startswith(_DEFAULT):
            default = line.removeprefix(_DEFAULT).strip()
        elif line.startswith("scheduler is"):
            running = "not running" not in line
        elif line.strip() and line != "no system default destination":
            names.append(line.strip())
    if not running and not names:
        return PrinterList((), None, say("The print service is not running"))
    return PrinterList(tuple(names), default if default in names else None, None)


def _on_windows(timeout: float) -> PrinterList:
    try:
        done = subprocess.run(
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", _WINDOWS],
            capture_output=True,
            timeout=timeout,
            check=False,
        )
    except FileNotFoundError:
        return PrinterList((), None, say("PowerShell is not there to ask for printers"))
    except subprocess.TimeoutExpired:
        return PrinterList((), None, say("Windows did not answer within {limit:.0f} seconds", limit=timeout))
    return read_windows(done.stdout.decode("utf-8", "replace"))


def read_windows(text: str) -> PrinterList:
    """The answer of PowerShell: one object, or a list of them, or nothing."""
    told = json.loads(text) if text.strip() else []
    rows = told if isinstance(told, list) else [told]
    default = next((row["Name"] for row in rows if row.get("Default")), None)
    return PrinterList(tuple(row["Name"] for row in rows), default, None)
