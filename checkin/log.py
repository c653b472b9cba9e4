"""The log file: five files of a megabyte; ids, kinds and durations, never a name, a code or a payload."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any

from checkin.domain.errors import EnvironmentFault
from checkin.domain.translation import say

MOST_BYTES, FILES = 1_000_000, 5


class _WithoutWords(logging.Formatter):
    """An exception's own words may hold a name or a payload: only its kind and where it happened are written."""

    def formatException(self, ei: Any) -> str:
        kind: type[BaseException] | None = ei[0]
        trace: TracebackType | None = ei[2]
        lines = [kind.__name__ if kind else "exception"]
        while trace is not None:
            code = trace.tb_frame.f_code
            lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_qualname}")
            trace = trace.tb_next
        return "\n".join(lines)


def start_log(folder: Path) -> None:
    """Write the program's log into `folder` from now on.

    Raises:
        EnvironmentFault: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(folder / "checkin.log", maxBytes=MOST_BYTES, backupCount=FILES - 1)
    except OSError as error:
        raise EnvironmentFault(
            say("The log in {folder} cannot be written.", folder=folder), say("Give yourself access to it.")
        ) from error
    handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
