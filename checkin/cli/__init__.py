"""The command line: the second, Qt-free front of the same services; its contract is shared/CLI.md."""

from __future__ import annotations

from checkin.cli.running import run

__all__ = ["run"]
