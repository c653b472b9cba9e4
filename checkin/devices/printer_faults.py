"""Why a badge could not be handed to the printer, and what helps."""

from __future__ import annotations

from checkin.domain.errors import EnvironmentFault, MaybePrinted
from checkin.domain.translation import say


def no_print_service() -> EnvironmentFault:
    """Nothing on this machine prints."""
    return EnvironmentFault(
        say("This machine has no print service."),
        say("Install CUPS (apt install cups), or print to a folder in Settings."),
    )


def service_down() -> EnvironmentFault:
    """The print service does not run."""
    return EnvironmentFault(
        say("The print service is not running."), say("Start CUPS (systemctl start cups), then print again.")
    )


def service_silent(limit_s: float) -> MaybePrinted:
    """The print service took the connection and said nothing."""
    return MaybePrinted(
        say("The print service did not answer within {limit_s:.0f} seconds.", limit_s=limit_s),
        say("Look whether the badge came out; if not, check the network and print again."),
    )


def no_such_printer(name: str) -> EnvironmentFault:
    """The printer chosen is not there any more."""
    return EnvironmentFault(
        say("There is no printer {name}.", name=name), say("Choose another one in Settings, Printers.")
    )


def not_accepting(name: str) -> EnvironmentFault:
    """The queue was told to take no jobs."""
    return EnvironmentFault(
        say("The printer {name} takes no jobs at the moment.", name=name),
        say("Let it take jobs again (cupsaccept {name}), or choose another one in Settings, Printers.", name=name),
    )


def refused(name: str, words: str) -> EnvironmentFault:
    """Anything else that `lp` says."""
    said = say("no reason")
    if words.strip():
        said = words.strip().splitlines()[-1].removeprefix("lp: ").removeprefix("Error - ")
    return EnvironmentFault(
        say("The printer {name} did not take the badge: {said}", name=name, said=said),
        say("Print a test page in Settings, Printers."),
    )


def from_lp(name: str, words: str) -> EnvironmentFault:
    """The fault behind what `lp` or `lpstat` says (in the C locale)."""
    low = words.lower()
    if "not accepting" in low:
        return not_accepting(name)
    if "does not exist" in low or "invalid destination" in low or "unknown destination" in low:
        return no_such_printer(name)
    if "scheduler is not running" in low or "connect to server" in low or "bad file descriptor" in low:
        return service_down()
    return refused(name, words)
