"""What can go wrong, in three families: the user's, the environment's, and (everything else) ours."""

from __future__ import annotations


class CheckinError(Exception):
    """A failure that is told to a person: what is wrong, and the way out.

    Attributes:
        sentence: what is wrong, one plain sentence.
        advice: what to do about it, one plain sentence.
    """

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice


class UserError(CheckinError):
    """What was asked for cannot be done; asking differently helps."""


class EnvironmentFault(CheckinError):
    """The machine, the disk or a device is to blame; the act can be tried again."""


class StorageBusy(EnvironmentFault):
    """Another program holds the database; nothing was stored, trying again is right."""


class StorageFull(EnvironmentFault):
    """The disk is full; nothing was stored."""


class MaybePrinted(EnvironmentFault):
    """It is not known whether the printer took a badge: somebody has to look before it is printed again."""


class SomebodyElses(UserError):
    """The last act at this desk is another operator's; taking it back is asked for by its id.

    Attributes:
        entry: its id.
    """

    def __init__(self, sentence: str, advice: str, entry: str) -> None:
        super().__init__(sentence, advice)
        self.entry = entry


class NotFound(UserError):
    """Nobody and nothing answers to the words given."""


class Ambiguous(UserError):
    """Several people answer to the words given.

    Attributes:
        candidates: ids of the attendees who do, best first.
    """

    def __init__(self, sentence: str, advice: str, candidates: tuple[str, ...]) -> None:
        super().__init__(sentence, advice)
        self.candidates = candidates
