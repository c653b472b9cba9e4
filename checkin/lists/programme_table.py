"""One table of a programme file: its values by key, each checked, with sentences that name the key and the way out."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, tzinfo

from checkin.domain.errors import UserError
from checkin.domain.translation import say


class ProgrammeTable:
    """The values of one table. `what` names it to people inside a sentence ('the session "dinner"').

    Raises:
        UserError: (constructor) it is no table, or has a key that is not `known`.
    """

    def __init__(self, values: object, what: str, known: Collection[str]) -> None:
        if not isinstance(values, Mapping):
            raise UserError(
                say("Of {what} there is only {values!r}.", what=what, values=values),
                say("Put its keys under a heading, a line each."),
            )
        self.values = values
        self.what = what
        self.title = what[:1].upper() + what[1:]
        for key in values:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, 1)
                known_keys = ", ".join(known)
                advice = (
                    say('Write "{near}", or take the line out.', near=near[0])
                    if near
                    else say("Use one of {keys}, or take the line out.", keys=known_keys)
                )
                raise UserError(
                    say('"{key}" of {what} is not known.', key=key, what=what),
                    advice,
                )

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def text(self, key: str, default: str | None = None) -> str:
        """The words under `key`; without a default they must be there."""
        value = self._value(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self._wrong(key, value, say("Write words in quotation marks."))
        return value.strip()

    def name(self, key: str = "id") -> str:
        """An id: letters, digits, hyphen, dot and underscore, without blanks."""
        value = self.text(key)
        if len(value) > 64 or not all(c.isalnum() or c in "-_." for c in value):
            raise self._wrong(key, value, say("Use letters, digits and hyphens, without blanks, at most 64."))
        return value

    def whole(self, key: str, least: int, default: int | None = None) -> int:
        """A whole number of at least `least`."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self._wrong(key, value, say("Give a whole number of at least {least}.", least=least))
        return value

    def yes(self, key: str, default: bool) -> bool:
        """True or false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, value, say("Write true or false, without quotation marks."))
        return value

    def one_of(self, key: str, words: tuple[str, ...], default: str | None = None) -> str:
        """One of a closed list of words."""
        value = self.text(key, default)
        if value not in words:
            raise self._wrong(key, value, say("Write one of: {words}.", words=", ".join(words)))
        return value

    def day(self, key: str) -> date:
        """A date, as TOML has it or as an ISO text."""
        value = _parsed(date, self._value(key, None))
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self._wrong(key, value, say("Write a date such as 2019-03-25."))
        return value

    def clock(self, key: str, default: time) -> time:
        """A time of day, as TOML has it or as an ISO text."""
        value = _parsed(time, self._value(key, default))
        if not isinstance(value, time) or value.tzinfo:
            raise self._wrong(key, value, say("Write a time such as 04:00:00."))
        return value

    def moment(self, key: str, zone: tzinfo) -> datetime:
        """A local time in the event's zone; a time written with its own zone is turned into the event's."""
        value = _parsed(datetime, self._value(key, None))
        if not isinstance(value, datetime):
            raise self._wrong(key, value, say("Write a local time such as 2019-03-25T14:00:00."))
        if value.tzinfo:
            return value.astimezone(zone)
        local = value.replace(tzinfo=zone)
        if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != value:
            raise self._wrong(
                key, value, say("The clocks go forward over that hour; choose a time before or after it.")
            )
        return local

    def sentences(self) -> dict[str, str]:
        """Every value of this table, all of them texts."""
        return {str(key): self.text(key) for key in self.values}

    def _value(self, key: str, default: object) -> object:
        value = self.values.get(key, default)
        if value is None:
            raise UserError(
                say('{title} has no "{key}".', title=self.title, key=key),
                say("Add a line that begins with {key} = … to it.", key=key),
            )
        return value

    def _wrong(self, key: str, value: object, advice: str) -> UserError:
        return UserError(
            say(
                '"{key}" of {what} is {value!r}, which the programme cannot use.', key=key, what=self.what, value=value
            ),
            advice,
        )


def _parsed(kind: type[date] | type[time], value: object) -> object:
    """An ISO text as the date or time it spells; anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return kind.fromisoformat(value.strip())
    except ValueError:
        return value
