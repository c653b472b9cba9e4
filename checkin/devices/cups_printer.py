"""A queue of CUPS (Linux, macOS), by `lp` and `lpstat`: the PDF whose page is the label goes to it as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checkin.devices.cups_command import run_cups
from checkin.devices.cups_media import lands_across
from checkin.devices.pdf_turn import turned
from checkin.devices.printer_faults import from_lp, no_such_printer, service_down
from checkin.devices.printer_state import JobState, PrinterState, read_lpstat
from checkin.domain.errors import EnvironmentFault

LIMIT_S = 10.0
_JOB = re.compile(r"request id is (\S+-\d+)")


@dataclass(frozen=True, slots=True)
class CupsPrinter:
    """One queue, by its name. Each call waits `limit_s` at most."""

    queue: str
    limit_s: float = LIMIT_S

    @property
    def name(self) -> str:
        """What people call it."""
        return self.queue

    def print_pdf(self, pdf: bytes, *, title: str, media_mm: tuple[float, float]) -> str:
        """Hand the pages over with their exact size and no scaling; without the size CUPS crops them to the queue's
        own, without a word.

        Labels are fed along their long side: a page that is wider than high is turned, unless the queue itself has
        that size across. macOS turns landscape labels upside down when they are left to it (badges-and-printers.md §4).

        Raises:
            MaybePrinted: CUPS did not answer in time.
            EnvironmentFault: no such queue, it takes no jobs, CUPS is not there.
        """
        width, height = media_mm
        if width > height and not lands_across(self.queue, media_mm, self.limit_s):
            pdf, (width, height) = turned(pdf), (height, width)
        options = ["-o", f"media=Custom.{width:g}x{height:g}mm", "-o", "print-scaling=none"]
        done = run_cups(["lp", "-d", self.queue, "-t", title[:120], *options, "--", "-"], self.limit_s, pdf)
        job = _JOB.search(done.out)
        if done.code == 0 and job:
            return job[1]
        raise self._fault(done.words)

    def state(self) -> PrinterState:
        """How the queue is.

        Raises:
            EnvironmentFault: no such queue, CUPS is not there or does not answer.
        """
        done = run_cups(["lpstat", "-l", "-p", self.queue], self.limit_s)
        if done.code != 0 or not done.out.strip():
            raise self._fault(done.words)
        return read_lpstat(done.out)

    def job_state(self, job: str) -> JobState:
        """What CUPS knows of a job of `print_pdf`; "unknown" when it has forgotten it or does not answer."""
        try:
            if _status_of(job, run_cups(["lpstat", "-l", "-W", "not-completed", "-o", self.queue], self.limit_s).out):
                return "waiting"
            ended = _status_of(job, run_cups(["lpstat", "-l", "-W", "completed", "-o", self.queue], self.limit_s).out)
        except EnvironmentFault:
            return "unknown"
        if not ended:
            return "unknown"
        return "failed" if "aborted" in ended or "canceled" in ended else "ended"

    def _fault(self, words: str) -> EnvironmentFault:
        fault = from_lp(self.queue, words)
        # With no server at all lp says the same as for a queue that is not there.
        if fault.sentence == no_such_printer(self.queue).sentence and not _is_running(self.limit_s):
            return service_down()
        return fault


def _is_running(limit_s: float) -> bool:
    return "is running" in run_cups(["lpstat", "-r"], limit_s).out


def _status_of(job: str, listed: str) -> str:
    """The lines of `lpstat -l -o` about one job; empty when it is not among them."""
    lines: list[str] = []
    for line in listed.splitlines():
        if not line[:1].isspace() and line.strip():
            if lines:
                break
            if line.split()[0] != job:
                continue
        elif not lines:
            continue
        lines.append(line)
    return "\n".join(lines)
