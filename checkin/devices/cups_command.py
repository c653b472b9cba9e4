"""Runs a command of CUPS with a limit of time and in plain English, so that its words can be read."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

from checkin.devices.printer_faults import no_print_service, service_silent


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said."""

    code: int
    out: str
    errors: str

    @property
    def words(self) -> str:
        """All that it said."""
        return f"{self.errors}\n{self.out}".strip()


def run_cups(command: list[str], limit_s: float, given: bytes = b"") -> Answer:
    """Run `command` with `given` on its input.

    Raises:
        EnvironmentFault: the command is not installed.
        MaybePrinted: no end within `limit_s` seconds; the command was stopped.
    """
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=limit_s,
            env={**os.environ, "LC_ALL": "C", "SOFTWARE": ""},
            check=False,
        )
    except FileNotFoundError as error:
        raise no_print_service() from error
    except subprocess.TimeoutExpired as error:
        raise service_silent(limit_s) from error
    return Answer(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
