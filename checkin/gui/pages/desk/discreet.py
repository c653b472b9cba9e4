"""A desk whose screen faces people: what embarrasses them is said small, and large only "One moment"."""

from __future__ import annotations

from checkin.domain.outcome import Family

CALM_ICON = "clock"
_COVERED = frozenset({Family.ALREADY, Family.HOLD, Family.STOP, Family.LOOK})


def is_covered(family: Family, discreet: bool) -> bool:
    """Whether a verdict of this family says "One moment" on a discreet desk: all that let nobody pass at once."""
    return discreet and family in _COVERED


def family_shown(family: Family, discreet: bool) -> Family:
    """The family whose colour, shape and sound stand for `family`: *look*, the calm one, for all that are covered."""
    return Family.LOOK if is_covered(family, discreet) else family
