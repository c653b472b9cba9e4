"""What is asked of everybody who is put on the list at the desk: a name, and nothing longer than any name."""

from __future__ import annotations

from dataclasses import asdict

from checkin.domain.errors import UserError
from checkin.domain.names import fold, plain_text
from checkin.domain.people import WalkIn
from checkin.domain.translation import say

LONGEST = 200
"""Characters of one field."""


def checked_values(newcomer: WalkIn, nameless: str) -> dict[str, str]:
    """The fields as plain text.

    Raises:
        UserError: no name (`nameless` is the sentence), or a field that is longer than any name.
    """
    values = {name: plain_text(value) for name, value in asdict(newcomer).items()}
    if not fold(values["given"] + values["family"]):
        raise UserError(nameless, say("Type a given or a family name."))
    if max(map(len, values.values())) > LONGEST:
        raise UserError(
            say("A field is longer than {longest} characters.", longest=LONGEST),
            say("Shorten it; only a name is needed."),
        )
    return values
