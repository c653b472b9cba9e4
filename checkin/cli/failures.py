"""What an unexpected exception means for whoever typed the command: the machine's fault, or ours."""

from __future__ import annotations

import errno
import sys
import traceback

from checkin.domain.errors import CheckinError, EnvironmentFault, StorageFull


def explained(error: Exception) -> CheckinError:
    """`error` as a sentence with advice; where it is ours, its traceback goes to standard error."""
    if isinstance(error, CheckinError):
        return error
    if isinstance(error, OSError) and error.strerror:
        what = error.filename if isinstance(error.filename, str) else "A file"
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return StorageFull(f"The disk is full: {what} was not written.", "Make room and try again.")
        return EnvironmentFault(
            f"{what} cannot be used: {error.strerror}.", "Look whether the folder is there and yours, or name another."
        )
    traceback.print_exception(error, file=sys.stderr)
    return CheckinError(
        f"Check-in Desk met something it was not made for ({type(error).__name__}).",
        "What was acknowledged is stored. Try again; if it stays, send us what was printed above this.",
    )
